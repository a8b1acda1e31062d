#include "store/citing_rows.h"

#include "structure/provision_words.h"

namespace rasoat::store_internal {

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
  rows.prepare("SELECT " + std::string(kLabelColumns) + ", d.nr, d.source FROM documents d WHERE " +
               condition + " ORDER BY d.id");
  rows.define_and_bind();
  rows.execute();
  std::vector<DocumentRow> out;
  while (rows.fetch()) {
    row.label = label.label();
    out.push_back(row);
  }
  return out;
}

std::string CitingRows::unit_in(const std::string& document, const std::string& unit) const {
  const std::string attached = "att_1__" + unit;
  const bool is_attached = !unit.empty() && !held_.has_provision(document, unit) &&
                           held_.has_provision(document, attached);
  return is_attached ? attached : unit;
}

std::vector<CitationRow> CitingRows::resolved(const DocumentRow& citing) {
  std::vector<CitationRow> rows = read_citations(sql_, citing.nr);
  std::vector<Reference> references;
  for (CitationRow& row : rows) references.push_back(std::move(row.reference));
  resolve(references,
          {citing.label.id, citing.label.issuer, citing.label.date, citing.label.number,
           citing.label.type},
          held_, registry_);
  for (size_t i = 0; i < rows.size(); ++i) rows[i].reference = std::move(references[i]);
  return rows;
}

ProvisionLabel CitingRows::provision(const DocumentRow& document, Integer position) {
  if (document.nr != provisions_of_) {
    provisions_.clear();
    provisions_of_ = document.nr;
    Provision row;
    soci::statement rows =
        (sql_.prepare << "SELECT id, heading FROM provisions WHERE document = :d ORDER BY position",
         soci::into(row.id), soci::into(row.heading), soci::use(document.nr));
    rows.execute();
    while (rows.fetch()) provisions_.push_back(row);
  }
  if (position < 0 || position >= static_cast<Integer>(provisions_.size())) return {};
  const Provision& row = provisions_[static_cast<size_t>(position)];
  return {row.id, provision_in_words(row.id), row.heading, static_cast<uint32_t>(position)};
}

ReferenceRow CitingRows::finish(const DocumentRow& citing, CitationRow row) {
  ReferenceRow out;
  out.document = citing.label;
  out.provision = provision(citing, row.reference.from);
  out.text = std::move(row.words);
  out.place = {citing.source, static_cast<uint32_t>(row.page), static_cast<uint32_t>(row.line)};
  if (row.reference.candidates.size() == 1) out.target = label_of(row.reference.candidates[0]);
  out.reference = std::move(row.reference);
  return out;
}

const DocumentLabel& CitingRows::label_of(const std::string& id) {
  const auto [at, is_new] = labels_.try_emplace(id);
  if (is_new) {
    at->second.id = id;
    for (DocumentRow& found : documents(sql_, "d.id = :i", {id})) {
      at->second = std::move(found.label);
    }
  }
  return at->second;
}

}  // namespace rasoat::store_internal
