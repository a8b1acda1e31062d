// Sixteen bytes at a time, where the processor has SSE2.
#pragma once

#ifdef __SSE2__
#include <emmintrin.h>

#include <cstddef>

namespace rasoat {

// A block of bytes, or a mask: all bits of a byte set or none.
struct Bytes {
  static constexpr size_t kSize = 16;
  __m128i v;

  static Bytes load(const char* at) {
    return {_mm_loadu_si128(reinterpret_cast<const __m128i*>(at))};
  }
  static Bytes all(int byte) { return {_mm_set1_epi8(static_cast<char>(byte))}; }
  void store(char* at) const { _mm_storeu_si128(reinterpret_cast<__m128i*>(at), v); }

  Bytes operator&(Bytes o) const { return {_mm_and_si128(v, o.v)}; }
  Bytes operator|(Bytes o) const { return {_mm_or_si128(v, o.v)}; }
  Bytes operator^(Bytes o) const { return {_mm_xor_si128(v, o.v)}; }
  Bytes operator+(Bytes o) const { return {_mm_add_epi8(v, o.v)}; }
  Bytes operator-(Bytes o) const { return {_mm_sub_epi8(v, o.v)}; }
  Bytes but_not(Bytes o) const { return {_mm_andnot_si128(o.v, v)}; }
  Bytes is(int byte) const { return {_mm_cmpeq_epi8(v, all(byte).v)}; }
  Bytes within(int first, int last) const {
    return {_mm_cmplt_epi8((*this + all(0x80 - first)).v, all(0x81 + last - first).v)};
  }
  // Bytes are signed, so that 0x80 is the smallest.
  Bytes from_80_to(int last) const { return {_mm_cmplt_epi8(v, all(last + 1).v)}; }
  unsigned high_bits() const { return static_cast<unsigned>(_mm_movemask_epi8(v)); }

  // The bytes moved up by one or two places, behind zeros.
  Bytes behind_one() const { return {_mm_slli_si128(v, 1)}; }
  Bytes behind_two() const { return {_mm_slli_si128(v, 2)}; }
  unsigned sum() const {
    const __m128i halves = _mm_sad_epu8(v, _mm_setzero_si128());
    return static_cast<unsigned>(_mm_cvtsi128_si32(halves) +
                                 _mm_cvtsi128_si32(_mm_srli_si128(halves, 8)));
  }
};

}  // namespace rasoat

#endif
