// Every character with a lower-case form of its own length is a pair of bytes in a table: by second
// byte for the letters of two bytes (C3 to C6), by second and third for those of three (E1 B8 to E1
// BB). A text is copied and then changed in place, at one look per character, so that its length
// cannot change. Characters outside of these ranges are asked of ICU, which no Vietnamese text
// needs.
#include "text/lower.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <array>
#include <cstdint>

#include "text/encoding.h"
#include "text/literal_scan.h"

namespace rasoat {
namespace {

constexpr char32_t kTableEnd = 0x1F00;

struct Tables {
  std::array<char32_t, kTableEnd> lower;  // lower-case form of the same length in UTF-8, or itself
  std::array<char32_t, kTableEnd> base;   // lower-case form without marks, đ as d
};

char32_t lower_of(char32_t c) {
  const auto lower = static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
  return utf8_size(lower) == utf8_size(c) ? lower : c;
}

char32_t base_of(char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  static const icu::Normalizer2* const nfd = icu::Normalizer2::getNFDInstance(status);
  const UChar32 lower = u_tolower(static_cast<UChar32>(c));
  icu::UnicodeString decomposed;
  const UChar32 base = nfd->getDecomposition(lower, decomposed) ? decomposed.char32At(0) : lower;
  return base == 0x111 ? U'd' : static_cast<char32_t>(base);
}

const Tables& tables() {
  static const Tables out = [] {
    Tables made{};
    for (char32_t c = 0; c < kTableEnd; ++c) {
      made.lower[c] = lower_of(c);
      made.base[c] = base_of(c);
    }
    return made;
  }();
  return out;
}

// A vowel with a tone behind 'o' or 'u' in the old placement, the same tone on that 'o' or 'u', and
// the vowel without it.
struct Tone {
  char before;
  char32_t old_vowel;
  char32_t new_vowel;
  char plain;
};

// Only pairs of equal length: "uỳ" and "uỹ" ("luỹ"), "oẽ" would lose a byte and stay.
constexpr Tone kTones[] = {
    {'o', U'à', U'ò', 'a'}, {'o', U'á', U'ó', 'a'}, {'o', U'ả', U'ỏ', 'a'}, {'o', U'ã', U'õ', 'a'},
    {'o', U'ạ', U'ọ', 'a'}, {'o', U'è', U'ò', 'e'}, {'o', U'é', U'ó', 'e'}, {'o', U'ẻ', U'ỏ', 'e'},
    {'o', U'ẹ', U'ọ', 'e'}, {'u', U'ý', U'ú', 'y'}, {'u', U'ỷ', U'ủ', 'y'}, {'u', U'ỵ', U'ụ', 'y'},
};

constexpr bool tones_keep_length() {
  for (const Tone& tone : kTones) {
    if (utf8_size(tone.old_vowel) != utf8_size(tone.new_vowel)) return false;
  }
  return true;
}
static_assert(tones_keep_length());

void write_utf8(char* to, char32_t c) {
  if (c < 0x80) {
    to[0] = static_cast<char>(c);
  } else if (c < 0x800) {
    to[0] = static_cast<char>(0xC0 | c >> 6);
    to[1] = static_cast<char>(0x80 | (c & 0x3F));
  } else {
    to[0] = static_cast<char>(0xE0 | c >> 12);
    to[1] = static_cast<char>(0x80 | (c >> 6 & 0x3F));
    to[2] = static_cast<char>(0x80 | (c & 0x3F));
  }
}

bool is_letter_at(std::string_view text, size_t at) {
  return at < text.size() && is_word_character(decode_utf8(text, at).code_point);
}

// Makes the old placement new where `vowel`, in lower case, stands at out[at] behind an 'o' or 'u':
// at the end of a syllable only ("hoà", but "hoàn" is the same in both), and not behind "q" ("quý":
// the u belongs to the consonant). What follows is not lowered yet, which makes no difference to
// being a letter.
void place_tone(std::string& out, size_t at, char32_t vowel) {
  const char before = out[at - 1];
  if (before == 'u' && at > 1 && out[at - 2] == 'q') return;
  for (const Tone& tone : kTones) {
    if (tone.before != before || tone.old_vowel != vowel) continue;
    const uint32_t size = utf8_size(vowel);
    if (is_letter_at(out, at + size)) return;
    write_utf8(out.data() + at - 1, tone.new_vowel);
    out[at - 1 + size] = tone.plain;
    return;
  }
}

}  // namespace

std::string lower_same_length(std::string_view text) {
  const auto& lower = tables().lower;
  std::string out(text);
  const size_t size = out.size();
  for (size_t at = 0; at < size;) {
    const auto lead = static_cast<unsigned char>(out[at]);
    if (lead < 0x80) {
      out[at++] = static_cast<char>(lead >= 'A' && lead <= 'Z' ? lead | 0x20 : lead);
      continue;
    }
    const DecodedCharacter next = decode_utf8(out, at);
    if (next.valid) {
      const char32_t c = next.code_point;
      const char32_t l = c < kTableEnd ? lower[c] : c < 0x10000 ? lower_of(c) : c;
      if (l != c) write_utf8(out.data() + at, l);
      if (at > 0 && (out[at - 1] == 'o' || out[at - 1] == 'u')) place_tone(out, at, l);
    }
    at += next.size;
  }
  return out;
}

std::string capitalized(std::string_view text) {
  if (text.empty()) return {};
  int32_t i = 0;
  UChar32 first;
  U8_NEXT(text.data(), i, static_cast<int32_t>(text.size()), first);
  if (first < 0) return std::string(text);
  char bytes[U8_MAX_LENGTH];
  int32_t length = 0;
  U8_APPEND_UNSAFE(bytes, length, u_toupper(first));
  return std::string(bytes, static_cast<size_t>(length)) + std::string(text.substr(i));
}

std::string fold_marks(std::string_view text) {
  const auto& base = tables().base;
  std::string out;
  out.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    const DecodedCharacter next = decode_utf8(text, at);
    at += next.size;
    if (!next.valid || u_getCombiningClass(static_cast<UChar32>(next.code_point)) != 0) continue;
    append_utf8(out,
                next.code_point < kTableEnd ? base[next.code_point] : base_of(next.code_point));
  }
  return out;
}

std::string slug(std::string_view text) {
  std::string out;
  for (const char c : fold_marks(text)) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
      out += c;
    } else if (!out.empty() && out.back() != '-') {
      out += '-';
    }
  }
  while (!out.empty() && out.back() == '-') out.pop_back();
  return out;
}

}  // namespace rasoat
