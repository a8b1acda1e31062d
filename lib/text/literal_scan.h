// Finds every occurrence of a set of literal byte strings in one pass over a text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace rasoat {

struct LiteralMatch {
  uint32_t literal = 0;  // index into the literals given to the constructor
  Span span;             // bytes of the text
  friend bool operator==(const LiteralMatch&, const LiteralMatch&) = default;
};

// Built from up to some thousands of literals. Bytes are compared as they are: give literals in the
// form of the text that is scanned (for TextBuffer::lower(): lower_same_length of them). A match
// may begin or end inside a word; ask is_word_boundary where that matters.
//
// Immutable once built; const access from any number of threads.
class LiteralScan {
 public:
  LiteralScan() : LiteralScan(std::span<const std::string_view>{}) {}
  // Empty literals never match. A literal given twice is reported under both indices.
  explicit LiteralScan(std::span<const std::string_view> literals);
  explicit LiteralScan(std::span<const std::string> literals);

  // All matches, overlapping ones too, sorted by begin, at one begin the longest first.
  // O(length of text + matches that overlap).
  std::vector<LiteralMatch> find_all(std::string_view text) const;

  // Calls `report(LiteralMatch)` for all matches in the order of their ends, at one end the longest
  // first. O(length of text + matches).
  template <typename Report>
  void for_each(std::string_view text, Report&& report) const {
    uint32_t state = 0;
    for (size_t at = 0; at < text.size(); ++at) {
      state = next_[(state & ~kHasMatch) + classes_[static_cast<unsigned char>(text[at])]];
      if (state & kHasMatch) report_at(state & ~kHasMatch, static_cast<uint32_t>(at + 1), report);
    }
  }

  // Whether there is a match at all. O(length of text up to the first end of one).
  bool any(std::string_view text) const;

  size_t size() const { return lengths_.size(); }

 private:
  static constexpr uint32_t kHasMatch = 1U << 31;
  static constexpr uint32_t kNone = ~0U;

  template <typename Report>
  void report_at(uint32_t row, uint32_t end, Report&& report) const {
    for (uint32_t s = row / stride_; s != kNone; s = shorter_[s]) {
      for (uint32_t l = first_literal_[s]; l != kNone; l = same_literal_[l]) {
        report(LiteralMatch{l, {end - lengths_[l], end}});
      }
    }
  }

  uint32_t stride_ = 1;         // number of byte classes
  uint8_t classes_[256] = {};   // byte → class; 0: in no literal
  std::vector<uint32_t> next_;  // row of state + class → row of next state, with kHasMatch
  std::vector<uint32_t> first_literal_;  // by state: a literal that ends here, or kNone
  std::vector<uint32_t> shorter_;  // by state: nearest suffix state where a literal ends, or kNone
  std::vector<uint32_t> same_literal_;  // by literal: the next one with the same bytes, or kNone
  std::vector<uint32_t> lengths_;       // by literal
};

// Whether a code point is a letter of the Latin, Greek or Cyrillic alphabet, a combining mark of
// one, or a digit 0-9.
constexpr bool is_word_character(char32_t c) {
  if (c < 0x80) return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  if (c < 0x250) return c >= 0xC0 && c != 0xD7 && c != 0xF7;
  return (c >= 0x300 && c < 0x530 && c != 0x37E && c != 0x387) || (c >= 0x1E00 && c < 0x1F00);
}

// is_word_boundary inside of a text, beside a byte that is not ASCII.
bool is_word_boundary_beyond_ascii(std::string_view text, size_t offset);

// Whether no word goes on across this offset of a UTF-8 text: not both the character before and the
// one after are letters (of Vietnamese or another alphabet) or digits. False inside a character;
// true at both ends of the text.
inline bool is_word_boundary(std::string_view text, size_t offset) {
  if (offset == 0 || offset >= text.size()) return true;
  const auto before = static_cast<unsigned char>(text[offset - 1]);
  const auto after = static_cast<unsigned char>(text[offset]);
  if (before == ' ' || after == ' ') return true;
  if ((before | after) < 0x80) return !is_word_character(before) || !is_word_character(after);
  return is_word_boundary_beyond_ascii(text, offset);
}

}  // namespace rasoat
