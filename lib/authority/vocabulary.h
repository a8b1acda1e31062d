// The words of a lexicon and their numbers.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace rasoat {

// The first eight of `count` bytes, the first one lowest; 0 behind the last.
inline uint64_t eight_bytes(const char* data, size_t count) {
  uint64_t bytes = 0;
  if (count >= sizeof bytes) {
    std::memcpy(&bytes, data, sizeof bytes);
    if constexpr (std::endian::native == std::endian::big) bytes = __builtin_bswap64(bytes);
    return bytes;
  }
  for (size_t i = 0; i < count; ++i) {
    bytes |= uint64_t{static_cast<unsigned char>(data[i])} << 8 * i;
  }
  return bytes;
}

// The first `size` of eight bytes, and 0 for the others.
inline uint64_t first_bytes(uint64_t bytes, size_t size) {
  static constexpr std::array<uint64_t, 9> kMasks = {
      0, 0xFF, 0xFFFF, 0xFFFFFF, ~0U, ~0ULL >> 24, ~0ULL >> 16, ~0ULL >> 8, ~0ULL};
  return bytes & kMasks[std::min<size_t>(size, 8)];
}

// Words and their ids, counted from 0 in the order in which they came. A syllable seldom has more
// than eight bytes, so that it is mostly found by comparing one number.
class Vocabulary {
 public:
  int32_t intern(std::string_view word);
  // -1 if it is not there.
  int32_t find(std::string_view word) const {
    return find(word, eight_bytes(word.data(), word.size()));
  }
  // The same where `front`, the word's first eight bytes and perhaps some that follow it, is known.
  int32_t find(std::string_view word, uint64_t front) const {
    return slots_[slot_of(word, first_bytes(front, word.size()))].id;
  }
  size_t size() const { return words_.size(); }

 private:
  struct Slot {
    uint64_t front = 0;
    uint32_t size = 0;  // of the word, in bytes
    int32_t id = -1;
  };

  // The slot of the word, or the free one where it would stand.
  size_t slot_of(std::string_view word, uint64_t front) const {
    size_t at = static_cast<size_t>(front * 0x9E3779B97F4A7C15U >> 40) & mask_;
    while (!holds(slots_[at], word, front) && slots_[at].id >= 0) at = (at + 1) & mask_;
    return at;
  }
  // Of a free slot: only for the empty word.
  bool holds(const Slot& slot, std::string_view word, uint64_t front) const {
    return slot.front == front && slot.size == word.size() &&
           (word.size() <= sizeof front || words_[static_cast<size_t>(slot.id)] == word);
  }

  std::vector<std::string> words_;
  std::vector<Slot> slots_ = std::vector<Slot>(64);  // open addressing, at most half full
  size_t mask_ = slots_.size() - 1;
};

}  // namespace rasoat
