#include "query/syllables.h"

#include <algorithm>
#include <utility>

#include "text/encoding.h"
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

using Letters = std::pair<std::string_view, std::string_view>;

constexpr Letters kOldTones[] = {{"uỳ", "ùy"}, {"uỹ", "ũy"}, {"oẽ", "õe"}};
constexpr Letters kLettersY[] = {{"i", "y"}, {"í", "ý"}, {"ì", "ỳ"},
                                 {"ỉ", "ỷ"}, {"ĩ", "ỹ"}, {"ị", "ỵ"}};
constexpr std::string_view kBeforeY = "hklmst";

bool is_number(std::string_view syllable) {
  return std::all_of(syllable.begin(), syllable.end(), [](char c) { return c >= '0' && c <= '9'; });
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

std::string term_form(std::string_view syllable) {
  if (syllable.empty()) return {};
  if (is_number(syllable)) {
    while (syllable.size() > 1 && syllable.front() == '0') syllable.remove_prefix(1);
  } else {
    for (const auto& [from, to] : kOldTones) {
      if (syllable.ends_with(from) && !syllable.ends_with(std::string("q") + std::string(from))) {
        return std::string(syllable.substr(0, syllable.size() - from.size())) + std::string(to);
      }
    }
    for (const auto& [i, y] : kLettersY) {
      if (!syllable.ends_with(i)) continue;
      const std::string_view before = syllable.substr(0, syllable.size() - i.size());
      if (before == "qu" || (before.size() == 1 && kBeforeY.find(before) != kBeforeY.npos)) {
        return std::string(before) + std::string(y);
      }
    }
  }
  if (syllable.size() <= kMaxSyllableBytes) return std::string(syllable);
  return std::string(syllable.substr(0, character_begin(syllable, kMaxSyllableBytes)));
}

bool has_marks(std::string_view syllable) { return fold_marks(syllable) != syllable; }

}  // namespace rasoat
