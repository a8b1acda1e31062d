// A plain text with its line ends as a reader hands it on, and repaired.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

#include "text/repair.h"

namespace rasoat {

inline RawText raw_of(std::string_view text) {
  RawText raw;
  uint32_t number = 0;
  for (size_t begin = 0; begin <= text.size();) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    RawLine line;
    line.text = text.substr(begin, end - begin);
    line.line = ++number;
    raw.lines.push_back(std::move(line));
    begin = end + 1;
  }
  return raw;
}

inline std::string repaired(std::string_view text) {
  return std::string(repair(raw_of(text)).text());
}

}  // namespace rasoat
