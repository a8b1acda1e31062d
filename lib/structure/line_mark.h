// What a line of the text begins with: the label of a unit, or nothing.
//
// A mark is what the line looks like; whether it opens a unit is the outline's decision.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/span.h"
#include "structure/ordinal.h"

namespace rasoat {

// The numbers of a decimal label: "1.2.3". Those of laws have at most five.
class DecimalLabel {
 public:
  static constexpr size_t kMost = 5;

  DecimalLabel() = default;
  explicit DecimalLabel(int first) { push_back(first); }
  // There must be room.
  void push_back(int number) { numbers_[size_++] = number; }
  bool full() const { return size_ == kMost; }
  size_t size() const { return size_; }
  int operator[](size_t i) const { return numbers_[i]; }
  int back() const { return numbers_[size_ - 1]; }

 private:
  std::array<int, kMost> numbers_{};
  size_t size_ = 0;
};

struct LineMark {
  enum class Kind : uint8_t {
    kNone,
    kPart,        // "Phần thứ nhất", "Phần I"
    kChapter,     // "Chương II"
    kSection,     // "Mục 1"
    kSubsection,  // "Tiểu mục 1"
    kArticle,     // "Điều 5."
    kRoman,       // "II."
    kCapital,     // "A."
    kNumber,      // "1.", "1a.", "1)"
    kDecimal,     // "1.1.", "1.2.3"
    kPoint,       // "a)", "đ1)"
    kAnnex,       // "Phụ lục II"
    kForm,        // "Mẫu số 01"
  } kind = Kind::kNone;

  Ordinal ordinal;       // number; for kPoint the position of the letter, for kCapital A = 1
  DecimalLabel decimal;  // of kNumber and kDecimal
  std::string label;     // as printed, without closing mark
  Span label_span;       // with closing mark
  uint32_t rest = 0;     // where the words after the mark begin
  bool closed = false;   // a closing mark ('.', ':', ')') stood after the label
  char closing = 0;      // that mark
};

// Reads the mark at `begin` of a line that ends at `end`. `text` and `lower` are those of the
// TextBuffer. A footnote mark after the label ("Điều 5a.[12]") is skipped.
LineMark read_line_mark(std::string_view text, std::string_view lower, Span line);

// Whether a line can begin with a mark, by a look at its first bytes: most lines have none.
bool may_have_mark(std::string_view text);

// "(b) Văn bản …", and "b. Văn bản", "b- Văn bản" of older texts: a point that is not closed by ')'
// alone, as a mark of kind kPoint; of kind kNone for any other line. Most such lines are items of
// no rank, so they are no marks of their own.
LineMark read_unusual_point(std::string_view text, std::string_view lower, Span line);

// The label of a khoản inside a line, "1. " or "1.[21]" at offset `at`, also where the line ends
// with it; of kind kNone for anything else.
LineMark read_inner_clause(std::string_view text, std::string_view lower, uint32_t at, Span line);

// The label of a point inside a line, "b) " at offset `at`; of kind kNone for anything else.
LineMark read_inner_point(std::string_view text, std::string_view lower, uint32_t at, Span line);

}  // namespace rasoat
