#include "authority/key.h"

namespace rasoat {
namespace {

constexpr AdminLevel kLevels[] = {AdminLevel::kCentral, AdminLevel::kProvince,
                                  AdminLevel::kDistrict, AdminLevel::kCommune};

}  // namespace

std::vector<std::string> keys_of(const BodyPhrase& body, LevelSet levels) {
  std::vector<std::string> out;
  if (body.takes_level || body.may_level) {
    for (const AdminLevel level : kLevels) {
      if (levels.has(level)) out.push_back(body.key + ":" + std::string(key_of(level)));
    }
  }
  if (out.empty()) out.push_back(body.key);
  return out;
}

SplitKey split_key(std::string_view key) {
  const size_t colon = key.find(':');
  if (colon == std::string_view::npos) return {key, AdminLevel::kNone};
  for (const AdminLevel level : kLevels) {
    if (key.substr(colon + 1) == key_of(level)) return {key.substr(0, colon), level};
  }
  return {key.substr(0, colon), AdminLevel::kNone};
}

}  // namespace rasoat
