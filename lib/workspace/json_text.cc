#include "workspace/json_text.h"

#include <cstdio>
#include <nlohmann/json.hpp>

namespace rasoat {

std::string json_text(const nlohmann::json& value) {
  std::string plain = value.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  if (plain.find_first_of("\xc2\x7f") == std::string::npos) return plain;
  std::string out;
  out.reserve(plain.size());
  for (size_t i = 0; i < plain.size(); ++i) {
    const auto byte = static_cast<unsigned char>(plain[i]);
    const auto next = static_cast<unsigned char>(i + 1 < plain.size() ? plain[i + 1] : 0);
    const bool c1 = byte == 0xc2 && next >= 0x80 && next < 0xa0;
    if (byte != 0x7f && !c1) {
      out += plain[i];
      continue;
    }
    char escape[8];
    std::snprintf(escape, sizeof escape, "\\u%04x", c1 ? next : byte);
    out += escape;
    if (c1) ++i;
  }
  return out;
}

}  // namespace rasoat
