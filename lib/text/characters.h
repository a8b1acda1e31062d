// Single characters: which are letters of what case, and what odd ones are replaced by.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace rasoat {

// A character of a line with the byte offset in the source line from which it came.
struct SourceCharacter {
  char32_t c = 0;
  uint32_t column = 0;
};

// Letters of the Vietnamese alphabet and the rest of Latin. Other alphabets have no case here.
constexpr bool is_upper(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z';
  if (c < 0x100) return c >= 0xC0 && c <= 0xDE && c != 0xD7;
  if (c < 0x180) return c < 0x139 || c > 0x148 ? c % 2 == 0 && c != 0x138 : c % 2 == 1;
  if (c < 0x1F00) return c == 0x1A0 || c == 0x1AF || (c >= 0x1E00 && c % 2 == 0);
  return false;
}
constexpr bool is_lower(char32_t c) {
  if (c < 0x80) return c >= 'a' && c <= 'z';
  if (c < 0x100) return c >= 0xDF && c != 0xF7;
  if (c < 0x180) return !is_upper(c);
  if (c < 0x1F00) return c == 0x1A1 || c == 0x1B0 || (c >= 0x1E00 && c % 2 == 1);
  return false;
}
constexpr bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }

// Bytes of the UTF-8 character that begins with this byte; 1 for a byte that begins none.
constexpr size_t character_bytes(char lead) {
  const auto byte = static_cast<unsigned char>(lead);
  return byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

// What becomes of one character whatever stands beside it: an odd space is made U+0020, Ð/ð/Ɖ are
// made Đ/đ, hyphens of their own code are made '-', bullets of symbol fonts are made '•'; 0 for a
// character that is dropped (zero-width characters, variation selectors, control characters).
// U+00AD stays: what it is depends on its neighbours (see repair_soft_hyphens).
char32_t repaired_character(char32_t c);

// Soft hyphens: PDF fonts often give the hyphen of "NĐ-CP" this code, but between two small letters
// it is a mere place to break. The former are made '-', the latter dropped.
void repair_soft_hyphens(std::vector<SourceCharacter>& line);

// Greek and Cyrillic letters that look like Latin ones, in words that also have Latin letters
// ("NĐ-СР" typed on a Russian layout) and in document numbers ("15/2020/ТТ"), and dashes inside
// document numbers ("NĐ–CP"). A word with a letter that looks like no Latin one is left alone.
void repair_lookalikes(std::vector<SourceCharacter>& line);

}  // namespace rasoat
