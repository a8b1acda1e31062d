#include "structure/ordinal.h"

#include <array>
#include <cstdint>

#include "text/characters.h"

namespace rasoat {
namespace {

constexpr std::array<std::string_view, 23> kPointLetters = {"a", "b", "c", "d", "đ", "e", "g", "h",
                                                            "i", "k", "l", "m", "n", "o", "p", "q",
                                                            "r", "s", "t", "u", "v", "x", "y"};

constexpr std::array<std::string_view, 20> kOrdinalWords = {
    "nhất",     "hai",      "ba",       "tư",       "năm",       "sáu",     "bảy",
    "tám",      "chín",     "mười",     "mười một", "mười hai",  "mười ba", "mười bốn",
    "mười lăm", "mười sáu", "mười bảy", "mười tám", "mười chín", "hai mươi"};

bool is_word_byte(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

// Where the letters of one byte stand among kPointLetters, from 1; 0 for all others.
constexpr std::array<uint8_t, 128> kPositions = [] {
  std::array<uint8_t, 128> out{};
  for (size_t i = 0; i < kPointLetters.size(); ++i) {
    const std::string_view letter = kPointLetters[i];
    if (letter.size() == 1) out[static_cast<size_t>(letter[0])] = static_cast<uint8_t>(i + 1);
  }
  return out;
}();

// The letter (one of kPointLetters) that `text` begins with; empty if none.
std::string_view leading_letter(std::string_view text) {
  if (text.empty()) return {};
  const auto first = static_cast<unsigned char>(text[0]);
  if (first < kPositions.size()) return text.substr(0, kPositions[first] > 0 ? 1 : 0);
  constexpr std::string_view kBarredD = "đ";
  return text.starts_with(kBarredD) ? text.substr(0, kBarredD.size()) : std::string_view();
}

// The suffix of an inserted unit at `at`: one letter, then up to two digits, then the word's end.
size_t suffix_length(std::string_view text, size_t at) {
  const std::string_view letter = leading_letter(text.substr(at));
  if (letter.empty()) return 0;
  size_t end = at + letter.size();
  while (end < text.size() && end < at + letter.size() + 2 && is_digit(text[end])) ++end;
  return end < text.size() && is_word_byte(text[end]) ? 0 : end - at;
}

int roman_value(char c) {
  switch (c) {
    case 'i':
      return 1;
    case 'v':
      return 5;
    case 'x':
      return 10;
    case 'l':
      return 50;
    default:
      return 0;
  }
}

std::string roman_of(int number) {
  static constexpr std::pair<int, const char*> kParts[] = {
      {50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"}};
  std::string out;
  for (const auto& [value, letters] : kParts) {
    for (; number >= value; number -= value) out += letters;
  }
  return out;
}

}  // namespace

std::optional<Ordinal> read_arabic(std::string_view text, size_t& length) {
  size_t at = 0;
  int number = 0;
  while (at < text.size() && at < 4 && is_digit(text[at]))
    number = number * 10 + (text[at++] - '0');
  if (at == 0 || (at < text.size() && is_digit(text[at]))) return {};
  const size_t suffix = suffix_length(text, at);
  if (suffix == 0 && at < text.size() && is_word_byte(text[at])) return {};
  length = at + suffix;
  return Ordinal{number, std::string(text.substr(at, suffix))};
}

std::optional<Ordinal> read_roman(std::string_view text, size_t& length) {
  size_t at = 0;
  while (at < text.size() && at < 8 && roman_value(text[at]) > 0) ++at;
  // "iva" ends in the letter of an inserted chapter; every prefix that is a proper number is tried.
  for (; at > 0; --at) {
    int number = 0;
    for (size_t i = 0; i < at; ++i) {
      const int value = roman_value(text[i]);
      number += i + 1 < at && value < roman_value(text[i + 1]) ? -value : value;
    }
    if (number < 1 || number > 89 || roman_of(number) != text.substr(0, at)) continue;
    const bool ends = at >= text.size() || !is_word_byte(text[at]);
    const size_t suffix = ends ? 0 : suffix_length(text, at);
    if (!ends && suffix == 0) continue;
    length = at + suffix;
    return Ordinal{number, std::string(text.substr(at, suffix))};
  }
  return {};
}

std::optional<int> read_ordinal_word(std::string_view text, size_t& length) {
  constexpr std::string_view kLead = "thứ ";
  if (!text.starts_with(kLead)) return {};
  const std::string_view rest = text.substr(kLead.size());
  for (int i = static_cast<int>(kOrdinalWords.size()) - 1; i >= 0; --i) {
    const std::string_view word = kOrdinalWords[i];
    if (rest.starts_with(word) &&
        (rest.size() == word.size() || !is_word_byte(rest[word.size()]))) {
      length = kLead.size() + word.size();
      return i + 1;
    }
  }
  return {};
}

int point_letter_position(std::string_view letter) {
  if (letter.size() == 1) {
    const auto byte = static_cast<unsigned char>(letter[0]);
    return byte < kPositions.size() ? kPositions[byte] : 0;
  }
  for (size_t i = 0; i < kPointLetters.size(); ++i) {
    if (kPointLetters[i] == letter) return static_cast<int>(i) + 1;
  }
  return 0;
}

std::string_view point_letter(int position) {
  if (position < 1 || position > static_cast<int>(kPointLetters.size())) return {};
  return kPointLetters[position - 1];
}

}  // namespace rasoat
