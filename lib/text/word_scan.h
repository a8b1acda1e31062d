// Finds every occurrence of a set of literals that begins where a word begins.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/literal_scan.h"
#include "text/word_starts.h"

namespace rasoat {

// Where LiteralScan takes a step for each byte, this looks at the front of each word only: several
// times as fast, for literals that begin with a letter or digit and are wanted at word starts only.
// Whether a word ends where a literal ends is not asked.
//
// Immutable once built; const access from any number of threads.
class WordScan {
 public:
  WordScan() : WordScan(std::span<const std::string>{}) {}
  // Bytes are compared as they are. Empty literals, and those that begin with another byte than
  // that of a letter or digit, never match. A literal given twice is reported under both indices.
  explicit WordScan(std::span<const std::string> literals);

  // Calls `report(LiteralMatch)` for all matches in the order of their begins, at one begin the
  // longest first. O(length of text + matches), given that few literals share their first bytes.
  template <typename Report>
  void for_each(std::string_view text, Report&& report) const {
    for_each_word_start(text, [&](size_t at) {
      const uint32_t hash = hash_of(front(text, at));
      if (!(filter_[hash / 64] >> hash % 64 & 1)) return;
      const uint32_t bucket = hash % kBuckets;
      for (uint32_t e = first_[bucket]; e < first_[bucket + 1]; ++e) {
        const Entry& entry = entries_[e];
        const size_t size = entry.size;
        if (text.size() - at < size || text[at + size - 1] != entry.last ||
            text[at + size / 2] != entry.middle)
          continue;
        if (std::memcmp(text.data() + at, literals_[entry.literal].data(), size) != 0) continue;
        report(LiteralMatch{entry.literal,
                            {static_cast<uint32_t>(at), static_cast<uint32_t>(at + size)}});
      }
    });
  }

 private:
  static constexpr uint32_t kBuckets = 4096;
  static constexpr uint32_t kHashes = 1U << 16;

  struct Entry {
    uint32_t literal;
    uint32_t size;
    char middle, last;  // bytes that tell most others at once
  };

  // The first three bytes of a word.
  static uint32_t front(std::string_view text, size_t at) {
    uint32_t bytes = 0;
    if (text.size() - at >= sizeof bytes) {
      std::memcpy(&bytes, text.data() + at, sizeof bytes);
      if constexpr (std::endian::native == std::endian::big) bytes = __builtin_bswap32(bytes);
    } else {
      for (size_t i = 0; i < 3 && at + i < text.size(); ++i)
        bytes |= static_cast<uint32_t>(static_cast<unsigned char>(text[at + i])) << 8 * i;
    }
    return bytes & 0xFFFFFF;
  }
  static uint32_t hash_of(uint32_t front) { return (front * 2654435761U) >> 16; }

  void add(uint32_t front, uint32_t literal, std::vector<std::vector<Entry>>& buckets);

  std::vector<std::string> literals_;
  std::array<uint64_t, kHashes / 64> filter_{};  // hashes of fronts that begin a literal
  std::array<uint32_t, kBuckets + 1> first_{};   // bucket → its first entry
  std::vector<Entry> entries_;                   // of a bucket: longest literal first
};

}  // namespace rasoat
