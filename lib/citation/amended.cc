#include "citation/amended.h"

#include <algorithm>

#include "text/lower.h"

namespace rasoat {
namespace {

bool is_amending(ReferenceKind kind) {
  return kind == ReferenceKind::kAmend || kind == ReferenceKind::kInsert ||
         kind == ReferenceKind::kReplace || kind == ReferenceKind::kRepeal ||
         kind == ReferenceKind::kSuspend;
}

}  // namespace

AmendedTargets::AmendedTargets(const Document& document, const KindReader& kinds)
    : kinds_(kinds), of_provision_(document.provisions.size()) {
  const std::string title = lower_same_length(document.head.title);
  std::string_view words = title;
  if (words.starts_with("về việc ")) words.remove_prefix(std::string_view("về việc ").size());
  title_amends_ = kinds_.begins_with_amending_verb(words);
}

const AmendedTarget* AmendedTargets::find(const Place& place, const UnitPath& path) {
  if (path.is_relative()) return nullptr;
  if (place.document().is_quoted(place.line().begin)) return nullptr;
  if (!sentence_amends(place)) return nullptr;
  for (int32_t p = place.from(); p >= 0; p = place.document().provisions[p].parent) {
    if (of_provision_[p]) return &*of_provision_[p];
  }
  return of_title_ ? &*of_title_ : nullptr;
}

bool AmendedTargets::sentence_amends(const Place& place) {
  if (place.from() != last_from_ || place.line().begin != last_line_) {
    last_from_ = place.from();
    last_line_ = place.line().begin;
    last_amends_ = kinds_.begins_with_amending_verb(
                       place.after(place.words_begin()).substr(0, Place::kWindow)) ||
                   kinds_.introduces_amendments(place.lead_in());
  }
  return last_amends_;
}

void AmendedTargets::remember(const Place& place, const Reference& reference, bool attached,
                              const UnitPath& path) {
  if (!is_amending(reference.kind) || reference.document == "this" || reference.quoted) return;
  const Level level = place.provision().level;
  if (level == Level::kPreamble) return;
  auto& slot = level == Level::kTitle ? of_title_ : of_provision_[place.from()];
  if (slot) return;
  slot = AmendedTarget{reference.document, attached, level == Level::kTitle ? UnitPath{} : path};
}

void AmendedTargets::lend_unit(const UnitPath& above, UnitPath& path) {
  const auto highest = path.highest();
  if (!highest || *highest >= UnitLevel::kArticle) return;
  for (size_t level = static_cast<size_t>(*highest) + 1;
       level <= static_cast<size_t>(UnitLevel::kArticle); ++level) {
    path.part[level] = above.part[level];
  }
}

}  // namespace rasoat
