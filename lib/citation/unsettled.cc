#include "citation/unsettled.h"

#include "citation/unit_id.h"

namespace rasoat {
namespace {

// A unit that names its own article, and so may be one of another document.
bool has_own_article(const UnitPath& path) {
  return path.has(UnitLevel::kArticle) && path.at(UnitLevel::kArticle) != "this";
}

bool lacks_article(const UnitPath& path) {
  const auto highest = path.highest();
  if (!highest || *highest >= UnitLevel::kArticle) return false;
  return path.at(UnitLevel::kClause) != "this" && path.at(UnitLevel::kPoint) != "this";
}

bool joined_by_exception(std::string_view between) {
  return between == ", trừ " || between == ", trừ quy định tại " ||
         between == ", trừ các quy định tại " || between == " (trừ quy định tại ";
}

}  // namespace

void UnsettledUnits::add(std::vector<Reference>& found, UnitPath path, bool named, bool attached) {
  const Reference& reference = found.back();
  if (reference.quoted) return;
  const bool own = reference.document == "this";
  const bool may_change = own ? reference.kind != ReferenceKind::kCite || has_own_article(path)
                              : lacks_article(path) && reference.kind != ReferenceKind::kCite;
  if (!may_change) return;
  if (units_.size() == kRemembered) settle(found);
  lacks_levels_ |= !own;
  units_.push_back({found.size() - 1, std::move(path), named, attached});
}

void UnsettledUnits::give_document(const Unit& unit, const DocumentMention& mention,
                                   std::vector<Reference>& found) const {
  Reference& reference = found[unit.reference];
  reference.document = mention.key;
  reference.type = mention.type;
  reference.date = mention.date;
  reference.provision = other_unit_id(unit.path, mention.attached_unit);
}

void UnsettledUnits::share_document(std::string_view lower, uint32_t begin,
                                    const DocumentMention& mention, ReferenceKind kind,
                                    std::vector<Reference>& found) {
  if (units_.empty() || mention.key == "this") return;
  for (const Unit& unit : units_) {
    const Reference& reference = found[unit.reference];
    if (unit.named || reference.document != "this" || reference.kind != kind ||
        !has_own_article(unit.path))
      continue;
    if (kind == ReferenceKind::kCite) {
      const uint32_t end = reference.span.end;
      if (end > begin || !joined_by_exception(lower.substr(end, begin - end))) continue;
    }
    give_document(unit, mention, found);
  }
  settle(found);
}

void UnsettledUnits::lend_levels(const UnitPath& path, const Reference& from,
                                 std::vector<Reference>& found) {
  if (!lacks_levels_ || !has_own_article(path)) return;
  for (Unit& unit : units_) {
    Reference& reference = found[unit.reference];
    if (reference.document == "this" || reference.document != from.document ||
        !lacks_article(unit.path))
      continue;
    const auto highest = static_cast<size_t>(*unit.path.highest());
    for (size_t level = highest + 1; level <= static_cast<size_t>(UnitLevel::kArticle); ++level)
      unit.path.part[level] = path.part[level];
    reference.provision = other_unit_id(unit.path, unit.attached);
  }
}

void UnsettledUnits::settle(std::vector<Reference>& found) {
  for (const Unit& unit : units_) {
    Reference& reference = found[unit.reference];
    if (reference.document == "this") reference.kind = ReferenceKind::kCite;
  }
  units_.clear();
  lacks_levels_ = false;
}

}  // namespace rasoat
