// Where words may begin in a UTF-8 text, found many bytes at a time.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace rasoat {

// For 64 bytes, a bit for each.
struct WordMasks {
  uint64_t word = 0;          // bytes of ASCII letters and digits, and all others from 0x80 on
  uint64_t continuation = 0;  // bytes that begin no character
  uint64_t other_lead = 0;  // first bytes of characters that may be no letters: “ … § and the like
};

inline WordMasks word_masks(const char* block) {
  WordMasks out;
#ifdef __SSE2__
  const auto all = [](int byte) { return _mm_set1_epi8(static_cast<char>(byte)); };
  const auto bits = [](__m128i v) {
    return static_cast<uint64_t>(static_cast<uint32_t>(_mm_movemask_epi8(v)));
  };
  for (unsigned i = 0; i < 64; i += 16) {
    const __m128i b = _mm_loadu_si128(reinterpret_cast<const __m128i*>(block + i));
    // Bytes are signed: those from 0x80 on are below zero.
    const auto between = [&](__m128i v, int first, int last) {
      return _mm_and_si128(_mm_cmpgt_epi8(v, all(first - 1)), _mm_cmplt_epi8(v, all(last + 1)));
    };
    const __m128i letter = between(_mm_or_si128(b, all(0x20)), 'a', 'z');
    const __m128i digit = between(b, '0', '9');
    const uint64_t high = bits(b);
    out.word |= (bits(_mm_or_si128(letter, digit)) | high) << i;
    if (high == 0) continue;
    const uint64_t continuation = bits(_mm_cmplt_epi8(b, all(0xC0)));
    const __m128i latin = _mm_or_si128(between(b, 0xC3, 0xC6), _mm_cmpeq_epi8(b, all(0xE1)));
    out.continuation |= continuation << i;
    out.other_lead |= (high & ~continuation & ~bits(latin)) << i;
  }
#else
  for (unsigned i = 0; i < 64; ++i) {
    const auto b = static_cast<unsigned char>(block[i]);
    const uint64_t bit = uint64_t{1} << i;
    const bool letter = (b | 0x20) >= 'a' && (b | 0x20) <= 'z';
    if (b >= 0x80 || letter || (b >= '0' && b <= '9')) out.word |= bit;
    if (b >= 0x80 && b < 0xC0) out.continuation |= bit;
    if (b >= 0xC0 && !(b >= 0xC3 && b <= 0xC6) && b != 0xE1) out.other_lead |= bit;
  }
#endif
  return out;
}

// Calls `visit(offset)` for every offset at which a word begins, in order, and perhaps for some
// inside words of other scripts; never inside a character. Words are runs of letters and digits.
template <typename Visit>
void for_each_word_start(std::string_view text, Visit&& visit) {
  uint64_t word_before = 0;  // bit 0: the byte before the block belongs to a word
  uint64_t start_here = 0;   // bits of the block that lie behind a character that is no letter
  for (size_t begin = 0; begin < text.size(); begin += 64) {
    char tail[64];
    const char* block = text.data() + begin;
    if (text.size() - begin < sizeof tail) {
      std::memset(tail, ' ', sizeof tail);
      std::memcpy(tail, block, text.size() - begin);
      block = tail;
    }
    const WordMasks masks = word_masks(block);
    uint64_t starts = masks.word & ~(masks.word << 1 | word_before);
    word_before = masks.word >> 63;
    const uint64_t other = masks.other_lead;
    starts |= start_here | other << 2 | other << 3 | other << 4;
    start_here = other >> 62 | other >> 61 | other >> 60;
    starts &= masks.word & ~masks.continuation;
    for (; starts != 0; starts &= starts - 1) {
      visit(begin + static_cast<size_t>(std::countr_zero(starts)));
    }
  }
}

}  // namespace rasoat
