// Raised numbers: marks of footnotes, or powers and units.
#pragma once

#include <string_view>

namespace rasoat {

// Whether `raised`, printed raised behind `before`, is the mark of a footnote: "1" behind "Điều 5."
// or behind a word, but not "2" behind "m", "3" behind "10". `raised` holds digits alone.
bool is_footnote_mark(std::string_view before, std::string_view raised);

// Whether a text is nothing but one to three digits.
bool is_short_number(std::string_view text);

}  // namespace rasoat
