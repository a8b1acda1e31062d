// Sixteen bytes at a time are looked at for the letters of Vietnamese and western Europe; a block
// with others goes character by character through a table, and characters outside of that are asked
// of ICU, which no Vietnamese text needs.
#include "text/lower.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>

#include "text/bytes16.h"
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

// Lower-cases the characters of `text` that begin in [at, end), one after another. Returns where
// the last one ends.
size_t lower_each(std::string_view text, size_t at, size_t end, char* out) {
  const auto& lower = tables().lower;
  while (at < end) {
    const auto lead = static_cast<unsigned char>(text[at]);
    if (lead < 0x80) {
      out[at++] = static_cast<char>(lead >= 'A' && lead <= 'Z' ? lead | 0x20 : lead);
      continue;
    }
    const DecodedCharacter next = decode_utf8(text, at);
    const char32_t c = next.code_point;
    const char32_t l = c < kTableEnd ? lower[c] : c < 0x10000 ? lower_of(c) : c;
    if (next.valid && l != c) {
      write_utf8(out + at, l);
    } else {
      text.copy(out + at, next.size, at);
    }
    at += next.size;
  }
  return at;
}

#ifdef __SSE2__

// Writes the 16 bytes at text[at] in lower case; false, with nothing written, where a letter may
// have a case and is neither ASCII nor À to ÿ nor Vietnamese. Since a character of UTF-8 can begin
// in no other, a byte and the two before it tell all. Two bytes must stand before `at`.
bool lower_block(const char* text, char* out) {
  const Bytes b = Bytes::load(text), before = Bytes::load(text - 1);
  const Bytes before2 = Bytes::load(text - 2);
  Bytes add = b.within('A', 'Z') & Bytes::all(0x20);
  if ((b | before2).high_bits() != 0) {
    const Bytes c3 = before.is(0xC3), c4 = before.is(0xC4), c5 = before.is(0xC5);
    const Bytes c6 = before.is(0xC6), e1 = before.is(0xE1), e2 = before.is(0xE2);
    // Ă Đ Ĩ, Ũ, Ơ Ư and U+1EA0 to U+1EFF are each followed by their small letters.
    const Bytes pair = b | Bytes::all(1);
    const Bytes in_c4 = c4 & (pair.is(0x83) | pair.is(0x91) | pair.is(0xA9));
    const Bytes in_c5 = c5 & pair.is(0xA9);
    const Bytes in_c6 = c6 & (pair.is(0xA1) | b.is(0xAF) | b.is(0xB0));
    const Bytes e1_ba = before2.is(0xE1) & before.is(0xBA);
    const Bytes in_e1 =
        (e1_ba & b.within(0xA0, 0xBF)) | (before2.is(0xE1) & before.is(0xBB) & b.from_80_to(0xBF));
    const Bytes unknown = b.within(0xC7, 0xE0) | b.within(0xE3, 0xFF) | c4.but_not(in_c4) |
                          c5.but_not(in_c5) | c6.but_not(in_c6) |
                          e1.but_not(b.is(0xBA) | b.is(0xBB)) | e2.but_not(b.is(0x80)) |
                          e1_ba.but_not(in_e1);
    if (unknown.high_bits() != 0) return false;
    const Bytes even = (b & Bytes::all(1)).is(0);
    const Bytes capital = ((in_c4 | in_c5 | in_e1) & even) | (c6 & (b.is(0xA0) | b.is(0xAF)));
    const Bytes latin1 = (c3 & b.from_80_to(0x9E)).but_not(b.is(0x97));
    add = add | (capital & Bytes::all(1)) | (latin1 & Bytes::all(0x20));
  }
  (b + add).store(out);
  return true;
}

#endif

// Where the character begins that holds text[at]: `at` itself unless one reaches across it.
size_t character_at(std::string_view text, size_t at) {
  for (size_t begin = at; at < text.size() && at - begin <= 3; --begin) {
    if ((static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80 && begin > 0) continue;
    return begin + decode_utf8(text, begin).size > at ? begin : at;
  }
  return at;
}

}  // namespace

void lower_letters(std::string_view text, char* out) {
  size_t at = 0;
#ifdef __SSE2__
  at = lower_each(text, 0, std::min<size_t>(2, text.size()), out);
  while (at + Bytes::kSize <= text.size()) {
    if (lower_block(text.data() + at, out + at)) {
      at += Bytes::kSize;
      continue;
    }
    at = lower_each(text, character_at(text, at), at + Bytes::kSize, out);
  }
  at = character_at(text, at);
#endif
  lower_each(text, at, text.size(), out);
}

void place_tones(std::string& out) {
  const auto place = [&](size_t at) {
    if (out[at] != 'o' && out[at] != 'u') return;
    place_tone(out, at + 1, decode_utf8(out, at + 1).code_point);
  };
  size_t at = 0;
#ifdef __SSE2__
  for (; at + Bytes::kSize + 1 <= out.size(); at += Bytes::kSize) {
    const Bytes b = Bytes::load(out.data() + at), next = Bytes::load(out.data() + at + 1);
    const Bytes found = (b.is('o') | b.is('u')) & (next.is(0xC3) | next.is(0xE1));
    for (unsigned bits = found.high_bits(); bits != 0; bits &= bits - 1) {
      place(at + static_cast<size_t>(std::countr_zero(bits)));
    }
  }
#endif
  for (; at + 1 < out.size(); ++at) place(at);
}

std::string lower_same_length(std::string_view text) {
  std::string out(text.size(), '\0');
  lower_letters(text, out.data());
  place_tones(out);
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
  constexpr char32_t kFirstMark = 0x300;
  for (size_t at = 0; at < text.size();) {
    const DecodedCharacter next = decode_utf8(text, at);
    at += next.size;
    if (!next.valid) continue;
    if (next.code_point < 0x80) {
      out += static_cast<char>(base[next.code_point]);
      continue;
    }
    if (next.code_point >= kFirstMark &&
        u_getCombiningClass(static_cast<UChar32>(next.code_point)) != 0)
      continue;
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
