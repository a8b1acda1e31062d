// What a document cites, and what cites it.
//
// Outcomes are found at reading time: a reference that pointed at nothing when it was written may
// be resolved now, since the cited document has come since, or gone. What cites a document is found
// by its number and its name (citations.target_key); then each citing document is resolved as a
// whole and those references are kept that arrive here.
#include <algorithm>
#include <set>

#include "store/held_in_store.h"
#include "store/keys.h"
#include "store/provision_range.h"
#include "store/state.h"
#include "structure/provision_words.h"

namespace rasoat {
namespace {

using store_internal::CitationRow;
using store_internal::HeldInStore;
using store_internal::Integer;
using store_internal::LabelRow;

struct DocumentRow {
  Integer nr = 0;
  DocumentLabel label;
  std::string source;
};

// The documents that a condition selects, ordered by id.
std::vector<DocumentRow> documents(soci::session& sql, const std::string& condition,
                                   const std::vector<std::string>& values) {
  LabelRow label;
  DocumentRow row;
  soci::statement rows(sql);
  label.define(rows);
  rows.exchange(soci::into(row.nr));
  rows.exchange(soci::into(row.source));
  for (const std::string& value : values) rows.exchange(soci::use(value));
  rows.alloc();
  rows.prepare("SELECT " + std::string(store_internal::kLabelColumns) +
               ", d.nr, d.source FROM documents d WHERE " + condition + " ORDER BY d.id");
  rows.define_and_bind();
  rows.execute();
  std::vector<DocumentRow> out;
  while (rows.fetch()) {
    row.label = label.label();
    out.push_back(row);
  }
  return out;
}

struct Provisions {
  struct Row {
    std::string id, heading;
  };
  std::vector<Row> rows;

  ProvisionLabel label(Integer position) const {
    if (position < 0 || position >= static_cast<Integer>(rows.size())) return {};
    const Row& row = rows[static_cast<size_t>(position)];
    return {row.id, provision_in_words(row.id), row.heading, static_cast<uint32_t>(position)};
  }
};

Provisions provisions_of(soci::session& sql, Integer document) {
  Provisions out;
  Provisions::Row row;
  soci::statement rows = (sql.prepare << "SELECT id, heading FROM provisions WHERE document = :d "
                                         "ORDER BY position",
                          soci::into(row.id), soci::into(row.heading), soci::use(document));
  rows.execute();
  while (rows.fetch()) out.rows.push_back(row);
  return out;
}

// Whether a unit is the provision or lies below it, by the form of the ids.
bool is_within(std::string_view unit, std::string_view provision) {
  if (provision.empty()) return true;
  if (!unit.starts_with(provision)) return false;
  return unit.size() == provision.size() || unit.substr(provision.size()).starts_with("__");
}

class ReferenceReader {
 public:
  ReferenceReader(soci::session& sql, const ReferenceFilter& filter, const LawRegistry& registry)
      : sql_(sql), filter_(filter), registry_(registry), held_(sql, registry) {}

  ReferenceList outgoing() {
    const bool one = !filter_.document.empty();
    const std::vector<DocumentRow> all =
        one ? documents(sql_, "d.id = :i", {filter_.document}) : documents(sql_, "1 = 1", {});
    store_internal::ProvisionRange range{-1, INT32_MAX};
    if (one && !filter_.provision.empty()) {
      range = store_internal::provision_range(sql_, filter_.document, filter_.provision);
    }
    for (const DocumentRow& citing : all) {
      for (CitationRow& row : resolved(citing)) {
        if (row.reference.from < range.first || row.reference.from > range.last) continue;
        take(citing, row);
      }
    }
    return std::move(out_);
  }

  ReferenceList incoming() {
    const std::vector<std::string> keys = held_.target_keys(filter_.document);
    std::vector<std::string> values = keys;
    std::string condition = "d.id = :self";
    values.insert(values.begin(), filter_.document);
    for (size_t i = 0; i < keys.size(); ++i) {
      condition += " OR d.nr IN (SELECT c.document FROM citations c WHERE c.target_key = :k" +
                   std::to_string(i) + ")";
    }
    for (const DocumentRow& citing : documents(sql_, "(" + condition + ")", values)) {
      for (CitationRow& row : resolved(citing)) {
        const auto& candidates = row.reference.candidates;
        if (std::find(candidates.begin(), candidates.end(), filter_.document) == candidates.end() ||
            !is_within(unit_in(filter_.document, row.reference.provision), filter_.provision)) {
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
    out_.rows.push_back(finish(citing, std::move(row)));
  }

  // A unit that only the regulation issued with the document has is that one: whoever cites it
  // often leaves the regulation out.
  std::string unit_in(const std::string& document, const std::string& unit) {
    const std::string attached = "att_1__" + unit;
    const bool is_attached = !unit.empty() && !held_.has_provision(document, unit) &&
                             held_.has_provision(document, attached);
    return is_attached ? attached : unit;
  }

  std::vector<CitationRow> resolved(const DocumentRow& citing) {
    std::vector<CitationRow> rows = store_internal::read_citations(sql_, citing.nr);
    std::vector<Reference> references;
    for (CitationRow& row : rows) references.push_back(std::move(row.reference));
    resolve(references,
            {citing.label.id, citing.label.issuer, citing.label.date, citing.label.number,
             citing.label.type},
            held_, registry_);
    for (size_t i = 0; i < rows.size(); ++i) rows[i].reference = std::move(references[i]);
    return rows;
  }

  ReferenceRow finish(const DocumentRow& citing, CitationRow row) {
    if (citing.nr != provisions_of_) {
      provisions_ = provisions_of(sql_, citing.nr);
      provisions_of_ = citing.nr;
    }
    ReferenceRow out;
    out.document = citing.label;
    out.provision = provisions_.label(row.reference.from);
    out.text = std::move(row.words);
    out.place = {citing.source, static_cast<uint32_t>(row.page), static_cast<uint32_t>(row.line)};
    if (row.reference.candidates.size() == 1) out.target = label_of(row.reference.candidates[0]);
    out.reference = std::move(row.reference);
    return out;
  }

  const DocumentLabel& label_of(const std::string& id) {
    const auto [at, is_new] = labels_.try_emplace(id);
    if (is_new) {
      at->second.id = id;
      for (DocumentRow& found : documents(sql_, "d.id = :i", {id})) {
        at->second = std::move(found.label);
      }
    }
    return at->second;
  }

  soci::session& sql_;
  const ReferenceFilter& filter_;
  const LawRegistry& registry_;
  HeldInStore held_;
  ReferenceList out_;
  Integer provisions_of_ = 0;
  Provisions provisions_;
  std::map<std::string, DocumentLabel> labels_;
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
