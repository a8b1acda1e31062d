// Search: the query is parsed, the index finds the provisions, the store gives their words.
#include <cstdint>
#include <set>

#include "query/clean.h"
#include "query/syllables.h"
#include "text/lower.h"
#include "workspace/facets.h"
#include "workspace/hit_reader.h"
#include "workspace/state.h"
#include "workspace/store_fields.h"

namespace rasoat {
namespace {

// The typed text with better words in their places; empty where there are none.
std::string corrected(std::string_view text, const std::vector<Correction>& corrections) {
  std::string out = clean_query(text);
  bool any = false;
  for (const Correction& correction : corrections) {
    const std::string lower = lower_same_length(out);
    const std::vector<Span> all = syllables(lower);
    for (size_t i = all.size(); i-- > 0;) {
      if (all[i].of(lower) != correction.typed) continue;
      out.replace(all[i].begin, all[i].size(), correction.better);
      any = true;
    }
  }
  return any ? out : "";
}

}  // namespace

Result<SearchResult> Workspace::search(std::string_view text, const SearchOptions& options) const {
  State& state = *state_;
  std::vector<std::string> also;
  const Result<Query> query = parse_query(text, state.lexicon, &also);
  if (!query) return query.error();
  Query asked = *query;
  if (Result<void> done = answer_from_store(asked, *state.store, state.lexicon); !done) {
    return done.error();
  }
  Result<uint64_t> behind = state.behind();
  if (state.divided) {
    if (!behind) return behind.error();
  } else if (!behind || *behind > 0) {
    // An `add` that was killed left the index behind; where no other process writes, it is brought
    // up to date here. While one writes, the reader is told what is missing.
    std::optional<WriteLock> lock;
    if (!state.lock) {
      if (Result<WriteLock> taken = WriteLock::take(state.folder); taken) {
        lock.emplace(std::move(*taken));
      }
    }
    if (state.lock || lock) {
      Result<void> caught_up = catch_up(state.index_folder(), *state.store, state.lexicon);
      if (!caught_up && !behind) return caught_up.error();
      behind = state.behind();
    }
    if (!behind) return behind.error();
  }
  Result<SearchIndex*> index = state.open_index();
  if (!index) return index.error();
  const Result<IndexAnswer> answer = (*index)->find(asked, options);
  if (!answer) return answer.error();

  SearchResult out;
  out.total = answer->total;
  out.exact = answer->exact;
  out.ranked = answer->passages;
  out.not_indexed = *behind;
  out.missing = answer->missing;
  out.also = std::move(also);
  Result<std::vector<Correction>> corrections = (*index)->corrections(*query);
  if (!corrections) return corrections.error();
  out.suggestion = corrected(text, *corrections);
  if (options.explain) {
    out.query = print(*query);
    out.plan = answer->plan;
  }
  if (options.facets) {
    const Result<const StoredNames*> names = state.names();
    if (!names) return names.error();
    out.facets = named_facets(answer->facets, **names, state.lexicon);
  }
  std::set<std::string> changed;
  if (*behind > 0) {
    Result<std::set<std::string>> outdated = state.outdated();
    if (!outdated) return outdated.error();
    changed = std::move(*outdated);
  }
  const Wanted wanted = wanted_by(*query);
  Result<std::vector<SearchHit>> hits =
      HitReader(*state.store, state.lexicon, wanted).read_all(answer->hits, answer->passages);
  if (!hits) return hits.error();
  std::erase_if(*hits, [&](const SearchHit& hit) { return changed.count(hit.document.id) > 0; });
  out.hits = std::move(*hits);
  return out;
}

}  // namespace rasoat
