// What a line looks like at its front and at its end, as far as that tells whether it begins a
// unit, goes on with the line before it, or is complete.
#pragma once

#include <cstdint>
#include <string_view>

namespace rasoat {

enum class LineStart : uint8_t {
  kPlain,     // running text
  kBullet,    // - + • *
  kNumber,    // "1." "1a." "1.1." "2)" "3/"
  kLetter,    // "a)" "đ)" "a1)" "a."
  kRoman,     // "IV." "A."
  kArticle,   // "Điều 5." "Điều 5:"; without the mark, see `closed`
  kDivision,  // Phần, Chương, Mục, Tiểu mục and its number
  kPhrase,    // "Căn cứ", "QUYẾT ĐỊNH:", "Nơi nhận:", "Phụ lục", "TM.", ...
};

enum class LineEnd : uint8_t {
  kOpen,  // a letter, a digit, a closing parenthesis
  kStop,  // . ! ? …
  kSemicolon,
  kColon,
  kComma,
  kHyphen,  // '-' or '/' directly behind a letter or digit
  kDash,    // '-' behind a space, an opening parenthesis or quotation mark
};

enum class FirstCharacter : uint8_t { kUpper, kLower, kDigit, kOpening, kClosing, kOther };

struct LineShape {
  LineStart start = LineStart::kPlain;
  LineEnd end = LineEnd::kOpen;
  FirstCharacter first = FirstCharacter::kOther;  // behind an opening quotation mark
  bool label_capitals = false;                    // a phrase in capitals: "PHỤ LỤC", "TM."
  bool closed = false;                            // the label has its closing mark
  bool alone = false;                             // the label is the whole line
  bool quoted = false;                            // an opening quotation mark stands before it
  bool capitals = false;                          // letters, and none of them small
  bool type_line = false;  // "QUYẾT ĐỊNH", "THÔNG TƯ", ... and nothing else
  bool dangling = false;  // ends in a word that ends no sentence or heading: "và", "số", "Điều"
  bool referring = false;         // ends in a word that the number of a unit may follow: "khoản"
  bool awaits_article = false;    // ends in "khoản 2" or "điểm a"
  bool awaits_division = false;   // ends in "Mục 2"
  bool opens_preamble = false;    // begins as the paragraphs below a title do: "Thực hiện ..."
  bool awaits_number = false;     // ends in "ngày", "tháng", ...
  bool numbered_note = false;     // "12 Cụm từ": a number without a mark, then a capital
  bool letter_referring = false;  // ends in words that the letter of a point may follow: "điểm"
  bool label_open_upper = false;  // no closing mark, and a capital behind the label
  bool first_number = false;      // "1. Nội dung": the first of a list, and a capital behind it
  bool small_item = false;        // a bullet whose first word is small or a digit
  uint32_t first_word = 0;        // width of the first word
};

LineShape shape_of(std::string_view line);

}  // namespace rasoat
