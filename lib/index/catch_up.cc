// Writing the index, change by change.
//
// The store numbers its changes; the index keeps, in the same commit as the provisions, the number
// of the last change that it has and the identity of the store. Catching up is: read the changes
// after that number and commit what they bring to the database of the changes: the records of the
// document as the store has it now, and that the base's records of it are gone. A document's state
// is read from the store when its turn comes, so that a change that is seen twice does no harm, and
// stopping anywhere loses at most the work since the last commit. The store is made safe on disk
// before each commit: the index must never know of a change that a loss of power could take from
// the store. Where much has changed, the base is built anew.
#include <xapian.h>

#include <algorithm>
#include <chrono>
#include <optional>
#include <thread>

#include "base/sha256.h"
#include "index/build.h"
#include "index/database_folder.h"
#include "index/gone.h"
#include "index/guard.h"
#include "index/index_metadata.h"
#include "index/layers.h"
#include "index/record_maker.h"
#include "index/search_index.h"
#include "index/terms.h"

namespace rasoat {
namespace {

namespace fs = std::filesystem;
using index_internal::Gone;
using index_internal::guarded;
using index_internal::kHashSlot;
using index_internal::Layers;
using index_internal::Record;
using index_internal::with_values;

constexpr uint64_t kChangesAtOnce = 256;
// Records between two commits: a commit costs about as much as writing some thousand records.
constexpr uint64_t kRecordsPerCommit = 50'000;
// The base is built anew where so many documents wait, or so many records stand in the changes or
// are gone from the base, and also more than this share of all: each record is then written some
// five times at most, however the workspace grows.
constexpr uint64_t kManyDocuments = 500;
constexpr uint64_t kManyRecords = 50'000;
constexpr uint64_t kMovedShare = 4;
constexpr int kLockTries = 200;

}  // namespace

struct IndexFollower::State {
  fs::path base_folder;
  Store& store;
  index_internal::RecordMaker maker;
  std::string identity;  // of the store
  std::unique_ptr<Layers> layers;
  Gone gone;
  std::optional<Xapian::WritableDatabase> changes;  // opened when there is something to write
  uint64_t change = 0;
  uint64_t uncommitted = 0;  // records
  bool dirty = false;

  Result<void> write(const Change& written) {
    Result<std::optional<NumberedDocument>> held = store.read_for_index(written.document);
    if (!held) return held.error();
    return guarded(base_folder.string(), [&] {
      open_changes();
      dirty = true;
      std::vector<Record> records;
      if (*held) records = maker.make((*held)->number, (*held)->analysis);
      const std::string term = document_term(written.document);
      if (const auto range = index_internal::records_of(layers->base(), term)) {
        if (!gone.holds(range->first)) gone.add(*range);
      }
      put(term, std::move(records));
      change = written.seq;
    });
  }

  void open_changes() {
    if (changes) return;
    const fs::path folder = base_folder / index_internal::kChangesFolder;
    if (!fs::exists(folder)) {
      // Made aside, so that it is there whole or not at all.
      const fs::path aside = folder.string() + ".new";
      fs::remove_all(aside);
      Xapian::WritableDatabase(aside.string(), Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS)
          .commit();
      fs::rename(aside, folder);
    }
    for (int tried = 1; !changes; ++tried) {
      try {
        changes.emplace(folder.string(), Xapian::DB_OPEN | Xapian::DB_BACKEND_GLASS);
      } catch (const Xapian::DatabaseLockError&) {
        // A child process that was being started when it was made holds the lock until it runs.
        if (tried == kLockTries) throw;
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
      }
    }
  }

  // The records of a document take the places of those that it had. Those that are the same stay;
  // of one that is replaced by its like Xapian writes only the terms that differ.
  void put(const std::string& term, std::vector<Record> records) {
    const std::vector<Xapian::docid> had(changes->postlist_begin(term),
                                         changes->postlist_end(term));
    for (size_t i = 0; i < records.size(); ++i) {
      Xapian::Document record = with_values(std::move(records[i]));
      const std::string hash = sha256_hex(record.serialise());
      if (i < had.size() && changes->get_document(had[i]).get_value(kHashSlot) == hash) continue;
      record.add_value(kHashSlot, hash);
      if (i < had.size()) {
        changes->replace_document(had[i], record);
      } else {
        changes->add_document(record);
      }
      ++uncommitted;
    }
    for (size_t i = records.size(); i < had.size(); ++i) changes->delete_document(had[i]);
  }
};

IndexFollower::IndexFollower(std::unique_ptr<State> state) : state_(std::move(state)) {}
IndexFollower::~IndexFollower() = default;

Result<std::unique_ptr<IndexFollower>> IndexFollower::open(const fs::path& folder, Store& store,
                                                           const Lexicon& lexicon) {
  const Result<std::string> identity = store.identity();
  if (!identity) return identity.error();
  const fs::path base = folder / index_internal::current_database(folder);
  std::optional<Error> damaged;
  std::unique_ptr<State> state(new State{
      base, store, index_internal::RecordMaker(lexicon), *identity, nullptr, {}, {}, 0, 0, false});
  Result<void> opened = guarded(base.string(), [&] {
    Result<std::unique_ptr<Layers>> layers = Layers::open(base);
    if (!layers) {
      damaged = layers.error();
      return;
    }
    state->layers = std::move(*layers);
    state->gone = state->layers->gone();
    state->change = state->layers->state().change;
  });
  if (!opened) return opened.error();
  if (damaged) return *damaged;
  return std::unique_ptr<IndexFollower>(new IndexFollower(std::move(state)));
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
  if (!state.dirty) return {};
  if (Result<void> safe = state.store.sync(); !safe) return safe;
  return guarded(state.base_folder.string(), [&] {
    index_internal::write_state(*state.changes, state.identity, state.change, {});
    index_internal::write_gone(*state.changes, state.gone);
    state.changes->commit();
    state.uncommitted = 0;
    state.dirty = false;
  });
}

namespace {

// Whether the index has to be built anew: it is of another store, or too much has changed.
Result<bool> is_outgrown(const Layers& layers, const Store& store) {
  const Result<std::string> identity = store.identity();
  if (!identity) return identity.error();
  const IndexState known = layers.state();
  if (known.store != *identity || known.divided) return true;
  const uint64_t records = layers.searched().database.get_doccount();
  if (layers.moved_records() > std::max(kManyRecords, records / kMovedShare)) return true;
  const Result<uint64_t> waiting = store.count_changes_after(known.change);
  if (!waiting) return waiting.error();
  if (*waiting < kManyDocuments) return false;
  const Result<StoreCounts> counts = store.counts();
  if (!counts) return counts.error();
  return *waiting > counts->documents / kMovedShare;
}

}  // namespace

Result<void> catch_up(const fs::path& folder, Store& store, const Lexicon& lexicon,
                      const IndexProgress& progress) {
  if (index_internal::current_database(folder).empty()) {
    return rebuild(folder, store, lexicon, progress);
  }
  Result<std::unique_ptr<IndexFollower>> follower = IndexFollower::open(folder, store, lexicon);
  if (!follower) {
    if (follower.error().code != ErrorCode::kIndex) return follower.error();
    return rebuild(folder, store, lexicon, progress);
  }
  const Result<bool> outgrown = is_outgrown(*(*follower)->state_->layers, store);
  if (!outgrown) return outgrown.error();
  if (*outgrown) {
    follower->reset();
    return rebuild(folder, store, lexicon, progress);
  }
  if (Result<void> followed = (*follower)->follow(progress); !followed) return followed;
  return (*follower)->commit();
}

}  // namespace rasoat
