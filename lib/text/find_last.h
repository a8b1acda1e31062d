// std::string_view::rfind, many bytes at a time.
#pragma once

#include <cstring>
#include <string_view>

namespace rasoat {

// Where the last of a byte stands in the text; npos for none.
inline size_t find_last(std::string_view text, char byte) {
  if (text.empty()) return std::string_view::npos;
  const void* at = memrchr(text.data(), byte, text.size());
  return at == nullptr ? std::string_view::npos
                       : static_cast<size_t>(static_cast<const char*>(at) - text.data());
}

// Where the last of some words stands in the text; npos for none. For words that begin with a byte
// that is rare.
inline size_t find_last(std::string_view text, std::string_view words) {
  std::string_view rest = text;
  while (true) {
    const size_t at = find_last(rest, words.front());
    if (at == std::string_view::npos || text.substr(at).starts_with(words)) return at;
    rest = rest.substr(0, at);
  }
}

}  // namespace rasoat
