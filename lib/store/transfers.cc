// Tasks that provisions move from one body to another.
//
// The unit that laid a task down is a reference of the moving document; it is resolved like every
// other when it is asked for. Where the text does not name who had the task, the held unit tells
// the bodies that may have had it: those with a task there that have ended.
#include <algorithm>
#include <set>

#include "store/citing_rows.h"
#include "store/provision_range.h"

namespace rasoat {
namespace {

using store_internal::CitationRow;
using store_internal::CitingRows;
using store_internal::DocumentRow;
using store_internal::Integer;

bool holds(const std::vector<std::string>& list, const std::string& item) {
  return std::find(list.begin(), list.end(), item) != list.end();
}

class TransferReader {
 public:
  TransferReader(soci::session& sql, const TransferFilter& filter, const Lexicon& lexicon)
      : sql_(sql), filter_(filter), lexicon_(lexicon), rows_(sql, lexicon.derived<LawRegistry>()) {}

  TransferList read() {
    for (const DocumentRow& document : store_internal::documents(
             sql_, "EXISTS (SELECT 1 FROM transfers t WHERE t.document = d.nr)", {})) {
      read(document);
    }
    return std::move(out_);
  }

 private:
  void read(const DocumentRow& document) {
    const std::vector<CitationRow> citations = rows_.resolved(document);
    Integer provision = 0, citation = 0, page = 0, line = 0;
    TransferRow row;
    soci::statement rows =
        (sql_.prepare << "SELECT provision, from_agency, to_agency, citation, holder, quote, page, "
                         "line FROM transfers WHERE document = :d ORDER BY position",
         soci::into(provision), soci::into(row.from), soci::into(row.to), soci::into(citation),
         soci::into(row.holder), soci::into(row.quote), soci::into(page), soci::into(line),
         soci::use(document.nr));
    row.document = document.label;
    rows.execute();
    while (rows.fetch()) {
      if (citation < 0 || citation >= static_cast<Integer>(citations.size())) {
        throw store_internal::DamagedRow("transfer without its reference");
      }
      const CitationRow& cited = citations[static_cast<size_t>(citation)];
      if (!filter_.to.empty() && !holds(filter_.to, row.to)) continue;
      row.provision = rows_.provision(document, provision);
      row.from_name = row.from.empty() ? "" : agency_display_name(row.from, lexicon_);
      row.to_name = agency_display_name(row.to, lexicon_);
      row.unit = cited.reference;
      row.unit_text = cited.words;
      row.place = {document.source, static_cast<uint32_t>(page), static_cast<uint32_t>(line)};
      find_unit(row);
      if (!wanted(row)) continue;
      const uint64_t index = out_.total++;
      const bool full = filter_.limit > 0 && out_.rows.size() >= filter_.limit;
      if (index >= filter_.offset && !full) out_.rows.push_back(row);
    }
  }

  // The unit as it is held, and who had the task there.
  void find_unit(TransferRow& row) {
    row.target.reset();
    row.target_provision.clear();
    row.former.clear();
    row.former_names.clear();
    if (row.unit.candidates.size() != 1) return;
    const std::string& target = row.unit.candidates.front();
    row.target = rows_.label_of(target);
    const std::string unit = rows_.unit_in(target, row.unit.provision);
    if (!rows_.held().has_provision(target, unit)) return;
    row.target_provision = unit;
    if (!row.from.empty()) return;
    const auto range = store_internal::provision_range(sql_, target, unit);
    std::string agency;
    soci::statement agencies =
        (sql_.prepare << "SELECT DISTINCT a.agency FROM assignments a JOIN documents d "
                         "ON d.nr = a.document WHERE d.id = :d AND a.provision BETWEEN :f AND :l "
                         "ORDER BY a.agency",
         soci::into(agency), soci::use(target), soci::use(range.first), soci::use(range.last));
    agencies.execute();
    while (agencies.fetch()) {
      if (agency == row.to || !agency_end(agency, lexicon_)) continue;
      row.former.push_back(agency);
      row.former_names.push_back(agency_display_name(agency, lexicon_));
    }
  }

  bool wanted(const TransferRow& row) const {
    if (!filter_.document.empty() && row.document.id != filter_.document &&
        !(row.target && row.target->id == filter_.document)) {
      return false;
    }
    return filter_.from.empty() || holds(filter_.from, row.from) ||
           std::any_of(row.former.begin(), row.former.end(),
                       [&](const std::string& key) { return holds(filter_.from, key); });
  }

  soci::session& sql_;
  const TransferFilter& filter_;
  const Lexicon& lexicon_;
  CitingRows rows_;
  TransferList out_;
};

}  // namespace

Result<TransferList> Store::transfers(const TransferFilter& filter, const Lexicon& lexicon) const {
  soci::session& sql = state_->sql;
  return state_->guarded([&] {
    soci::transaction transaction(sql);
    return TransferReader(sql, filter, lexicon).read();
  });
}

}  // namespace rasoat
