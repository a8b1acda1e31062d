// SHA-256 (FIPS 180-4), for ids and for telling whether a file has changed; not for secrets.
#pragma once

#include <string>
#include <string_view>

namespace rasoat {

// 64 lower-case hex digits.
std::string sha256_hex(std::string_view bytes);

}  // namespace rasoat
