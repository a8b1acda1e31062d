#include "index/gone.h"

#include <algorithm>

#include "index/packed_number.h"
#include "index/record.h"

namespace rasoat::index_internal {
namespace {

constexpr size_t kBytesOfRange = 12;

bool ends_before(const GoneRange& range, uint32_t record) {
  return uint64_t{range.first} + range.records <= record;
}

}  // namespace

void Gone::add(const GoneRange& range) {
  const auto at = std::lower_bound(ranges_.begin(), ranges_.end(), range.first, ends_before);
  ranges_.insert(at, range);
}

bool Gone::holds(uint32_t record) const {
  const auto at = std::lower_bound(ranges_.begin(), ranges_.end(), record, ends_before);
  return at != ranges_.end() && at->first <= record;
}

uint64_t Gone::records() const {
  uint64_t out = 0;
  for (const GoneRange& range : ranges_) out += range.records;
  return out;
}

uint64_t Gone::provisions() const {
  uint64_t out = 0;
  for (const GoneRange& range : ranges_) out += range.provisions;
  return out;
}

std::string Gone::pack() const {
  std::string out;
  out.reserve(kBytesOfRange * ranges_.size());
  for (const GoneRange& range : ranges_) {
    put_number(out, range.first, 4);
    put_number(out, range.records, 4);
    put_number(out, range.provisions, 4);
  }
  return out;
}

Gone Gone::unpack(std::string_view bytes) {
  Gone out;
  while (bytes.size() >= kBytesOfRange) {
    GoneRange range;
    range.first = take_number(bytes, 4);
    range.records = take_number(bytes, 4);
    range.provisions = take_number(bytes, 4);
    if (range.first > 0 && range.records > 0) out.ranges_.push_back(range);
  }
  return out;
}

std::optional<GoneRange> records_of(const Xapian::Database& base, const std::string& term) {
  const auto first = base.postlist_begin(term);
  if (first == base.postlist_end(term)) return {};
  GoneRange out;
  out.first = *first;
  out.records = base.get_termfreq(term);
  auto provision = base.postlist_begin(kProvisionKind);
  for (provision.skip_to(out.first); provision != base.postlist_end(kProvisionKind); ++provision) {
    if (*provision - out.first >= out.records) break;
    ++out.provisions;
  }
  return out;
}

Xapian::doccount GoneSource::get_termfreq_max() const {
  return is_base_ ? static_cast<Xapian::doccount>(gone_.records()) : 0;
}

void GoneSource::init(const Xapian::Database& database) {
  is_base_ = database.get_uuid() == base_uuid_;
  range_ = 0;
  record_ = 0;
}

void GoneSource::next(double) { skip_to(record_ + 1, 0); }

void GoneSource::skip_to(Xapian::docid record, double) {
  const auto& ranges = gone_.ranges();
  while (range_ < ranges.size() && ends_before(ranges[range_], record)) ++range_;
  if (!at_end()) record_ = std::max(record, ranges[range_].first);
}

}  // namespace rasoat::index_internal
