// Text as a terminal or a fixed-width table shows it: how many columns it takes, where it may be
// broken, and what must not reach a terminal as it is.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace rasoat {

// Columns that UTF-8 text takes on a terminal: 1 for a letter, 0 for a combining mark, 2 for a wide
// East Asian character. Control characters count 0: make the text printable() first.
size_t display_width(std::string_view text);

// The text with everything replaced that could make a terminal act instead of show: control
// characters (C0, DEL, C1), the marks that turn the direction of writing, and bytes that are no
// UTF-8. Tabs and line ends become spaces; the others are written out ("\x1b", "\u202e").
std::string printable(std::string_view text);

// The text in lines of at most `width` columns (at least 1), broken at spaces, or inside a word
// that is wider than a line. At least one line, which may be empty. Linear in the length.
std::vector<std::string> wrap_to_width(std::string_view text, size_t width);

}  // namespace rasoat
