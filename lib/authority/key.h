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

// Of rows with a `key`, the one with the longest key that this one begins with, before a '-': the
// leader "giam-doc" of "giam-doc-so-y-te". Null if there is none.
template <typename Row>
const Row* longest_prefix(const std::vector<Row>& rows, std::string_view key) {
  const Row* best = nullptr;
  for (const Row& row : rows) {
    if (key.size() > row.key.size() && key[row.key.size()] == '-' && key.starts_with(row.key) &&
        (best == nullptr || row.key.size() > best->key.size())) {
      best = &row;
    }
  }
  return best;
}

}  // namespace rasoat
