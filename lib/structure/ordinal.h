// The numbers that Vietnamese drafting uses for units: 12, 12a, 4b; IV; thứ nhất; a, b, c, d, đ,
// a1.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace rasoat {

// A number with the letter of an inserted unit: "12a" is {12, "a"}; sorted as in the text.
struct Ordinal {
  int number = 0;
  std::string suffix;  // "" or letters and digits after the number: "a", "a1"
  std::string id() const { return std::to_string(number) + suffix; }
  friend bool operator==(const Ordinal&, const Ordinal&) = default;
};

// Each reads from the start of `text`, which is lower-case NFC, and sets `length` to the bytes it
// took.
std::optional<Ordinal> read_arabic(std::string_view text,
                                   size_t& length);  // up to 4 digits + suffix
std::optional<Ordinal> read_roman(std::string_view text,
                                  size_t& length);  // "iv", "iva"; at most 89
std::optional<int> read_ordinal_word(std::string_view text, size_t& length);  // "thứ nhất" = 1

// Letters of điểm in the legal order (no diacritic vowels, no f, j, w, z): a b c d đ e g h i k ...
// Position from 1; 0 for any other letter.
int point_letter_position(std::string_view letter);
// The letter at a position, "" beyond the last.
std::string_view point_letter(int position);

}  // namespace rasoat
