#include "text/word_scan.h"

#include <algorithm>

namespace rasoat {

WordScan::WordScan(std::span<const std::string> literals)
    : literals_(literals.begin(), literals.end()) {
  std::vector<std::vector<Entry>> buckets(kBuckets);
  for (uint32_t i = 0; i < literals_.size(); ++i) {
    const std::string& literal = literals_[i];
    if (literal.empty()) continue;
    // A literal shorter than a front may be followed by anything.
    const uint32_t known = front(literal, 0);
    const uint32_t open = 8 * static_cast<uint32_t>(3 - std::min<size_t>(literal.size(), 3));
    for (uint32_t rest = 0; rest < 1U << open; ++rest)
      add(known | rest << (24 - open) % 24, i, buckets);
  }
  for (uint32_t b = 0; b < kBuckets; ++b) {
    std::vector<Entry>& bucket = buckets[b];
    std::sort(bucket.begin(), bucket.end(), [&](const Entry& x, const Entry& y) {
      return x.size != y.size ? x.size > y.size : x.literal < y.literal;
    });
    first_[b] = static_cast<uint32_t>(entries_.size());
    entries_.insert(entries_.end(), bucket.begin(), bucket.end());
  }
  first_[kBuckets] = static_cast<uint32_t>(entries_.size());
}

void WordScan::add(uint32_t front, uint32_t literal, std::vector<std::vector<Entry>>& buckets) {
  const uint32_t hash = hash_of(front);
  filter_[hash / 64] |= uint64_t{1} << hash % 64;
  std::vector<Entry>& bucket = buckets[hash % kBuckets];
  const auto same = [literal](const Entry& entry) { return entry.literal == literal; };
  if (std::none_of(bucket.begin(), bucket.end(), same))
    bucket.push_back({literal, static_cast<uint32_t>(literals_[literal].size()),
                      literals_[literal][literals_[literal].size() / 2],
                      literals_[literal].back()});
}

}  // namespace rasoat
