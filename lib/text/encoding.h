// UTF-8 as found in files: valid or not.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace rasoat {

inline constexpr char32_t kReplacementCharacter = 0xFFFD;

// Whether the byte goes on with a character of UTF-8.
constexpr bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

// Where the character begins that the byte at `at` belongs to.
constexpr size_t character_begin(std::string_view text, size_t at) {
  while (at > 0 && is_continuation(text[at])) --at;
  return at;
}

// The number of characters of valid UTF-8.
inline uint32_t count_characters(std::string_view valid) {
  uint32_t continuations = 0;
  for (const char c : valid) continuations += static_cast<signed char>(c) < -64 ? 1 : 0;
  return static_cast<uint32_t>(valid.size()) - continuations;
}

struct DecodedCharacter {
  char32_t code_point = 0;  // kReplacementCharacter for an ill-formed sequence or NUL
  uint32_t size = 1;        // bytes taken, at least 1
  bool valid = true;        // false for an ill-formed sequence or NUL
};

// The character that begins at text[at]; `at` must be inside the text. Of an ill-formed sequence
// the longest part that could begin a character is taken as one (Unicode 15, section 3.9).
inline DecodedCharacter decode_utf8(std::string_view text, size_t at);

// The same for every sequence; decode_utf8 settles the common ones where it is called.
DecodedCharacter decode_any_utf8(std::string_view text, size_t at);

inline DecodedCharacter decode_utf8(std::string_view text, size_t at) {
  const auto byte = [&](size_t i) -> unsigned { return static_cast<unsigned char>(text[i]); };
  const unsigned lead = byte(at);
  if (lead - 1U < 0x7F) return {lead, 1, true};
  if (lead >= 0xC2 && lead <= 0xDF && at + 1 < text.size() && (byte(at + 1) & 0xC0) == 0x80) {
    return {(lead & 0x1F) << 6 | (byte(at + 1) & 0x3F), 2, true};
  }
  if (lead == 0xE1 && at + 2 < text.size() && (byte(at + 1) & 0xC0) == 0x80 &&
      (byte(at + 2) & 0xC0) == 0x80) {
    return {0x1000U | (byte(at + 1) & 0x3F) << 6 | (byte(at + 2) & 0x3F), 3, true};
  }
  return decode_any_utf8(text, at);
}

// Appends a code point, which must not be a surrogate.
void append_utf8(std::string& out, char32_t code_point);

// The number of bytes of a code point in UTF-8.
constexpr uint32_t utf8_size(char32_t c) {
  return c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
}

// The text with each ill-formed sequence and NUL made U+FFFD.
std::string to_valid_utf8(std::string_view text);

}  // namespace rasoat
