// Records of the base of an index (index/search_index.h) whose documents have changed or are gone
// since it was built. The base itself is never changed: these are left out when it is asked.
// Included by .cc files only.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rasoat::index_internal {

// The records of one document, which stand side by side.
struct GoneRange {
  uint32_t first = 0;  // Xapian's number in the base
  uint32_t records = 0;
  uint32_t provisions = 0;  // of the records
};

class Gone {
 public:
  void add(const GoneRange& range);
  bool holds(uint32_t record) const;
  bool empty() const { return ranges_.empty(); }
  uint64_t records() const;
  uint64_t provisions() const;
  const std::vector<GoneRange>& ranges() const { return ranges_; }

  // As the database of the changes keeps it, beside the records that take the place of these.
  std::string pack() const;
  static Gone unpack(std::string_view bytes);

 private:
  std::vector<GoneRange> ranges_;  // by first; none overlap
};

// All records of the document in the base; nothing where it has none.
std::optional<GoneRange> records_of(const Xapian::Database& base, const std::string& document_term);

// Matches the gone records, in the database of this uuid alone.
class GoneSource : public Xapian::PostingSource {
 public:
  GoneSource(const Gone& gone, std::string base_uuid)
      : gone_(gone), base_uuid_(std::move(base_uuid)) {}

  Xapian::doccount get_termfreq_min() const override { return 0; }
  Xapian::doccount get_termfreq_est() const override { return get_termfreq_max(); }
  Xapian::doccount get_termfreq_max() const override;
  void init(const Xapian::Database& database) override;
  void next(double) override;
  void skip_to(Xapian::docid record, double) override;
  bool at_end() const override { return !is_base_ || range_ >= gone_.ranges().size(); }
  Xapian::docid get_docid() const override { return record_; }
  PostingSource* clone() const override { return new GoneSource(gone_, base_uuid_); }

 private:
  const Gone& gone_;
  const std::string base_uuid_;
  bool is_base_ = false;
  size_t range_ = 0;
  Xapian::docid record_ = 0;
};

}  // namespace rasoat::index_internal
