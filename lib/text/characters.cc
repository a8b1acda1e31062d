#include "text/characters.h"

#include <algorithm>
#include <cstddef>
#include <iterator>

#include "text/encoding.h"
#include "text/literal_scan.h"

namespace rasoat {
namespace {

constexpr char32_t kSoftHyphen = 0xAD;

struct Lookalike {
  char32_t foreign;
  char latin;
};

// Sorted by `foreign`.
constexpr Lookalike kLookalikes[] = {
    {0x391, 'A'}, {0x392, 'B'}, {0x395, 'E'}, {0x396, 'Z'}, {0x397, 'H'}, {0x399, 'I'},
    {0x39A, 'K'}, {0x39C, 'M'}, {0x39D, 'N'}, {0x39F, 'O'}, {0x3A1, 'P'}, {0x3A4, 'T'},
    {0x3A5, 'Y'}, {0x3A7, 'X'}, {0x3BF, 'o'}, {0x405, 'S'}, {0x406, 'I'}, {0x408, 'J'},
    {0x410, 'A'}, {0x412, 'B'}, {0x415, 'E'}, {0x41A, 'K'}, {0x41C, 'M'}, {0x41D, 'H'},
    {0x41E, 'O'}, {0x420, 'P'}, {0x421, 'C'}, {0x422, 'T'}, {0x423, 'Y'}, {0x425, 'X'},
    {0x430, 'a'}, {0x435, 'e'}, {0x43E, 'o'}, {0x440, 'p'}, {0x441, 'c'}, {0x443, 'y'},
    {0x445, 'x'}, {0x455, 's'}, {0x456, 'i'}, {0x458, 'j'}, {0x4AE, 'Y'}, {0x4BB, 'h'},
    {0x501, 'd'}, {0x51B, 'q'}, {0x51D, 'w'},
};

// The Latin letter, or 0.
char latin_for(char32_t c) {
  const auto* it = std::lower_bound(std::begin(kLookalikes), std::end(kLookalikes), c,
                                    [](const Lookalike& l, char32_t x) { return l.foreign < x; });
  return it != std::end(kLookalikes) && it->foreign == c ? it->latin : '\0';
}

bool is_foreign_letter(char32_t c) { return c >= 0x370 && c < 0x530 && is_word_character(c); }

bool is_dash(char32_t c) { return c == '-' || c == 0x2013 || c == 0x2014 || c == 0x2212; }

bool is_number_character(char32_t c) { return is_word_character(c) || c == '/' || is_dash(c); }

// One run of letters, digits, '/' and dashes.
void repair_token(SourceCharacter* begin, SourceCharacter* end) {
  bool latin = false, slash = false, digit = false, all_look = true, foreign = false;
  for (const SourceCharacter* it = begin; it != end; ++it) {
    latin = latin || is_upper(it->c) || is_lower(it->c);
    slash = slash || it->c == '/';
    digit = digit || is_digit(it->c);
    if (is_foreign_letter(it->c)) {
      foreign = true;
      all_look = all_look && latin_for(it->c) != 0;
    }
  }
  const bool number = slash && digit;
  if (foreign && all_look && (latin || number)) {
    for (SourceCharacter* it = begin; it != end; ++it) {
      if (const char l = latin_for(it->c)) it->c = static_cast<char32_t>(l);
    }
  }
  if (!number) return;
  for (SourceCharacter* it = begin + 1; it < end - 1; ++it) {
    if (is_dash(it->c) && is_upper(it[-1].c) && is_upper(it[1].c)) it->c = '-';
  }
}

}  // namespace

char32_t repaired_character(char32_t c) {
  switch (c) {
    case 0xD0:
    case 0x189:
      return 0x110;  // Đ
    case 0xF0:
      return 0x111;  // đ
    case '\t':
    case 0x0A:
    case 0x0B:
    case 0x0C:
    case 0x0D:
    case 0x85:
    case 0xA0:
    case 0x1680:
    case 0x2028:
    case 0x2029:
    case 0x202F:
    case 0x205F:
    case 0x3000:
      return ' ';
    case 0x1E:    // Word's no-break hyphen in plain text
    case 0x2010:  // hyphen
    case 0x2011:  // no-break hyphen
    case 0xF02D:  // minus of the Symbol font
      return '-';
    case 0xF0A7:
    case 0xF0B7:
      return 0x2022;  // bullets of Wingdings and Symbol
    case 0xFFFE:      // no characters, and nothing that XML can hold
    case 0xFFFF:
      return kReplacementCharacter;
    case 0x34F:
    case 0x61C:
    case 0x180E:
    case 0xFEFF:
      return 0;
    default:
      break;
  }
  if (c < 0x20 || (c >= 0x7F && c < 0xA0)) return 0;
  if (c >= 0x2000 && c <= 0x200A) return ' ';
  if (c >= 0x200B && c <= 0x200F) return 0;
  if (c >= 0x202A && c <= 0x202E) return 0;
  if (c >= 0x2060 && c <= 0x206F) return 0;
  if (c >= 0xFE00 && c <= 0xFE0F) return 0;
  return c;
}

void repair_soft_hyphens(std::vector<SourceCharacter>& line) {
  size_t kept = 0;
  for (size_t i = 0; i < line.size(); ++i) {
    SourceCharacter next = line[i];
    if (next.c == kSoftHyphen) {
      const bool small_before = kept > 0 && is_lower(line[kept - 1].c);
      const bool small_after = i + 1 == line.size() || is_lower(line[i + 1].c);
      if (small_before && small_after) continue;
      next.c = '-';
    }
    line[kept++] = next;
  }
  line.resize(kept);
}

void repair_lookalikes(std::vector<SourceCharacter>& line) {
  SourceCharacter* const end = line.data() + line.size();
  for (SourceCharacter* at = line.data(); at != end;) {
    SourceCharacter* stop = at;
    while (stop != end && is_number_character(stop->c)) ++stop;
    if (stop != at) repair_token(at, stop);
    at = stop == end ? end : stop + 1;
  }
}

}  // namespace rasoat
