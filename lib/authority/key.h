// The keys of agencies, made of what was read and of what is known of the level.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "authority/body_phrase.h"

namespace rasoat {

// One key for each level: "ubnd:huyen", "ubnd:xa"; the bare key where the body takes none or
// `levels` is empty.
std::vector<std::string> keys_of(const BodyPhrase& body, LevelSet levels);

struct SplitKey {
  std::string_view body;
  AdminLevel level = AdminLevel::kNone;
};
SplitKey split_key(std::string_view key);

}  // namespace rasoat
