// What a document cites, and what cites it.
//
// Outcomes are found at reading time: a reference that pointed at nothing when it was written may
// be resolved now, since the cited document has come since, or gone. What cites a document is found
// by its number and its name (citations.target_key); then each citing document is resolved as a
// whole and those references are kept that arrive here.
#include <algorithm>

#include "store/citing_rows.h"
#include "store/provision_range.h"
#include "structure/provision_words.h"

namespace rasoat {
namespace {

using store_internal::CitationRow;
using store_internal::CitingRows;
using store_internal::DocumentRow;
using store_internal::documents;

class ReferenceReader {
 public:
  ReferenceReader(soci::session& sql, const ReferenceFilter& filter, const LawRegistry& registry)
      : sql_(sql), filter_(filter), rows_(sql, registry) {}

  ReferenceList outgoing() {
    const bool one = !filter_.document.empty();
    const std::vector<DocumentRow> all =
        one ? documents(sql_, "d.id = :i", {filter_.document}) : documents(sql_, "1 = 1", {});
    store_internal::ProvisionRange range{-1, INT32_MAX};
    if (one && !filter_.provision.empty()) {
      range = store_internal::provision_range(sql_, filter_.document, filter_.provision);
    }
    for (const DocumentRow& citing : all) {
      for (CitationRow& row : rows_.resolved(citing)) {
        if (row.reference.from < range.first || row.reference.from > range.last) continue;
        take(citing, row);
      }
    }
    return std::move(out_);
  }

  ReferenceList incoming() {
    const std::vector<std::string> keys = rows_.held().target_keys(filter_.document);
    std::vector<std::string> values = keys;
    std::string condition = "d.id = :self";
    values.insert(values.begin(), filter_.document);
    for (size_t i = 0; i < keys.size(); ++i) {
      condition += " OR d.nr IN (SELECT c.document FROM citations c WHERE c.target_key = :k" +
                   std::to_string(i) + ")";
    }
    for (const DocumentRow& citing : documents(sql_, "(" + condition + ")", values)) {
      for (CitationRow& row : rows_.resolved(citing)) {
        const auto& candidates = row.reference.candidates;
        if (std::find(candidates.begin(), candidates.end(), filter_.document) == candidates.end() ||
            !is_within(rows_.unit_in(filter_.document, row.reference.provision),
                       filter_.provision)) {
          continue;
        }
        take(citing, row);
      }
    }
    return std::move(out_);
  }

 private:
  // Counts the reference, and keeps it if it is on the page that was asked for.
  void take(const DocumentRow& citing, CitationRow& row) {
    if (row.reference.outcome != filter_.outcome.value_or(row.reference.outcome)) return;
    if (row.reference.outcome == Outcome::kGeneric && !filter_.outcome) return;
    if (row.reference.quoted && !filter_.quoted) return;
    const uint64_t index = out_.total++;
    if (index < filter_.offset || (filter_.limit > 0 && out_.rows.size() >= filter_.limit)) return;
    out_.rows.push_back(rows_.finish(citing, std::move(row)));
  }

  soci::session& sql_;
  const ReferenceFilter& filter_;
  CitingRows rows_;
  ReferenceList out_;
};

}  // namespace

Result<ReferenceList> Store::references(const ReferenceFilter& filter,
                                        const Lexicon& lexicon) const {
  soci::session& sql = state_->sql;
  return state_->guarded([&] {
    soci::transaction transaction(sql);
    ReferenceReader reader(sql, filter, lexicon.derived<LawRegistry>());
    return filter.incoming ? reader.incoming() : reader.outgoing();
  });
}

}  // namespace rasoat
