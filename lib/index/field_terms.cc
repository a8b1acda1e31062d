#include "index/field_terms.h"

#include <cstdio>

#include "authority/agency.h"
#include "citation/law_registry.h"
#include "citation/resolve.h"
#include "index/terms.h"
#include "query/cited.h"
#include "query/syllables.h"
#include "structure/effective_date.h"
#include "text/lower.h"

namespace rasoat::index_internal {
namespace {

std::string year_term(std::string_view prefix, int year) {
  return value_term(prefix, std::to_string(year));
}

std::string month_term(std::string_view prefix, int year, int month) {
  char text[16];
  std::snprintf(text, sizeof text, "%04d-%02d", year, month);
  return value_term(prefix, text);
}

void add_day(std::vector<std::string>& out, std::string_view prefix,
             const std::optional<Date>& day) {
  if (!day) return;
  out.push_back(year_term(prefix, day->year));
  out.push_back(month_term(prefix, day->year, day->month));
  out.push_back(value_term(prefix, day->iso()));
}

void add_issuer(std::vector<std::string>& out, const DocumentHead& head, const Lexicon& lexicon) {
  for (const std::string& key : agency_keys_from_words(head.issuer, lexicon, head.date)) {
    out.push_back(value_term(Field::kIssuer, key));
  }
  const std::string lower = lower_same_length(head.issuer);
  const std::string_view prefix = info_of(Field::kIssuer).prefix;
  for (const Span span : syllables(lower)) {
    const std::string_view syllable = span.of(lower);
    out.push_back(std::string(prefix) + syllable_term(syllable));
  }
}

}  // namespace

std::vector<std::string> terms_of_document(const AnalyzedDocument& analysis,
                                           const Lexicon& lexicon) {
  std::vector<std::string> out;
  const DocumentHead& head = analysis.document.head;
  add_issuer(out, head, lexicon);
  add_day(out, info_of(Field::kIssued).prefix, head.date);
  add_day(out, info_of(Field::kEffective).prefix,
          effective_date(analysis.text, analysis.document, lexicon));
  return out;
}

std::vector<std::vector<std::string>> terms_of_provisions(const AnalyzedDocument& analysis,
                                                          const Lexicon& lexicon) {
  const Document& document = analysis.document;
  std::vector<std::vector<std::string>> out(document.provisions.size());
  for (size_t i = 0; i < out.size(); ++i) {
    out[i].push_back(value_term(Field::kProvision, document.provisions[i].id));
  }
  const auto terms_at = [&](int32_t provision) {
    const auto at = static_cast<size_t>(provision);
    return provision >= 0 && at < out.size() ? &out[at] : nullptr;
  };
  std::vector<Reference> references = analysis.references;
  find_versions(references, citing_days(document.head.date, document.head.number),
                lexicon.derived<LawRegistry>());
  const std::string has_reference = value_term(Field::kHas, "reference");
  for (const Reference& reference : references) {
    std::vector<std::string>* terms = terms_at(reference.from);
    if (terms == nullptr || reference.outcome == Outcome::kGeneric) continue;
    const std::string kind(name_of(reference.kind));
    terms->push_back(has_reference);
    terms->push_back(value_term(Field::kKind, kind));
    for (const std::string& value : cited_values(reference, document.head.number)) {
      terms->push_back(value_term(Field::kCites, value));
      terms->push_back(value_term(kCitedAsPrefix, value + "|" + kind));
    }
  }
  const std::string has_agency = value_term(Field::kHas, "agency");
  const std::string has_deadline = value_term(Field::kHas, "deadline");
  for (const Assignment& assignment : analysis.assignments) {
    std::vector<std::string>* terms = terms_at(assignment.provision);
    if (terms == nullptr) continue;
    terms->push_back(has_agency);
    if (assignment.deadline) terms->push_back(has_deadline);
  }
  return out;
}

std::vector<std::string> terms_of_range(std::string_view prefix, const DateRange& range) {
  std::vector<std::string> out;
  // Whole years between, else whole months, else days.
  const auto [first, last] = range;
  for (int year = first.year; year <= last.year; ++year) {
    const bool from_begin = year > first.year || (first.month == 1 && first.day == 1);
    const bool to_end = year < last.year || (last.month == 12 && last.day == 31);
    if (from_begin && to_end) {
      out.push_back(year_term(prefix, year));
      continue;
    }
    for (int month = 1; month <= 12; ++month) {
      const auto begin = Date::make(year, month, 1);
      std::vector<std::string> days;
      bool whole = true;
      for (int day = 1; day <= 31; ++day) {
        const auto date = Date::make(year, month, day);
        if (!date) continue;
        if (*date < first || *date > last) {
          whole = false;
        } else {
          days.push_back(value_term(prefix, date->iso()));
        }
      }
      if (whole && begin) {
        out.push_back(month_term(prefix, year, month));
      } else {
        out.insert(out.end(), days.begin(), days.end());
      }
    }
  }
  return out;
}

}  // namespace rasoat::index_internal
