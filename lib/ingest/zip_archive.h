// Reading members of a zip archive in memory. DOCX, XLSX and ODT are zip archives.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace rasoat {

// Names of the first 4096 members, '/' between folders; as many as could be read of a broken one.
std::vector<std::string> zip_names(std::string_view archive);

// The members whose name `wanted` takes. Errors: kDamaged, kEncrypted, and kTooLarge when their
// sizes add up to more than `max_bytes`, which is looked at while unpacking: sizes that an archive
// states may be lies.
Result<std::map<std::string, std::string>> read_zip(
    std::string_view archive, uint64_t max_bytes,
    const std::function<bool(std::string_view)>& wanted);

}  // namespace rasoat
