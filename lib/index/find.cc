#include "index/find.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "index/lowering.h"
#include "index/record.h"
#include "index/terms.h"

namespace rasoat {
namespace {

using index_internal::kFacetSlot;
using index_internal::RecordFacets;
using index_internal::RecordPlace;

// Within the first so many hits, those of close scores stand in the order of their documents' rank
// and date. A fixed number, so that pages do not shift into each other.
constexpr Xapian::doccount kOrderedHits = 100;
// How much of a score the highest rank and the newest date may add.
constexpr double kRankShare = 0.02;
constexpr double kDateShare = 0.02;
constexpr double kLowestRank = 40;  // document_rank() of what the communes issue
constexpr double kOldestYear = 1990;
constexpr double kYears = 40;

// Counts the distinct facet values of the matches. Many records of a document share one value.
class FacetSpy : public Xapian::MatchSpy {
 public:
  void operator()(const Xapian::Document& document, double) override {
    ++counts_[document.get_value(kFacetSlot)];
  }

  FacetCounts counts() const {
    FacetCounts out;
    for (const auto& [value, count] : counts_) {
      const std::optional<RecordFacets> facets = index_internal::unpack_facets(value);
      if (!facets) continue;
      out.types[facets->type] += count;
      out.issuers[facets->issuer] += count;
      out.years[facets->year] += count;
      for (const uint32_t agency : facets->agencies) out.agencies[agency] += count;
      for (const AdminLevel level : {AdminLevel::kCentral, AdminLevel::kProvince,
                                     AdminLevel::kDistrict, AdminLevel::kCommune}) {
        if ((facets->levels >> static_cast<unsigned>(level) & 1u) != 0) out.levels[level] += count;
      }
      for (size_t role = 0; role < out.roles.size(); ++role) {
        if ((facets->roles >> role & 1u) != 0) out.roles[role] += count;
      }
    }
    return out;
  }

 private:
  std::unordered_map<std::string, uint64_t> counts_;
};

struct Placed {
  IndexHit hit;
  RecordPlace place;
};

double with_rank(const Placed& placed) {
  const double rank = 1 - std::min(placed.place.rank / kLowestRank, 1.0);
  const double age = placed.place.date ? (placed.place.date->year - kOldestYear) / kYears : 0;
  return placed.hit.score * (1 + kRankShare * rank + kDateShare * std::clamp(age, 0.0, 1.0));
}

std::vector<Placed> placed_hits(const Xapian::MSet& matches, bool by_score) {
  std::vector<Placed> out;
  for (auto at = matches.begin(); at != matches.end(); ++at) {
    const std::string value = at.get_document().get_value(index_internal::kOrderSlot);
    const std::optional<RecordPlace> place = index_internal::unpack_place(value);
    if (!place) continue;
    out.push_back({{place->document, place->position, by_score ? at.get_weight() : 0.0,
                    at.get_collapse_count()},
                   *place});
  }
  return out;
}

}  // namespace

IndexAnswer index_internal::find_in(const Xapian::Database& database, const Query& query,
                                    const FindOptions& options) {
  LoweredQuery lowered = lower(query);
  if (!options.documents.empty()) {
    std::vector<std::string> terms;
    for (const std::string& id : options.documents) terms.push_back(document_term(id));
    lowered.query = {Xapian::Query::OP_FILTER, lowered.query,
                     Xapian::Query(Xapian::Query::OP_OR, terms.begin(), terms.end())};
  }
  IndexAnswer out;
  out.passages = lowered.passages;
  if (options.explain) out.plan = lowered.query.get_description();

  Xapian::MultiValueKeyMaker keys;  // outlives the enquiry
  Xapian::Enquire enquire(database);
  enquire.set_query(lowered.query);
  const bool by_score = lowered.has_words && options.sort == SortBy::kRelevance;
  if (by_score) {
    enquire.set_weighting_scheme(weighting());
    enquire.set_sort_by_relevance_then_value(kOrderSlot, false);
  } else {
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    if (options.sort == SortBy::kNewest) {
      keys.add_value(kIssuedSlot, true);
      keys.add_value(kOrderSlot);
      enquire.set_sort_by_key(&keys, false);
    } else {
      enquire.set_sort_by_value(kOrderSlot, false);
    }
  }
  if (options.group) enquire.set_collapse_key(kDocumentSlot);
  FacetSpy spy;
  if (options.facets) enquire.add_matchspy(&spy);

  const Xapian::doccount all = database.get_doccount();
  const Xapian::doccount limit = options.limit == 0 ? all : options.limit;
  const bool ordered = by_score && options.offset < kOrderedHits;
  const Xapian::doccount first = ordered ? 0 : options.offset;
  const auto end =
      static_cast<Xapian::doccount>(std::min<uint64_t>(uint64_t{options.offset} + limit, all));
  const Xapian::doccount last = std::max(end, ordered ? kOrderedHits : 0);
  const Xapian::doccount wanted = last > first ? last - first : 0;
  const Xapian::MSet matches =
      enquire.get_mset(first, wanted, lowered.passages ? kCountedRankedMatches : kCountedMatches);

  out.total = matches.get_matches_lower_bound();
  out.exact = out.total == matches.get_matches_upper_bound();
  if (options.facets) out.facets = spy.counts();
  std::vector<Placed> hits = placed_hits(matches, by_score);
  size_t skip = 0;
  if (ordered) {
    const auto close =
        hits.begin() + static_cast<std::ptrdiff_t>(std::min<size_t>(hits.size(), kOrderedHits));
    std::stable_sort(hits.begin(), close,
                     [](const Placed& a, const Placed& b) { return with_rank(a) > with_rank(b); });
    skip = options.offset;
  }
  for (size_t i = skip; i < hits.size() && out.hits.size() < limit; ++i) {
    out.hits.push_back(hits[i].hit);
  }
  return out;
}

}  // namespace rasoat
