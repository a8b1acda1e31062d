// Compiled for processors with AVX2 and run on no other, so nothing is called here but what the
// compiler writes in place.
#include "text/plain_line.h"
#include "text/plain_line_blocks.h"

#ifdef __AVX2__
#include <immintrin.h>
#endif

namespace rasoat {

#ifdef __AVX2__
namespace {

// As Bytes (bytes16.h), with 32 of them.
struct Bytes32 {
  static constexpr size_t kSize = 32;
  __m256i v;

  static Bytes32 load(const char* at) {
    return {_mm256_loadu_si256(reinterpret_cast<const __m256i*>(at))};
  }
  static Bytes32 all(int byte) { return {_mm256_set1_epi8(static_cast<char>(byte))}; }
  void store(char* at) const { _mm256_storeu_si256(reinterpret_cast<__m256i*>(at), v); }

  Bytes32 operator&(Bytes32 o) const { return {_mm256_and_si256(v, o.v)}; }
  Bytes32 operator|(Bytes32 o) const { return {_mm256_or_si256(v, o.v)}; }
  Bytes32 operator^(Bytes32 o) const { return {_mm256_xor_si256(v, o.v)}; }
  Bytes32 operator+(Bytes32 o) const { return {_mm256_add_epi8(v, o.v)}; }
  Bytes32 operator-(Bytes32 o) const { return {_mm256_sub_epi8(v, o.v)}; }
  Bytes32 but_not(Bytes32 o) const { return {_mm256_andnot_si256(o.v, v)}; }
  Bytes32 is(int byte) const { return {_mm256_cmpeq_epi8(v, all(byte).v)}; }
  Bytes32 within(int first, int last) const {
    return {_mm256_cmpgt_epi8(all(0x81 + last - first).v, (*this + all(0x80 - first)).v)};
  }
  Bytes32 from_80_to(int last) const { return {_mm256_cmpgt_epi8(all(last + 1).v, v)}; }
  unsigned high_bits() const { return static_cast<unsigned>(_mm256_movemask_epi8(v)); }

  Bytes32 behind_one() const { return {_mm256_alignr_epi8(v, behind_sixteen(), 15)}; }
  Bytes32 behind_two() const { return {_mm256_alignr_epi8(v, behind_sixteen(), 14)}; }
  unsigned sum() const {
    const __m256i quarters = _mm256_sad_epu8(v, _mm256_setzero_si256());
    const __m128i halves =
        _mm_add_epi32(_mm256_castsi256_si128(quarters), _mm256_extracti128_si256(quarters, 1));
    return static_cast<unsigned>(_mm_cvtsi128_si32(halves) +
                                 _mm_cvtsi128_si32(_mm_srli_si128(halves, 8)));
  }

 private:
  __m256i behind_sixteen() const { return _mm256_permute2x128_si256(v, v, 0x08); }
};

}  // namespace

TakePlainLine take_plain_line_avx2() {
  static_assert(kRoom >= Bytes32::kSize);
  return __builtin_cpu_supports("avx2") ? take_plain_line_in<Bytes32> : nullptr;
}

#else

TakePlainLine take_plain_line_avx2() { return nullptr; }

#endif

}  // namespace rasoat
