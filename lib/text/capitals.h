// Capitals in a text of which no shadow in lower case is at hand.
#pragma once

#include <string_view>

#include "text/characters.h"
#include "text/encoding.h"

namespace rasoat {

inline bool has_small_letters(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    const DecodedCharacter next = decode_utf8(text, at);
    if (is_lower(next.code_point)) return true;
    at += next.size;
  }
  return false;
}

// No letter in lower case, and two capitals at least.
inline bool in_capitals(std::string_view text) {
  int letters = 0;
  for (size_t at = 0; at < text.size();) {
    if (text[at] >= 'a' && text[at] <= 'z') return false;
    const DecodedCharacter next = decode_utf8(text, at);
    if (is_lower(next.code_point)) return false;
    letters += is_upper(next.code_point) ? 1 : 0;
    at += next.size;
  }
  return letters >= 2;
}

}  // namespace rasoat
