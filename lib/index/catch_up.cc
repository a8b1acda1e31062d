// Writing the index, change by change.
//
// The store numbers its changes; the index keeps, in the same commit as the provisions, the number
// of the last change that it has and the identity of the store. Catching up is: read the changes
// after that number, take out the provisions of each changed document, put in those that the store
// has now, commit. A document's state is read from the store when its turn comes, so that a change
// that is seen twice does no harm, and stopping anywhere loses at most the work since the last
// commit. The store is made safe on disk before each commit: the index must never know of a change
// that a loss of power could take from the store.
#include <xapian.h>

#include <algorithm>
#include <cstdlib>

#include "index/build.h"
#include "index/database_folder.h"
#include "index/guard.h"
#include "index/index_metadata.h"
#include "index/record_maker.h"
#include "index/search_index.h"
#include "index/terms.h"

namespace rasoat {
namespace {

namespace fs = std::filesystem;
using index_internal::guarded;

constexpr uint64_t kChangesAtOnce = 256;
// Records between two commits: a commit costs about as much as writing some thousand records.
constexpr uint64_t kRecordsPerCommit = 50'000;
// From so many changed documents on, which are also more than a quarter of all, the index is built
// anew in shards rather than changed.
constexpr uint64_t kManyChanges = 500;

}  // namespace

struct IndexFollower::State {
  std::string path;
  Store& store;
  index_internal::RecordMaker maker;
  std::string identity;  // of the store
  IndexPart part;
  Xapian::WritableDatabase database;
  IndexState indexed;  // what the database was made from
  uint64_t change = 0;
  uint64_t uncommitted = 0;  // records
  bool dirty = false;

  Result<void> write(const Change& written) {
    if (!part.holds(written.document)) {
      dirty = true;
      change = written.seq;
      return {};
    }
    Result<std::optional<NumberedDocument>> held = store.read_for_index(written.document);
    if (!held) return held.error();
    return guarded(path, [&] {
      dirty = true;
      std::vector<Xapian::Document> records;
      if (*held) records = maker.make((*held)->number, (*held)->analysis);
      put(document_term(written.document), records);
      change = written.seq;
    });
  }

  // The records of a document take the places of those that it had: of one that is replaced by its
  // like Xapian writes only the terms that differ.
  void put(const std::string& term, const std::vector<Xapian::Document>& records) {
    const std::vector<Xapian::docid> had(database.postlist_begin(term),
                                         database.postlist_end(term));
    for (size_t i = 0; i < records.size(); ++i) {
      if (i < had.size()) {
        database.replace_document(had[i], records[i]);
      } else {
        database.add_document(records[i]);
      }
      ++uncommitted;
    }
    for (size_t i = records.size(); i < had.size(); ++i) database.delete_document(had[i]);
  }
};

IndexFollower::IndexFollower(std::unique_ptr<State> state) : state_(std::move(state)) {}
IndexFollower::~IndexFollower() = default;

Result<std::unique_ptr<IndexFollower>> IndexFollower::open_database(const fs::path& path,
                                                                    Store& store,
                                                                    const Lexicon& lexicon,
                                                                    int flags, IndexPart part) {
  const Result<std::string> identity = store.identity();
  if (!identity) return identity.error();
  std::unique_ptr<State> state(new State{path.string(),
                                         store,
                                         index_internal::RecordMaker(lexicon),
                                         *identity,
                                         part,
                                         {},
                                         {},
                                         0,
                                         0,
                                         false});
  Result<void> opened = guarded(state->path, [&] {
    state->database = Xapian::WritableDatabase(state->path, flags);
    state->indexed = index_internal::read_state(state->database);
    state->change = state->indexed.change;
  });
  if (!opened) return opened.error();
  return std::unique_ptr<IndexFollower>(new IndexFollower(std::move(state)));
}

Result<std::unique_ptr<IndexFollower>> IndexFollower::open(const fs::path& folder, Store& store,
                                                           const Lexicon& lexicon) {
  return open_database(folder / index_internal::current_database(folder), store, lexicon,
                       Xapian::DB_OPEN, {});
}

Result<void> IndexFollower::follow(const IndexProgress& progress) {
  State& state = *state_;
  const Result<uint64_t> total = state.store.count_changes_after(state.change);
  if (!total) return total.error();
  uint64_t done = 0;
  while (done < *total) {
    const Result<std::vector<Change>> changes =
        state.store.changes_after(state.change, kChangesAtOnce);
    if (!changes) return changes.error();
    if (changes->empty()) break;
    for (const Change& change : *changes) {
      if (Result<void> written = state.write(change); !written) return written;
      if (state.uncommitted >= kRecordsPerCommit) {
        if (Result<void> committed = commit(); !committed) return committed;
      }
      ++done;
      if (progress) progress(done, std::max(done, *total), change.document);
    }
  }
  return {};
}

Result<void> IndexFollower::commit() {
  State& state = *state_;
  if (!state.dirty && state.indexed.store == state.identity) return {};
  if (Result<void> safe = state.store.sync(); !safe) return safe;
  return guarded(state.path, [&] {
    index_internal::write_state(state.database, state.identity, state.change, state.part);
    state.database.commit();
    state.indexed.store = state.identity;
    state.uncommitted = 0;
    state.dirty = false;
  });
}

Result<void> catch_up(const fs::path& folder, Store& store, const Lexicon& lexicon,
                      const IndexProgress& progress, IndexPart part) {
  const std::string name = index_internal::current_database(folder);
  if (name.empty()) return rebuild(folder, store, lexicon, progress, part);
  Result<std::unique_ptr<IndexFollower>> follower =
      IndexFollower::open_database(folder / name, store, lexicon, Xapian::DB_OPEN, part);
  if (!follower) {
    if (follower.error().code != ErrorCode::kIndex) return follower.error();
    return rebuild(folder, store, lexicon, progress, part);
  }
  const auto& state = *(*follower)->state_;
  bool anew = state.indexed.store != state.identity || !(state.indexed.part == part);
  if (!anew) {
    const Result<uint64_t> changes = store.count_changes_after(state.change);
    if (!changes) return changes.error();
    if (*changes >= kManyChanges) {
      const Result<StoreCounts> counts = store.counts();
      if (!counts) return counts.error();
      anew = *changes > counts->documents / 4;
    }
  }
  if (anew) {
    follower->reset();
    return rebuild(folder, store, lexicon, progress, part);
  }
  if (Result<void> followed = (*follower)->follow(progress); !followed) return followed;
  return (*follower)->commit();
}

}  // namespace rasoat
