// How plain lines are told, for blocks of any size. A source that is compiled for another processor
// includes it too, so all here are templates, of which each has its own.
//
// Since a character of UTF-8 can begin in no other, a byte and the two before it tell all about it.
// So blocks may overlap, and what is wrong is gathered and looked at once, at the end of the line.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace rasoat {

// take_plain_line for a line of so many bytes.
using TakePlainLine = bool (*)(const char* line, size_t size, char* lower, uint32_t& characters);

// With blocks of 32 bytes; null where the processor has no AVX2.
TakePlainLine take_plain_line_avx2();

template <typename Bytes>
class PlainLine {
 public:
  // Takes a block and writes it in lower case; `before` and `before2` are the bytes that stand one
  // and two places before its own. Returns its continuation bytes.
  [[gnu::always_inline]] Bytes take(Bytes b, Bytes before, Bytes before2, char* lower) {
    const Bytes continuation = b.from_80_to(0xBF);
    const Bytes c3 = before.is(0xC3), c4 = before.is(0xC4), c5 = before.is(0xC5);
    const Bytes c6 = before.is(0xC6), e1 = before.is(0xE1), e2 = before.is(0xE2);
    const Bytes in_e1 = before2.is(0xE1), in_e2 = before2.is(0xE2);
    const Bytes expected = c3 | c4 | c5 | c6 | e1 | e2 | in_e1 | in_e2;
    const Bytes lonely = before.within(0xC0, 0xFF).but_not(continuation);
    const Bytes never = b.within(0, 0x1F) | b.is(0x7F);

    // Ă Đ Ĩ, Ũ, Ơ Ư and U+1EA0 to U+1EFF are each followed by their small letters.
    const Bytes pair = b | Bytes::all(1);
    const Bytes a9 = pair.is(0xA9), af = b.is(0xAF);
    const Bytes mark =
        b.within(0x98, 0x99) | b.within(0x9C, 0x9D) | (b | Bytes::all(4)).is(0xA6);  // A2, A6
    const Bytes other = (c3 & (b & Bytes::all(0xDF)).is(0x90)) |                     // Ð, ð
                        c4.but_not(pair.is(0x83) | pair.is(0x91) | a9) | c5.but_not(a9) |
                        c6.but_not(pair.is(0xA1) | af | b.is(0xB0)) | e1.but_not(pair.is(0xBB)) |
                        e2.but_not(b.is(0x80)) | in_e2.but_not(mark) |
                        (in_e1 & before.is(0xBA) & b.from_80_to(0x9F));
    wrong_ =
        wrong_ | never | lonely | other | (continuation ^ expected) | (b.is(' ') & before.is(' '));

    const Bytes even = (b & Bytes::all(1)).is(0);
    const Bytes capital = ((c4 | c5 | in_e1) & even) | (c6 & (b.is(0xA0) | af));
    const Bytes latin1 = (c3 & b.from_80_to(0x9E)).but_not(b.is(0x97));
    (b + (capital & Bytes::all(1)) + ((latin1 | b.within('A', 'Z')) & Bytes::all(0x20)))
        .store(lower);
    return continuation;
  }

  // Once all blocks of the line are taken.
  bool is_plain(const char* line, size_t size) const {
    return wrong_.high_bits() == 0 && !is_cut_off(line, size);
  }

 private:
  // Whether the end of the line cuts off a character.
  static bool is_cut_off(const char* line, size_t size) {
    const auto from_end = [&](size_t i) {
      return i <= size ? static_cast<unsigned char>(line[size - i]) : 0U;
    };
    return from_end(1) >= 0xC0 || from_end(2) >= 0xE0;
  }

  Bytes wrong_ = Bytes::all(0);
};

template <typename Bytes>
bool take_plain_line_in(const char* text, size_t size, char* lower, uint32_t& characters) {
  constexpr size_t kBlock = Bytes::kSize;
  PlainLine<Bytes> plain;
  if (size < kBlock) {
    char block[kBlock];
    std::memset(block, 'a', kBlock);
    std::memcpy(block, text, size);
    const Bytes b = Bytes::load(block);
    const Bytes continuation = plain.take(b, b.behind_one(), b.behind_two(), lower);
    characters = static_cast<uint32_t>(size) -
                 static_cast<uint32_t>(std::popcount(continuation.high_bits()));
    return plain.is_plain(text, size);
  }
  constexpr size_t kMostCounted = 255;  // in a byte
  const Bytes first = Bytes::load(text);
  Bytes counts = Bytes::all(0) - plain.take(first, first.behind_one(), first.behind_two(), lower);
  uint32_t continuations = 0;
  size_t at = kBlock;
  for (size_t counted = 1; at + kBlock <= size; at += kBlock) {
    counts = counts - plain.take(Bytes::load(text + at), Bytes::load(text + at - 1),
                                 Bytes::load(text + at - 2), lower + at);
    if (++counted < kMostCounted) continue;
    continuations += counts.sum();
    counts = Bytes::all(0);
    counted = 0;
  }
  continuations += counts.sum();
  if (at < size) {
    const size_t last = size - kBlock;
    const Bytes b = Bytes::load(text + last);
    const Bytes before2 = last == 1 ? first.behind_one() : Bytes::load(text + last - 2);
    const Bytes continuation = plain.take(b, Bytes::load(text + last - 1), before2, lower + last);
    continuations +=
        static_cast<uint32_t>(std::popcount(continuation.high_bits() >> (kBlock - (size - at))));
  }
  characters = static_cast<uint32_t>(size) - continuations;
  return plain.is_plain(text, size);
}

}  // namespace rasoat
