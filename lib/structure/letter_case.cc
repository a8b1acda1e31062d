#include "structure/letter_case.h"

#include <algorithm>
#include <cstddef>

namespace rasoat {

bool begins_with_capital(std::string_view text, std::string_view lower) {
  // The first letter differs from its lower-case form.
  for (size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const bool letter =
        byte >= 0x80 || (text[i] >= 'a' && text[i] <= 'z') || (text[i] >= 'A' && text[i] <= 'Z');
    if (!letter) continue;
    return text.substr(i, 4) != lower.substr(i, 4) &&
           (text[i] != lower[i] || (byte >= 0x80 && text.substr(i, 3) != lower.substr(i, 3)));
  }
  return false;
}

// No letter in lower case, and some in upper case. A byte that is its own lower-case form and is a
// letter shows a lower-case letter; digits and punctuation say nothing.
bool is_all_capitals(std::string_view text, std::string_view lower) {
  bool upper = false;
  for (size_t i = 0; i < text.size();) {
    const auto byte = static_cast<unsigned char>(text[i]);
    size_t length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
    length = std::min(length, text.size() - i);
    if (text.substr(i, length) != lower.substr(i, length)) {
      upper = true;
    } else if ((byte >= 'a' && byte <= 'z') || byte == 0xC3 || byte == 0xC4 || byte == 0xC6 ||
               byte == 0xE1) {
      return false;
    }
    i += length;
  }
  return upper;
}

}  // namespace rasoat
