// Saved searches. What a run reports:
//
// * provisions that match now, of documents that came or changed since the last run, and of these
//   only those that are new in their document or whose own words are other words now: a file that
//   was added again, moved or set anew without other words brings nothing;
// * all of them, however many there are, and none twice: a watch asks for what must be there. A
//   query that only ranks has no end of its hits and is refused, as are the fields whose answer
//   changes when other documents come (`cited-by:`, `outcome:`).
//
// The store's change log says which documents to look at, so that a run costs as much as has
// changed, whatever is held. The store numbers a change and tells each provision with which change
// its words came (store/put.cc). A run writes nothing before mark_reported(), which the caller
// calls once its answer has been read: whatever stops it before, the next run reports the same
// again.
#include <algorithm>
#include <set>

#include "query/clean.h"
#include "query/lexer.h"
#include "workspace/hit_reader.h"
#include "workspace/state.h"

namespace rasoat {
namespace {

constexpr size_t kMaxNameBytes = 200;
// Documents are looked at together until they have so many provisions.
constexpr uint32_t kProvisionsAtOnce = 20'000;
constexpr size_t kDocumentsAtOnce = 256;

bool is_ranked(const Query& query) {
  return query.kind == Query::Kind::kRanked ||
         std::any_of(query.children.begin(), query.children.end(), is_ranked);
}

// The same with every word required.
Query all_required(Query query) {
  if (query.kind == Query::Kind::kRanked) query.kind = Query::Kind::kAnd;
  for (Query& child : query.children) child = all_required(std::move(child));
  return query;
}

// The query, where its answer is a set that grows only with the documents themselves.
Result<Query> watchable(std::string_view text, const Lexicon& lexicon) {
  Result<Query> query = parse_query(text, lexicon);
  if (!query) return query;
  const std::string clean = clean_query(text);
  const Span whole{0, static_cast<uint32_t>(clean.size())};
  if (query->kind == Query::Kind::kNothing) {
    return Error{ErrorCode::kInvalidArgument, "câu tìm kiếm rỗng", clean,
                 "Hãy viết từ ngữ hoặc trường cần theo dõi."};
  }
  const Result<std::vector<Token>> tokens = tokens_of(clean);
  if (!tokens) return tokens.error();
  for (const Token& token : *tokens) {
    if (token.kind != Token::Kind::kField) continue;
    if (token.field != Field::kCitedBy && token.field != Field::kOutcome) continue;
    return query_error(clean, token.span,
                       "trường này phụ thuộc vào văn bản khác nên không theo dõi được",
                       "Hãy bỏ trường này khỏi câu theo dõi; dùng rasoat search khi cần hỏi.");
  }
  if (is_ranked(*query)) {
    return query_error(clean, whole,
                       "câu này chỉ xếp hạng theo số từ trùng, không cho biết quy định nào là đúng "
                       "điều cần theo dõi",
                       "Hãy nêu các từ bắt buộc phải có, ví dụ: " + print(all_required(*query)));
  }
  return query;
}

Result<std::string> watch_name(std::string_view typed) {
  std::string out = typed.size() <= kMaxNameBytes ? clean_query(typed) : std::string();
  if (!out.empty()) return out;
  return Error{ErrorCode::kInvalidArgument, "tên theo dõi rỗng hoặc quá dài", "",
               "Hãy đặt một tên ngắn, ví dụ \"thu hồi đất\"."};
}

Error no_such_watch(std::string name) {
  return {ErrorCode::kNotFound, "không có mục theo dõi này", std::move(name),
          "Lệnh rasoat watch list cho biết các mục đang có."};
}

Error reading_only(const std::filesystem::path& folder) {
  return {ErrorCode::kInternal, "kho chỉ mở để đọc", folder.string(), ""};
}

// Changed documents that are looked at together.
struct Batch {
  std::vector<std::string> ids;
  uint32_t provisions = 0;
  std::vector<ChangedProvisions> changed;  // in the order of the changes

  void add(const std::string& id, ChangedProvisions rows) {
    ids.push_back(id);
    provisions += rows.provisions;
    changed.push_back(std::move(rows));
  }
  bool is_full() const { return provisions >= kProvisionsAtOnce || ids.size() >= kDocumentsAtOnce; }
};

class WatchRun {
 public:
  WatchRun(const Store& store, SearchIndex& index, const Lexicon& lexicon, const Query& query,
           uint64_t seen, const std::atomic<bool>* cancel)
      : store_(store),
        index_(index),
        query_(query),
        wanted_(wanted_by(query)),
        reader_(store, lexicon, wanted_),
        seen_(seen),
        cancel_(cancel) {}

  Result<std::vector<WatchHit>> run() {
    constexpr uint64_t kChangesAtOnce = 1024;
    Batch batch;
    for (uint64_t at = seen_;;) {
      const Result<std::vector<Change>> changes = store_.changes_after(at, kChangesAtOnce);
      if (!changes) return changes.error();
      if (changes->empty()) break;
      at = changes->back().seq;
      for (const Change& change : *changes) {
        Result<std::optional<ChangedProvisions>> changed =
            store_.changed_provisions(change.document, seen_);
        if (!changed) return changed.error();
        if (!*changed || (*changed)->rows.empty()) continue;
        batch.add(change.document, std::move(**changed));
        if (!batch.is_full()) continue;
        if (Result<void> looked = look(batch); !looked) return looked.error();
        batch = {};
      }
    }
    if (Result<void> looked = look(batch); !looked) return looked.error();
    return std::move(hits_);
  }

 private:
  Result<void> look(const Batch& batch) {
    if (batch.ids.empty()) return {};
    if (cancel_ != nullptr && *cancel_) {
      return Error{ErrorCode::kInternal, "đã dừng theo yêu cầu", "", ""};
    }
    FindOptions options;
    options.documents = batch.ids;
    options.limit = std::max(batch.provisions, 1u);
    options.sort = SortBy::kRank;
    const Result<IndexAnswer> answer = index_.find(query_, options);
    if (!answer) return answer.error();
    std::set<std::pair<uint32_t, uint32_t>> matches;
    for (const IndexHit& hit : answer->hits) matches.emplace(hit.document, hit.position);
    for (const ChangedProvisions& document : batch.changed) {
      for (const ChangedProvisions::Row& row : document.rows) {
        if (matches.count({document.document, row.position}) == 0) continue;
        IndexHit hit;
        hit.document = document.document;
        hit.position = row.position;
        Result<std::optional<SearchHit>> read = reader_.read(hit, false);
        if (!read) return read.error();
        if (*read) hits_.push_back({std::move(**read), row.is_new});
      }
    }
    return {};
  }

  const Store& store_;
  SearchIndex& index_;
  const Query& query_;
  const Wanted wanted_;
  HitReader reader_;
  uint64_t seen_;
  const std::atomic<bool>* cancel_;
  std::vector<WatchHit> hits_;
};

}  // namespace

Result<void> Workspace::add_watch(std::string_view name, std::string_view query, bool all) {
  State& state = *state_;
  if (!state.lock) return reading_only(state.folder);
  Result<std::string> cleaned = watch_name(name);
  if (!cleaned) return cleaned.error();
  if (const Result<Query> read = watchable(query, state.lexicon); !read) return read.error();
  Watch watch;
  watch.name = std::move(*cleaned);
  watch.query = clean_query(query);
  if (!all) {
    const Result<uint64_t> last = state.store->last_change();
    if (!last) return last.error();
    watch.seen = *last;
  }
  const Result<bool> added = state.store->add_watch(watch);
  if (!added) return added.error();
  if (*added) return {};
  return Error{ErrorCode::kInvalidArgument, "đã có mục theo dõi mang tên này", watch.name,
               "Hãy đặt tên khác, hoặc bỏ mục cũ bằng lệnh rasoat watch remove."};
}

Result<void> Workspace::remove_watch(std::string_view name) {
  State& state = *state_;
  if (!state.lock) return reading_only(state.folder);
  const std::string cleaned = clean_query(name);
  const Result<bool> removed = state.store->remove_watch(cleaned);
  if (!removed) return removed.error();
  if (!*removed) return no_such_watch(cleaned);
  return {};
}

Result<std::vector<WatchState>> Workspace::watches() const {
  Result<std::vector<Watch>> held = state_->store->watches();
  if (!held) return held.error();
  std::vector<WatchState> out;
  for (Watch& watch : *held) {
    const Result<uint64_t> changed = state_->store->count_changes_after(watch.seen);
    if (!changed) return changed.error();
    out.push_back({std::move(watch), *changed});
  }
  return out;
}

Result<std::vector<WatchReport>> Workspace::run_watches(std::string_view name,
                                                        const std::atomic<bool>* cancel) {
  State& state = *state_;
  if (!state.lock) return reading_only(state.folder);
  Result<std::vector<Watch>> watches = state.store->watches();
  if (!watches) return watches.error();
  const std::string wanted = clean_query(name);
  if (!wanted.empty()) {
    watches->erase(std::remove_if(watches->begin(), watches->end(),
                                  [&](const Watch& watch) { return watch.name != wanted; }),
                   watches->end());
    if (watches->empty()) return no_such_watch(wanted);
  }
  // Nobody else writes while we hold the lock: up to here everything is looked at.
  const Result<uint64_t> last = state.store->last_change();
  if (!last) return last.error();
  if (Result<void> ready = catch_up(state.index_folder(), *state.store, state.lexicon); !ready) {
    return ready.error();
  }
  Result<SearchIndex*> index = state.open_index();
  if (!index) return index.error();
  std::vector<WatchReport> out;
  for (Watch& watch : *watches) {
    // What could be watched by an older rasoat, or before a table changed, may be refused now.
    const Result<Query> query = watchable(watch.query, state.lexicon);
    if (!query) {
      Error error = query.error();
      error.message = "mục theo dõi \"" + watch.name + "\": " + error.message;
      return error;
    }
    Result<std::vector<WatchHit>> hits =
        WatchRun(*state.store, **index, state.lexicon, *query, watch.seen, cancel).run();
    if (!hits) return hits.error();
    watch.seen = *last;
    out.push_back({std::move(watch), std::move(*hits)});
  }
  return out;
}

Result<void> Workspace::mark_reported(const std::vector<WatchReport>& reports) {
  std::vector<Watch> watches;
  for (const WatchReport& report : reports) watches.push_back(report.watch);
  return state_->store->watches_ran(watches);
}

}  // namespace rasoat
