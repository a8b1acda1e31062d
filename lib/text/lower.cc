// A table of the Vietnamese letters, made once from ICU, answers for every character in the two
// ranges where Vietnamese lives (Latin to U+024F and U+1E00..U+1EFF); others are asked of ICU.
#include "text/lower.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <array>
#include <cstdint>

namespace rasoat {
namespace {

constexpr UChar32 kTableEnd = 0x1F00;

struct Tables {
  std::array<uint16_t, kTableEnd> lower;  // lower-case form
  std::array<uint16_t, kTableEnd> base;   // lower-case form without marks, đ as d
};

const Tables& tables() {
  static const Tables out = [] {
    Tables made{};
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(status);
    for (UChar32 c = 0; c < kTableEnd; ++c) {
      const UChar32 lower = u_tolower(c);
      made.lower[c] = static_cast<uint16_t>(lower < 0x10000 ? lower : c);
      icu::UnicodeString decomposed;
      UChar32 base = nfd->getDecomposition(lower, decomposed) ? decomposed.char32At(0) : lower;
      if (base == 0x111) base = 'd';
      made.base[c] = static_cast<uint16_t>(base < 0x10000 ? base : c);
    }
    return made;
  }();
  return out;
}

void append_utf8(std::string& out, UChar32 c) {
  char bytes[U8_MAX_LENGTH];
  int32_t length = 0;
  U8_APPEND_UNSAFE(bytes, length, c);
  out.append(bytes, static_cast<size_t>(length));
}

struct TonePair {
  std::string_view old_form, new_form;  // equal byte lengths
};

// Old placement (on the second vowel) → new placement; only these three pairs of vowels differ, and
// only at the end of a syllable ("hoà", but "hoàn" is the same in both).
constexpr TonePair kTonePairs[] = {
    {"oà", "òa"}, {"oá", "óa"}, {"oả", "ỏa"}, {"oã", "õa"}, {"oạ", "ọa"},
    {"oè", "òe"}, {"oé", "óe"}, {"oẻ", "ỏe"}, {"oẽ", "õe"}, {"oẹ", "ọe"},
    {"uỳ", "ùy"}, {"uý", "úy"}, {"uỷ", "ủy"}, {"uỹ", "ũy"}, {"uỵ", "ụy"},
};

bool is_letter_at(std::string_view text, size_t at) {
  if (at >= text.size()) return false;
  const auto byte = static_cast<unsigned char>(text[at]);
  return byte >= 0x80 || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

void place_tones(std::string& text) {
  for (size_t at = text.find_first_of("ou"); at != std::string::npos;
       at = text.find_first_of("ou", at + 1)) {
    if (at + 1 >= text.size() || static_cast<unsigned char>(text[at + 1]) < 0x80) continue;
    // "quý", "quỳ": the u belongs to the consonant, both placements agree.
    if (text[at] == 'u' && at > 0 && text[at - 1] == 'q') continue;
    const std::string_view rest = std::string_view(text).substr(at);
    for (const TonePair& pair : kTonePairs) {
      if (rest.starts_with(pair.old_form) && !is_letter_at(rest, pair.old_form.size())) {
        text.replace(at, pair.old_form.size(), pair.new_form);
        break;
      }
    }
  }
}

}  // namespace

std::string lower_same_length(std::string_view text) {
  const auto& lower = tables().lower;
  std::string out;
  out.reserve(text.size());
  const auto size = static_cast<int32_t>(text.size());
  for (int32_t i = 0; i < size;) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x80) {
      out += static_cast<char>(lower[byte]);
      ++i;
      continue;
    }
    const int32_t begin = i;
    UChar32 c;
    U8_NEXT(text.data(), i, size, c);
    const UChar32 l = c < 0 ? c : c < kTableEnd ? lower[c] : u_tolower(c);
    if (c >= 0 && U8_LENGTH(l) == i - begin) {
      append_utf8(out, l);
    } else {
      out.append(text.substr(begin, i - begin));
    }
  }
  place_tones(out);
  return out;
}

std::string fold_marks(std::string_view text) {
  const auto& base = tables().base;
  std::string out;
  out.reserve(text.size());
  const auto size = static_cast<int32_t>(text.size());
  for (int32_t i = 0; i < size;) {
    UChar32 c;
    U8_NEXT(text.data(), i, size, c);
    if (c < 0) continue;
    if (u_getCombiningClass(c) != 0) continue;
    append_utf8(out, c < kTableEnd ? base[c] : u_tolower(c));
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
