// Resolving asks who holds documents, narrows the candidates by what the words say (type, date,
// year) and by who cites, and then looks for the unit. Where two candidates are left, both are
// shown: a guess would be worse.
#include "citation/resolve.h"

#include <algorithm>

#include "text/lower.h"

namespace rasoat {
namespace {

using Candidate = HeldDocuments::Candidate;

bool same_words(std::string_view a, std::string_view b) {
  return lower_same_length(a) == lower_same_length(b);
}

// Keeps the candidates that satisfy `fits`, unless none does.
template <typename Fits>
void narrow(std::vector<Candidate>& candidates, Fits fits) {
  std::vector<Candidate> kept;
  std::copy_if(candidates.begin(), candidates.end(), std::back_inserter(kept), fits);
  if (!kept.empty()) candidates = std::move(kept);
}

template <typename Fits>
void require(std::vector<Candidate>& candidates, Fits fits) {
  std::erase_if(candidates, [&](const Candidate& candidate) { return !fits(candidate); });
}

std::vector<Candidate> by_number(const Reference& reference, const CitingDocument& citing,
                                 const HeldDocuments& held) {
  std::vector<Candidate> out = held.with_number(reference.document);
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
    narrow(out, [&](const Candidate& c) { return same_words(c.issuer, citing.issuer); });
  }
  return out;
}

// The days after adoption within which a law may not have been in force yet.
constexpr int kMonthsBeforeForce = 18;

int months(const Date& date) { return date.year * 12 + date.month; }

std::vector<Candidate> by_name(const Reference& reference, const CitingDocument& citing,
                               const HeldDocuments& held) {
  std::string_view key = reference.document;
  key.remove_prefix(std::string_view("name:").size());
  const size_t bar = key.find('|');
  std::vector<Candidate> out = held.with_name(key.substr(0, bar));
  if (bar != std::string_view::npos) {
    const std::string year(key.substr(bar + 1, 4));
    require(out,
            [&](const Candidate& c) { return c.date && std::to_string(c.date->year) == year; });
    return out;
  }
  if (!citing.date || out.size() < 2) return out;
  require(out, [&](const Candidate& c) { return !c.date || *c.date <= *citing.date; });
  std::sort(out.begin(), out.end(),
            [](const Candidate& a, const Candidate& b) { return b.date < a.date; });
  if (out.size() > 1 && out[0].date &&
      months(*citing.date) - months(*out[0].date) > kMonthsBeforeForce) {
    out.resize(1);  // the newest version was in force; the older ones it replaced were not
  } else if (out.size() > 2) {
    out.resize(2);
  }
  return out;
}

// Whether the unit stands in the decision itself or in the regulation issued with it can't always
// be told from the words.
bool has_unit(const HeldDocuments& held, const std::string& id, const std::string& provision) {
  return provision.empty() || held.has_provision(id, provision) ||
         held.has_provision(id, "att_1__" + provision);
}

}  // namespace

void resolve(std::vector<Reference>& references, const CitingDocument& citing,
             const HeldDocuments& held) {
  for (Reference& reference : references) {
    if (reference.outcome == Outcome::kGeneric) continue;
    reference.candidates.clear();
    std::vector<Candidate> found;
    if (reference.document == "this") {
      found.push_back({citing.id, {}, citing.issuer, {}, citing.date});
    } else if (reference.document.starts_with("name:")) {
      found = by_name(reference, citing, held);
    } else {
      found = by_number(reference, citing, held);
    }
    for (const Candidate& candidate : found) reference.candidates.push_back(candidate.id);
    if (found.empty()) {
      reference.outcome = Outcome::kNotHeld;
    } else if (found.size() > 1) {
      reference.outcome = Outcome::kAmbiguous;
    } else {
      reference.outcome = has_unit(held, found.front().id, reference.provision)
                              ? Outcome::kResolved
                              : Outcome::kDangling;
    }
  }
}

}  // namespace rasoat
