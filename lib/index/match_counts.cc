#include "index/match_counts.h"

#include <optional>

namespace rasoat::index_internal {
namespace {

void count_document(uint32_t type, uint32_t issuer, uint16_t year, uint64_t times,
                    FacetCounts& out) {
  out.types[type] += times;
  out.issuers[issuer] += times;
  out.years[year] += times;
}

void count_duties(const RecordFacets& facets, uint64_t times, FacetCounts& out) {
  for (const uint32_t agency : facets.agencies) out.agencies[agency] += times;
  for (const AdminLevel level :
       {AdminLevel::kCentral, AdminLevel::kProvince, AdminLevel::kDistrict, AdminLevel::kCommune}) {
    if ((facets.levels >> static_cast<unsigned>(level) & 1u) != 0) out.levels[level] += times;
  }
  for (size_t role = 0; role < out.roles.size(); ++role) {
    if ((facets.roles >> role & 1u) != 0) out.roles[role] += times;
  }
}

}  // namespace

ValueSpy::ValueSpy(Xapian::valueno slot, const Searched& searched)
    : slot_(slot), searched_(searched), here_(searched.is_here()) {}

void ValueSpy::operator()(const Xapian::Document& document, double) {
  if (here_ && searched_.in_columns(document) == 0) {
    ++counts_[document.get_value(slot_)];
  }
}

void ValueSpy::merge_results(const std::string& serialised) {
  Xapian::ValueCountMatchSpy part = there();
  part.merge_results(serialised);
  for (auto at = part.values_begin(); at != part.values_end(); ++at) {
    counts_[*at] += at.get_termfreq();
  }
}

void ColumnSpy::start() {
  documents_.assign(searched_.columns->documents(), 0);
  facets_.assign(searched_.columns->facets(), 0);
}

void ColumnSpy::operator()(const Xapian::Document& document, double) {
  const uint32_t record = searched_.in_columns(document);
  if (record == 0) return;
  const ColumnRow& row = searched_.columns->row(record);
  if (row.document < documents_.size()) ++documents_[row.document];
  if (row.facets < facets_.size()) ++facets_[row.facets];
}

MatchCounts::MatchCounts(const Searched& searched)
    : searched_(searched),
      base_(searched),
      facets_(kFacetSlot, searched),
      documents_(kDocumentSlot, searched) {}

void MatchCounts::attach(Xapian::Enquire& enquire, bool facets, bool documents) {
  if (searched_.columns != nullptr && (facets || documents)) {
    base_.start();
    enquire.add_matchspy(&base_);
  }
  if (searched_.is_in_order()) return;  // there is nothing but the base
  if (facets) enquire.add_matchspy(&facets_);
  if (documents) enquire.add_matchspy(&documents_);
}

FacetCounts MatchCounts::facets() const {
  FacetCounts out;
  for (uint32_t i = 0; i < base_.documents().size(); ++i) {
    if (base_.documents()[i] == 0) continue;
    const ColumnDocument& document = searched_.columns->document(i);
    count_document(document.type, document.issuer, document.year(), base_.documents()[i], out);
  }
  for (uint32_t i = 0; i < base_.facets().size(); ++i) {
    if (base_.facets()[i] != 0) count_duties(searched_.columns->duties(i), base_.facets()[i], out);
  }
  for (const auto& [value, count] : facets_.counts()) {
    const std::optional<RecordFacets> facets = unpack_facets(value);
    if (!facets) continue;
    count_document(facets->type, facets->issuer, facets->year, count, out);
    count_duties(*facets, count, out);
  }
  return out;
}

std::unordered_map<uint32_t, uint64_t> MatchCounts::documents() const {
  std::unordered_map<uint32_t, uint64_t> out;
  for (uint32_t i = 0; i < base_.documents().size(); ++i) {
    if (base_.documents()[i] != 0) {
      out[searched_.columns->document(i).number] += base_.documents()[i];
    }
  }
  for (const auto& [value, count] : documents_.counts()) {
    if (const std::optional<uint32_t> number = unpack_document(value)) out[*number] += count;
  }
  return out;
}

}  // namespace rasoat::index_internal
