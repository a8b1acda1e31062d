#include "query/syllables.h"

#include "text/lower.h"

namespace rasoat {
namespace {

struct Decoded {
  char32_t c = 0;
  size_t size = 1;
};

// Of valid UTF-8; a stray byte counts as one character that is no letter.
Decoded decode(std::string_view text, size_t at) {
  const auto byte = [&](size_t i) -> char32_t {
    return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) & 0x3F : 0;
  };
  const auto first = static_cast<unsigned char>(text[at]);
  if (first < 0x80) return {first, 1};
  if (first < 0xC0) return {0, 1};
  if (first < 0xE0) return {(first & 0x1Fu) << 6 | byte(1), 2};
  if (first < 0xF0) return {(first & 0x0Fu) << 12 | byte(1) << 6 | byte(2), 3};
  return {(first & 0x07u) << 18 | byte(1) << 12 | byte(2) << 6 | byte(3), 4};
}

bool is_letter_or_digit(char32_t c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  if (c < 0xC0) return c == 0xAA || c == 0xB5 || c == 0xBA;
  if (c == 0xD7 || c == 0xF7) return false;            // × ÷
  if (c >= 0x2000 && c < 0x2C00) return false;         // punctuation, symbols, arrows, shapes
  if (c >= 0x3000 && c < 0x3040) return false;         // CJK punctuation
  if (c >= 0xE000 && c < 0xF900) return false;         // private use: bullets of symbol fonts
  return c < 0xFE00 || (c >= 0x10000 && c < 0x1F000);  // no forms, specials, pictographs
}

}  // namespace

std::vector<Span> syllables(std::string_view lower) {
  std::vector<Span> out;
  size_t begin = 0;
  bool inside = false;
  for (size_t at = 0; at < lower.size();) {
    const Decoded here = decode(lower, at);
    const bool letter = is_letter_or_digit(here.c);
    if (letter && !inside) begin = at;
    if (!letter && inside) out.push_back({static_cast<uint32_t>(begin), static_cast<uint32_t>(at)});
    inside = letter;
    at += here.size;
  }
  if (inside) {
    out.push_back({static_cast<uint32_t>(begin), static_cast<uint32_t>(lower.size())});
  }
  return out;
}

std::string_view term_text(std::string_view syllable) {
  if (syllable.size() <= kMaxSyllableBytes) return syllable;
  size_t end = kMaxSyllableBytes;
  while (end > 0 && (static_cast<unsigned char>(syllable[end]) & 0xC0) == 0x80) --end;
  return syllable.substr(0, end);
}

bool has_marks(std::string_view syllable) { return fold_marks(syllable) != syllable; }

}  // namespace rasoat
