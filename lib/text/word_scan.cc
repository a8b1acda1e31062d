#include "text/word_scan.h"

#include <algorithm>

namespace rasoat {

WordScan::WordScan(std::span<const std::string> literals)
    : literals_(literals.begin(), literals.end()) {
  std::vector<std::vector<Entry>> buckets(2 * kBuckets);
  const auto add = [&](std::array<bool, kBuckets>& filter, uint32_t first, uint64_t front,
                       const Entry& entry) {
    filter[bucket_of(front)] = true;
    std::vector<Entry>& bucket = buckets[first + bucket_of(front)];
    if (bucket.empty() || bucket.back().literal != entry.literal) bucket.push_back(entry);
  };
  for (uint32_t i = 0; i < literals_.size(); ++i) {
    const std::string& literal = literals_[i];
    if (literal.empty()) continue;
    const uint64_t bytes = first_bytes(literal, 0);
    const uint64_t mask =
        literal.size() < sizeof bytes ? (uint64_t{1} << 8 * literal.size()) - 1 : ~uint64_t{0};
    const Entry entry{bytes, mask, i, static_cast<uint32_t>(literal.size())};
    if (literal.size() >= kFront) {
      add(fronts_, 0, bytes, entry);
    } else if (literal.size() > 1) {
      add(pairs_, kBuckets, bytes & 0xFFFF, entry);
    } else {
      // Whatever stands behind it.
      for (uint64_t next = 0; next < 0x100; ++next) add(pairs_, kBuckets, bytes | next << 8, entry);
    }
  }
  for (uint32_t b = 0; b < buckets.size(); ++b) {
    std::vector<Entry>& bucket = buckets[b];
    std::stable_sort(bucket.begin(), bucket.end(),
                     [](const Entry& x, const Entry& y) { return x.size > y.size; });
    first_[b] = static_cast<uint32_t>(entries_.size());
    entries_.insert(entries_.end(), bucket.begin(), bucket.end());
  }
  first_[buckets.size()] = static_cast<uint32_t>(entries_.size());
}

}  // namespace rasoat
