#include "text/word_scan.h"

#include <algorithm>

namespace rasoat {

WordScan::WordScan(std::span<const std::string> literals)
    : literals_(literals.begin(), literals.end()) {
  std::vector<std::vector<Entry>> buckets(kBuckets);
  for (uint32_t i = 0; i < literals_.size(); ++i) {
    const std::string& literal = literals_[i];
    if (literal.empty()) continue;
    const uint64_t bytes = first_bytes(literal, 0);
    const uint64_t mask =
        literal.size() < sizeof bytes ? (uint64_t{1} << 8 * literal.size()) - 1 : ~uint64_t{0};
    const uint32_t hash = hash_of(front_of(bytes));
    filter_[hash / 64] |= uint64_t{1} << hash % 64;
    buckets[hash % kBuckets].push_back({bytes, mask, i, static_cast<uint32_t>(literal.size())});
  }
  for (uint32_t b = 0; b < kBuckets; ++b) {
    std::vector<Entry>& bucket = buckets[b];
    std::stable_sort(bucket.begin(), bucket.end(),
                     [](const Entry& x, const Entry& y) { return x.size > y.size; });
    first_[b] = static_cast<uint32_t>(entries_.size());
    entries_.insert(entries_.end(), bucket.begin(), bucket.end());
  }
  first_[kBuckets] = static_cast<uint32_t>(entries_.size());
}

}  // namespace rasoat
