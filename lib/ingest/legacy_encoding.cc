// TCVN3 puts accented letters at B5..FE and A1..AE, where Windows-1252 has signs up to BF: in no
// Unicode text is a sign as '¸' or '®' next to a letter inside a word again and again. VNI writes a
// letter's mark as a second letter: "aù", "eå", "oä", and đ as 'ñ'.
//
// (The two tables: TCVN 5712:1993, VN3; VNI-Windows as in GNU recode.)
#include "ingest/legacy_encoding.h"

#include <cstddef>

#include "text/characters.h"
#include "text/encoding.h"

namespace rasoat {
namespace {

struct Evidence {
  size_t unicode = 0;  // letters that only Vietnamese Unicode has, combining marks included
  size_t tcvn3 = 0;
  size_t vni_pairs = 0;
  size_t vni_d = 0;  // ñ for đ
  size_t letters = 0;
};

bool is_letter(char32_t c) { return is_upper(c) || is_lower(c); }

bool is_vietnamese_letter(char32_t c) {
  return (c >= 0x1EA0 && c <= 0x1EF9) || c == 0x102 || c == 0x103 || c == 0x110 || c == 0x111 ||
         c == 0x128 || c == 0x129 || c == 0x168 || c == 0x169 || c == 0x1A0 || c == 0x1A1 ||
         c == 0x1AF || c == 0x1B0 || c == 0x300 || c == 0x301 || c == 0x303 || c == 0x309 ||
         c == 0x323;
}

// Signs of Windows-1252 that are letters in TCVN3.
bool is_tcvn3_sign(char32_t c) {
  switch (c) {
    case 0xA8:
    case 0xA9:
    case 0xAA:
    case 0xAB:
    case 0xAC:
    case 0xAE:
    case 0xB5:
    case 0xB6:
    case 0xB7:
    case 0xB8:
    case 0xB9:
    case 0xBB:
    case 0xBC:
    case 0xBD:
    case 0xBE:
    case 0xA7:
    case 0xA2:
    case 0xA3:
    case 0xA4:
    case 0xA5:
    case 0xA6:
      return true;
    default:
      return false;
  }
}

// A vowel and a mark of VNI that make no pair in Unicode Vietnamese.
bool is_vni_pair(char32_t vowel, char32_t mark) {
  if (vowel >= 'A' && vowel <= 'Z') vowel += 'a' - 'A';
  if (mark >= 0xC0 && mark <= 0xDE && mark != 0xD7) mark += 0x20;
  switch (vowel) {
    case 'a':
      return mark == 0xF9 || mark == 0xF8 || mark == 0xFB || mark == 0xF5 || mark == 0xEF ||
             mark == 0xE2 || mark == 0xE1 || mark == 0xE0 || mark == 0xE5 || mark == 0xE4 ||
             mark == 0xEA || mark == 0xEB || mark == 0xFC;
    case 'e':
      return mark == 0xF9 || mark == 0xF8 || mark == 0xFB || mark == 0xEF || mark == 0xE2 ||
             mark == 0xE1 || mark == 0xE0 || mark == 0xE5 || mark == 0xE4;
    case 'o':
      return mark == 0xF9 || mark == 0xF8 || mark == 0xFB || mark == 0xEF || mark == 0xE2 ||
             mark == 0xE5 || mark == 0xE4;
    case 'u':
      return mark == 0xF9 || mark == 0xF8 || mark == 0xFB || mark == 0xEF;
    case 0xF6:  // ư: "öôùc"
      return mark == 0xF9 || mark == 0xF8 || mark == 0xFB || mark == 0xF5 || mark == 0xEF ||
             mark == 0xF4;
    case 0xF4:  // ơ
      return mark == 0xF9 || mark == 0xF8 || mark == 0xFB || mark == 0xF5 || mark == 0xEF;
    default:
      return false;
  }
}

void weigh(std::string_view line, Evidence& evidence) {
  char32_t before = ' ';
  bool sign_before = false;  // a TCVN3 sign that waits for a letter behind it
  for (size_t at = 0; at < line.size();) {
    const DecodedCharacter next = decode_utf8(line, at);
    const char32_t c = next.code_point;
    at += next.size;
    evidence.unicode += is_vietnamese_letter(c);
    const bool sign = is_tcvn3_sign(c);
    if ((sign && is_letter(before)) || (sign_before && is_letter(c))) ++evidence.tcvn3;
    evidence.vni_pairs += is_vni_pair(before, c);
    evidence.vni_d += c == 0xF1 || c == 0xD1;
    evidence.letters += is_letter(c);
    sign_before = sign && !is_letter(before);
    before = c;
  }
}

}  // namespace

LegacyEncoding find_legacy_encoding(const RawText& text) {
  Evidence evidence;
  for (const RawLine& line : text.lines) weigh(line.text, evidence);
  // One letter in six or so carries a mark; French ("où", "naïf") and Spanish stay below these.
  const auto outweighs = [&](size_t count) {
    constexpr size_t kFew = 4;
    return count >= kFew && count > evidence.unicode && count * 50 > evidence.letters;
  };
  if (outweighs(evidence.tcvn3) && evidence.tcvn3 >= evidence.vni_pairs) {
    return LegacyEncoding::kTcvn3;
  }
  if (outweighs(evidence.vni_pairs) && evidence.vni_d > 0) return LegacyEncoding::kVni;
  return LegacyEncoding::kNone;
}

}  // namespace rasoat
