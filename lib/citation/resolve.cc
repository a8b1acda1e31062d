// Resolving asks who holds documents, narrows the candidates by what the words say (type, date,
// year) and by who cites, and then looks for the unit. Where two candidates are left, both are
// shown: a guess would be worse.
#include "citation/resolve.h"

#include <algorithm>
#include <deque>
#include <set>
#include <unordered_map>

#include "citation/missing_unit.h"
#include "citation/number_key.h"
#include "structure/provision_words.h"
#include "text/lower.h"

namespace rasoat {
namespace {

using Candidate = HeldDocuments::Candidate;
using Versions = std::vector<const LawVersion*>;

bool same_words(std::string_view a, std::string_view b) {
  return a == b || lower_same_length(a) == lower_same_length(b);
}

bool is_name(const Reference& reference) { return reference.document.starts_with("name:"); }

// Keeps the elements that satisfy `fits`, unless none does.
template <typename Element, typename Fits>
void narrow(std::vector<Element>& elements, Fits fits) {
  std::vector<Element> kept;
  std::copy_if(elements.begin(), elements.end(), std::back_inserter(kept), fits);
  if (!kept.empty()) elements = std::move(kept);
}

template <typename Fits>
void require(std::vector<Candidate>& candidates, Fits fits) {
  std::erase_if(candidates, [&](const Candidate& candidate) { return !fits(candidate); });
}

// ---- versions of names ----

LawMention mention_of(const Reference& reference, const std::optional<CitingDays>& citing) {
  LawMention out;
  out.citing = citing;
  out.adopted = Date::from_iso(reference.date);
  const size_t bar = reference.document.find('|');
  if (bar != std::string::npos) {
    int year = 0;
    for (const char c : reference.document.substr(bar + 1, 4)) year = year * 10 + (c - '0');
    out.year = year;
  }
  return out;
}

// What the text says elsewhere of the versions that it cites.
class CitedVersions {
 public:
  explicit CitedVersions(const std::vector<Reference>& references) : references_(references) {}

  // Leaves the versions that the text rests on, or those that it cites at all.
  void narrow_down(Versions& versions, const std::string& name) {
    if (!read_) read();
    for (const Cited* cited : {&bases_, &all_}) {
      if (versions.size() < 2) return;
      narrow(versions, [&](const LawVersion* version) { return has(*cited, *version, name); });
    }
  }

 private:
  struct Cited {
    std::set<std::string> numbers;                  // number_key()
    std::set<std::pair<std::string, int>> by_year;  // law_name_key(), year of adoption
  };

  static void add(Cited& cited, const Reference& reference) {
    if (!is_name(reference)) {
      cited.numbers.insert(number_key(reference.document));
    } else if (const LawMention mention = mention_of(reference, {}); mention.year) {
      cited.by_year.insert({law_name_key(reference.document), *mention.year});
    }
  }

  static bool has(const Cited& cited, const LawVersion& version, const std::string& name) {
    const auto year = version.year();
    return cited.numbers.contains(number_key(version.number)) ||
           (year && cited.by_year.contains({name, *year}));
  }

  void read() {
    read_ = true;
    for (const Reference& reference : references_) {
      if (reference.document.empty() || reference.document == "this") continue;
      add(all_, reference);
      if (reference.kind == ReferenceKind::kBasis) add(bases_, reference);
    }
  }

  const std::vector<Reference>& references_;
  bool read_ = false;  // few texts leave a name open, so the references are read when one does
  Cited bases_, all_;
};

void set_versions(Reference& reference, const Versions& named,
                  const std::optional<CitingDays>& citing, CitedVersions& cited) {
  Versions meant = versions_meant(named, mention_of(reference, citing));
  if (meant.size() > 1) cited.narrow_down(meant, law_name_key(reference.document));
  reference.versions.clear();
  for (const LawVersion* version : meant) reference.versions.push_back(version->number);
}

// ---- documents ----

class Resolver {
 public:
  Resolver(const std::vector<Reference>& references, const CitingDocument& citing,
           const HeldDocuments& held, const LawRegistry& registry)
      : cited_(references),
        itself_{{citing.id, {}, {}, citing.issuer, {}, citing.date}},
        citing_(citing),
        held_(held),
        registry_(registry) {
    changes_others_ =
        std::any_of(references.begin(), references.end(), [](const Reference& reference) {
          return !reference.quoted && reference.document != "this" &&
                 (reference.kind == ReferenceKind::kAmend ||
                  reference.kind == ReferenceKind::kInsert);
        });
  }

  void resolve(Reference& reference) {
    reference.candidates.clear();
    reference.doubt = Doubt::kNone;
    if (reference.outcome == Outcome::kGeneric) return;
    if (!reference.quoted && changes(reference.kind) && reference.document != "this") {
      changed_ = &reference;
    }
    const std::vector<Candidate>& found = candidates(reference);
    for (const Candidate& candidate : found) reference.candidates.push_back(candidate.id);
    if (found.empty()) {
      reference.outcome = Outcome::kNotHeld;
    } else if (found.size() > 1 || reference.versions.size() > 1) {
      reference.outcome = Outcome::kAmbiguous;
    } else {
      find_unit(reference, found.front());
    }
  }

 private:
  const std::vector<Candidate>& candidates(Reference& reference) {
    if (is_name(reference)) return by_name(reference);
    if (reference.document != "this") return by_number(reference);
    if (!reference.quoted) return itself_;
    // New wording speaks of the document that it goes into.
    if (changed_ == nullptr) return none_;
    return is_name(*changed_) ? by_name(*changed_) : by_number(*changed_);
  }

  // Its notes quote clauses of other laws, where "Luật này" is another law.
  bool is_consolidated_citing() const {
    return is_consolidated(citing_.number) || same_words(citing_.type, "Văn bản hợp nhất");
  }

  static bool changes(ReferenceKind kind) {
    return kind == ReferenceKind::kAmend || kind == ReferenceKind::kInsert ||
           kind == ReferenceKind::kReplace || kind == ReferenceKind::kRepeal;
  }

  // The same numbers and names come again and again in a text.
  const std::vector<Candidate>& by_number(const Reference& reference) {
    const auto [at, is_new] =
        by_number_.try_emplace(reference.document + '\n' + reference.type + '\n' + reference.date);
    if (is_new) at->second = find_by_number(reference);
    return at->second;
  }

  std::vector<Candidate> find_by_number(const Reference& reference) const {
    std::vector<Candidate> out = held_.with_number(reference.document);
    if (!reference.type.empty()) {
      // A number with another type is another document: 65/2025/QH15 is a law and a resolution.
      require(out, [&](const Candidate& c) {
        return c.type.empty() || same_words(c.type, reference.type);
      });
    }
    if (!reference.date.empty()) {
      narrow(out, [&](const Candidate& c) { return c.date && c.date->iso() == reference.date; });
    }
    // Local bodies cite their own series without naming themselves.
    if (out.size() > 1) {
      narrow(out, [&](const Candidate& c) { return same_words(c.issuer, citing_.issuer); });
    }
    return out;
  }

  const std::vector<Candidate>& by_name(Reference& reference) {
    const auto [at, is_new] = by_name_.try_emplace(reference.document + '\n' + reference.date);
    if (is_new) {
      at->second.candidates = find_by_name(reference);
      at->second.versions = reference.versions;
    } else {
      reference.versions = at->second.versions;
    }
    return at->second.candidates;
  }

  std::vector<Candidate> find_by_name(Reference& reference) {
    std::vector<Candidate> held = held_.with_name(reference.document);
    // A text that consolidates a law bears its name and is no version of it.
    std::erase_if(held, [](const Candidate& c) { return is_consolidated(c.number); });
    Versions versions = registry_.named(reference.document);
    std::deque<LawVersion> others;
    for (const Candidate& candidate : held) {
      const bool known =
          std::any_of(versions.begin(), versions.end(),
                      [&](const LawVersion* version) { return is_version(candidate, *version); });
      if (known) continue;
      LawVersion other;
      other.number = candidate.number.empty() ? candidate.id : candidate.number;
      other.name = candidate.title;
      other.adopted = candidate.date;
      versions.push_back(&others.emplace_back(std::move(other)));
    }
    std::stable_sort(
        versions.begin(), versions.end(),
        [](const LawVersion* a, const LawVersion* b) { return a->adopted < b->adopted; });
    set_versions(reference, versions, citing_days(citing_.date, citing_.number), cited_);
    std::vector<Candidate> out;
    for (const std::string& number : reference.versions) {
      const auto version =
          std::find_if(versions.begin(), versions.end(),
                       [&](const LawVersion* one) { return one->number == number; });
      const std::vector<Candidate> of_version = held_as(**version, held);
      out.insert(out.end(), of_version.begin(), of_version.end());
    }
    return out;
  }

  static bool is_version(const Candidate& candidate, const LawVersion& version) {
    if (candidate.number.empty()) return candidate.date && candidate.date == version.adopted;
    return candidate.id == version.number ||
           number_key(candidate.number) == number_key(version.number);
  }

  // The held texts of a version, whatever name their heads give it.
  std::vector<Candidate> held_as(const LawVersion& version,
                                 const std::vector<Candidate>& named) const {
    std::vector<Candidate> out = held_.with_number(version.number);
    const std::string type = lower_same_length(version.name.substr(0, version.name.find(' ')));
    require(out, [&](const Candidate& c) {
      return c.type.empty() || version.name.empty() || lower_same_length(c.type).starts_with(type);
    });
    if (!out.empty()) return out;
    std::copy_if(named.begin(), named.end(), std::back_inserter(out),
                 [&](const Candidate& c) { return is_version(c, version); });
    return out;
  }

  // ---- units ----

  void find_unit(Reference& reference, const Candidate& target) {
    reference.outcome = Outcome::kResolved;
    const std::string& unit = reference.provision;
    if (unit.empty() || held_.has_provision(target.id, unit)) return;
    // Whether the unit stands in the decision itself or in the regulation issued with it can't
    // always be told from the words.
    const std::string attached = "att_1__" + unit;
    if (held_.has_provision(target.id, attached)) return;
    reference.doubt = doubt(reference, target);
    if (reference.doubt == Doubt::kNone) {
      reference.outcome = Outcome::kDangling;
    } else if (reference.doubt == Doubt::kAmended && inserted(target, unit)) {
      reference.doubt = Doubt::kNone;
    } else {
      reference.outcome = Outcome::kNotHeld;
    }
  }

  Doubt doubt(const Reference& reference, const Candidate& target) {
    if (reference.quoted) return Doubt::kQuoted;
    const bool own = target.id == citing_.id;
    if (reference.loose || is_consolidated_citing()) return Doubt::kUnclear;
    // "Luật này" in new wording whose quotation marks are missing is the amended law.
    if (own && changes_others_) return Doubt::kUnclear;
    // "Khoản 4 và khoản 5 được sửa đổi, bổ sung như sau" may bring khoản 5.
    if (!own && reference.kind == ReferenceKind::kAmend) return Doubt::kInserted;
    // A text that cites what came after it was changed since, and its date tells nothing.
    if (!own && citing_.date && target.date && *citing_.date < *target.date) {
      return Doubt::kUnclear;
    }
    if (!own && changed(target, reference.provision)) return Doubt::kAmended;
    Doubt out = doubt_in(target, reference.provision);
    if (out == Doubt::kNone && !reference.provision.starts_with("att_") && has_attachment(target)) {
      // The regulation issued with it may be meant.
      out = doubt_in(target, "att_1__" + reference.provision);
    }
    // Of a text that was changed since, the day says little about the version that a name means.
    const bool unclear =
        held_.is_unclear(target.id) || (is_name(reference) && held_.is_unclear(citing_.id));
    return out == Doubt::kNone && unclear ? Doubt::kUnclear : out;
  }

  Doubt doubt_in(const Candidate& target, const std::string& unit) {
    UnitPlace place = place_of(
        unit, [&](std::string_view above) { return held_.has_provision(target.id, above); });
    const std::string_view kind = kind_of_part(place.next);
    const auto [at, is_new] =
        runs_.try_emplace(target.id + '\n' + place.above + '\n' + std::string(kind));
    if (is_new) at->second = run_in(target, place.above, kind);
    place.run = at->second;
    return doubt_of(place);
  }

  UnitRun run_in(const Candidate& target, const std::string& above, std::string_view kind) const {
    const std::string prefix = above.empty() ? "" : above + "__";
    std::vector<std::string> parts;
    for (const std::string& id : held_.below(target.id, above)) {
      std::string part = id.substr(std::min(prefix.size(), id.size()));
      if (kind_of_part(part) == kind) parts.push_back(std::move(part));
    }
    return run_of(parts);
  }

  bool has_attachment(const Candidate& target) {
    const auto [at, is_new] = has_attachment_.try_emplace(target.id);
    if (is_new) at->second = !held_.below(target.id, "att_1").empty();
    return at->second;
  }

  static bool on_one_path(std::string_view a, std::string_view b) {
    return is_within(a, b) || is_within(b, a);
  }

  // Whether something changed the place of the unit, or may have.
  bool changed(const Candidate& target, const std::string& unit) const {
    for (const HeldDocuments::Change& change : held_.changes_to(target.id)) {
      // Words that change a unit are no proof that it is there; only those of others may know more.
      if (change.by == citing_.id && !change.inserts) continue;
      if (!change.unit.empty() && on_one_path(change.unit, unit)) return true;
    }
    const LawVersion* version = registry_.numbered(target.number);
    return version != nullptr && std::any_of(version->amended_by.begin(), version->amended_by.end(),
                                             [&](const std::string& number) {
                                               return held_.with_number(number).empty();
                                             });
  }

  bool inserted(const Candidate& target, const std::string& unit) const {
    const std::vector<HeldDocuments::Change> changes = held_.changes_to(target.id);
    return std::any_of(changes.begin(), changes.end(), [&](const HeldDocuments::Change& change) {
      return change.inserts && change.by_number && !change.unit.empty() &&
             (unit == change.unit || unit.starts_with(change.unit + "__"));
    });
  }

  struct ByName {
    std::vector<std::string> versions;
    std::vector<Candidate> candidates;
  };

  CitedVersions cited_;
  bool changes_others_ = false;
  std::unordered_map<std::string, std::vector<Candidate>> by_number_;
  std::unordered_map<std::string, ByName> by_name_;
  // By document, unit above and kind; by document: asked once, however many units are missing.
  std::unordered_map<std::string, UnitRun> runs_;
  std::unordered_map<std::string, bool> has_attachment_;
  Reference* changed_ = nullptr;   // the last one to a document that is changed
  std::vector<Candidate> itself_;  // the citing document
  std::vector<Candidate> none_;
  const CitingDocument& citing_;
  const HeldDocuments& held_;
  const LawRegistry& registry_;
};

}  // namespace

void find_versions(std::vector<Reference>& references, const std::optional<CitingDays>& citing,
                   const LawRegistry& registry) {
  CitedVersions cited(references);
  std::unordered_map<std::string, std::vector<std::string>> known;
  for (Reference& reference : references) {
    if (!is_name(reference)) continue;
    const auto [at, is_new] = known.try_emplace(reference.document + '\n' + reference.date);
    if (is_new) {
      set_versions(reference, registry.named(reference.document), citing, cited);
      at->second = reference.versions;
    }
    reference.versions = at->second;
  }
}

void resolve(std::vector<Reference>& references, const CitingDocument& citing,
             const HeldDocuments& held, const LawRegistry& registry) {
  Resolver resolver(references, citing, held, registry);
  for (Reference& reference : references) resolver.resolve(reference);
}

}  // namespace rasoat
