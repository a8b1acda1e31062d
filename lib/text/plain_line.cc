// 64 bytes at a time become masks with a bit for each byte; what must not be, and whether each
// character has its continuation bytes, is arithmetic on the masks.
#include "text/plain_line.h"

#ifdef __SSE2__
#include <emmintrin.h>

#include <bit>
#include <cstring>
#endif

namespace rasoat {

#ifdef __SSE2__
namespace {

constexpr size_t kBlock = 64;

struct Masks {
  uint64_t space = 0, continuation = 0;
  uint64_t c3 = 0, c6 = 0, lead2 = 0, e1 = 0, e2 = 0;
  uint64_t never = 0;  // bytes that no plain line holds
  uint64_t not_behind_c3 = 0, not_behind_c6 = 0;
  uint64_t behind_e1 = 0;  // bytes that may follow E1
};

class Bytes {
 public:
  explicit Bytes(const char* at) : b_(_mm_loadu_si128(reinterpret_cast<const __m128i*>(at))) {}
  uint64_t equal(int byte) const { return bits(_mm_cmpeq_epi8(b_, all(byte))); }
  uint64_t equal_under(int mask, int byte) const {
    return bits(_mm_cmpeq_epi8(_mm_and_si128(b_, all(mask)), all(byte)));
  }
  uint64_t not_ascii() const { return bits(b_); }
  // Bytes are signed here: 0x80 to 0xBF are the smallest.
  uint64_t continuation() const { return bits(_mm_cmplt_epi8(b_, all(0xC0))); }
  uint64_t below_space_or_not_ascii() const { return bits(_mm_cmplt_epi8(b_, all(0x20))); }

 private:
  static __m128i all(int byte) { return _mm_set1_epi8(static_cast<char>(byte)); }
  static uint64_t bits(__m128i v) { return static_cast<uint32_t>(_mm_movemask_epi8(v)); }
  __m128i b_;
};

Masks masks_of(const char* block) {
  Masks out;
  for (unsigned i = 0; i < kBlock; i += 16) {
    const Bytes b(block + i);
    out.space |= b.equal(' ') << i;
    const uint64_t not_ascii = b.not_ascii();
    const uint64_t continuation = b.continuation();
    uint64_t known = continuation;
    if (not_ascii != 0) {
      const uint64_t c3 = b.equal(0xC3), c6 = b.equal(0xC6);
      const uint64_t lead2 = c3 | c6 | b.equal_under(0xFE, 0xC4);
      const uint64_t e1 = b.equal(0xE1), e2 = b.equal(0xE2);
      known |= lead2 | e1 | e2;
      out.c3 |= c3 << i;
      out.c6 |= c6 << i;
      out.lead2 |= lead2 << i;
      out.e1 |= e1 << i;
      out.e2 |= e2 << i;
      out.not_behind_c3 |= b.equal_under(0xDF, 0x90) << i;  // 90, B0
      out.not_behind_c6 |= b.equal(0x89) << i;
      out.behind_e1 |= b.equal_under(0xFC, 0xB8) << i;
    }
    out.continuation |= continuation << i;
    out.never |= ((b.below_space_or_not_ascii() & ~known) | b.equal(0x7F)) << i;
  }
  return out;
}

// Of the third bytes of U+2000..U+203F: ‘ ’ “ ” • …
bool marks_need_no_repair(const char* line, size_t begin, size_t size, uint64_t e2) {
  for (; e2 != 0; e2 &= e2 - 1) {
    const size_t at = begin + static_cast<size_t>(std::countr_zero(e2));
    if (at + 2 >= size || static_cast<unsigned char>(line[at + 1]) != 0x80) return false;
    switch (static_cast<unsigned char>(line[at + 2])) {
      case 0x98:
      case 0x99:
      case 0x9C:
      case 0x9D:
      case 0xA2:
      case 0xA6:
        break;
      default:
        return false;
    }
  }
  return true;
}

}  // namespace

bool is_plain_line(std::string_view line, uint32_t& characters) {
  Masks before;
  uint32_t continuations = 0;
  for (size_t begin = 0; begin < line.size(); begin += kBlock) {
    char tail[kBlock];
    const char* block = line.data() + begin;
    if (line.size() - begin < kBlock) {
      std::memset(tail, 'a', kBlock);
      std::memcpy(tail, block, line.size() - begin);
      block = tail;
    }
    const Masks now = masks_of(block);
    // The bits of a mask moved on to the bytes that follow.
    const auto next = [](uint64_t here, uint64_t last) { return here << 1 | last >> 63; };
    const auto next2 = [](uint64_t here, uint64_t last) { return here << 2 | last >> 62; };
    const uint64_t lead3 = now.e1 | now.e2, last3 = before.e1 | before.e2;
    const uint64_t expected = next(now.lead2 | lead3, before.lead2 | last3) | next2(lead3, last3);
    const uint64_t wrong =
        now.never | (now.continuation ^ expected) | (now.space & next(now.space, before.space)) |
        (now.not_behind_c3 & next(now.c3, before.c3)) |
        (now.not_behind_c6 & next(now.c6, before.c6)) | (~now.behind_e1 & next(now.e1, before.e1));
    if (wrong != 0) return false;
    if (now.e2 != 0 && !marks_need_no_repair(line.data(), begin, line.size(), now.e2)) return false;
    continuations += static_cast<uint32_t>(std::popcount(now.continuation));
    before = now;
  }
  // A character cut off by the end of the line, where no filling came behind it.
  if (line.size() % kBlock == 0 &&
      ((before.lead2 | before.e1 | before.e2) >> 63 | (before.e1 | before.e2) >> 62) != 0) {
    return false;
  }
  characters = static_cast<uint32_t>(line.size()) - continuations;
  return true;
}

#else

bool is_plain_line(std::string_view, uint32_t&) { return false; }

#endif

}  // namespace rasoat
