// Search: the query is parsed, the index finds the provisions, the store gives their words.
#include <algorithm>

#include "store/keys.h"
#include "structure/provision_words.h"
#include "workspace/passage.h"
#include "workspace/state.h"
#include "workspace/store_fields.h"

namespace rasoat {
namespace {

std::string heading_of(const AnalyzedDocument& analysis, size_t provision) {
  auto at = static_cast<int32_t>(provision);
  while (at >= 0) {
    const Provision& here = analysis.document.provisions[at];
    if (!here.heading.empty()) return std::string(analysis.text.of(here.heading));
    at = here.parent;
  }
  return {};
}

// The documents of the hits, of which several in a row are often of one.
class HitReader {
 public:
  HitReader(const Store& store, const Lexicon& lexicon, const Wanted& wanted)
      : store_(store), lexicon_(lexicon), wanted_(wanted) {}

  // Nothing where the document, or the provision, has gone since the index was made.
  Result<std::optional<SearchHit>> read(const IndexHit& hit) {
    if (analysis_.id != hit.document) {
      Result<std::optional<AnalyzedDocument>> held = store_.read_for_hit(hit.document);
      if (!held) return held.error();
      const Result<std::optional<DocumentRecord>> record = store_.find_id(hit.document);
      if (!record) return record.error();
      if (!*held || !*record) return std::optional<SearchHit>();
      analysis_ = std::move(**held);
      source_.clear();
      for (const SourceRecord& source : (*record)->sources) {
        if (source.counts) source_ = source.path;
      }
    }
    const auto& provisions = analysis_.document.provisions;
    if (hit.position >= provisions.size() || provisions[hit.position].id != hit.provision) {
      return std::optional<SearchHit>();
    }
    const DocumentHead& head = analysis_.document.head;
    const Passage passage = passage_of(analysis_, hit.position, wanted_, lexicon_);
    SearchHit out;
    out.document = {analysis_.id, head.type, head.number, head.issuer, head.date, head.title};
    out.provision = {hit.provision, provision_in_words(hit.provision),
                     heading_of(analysis_, hit.position), hit.position};
    out.quote = analysis_.text.of(passage.span);
    out.quote_span = passage.span;
    for (const Span mark : passage.marks) {
      out.marks.push_back({mark.begin - passage.span.begin, mark.end - passage.span.begin});
    }
    out.score = hit.score;
    const SourcePosition at = analysis_.text.locate(passage.span.begin);
    out.place = {source_, at.page, at.line};
    return std::optional<SearchHit>(std::move(out));
  }

 private:
  const Store& store_;
  const Lexicon& lexicon_;
  const Wanted& wanted_;
  AnalyzedDocument analysis_;
  std::string source_;
};

}  // namespace

Result<SearchResult> Workspace::search(std::string_view text, const SearchOptions& options) const {
  State& state = *state_;
  const Result<Query> query = parse_query(text, state.lexicon);
  if (!query) return query.error();
  Query asked = *query;
  if (Result<void> done = answer_from_store(asked, *state.store, state.lexicon); !done) {
    return done.error();
  }
  Result<uint64_t> behind = state.behind();
  if (!behind || *behind > 0) {
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
  const Result<IndexAnswer> answer = (*index)->find(asked, options.offset, options.limit);
  if (!answer) return answer.error();

  SearchResult out;
  out.total = answer->total;
  out.not_indexed = *behind;
  if (options.explain) {
    out.query = print(*query);
    out.plan = answer->plan;
  }
  const Wanted wanted = wanted_by(*query);
  HitReader reader(*state.store, state.lexicon, wanted);
  for (const IndexHit& hit : answer->hits) {
    Result<std::optional<SearchHit>> row = reader.read(hit);
    if (!row) return row.error();
    if (*row) out.hits.push_back(std::move(**row));
  }
  return out;
}

}  // namespace rasoat
