#include "index/find.h"

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "index/lowering.h"
#include "index/match_counts.h"
#include "index/record.h"
#include "index/terms.h"

namespace rasoat {
namespace {

using index_internal::kNewestSlot;
using index_internal::kOrderSlot;
using index_internal::MatchCounts;
using index_internal::pack;
using index_internal::pack_newest;
using index_internal::RecordPlace;
using index_internal::Searched;

// Within the first so many hits, those of close scores stand in the order of their documents' rank
// and date. A fixed number, so that pages do not shift into each other.
constexpr Xapian::doccount kOrderedHits = 100;
// How much of a score the highest rank and the newest date may add.
constexpr double kRankShare = 0.02;
constexpr double kDateShare = 0.02;
constexpr double kLowestRank = 40;  // document_rank() of what the communes issue
constexpr double kOldestYear = 1990;
constexpr double kYears = 40;

// Scores that differ by less are equal: the parts of a sum, added up in another order.
constexpr double kSameScore = 1e-10;
// So many hits beyond those that are asked for are looked at, for hits of equal scores at the end.
constexpr Xapian::doccount kMoreHits = 32;
constexpr Xapian::doccount kMostMoreHits = 1024;
// With `group`: hits for each document that is asked for, at first; more are looked at where that
// does not do.
constexpr Xapian::doccount kHitsForEach = 4;

// The order of records in base and changes together.
class PlaceKey : public Xapian::KeyMaker {
 public:
  PlaceKey(const Searched& searched, bool newest) : searched_(searched), newest_(newest) {}

  std::string operator()(const Xapian::Document& document) const override {
    const uint32_t record = searched_.in_columns(document);
    if (record == 0) return document.get_value(newest_ ? kNewestSlot : kOrderSlot);
    const RecordPlace place = searched_.columns->place(record);
    return newest_ ? pack_newest(place) : pack(place);
  }

 private:
  const Searched& searched_;
  const bool newest_;
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

// One query, in one order.
class Finder {
 public:
  Finder(const Searched& searched, const Query& query, const FindOptions& options)
      : searched_(searched),
        options_(options),
        newest_(options.sort == SortBy::kNewest),
        key_(searched, newest_),
        enquire_(searched.database) {
    index_internal::WordForms forms(searched.database);
    index_internal::LoweredQuery lowered = index_internal::lower(query, forms);
    if (!options.documents.empty()) {
      std::vector<std::string> terms;
      for (const std::string& id : options.documents) terms.push_back(document_term(id));
      lowered.query = {Xapian::Query::OP_FILTER, lowered.query,
                       Xapian::Query(Xapian::Query::OP_OR, terms.begin(), terms.end())};
    }
    out_.passages = lowered.passages;
    if (options.explain) out_.plan = lowered.query.get_description();
    if (searched.gone != nullptr && !searched.gone->empty()) {
      gone_.emplace(*searched.gone, searched.base_uuid);
      lowered.query = {Xapian::Query::OP_AND_NOT, lowered.query, Xapian::Query(&*gone_)};
    }
    by_score_ = lowered.has_words && options.sort == SortBy::kRelevance;
    counted_ = lowered.passages ? kCountedRankedMatches : kCountedMatches;
    enquire_.set_query(lowered.query);
    set_order();
  }

  IndexAnswer run() {
    const Xapian::doccount all = searched_.database.get_doccount();
    const Xapian::doccount limit = options_.limit == 0 ? all : options_.limit;
    const auto end =
        static_cast<Xapian::doccount>(std::min<uint64_t>(uint64_t{options_.offset} + limit, all));
    // Hits that must be known one by one, in their order, from the first.
    const Xapian::doccount known = std::min(by_score_ ? std::max(end, kOrderedHits) : end, all);
    if (options_.group) {
      find_groups(known, all);
    } else {
      look(known, all, true);
    }
    if (by_score_) {
      const auto close =
          hits_.begin() + static_cast<std::ptrdiff_t>(std::min<size_t>(hits_.size(), kOrderedHits));
      std::stable_sort(hits_.begin(), close, [](const Placed& a, const Placed& b) {
        return with_rank(a) > with_rank(b);
      });
    }
    for (size_t i = options_.offset; i < hits_.size() && out_.hits.size() < limit; ++i) {
      out_.hits.push_back(hits_[i].hit);
    }
    return std::move(out_);
  }

 private:
  void set_order() {
    if (by_score_) {
      enquire_.set_weighting_scheme(index_internal::weighting());
    } else {
      enquire_.set_weighting_scheme(Xapian::BoolWeight());
    }
    if (searched_.is_in_order() && !newest_) {
      enquire_.set_docid_order(Xapian::Enquire::ASCENDING);
      enquire_.set_sort_by_relevance();
    } else if (searched_.columns != nullptr) {
      if (by_score_) {
        enquire_.set_sort_by_relevance_then_key(&key_, false);
      } else {
        enquire_.set_sort_by_key(&key_, false);
      }
    } else if (by_score_) {
      enquire_.set_sort_by_relevance_then_value(kOrderSlot, false);
    } else {
      enquire_.set_sort_by_value(newest_ ? kNewestSlot : kOrderSlot, false);
    }
  }

  // The first hits in their order, at least `wanted` if there are so many. Counts if `count`.
  void look(Xapian::doccount wanted, Xapian::doccount all, bool count) {
    Xapian::doccount more = by_score_ ? kMoreHits : 0;
    while (true) {
      const auto asked =
          static_cast<Xapian::doccount>(std::min<uint64_t>(uint64_t{wanted} + more, all));
      ask(asked, count);
      count = false;
      order();
      if (hits_.size() < asked || asked == all || more >= kMostMoreHits || !is_cut(wanted)) break;
      more = kMostMoreHits;
    }
  }

  void ask(Xapian::doccount hits, bool count) {
    MatchCounts counts(searched_);
    if (count) counts.attach(enquire_, options_.facets, options_.group);
    if (count && searched_.is_here() && searched_.is_elsewhere() &&
        (options_.facets || options_.group)) {
      // Where the matches of both kinds of databases are sorted by a value, Xapian 1.4 shows those
      // of other machines to the spies of this one too, which cannot tell them.
      enquire_.set_weighting_scheme(Xapian::BoolWeight());
      enquire_.set_sort_by_relevance();
      enquire_.get_mset(0, 1, counted_);
      enquire_.clear_matchspies();
      set_order();
    }
    const Xapian::MSet matches = enquire_.get_mset(0, hits, count ? counted_ : 0);
    enquire_.clear_matchspies();
    hits_.clear();
    for (auto at = matches.begin(); at != matches.end(); ++at) {
      const std::optional<RecordPlace> place = place_of(at);
      if (!place) continue;
      hits_.push_back(
          {{place->document, place->position, by_score_ ? at.get_weight() : 0.0, 0}, *place});
    }
    if (!count) return;
    const uint64_t least = matches.get_matches_lower_bound();
    out_.total = std::min<uint64_t>(least, counted_);
    out_.exact = least == matches.get_matches_upper_bound() && least <= counted_;
    if (options_.facets) out_.facets = counts.facets();
    if (options_.group) documents_ = counts.documents();
  }

  std::optional<RecordPlace> place_of(const Xapian::MSetIterator& at) const {
    if (const uint32_t record = searched_.in_columns(*at); record != 0) {
      return searched_.columns->place(record);
    }
    const std::string key = at.get_sort_key();
    return newest_ ? index_internal::unpack_newest(key) : index_internal::unpack_place(key);
  }

  // Hits whose scores are equal stand by their places. Xapian does so where the scores are the same
  // to the last bit, which sums of the same parts are not always.
  void order() {
    if (!by_score_) return;
    for (size_t begin = 0; begin < hits_.size();) {
      size_t end = begin + 1;
      uneven_end_ = false;
      while (end < hits_.size() && is_same(hits_[end - 1], hits_[end])) {
        uneven_end_ = uneven_end_ || hits_[end - 1].hit.score != hits_[end].hit.score;
        ++end;
      }
      for (size_t i = begin + 1; i < end; ++i) hits_[i].hit.score = hits_[begin].hit.score;
      std::sort(hits_.begin() + static_cast<std::ptrdiff_t>(begin),
                hits_.begin() + static_cast<std::ptrdiff_t>(end),
                [](const Placed& a, const Placed& b) { return is_before(a.place, b.place); });
      begin = end;
    }
  }

  static bool is_same(const Placed& a, const Placed& b) {
    return a.hit.score - b.hit.score <= kSameScore * a.hit.score;
  }

  // Whether hits of equal scores that are not the same to the last bit stand at the end of what is
  // wanted, and perhaps beyond what was looked at.
  bool is_cut(Xapian::doccount wanted) const {
    return uneven_end_ && wanted > 0 && wanted < hits_.size() &&
           is_same(hits_[wanted - 1], hits_.back());
  }

  // The best hit of each document, so many of them.
  void find_groups(Xapian::doccount wanted, Xapian::doccount all) {
    std::vector<Placed> groups;
    uint64_t asked = uint64_t{wanted} * kHitsForEach;
    for (bool first = true;; first = false) {
      look(static_cast<Xapian::doccount>(std::min<uint64_t>(asked, all)), all, first);
      groups.clear();
      std::unordered_set<uint32_t> seen;
      for (Placed& placed : hits_) {
        if (!seen.insert(placed.place.document).second) continue;
        const auto counted = documents_.find(placed.place.document);
        if (counted != documents_.end() && counted->second > 0) {
          placed.hit.others = static_cast<uint32_t>(counted->second - 1);
        }
        groups.push_back(std::move(placed));
      }
      const bool enough = groups.size() >= std::min<uint64_t>(wanted, documents_.size());
      if (enough || asked >= all || asked >= counted_) break;
      asked *= 8;
    }
    hits_ = std::move(groups);
    out_.total = documents_.size();
  }

  const Searched& searched_;
  const FindOptions& options_;
  const bool newest_;
  PlaceKey key_;
  std::optional<index_internal::GoneSource> gone_;
  Xapian::Enquire enquire_;
  Xapian::doccount counted_ = kCountedMatches;
  bool by_score_ = false;
  std::unordered_map<uint32_t, uint64_t> documents_;  // of each document, how many match
  std::vector<Placed> hits_;
  bool uneven_end_ = false;  // the last hits have equal scores that differ in a bit
  IndexAnswer out_;
};

}  // namespace

IndexAnswer index_internal::find_in(const Searched& searched, const Query& query,
                                    const FindOptions& options) {
  return Finder(searched, query, options).run();
}

}  // namespace rasoat
