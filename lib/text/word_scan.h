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
// A literal of four bytes or more may end inside a word, a shorter one is found as a whole word
// only.
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
    // Which words pass the filter can't be foretold, so they are put by and looked at together.
    std::array<uint32_t, kBatch> batch;
    size_t batched = 0;
    for_each_word_start(text, [&](size_t at) {
      const uint32_t front = first_four(text, at);
      batch[batched] = static_cast<uint32_t>(at);
      batched += fronts_[bucket_of(front)] | pairs_[bucket_of(front & 0xFFFF)];
      if (batched < kBatch) return;
      for (const uint32_t word : batch) match(text, word, report);
      batched = 0;
    });
    for (size_t i = 0; i < batched; ++i) match(text, batch[i], report);
  }

 private:
  // Literals are told apart by their first four bytes; those that are shorter stand in buckets of
  // their own, by the first two.
  static constexpr uint32_t kFront = 4;
  static constexpr uint32_t kBuckets = 4096;  // and as many for those that are shorter
  static constexpr size_t kBatch = 64;

  struct Entry {
    uint64_t first_bytes, mask;  // of the literal's first eight bytes
    uint32_t literal, size;
  };

  template <typename Report>
  void match(std::string_view text, uint32_t at, Report& report) const {
    const uint64_t word = first_bytes(text, at);
    match_in(bucket_of(word), word, text, at, report);
    match_in(kBuckets + bucket_of(word & 0xFFFF), word, text, at, report);
  }

  template <typename Report>
  void match_in(uint32_t bucket, uint64_t word, std::string_view text, uint32_t at,
                Report& report) const {
    for (uint32_t e = first_[bucket]; e < first_[bucket + 1]; ++e) {
      const Entry& entry = entries_[e];
      if ((word & entry.mask) != entry.first_bytes || text.size() - at < entry.size) continue;
      if (entry.size < kFront && !ends_word(word >> 8 * (entry.size - 1)) &&
          !ends_word(word >> 8 * entry.size)) {
        continue;
      }
      if (entry.size > sizeof word &&
          std::memcmp(text.data() + at + sizeof word, literals_[entry.literal].data() + sizeof word,
                      entry.size - sizeof word) != 0) {
        continue;
      }
      report(LiteralMatch{entry.literal, {at, at + entry.size}});
    }
  }

  // Up to eight bytes from `at` on, the first one lowest; 0 behind the end of the text.
  static uint64_t first_bytes(std::string_view text, size_t at) {
    uint64_t bytes = 0;
    if (text.size() - at >= sizeof bytes) {
      std::memcpy(&bytes, text.data() + at, sizeof bytes);
      if constexpr (std::endian::native == std::endian::big) bytes = __builtin_bswap64(bytes);
    } else {
      for (size_t i = 0; at + i < text.size(); ++i)
        bytes |= uint64_t{static_cast<unsigned char>(text[at + i])} << 8 * i;
    }
    return bytes;
  }
  // The first four of them.
  static uint32_t first_four(std::string_view text, size_t at) {
    uint32_t bytes;
    if (std::endian::native == std::endian::big || text.size() - at < sizeof bytes) {
      return static_cast<uint32_t>(first_bytes(text, at));
    }
    std::memcpy(&bytes, text.data() + at, sizeof bytes);
    return bytes;
  }
  // Whether the lowest byte is none of a letter or digit that a word could go on with.
  static bool ends_word(uint64_t bytes) { return kEndsWord[bytes & 0xFF]; }
  // By a hash of the four lowest bytes.
  static uint32_t bucket_of(uint64_t bytes) {
    return (static_cast<uint32_t>(bytes) * 2654435761U) >> 20;
  }

  static constexpr std::array<bool, 256> kEndsWord = [] {
    std::array<bool, 256> out{};
    for (unsigned b = 0; b < 256; ++b) {
      const bool continuation = b >= 0x80 && b < 0xC0;
      const bool letter = (b >= 0xC3 && b <= 0xD4) || b == 0xE1;  // U+00C0..U+053F, U+1000..U+1FFF
      out[b] = !(b < 0x80 && is_word_character(b)) && !continuation && !letter;
    }
    return out;
  }();

  std::vector<std::string> literals_;
  std::array<bool, kBuckets> fronts_{};  // buckets of the first four bytes of literals
  std::array<bool, kBuckets> pairs_{};   // of the first two bytes of literals that are shorter
  std::array<uint32_t, 2 * kBuckets + 1> first_{};  // bucket → its first entry
  std::vector<Entry> entries_;                      // of a bucket: longest literal first
};

}  // namespace rasoat
