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

// The keys under which a document is cited.
std::vector<std::string> target_keys(soci::session& sql, const std::string& id) {
  std::string by_number;
  std::string by_name;
  sql << "SELECT number_key, name_key FROM documents WHERE id = :i", soci::into(by_number),
      soci::into(by_name), soci::use(id);
  std::vector<std::string> out;
  if (!by_number.empty()) out.push_back(by_number);
  if (!by_name.empty()) out.push_back("name:" + by_name);
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
  explicit ReferenceReader(soci::session& sql) : sql_(sql), held_(sql) {}

  std::vector<ReferenceRow> outgoing(const ReferenceQuery& query) {
    std::vector<ReferenceRow> out;
    for (const DocumentRow& citing : documents(sql_, "d.id = :i", {query.document})) {
      store_internal::ProvisionRange range{-1, INT32_MAX};
      if (!query.provision.empty()) {
        range = store_internal::provision_range(sql_, query.document, query.provision);
      }
      for (CitationRow& row : resolved(citing)) {
        if (row.reference.from < range.first || row.reference.from > range.last) continue;
        out.push_back(finish(citing, std::move(row)));
      }
    }
    return out;
  }

  std::vector<ReferenceRow> incoming(const ReferenceQuery& query) {
    const std::vector<std::string> keys = target_keys(sql_, query.document);
    std::vector<std::string> values = keys;
    std::string condition = "d.id = :self";
    values.insert(values.begin(), query.document);
    for (size_t i = 0; i < keys.size(); ++i) {
      condition += " OR d.nr IN (SELECT c.document FROM citations c WHERE c.target_key = :k" +
                   std::to_string(i) + ")";
    }
    std::vector<ReferenceRow> out;
    for (const DocumentRow& citing : documents(sql_, "(" + condition + ")", values)) {
      for (CitationRow& row : resolved(citing)) {
        const auto& candidates = row.reference.candidates;
        if (std::find(candidates.begin(), candidates.end(), query.document) == candidates.end() ||
            !is_within(unit_in(query.document, row.reference.provision), query.provision)) {
          continue;
        }
        out.push_back(finish(citing, std::move(row)));
      }
    }
    return out;
  }

 private:
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
    resolve(references, {citing.label.id, citing.label.issuer, citing.label.date}, held_);
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
  HeldInStore held_;
  Integer provisions_of_ = 0;
  Provisions provisions_;
  std::map<std::string, DocumentLabel> labels_;
};

}  // namespace

Result<std::vector<ReferenceRow>> Store::references(const ReferenceQuery& query) const {
  soci::session& sql = state_->sql;
  return state_->guarded([&] {
    soci::transaction transaction(sql);
    ReferenceReader reader(sql);
    return query.incoming ? reader.incoming(query) : reader.outgoing(query);
  });
}

}  // namespace rasoat
