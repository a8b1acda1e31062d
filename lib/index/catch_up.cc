// Writing the index.
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

#include "index/database_folder.h"
#include "index/guard.h"
#include "index/provision_terms.h"
#include "index/search_index.h"
#include "index/terms.h"

namespace rasoat {
namespace {

namespace fs = std::filesystem;
using index_internal::guarded;

constexpr uint64_t kChangesAtOnce = 256;
// Provisions between two commits: a commit costs about as much as writing some thousand provisions.
constexpr uint64_t kProvisionsPerCommit = 50'000;

}  // namespace

struct IndexFollower::State {
  std::string path;
  Store& store;
  const Lexicon& lexicon;
  std::string identity;  // of the store
  Xapian::WritableDatabase database;
  std::string indexed_identity;  // of the store that the database was made from
  uint64_t change = 0;
  uint64_t uncommitted = 0;  // provisions
  bool dirty = false;

  Result<void> write(const Change& written) {
    Result<std::optional<AnalyzedDocument>> held = store.read_for_index(written.document);
    if (!held) return held.error();
    return guarded(path, [&] {
      database.delete_document(value_term(Field::kDocument, written.document));
      dirty = true;
      if (*held) {
        for (const Xapian::Document& provision :
             index_internal::provision_documents(**held, lexicon)) {
          database.add_document(provision);
          ++uncommitted;
        }
      }
      change = written.seq;
    });
  }
};

IndexFollower::IndexFollower(std::unique_ptr<State> state) : state_(std::move(state)) {}
IndexFollower::~IndexFollower() = default;

Result<std::unique_ptr<IndexFollower>> IndexFollower::open_database(const fs::path& path,
                                                                    Store& store,
                                                                    const Lexicon& lexicon,
                                                                    int flags) {
  const Result<std::string> identity = store.identity();
  if (!identity) return identity.error();
  std::unique_ptr<State> state(
      new State{path.string(), store, lexicon, *identity, {}, {}, 0, 0, false});
  Result<void> opened = guarded(state->path, [&] {
    state->database = Xapian::WritableDatabase(state->path, flags);
    state->indexed_identity = state->database.get_metadata("store");
    state->change = std::strtoull(state->database.get_metadata("change").c_str(), nullptr, 10);
  });
  if (!opened) return opened.error();
  return std::unique_ptr<IndexFollower>(new IndexFollower(std::move(state)));
}

Result<std::unique_ptr<IndexFollower>> IndexFollower::open(const fs::path& folder, Store& store,
                                                           const Lexicon& lexicon) {
  return open_database(folder / index_internal::current_database(folder), store, lexicon,
                       Xapian::DB_OPEN);
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
      if (state.uncommitted >= kProvisionsPerCommit) {
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
  if (!state.dirty && state.indexed_identity == state.identity) return {};
  if (Result<void> safe = state.store.sync(); !safe) return safe;
  return guarded(state.path, [&] {
    state.database.set_metadata("store", state.identity);
    state.database.set_metadata("change", std::to_string(state.change));
    state.database.commit();
    state.indexed_identity = state.identity;
    state.uncommitted = 0;
    state.dirty = false;
  });
}

Result<void> catch_up(const fs::path& folder, Store& store, const Lexicon& lexicon,
                      const IndexProgress& progress) {
  const std::string name = index_internal::current_database(folder);
  if (name.empty()) return rebuild(folder, store, lexicon, progress);
  Result<std::unique_ptr<IndexFollower>> follower =
      IndexFollower::open_database(folder / name, store, lexicon, Xapian::DB_OPEN);
  if (!follower) {
    if (follower.error().code != ErrorCode::kIndex) return follower.error();
    return rebuild(folder, store, lexicon, progress);
  }
  const auto& state = *(*follower)->state_;
  if (state.indexed_identity != state.identity) {
    follower->reset();
    return rebuild(folder, store, lexicon, progress);
  }
  if (Result<void> followed = (*follower)->follow(progress); !followed) return followed;
  return (*follower)->commit();
}

Result<void> rebuild(const fs::path& folder, Store& store, const Lexicon& lexicon,
                     const IndexProgress& progress) {
  const Result<std::string> name = index_internal::new_database(folder);
  if (!name) return name.error();
  {
    Result<std::unique_ptr<IndexFollower>> follower = IndexFollower::open_database(
        folder / *name, store, lexicon, Xapian::DB_CREATE_OR_OVERWRITE);
    if (!follower) return follower.error();
    if (Result<void> followed = (*follower)->follow(progress); !followed) return followed;
    if (Result<void> committed = (*follower)->commit(); !committed) return committed;
  }
  return index_internal::use_database(folder, *name);
}

}  // namespace rasoat
