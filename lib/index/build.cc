#include "index/build.h"

#include <xapian.h>

#include <algorithm>
#include <atomic>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "index/columns.h"
#include "index/database_folder.h"
#include "index/guard.h"
#include "index/index_metadata.h"
#include "index/record_maker.h"

namespace rasoat {
namespace {

namespace fs = std::filesystem;
using index_internal::ColumnWriter;
using index_internal::document_rank;
using index_internal::guarded;
using index_internal::is_before;
using index_internal::Record;
using index_internal::RecordPlace;
using index_internal::with_values;

// More threads than that only share the disk.
constexpr size_t kMaxThreads = 8;
// Runs for each thread, so that none waits long for the last; more cost more when they are put
// together. A run of fewer provisions is not worth it.
constexpr size_t kRunsForEach = 4;
constexpr uint64_t kFewProvisions = 5'000;
// Records between two commits of a shard. Xapian gathers the records of each term in a tree until
// then: small trees stay in the cache of the processor.
constexpr size_t kRecordsPerCommit = 2'000;
// Nothing is to be saved by care for a shard: a build that stops begins anew. What a base never
// does is to take out a record, so that it needs no lists of the terms of each.
constexpr int kScratch = Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_DANGEROUS |
                         Xapian::DB_NO_SYNC | Xapian::DB_NO_TERMLIST;

// Documents that stand side by side in the order: a shard.
struct Run {
  std::vector<HeldHead> documents;
  uint64_t provisions = 0;
  fs::path shard;
  ColumnWriter columns;  // where the index has any
};

// What the threads share.
struct Work {
  std::vector<Run> runs;
  std::atomic<size_t> next = 0;
  // The whole index of a workspace has columns; a part may be served by programs that know values
  // alone.
  bool columns = false;
  std::atomic<bool> stop = false;
  std::mutex mutex;
  std::optional<Error> error;  // the first
  size_t done = 0;
  size_t documents = 0;
  const IndexProgress* progress = nullptr;

  void fail(Error what) {
    const std::lock_guard lock(mutex);
    if (!error) error = std::move(what);
    stop = true;
  }
  void finished(const std::string& document) {
    const std::lock_guard lock(mutex);
    ++done;
    if (*progress) (*progress)(done, documents, document);
  }
};

// One thread: takes runs and writes them.
class Builder {
 public:
  Builder(const Lexicon& lexicon, Work& work) : work_(work), maker_(lexicon) {}

  Result<void> work(const std::string& store_file) {
    Result<std::unique_ptr<Store>> store = Store::open(store_file, Store::Mode::kRead);
    if (!store) return store.error();
    while (!work_.stop) {
      const size_t at = work_.next++;
      if (at >= work_.runs.size()) break;
      if (Result<void> built = build(work_.runs[at], **store); !built) return built;
    }
    return {};
  }

 private:
  Result<void> build(Run& run, const Store& store) {
    std::optional<Xapian::WritableDatabase> shard;
    const std::string path = run.shard.string();
    if (auto made = guarded(path, [&] { shard.emplace(path, kScratch); }); !made) return made;
    for (const HeldHead& head : run.documents) {
      if (work_.stop) break;
      Result<std::optional<NumberedDocument>> held = store.read_for_index(head.id);
      if (!held) return held.error();
      if (*held) {
        if (auto added = guarded(path, [&] { add(**held, run, *shard); }); !added) return added;
      }
      work_.finished(head.id);
    }
    return guarded(path, [&] { shard->commit(); });
  }

  void add(const NumberedDocument& held, Run& run, Xapian::WritableDatabase& shard) {
    for (Record& record : maker_.make(held.number, held.analysis)) {
      if (++added_ % kRecordsPerCommit == 0) shard.commit();
      if (work_.columns) {
        run.columns.add(record.place, record.facets);
        shard.add_document(record.terms);
      } else {
        shard.add_document(with_values(std::move(record)));
      }
    }
  }

  Work& work_;
  index_internal::RecordMaker maker_;
  size_t added_ = 0;
};

// In the order of is_before().
void put_in_order(std::vector<HeldHead>& documents, const Lexicon& lexicon) {
  std::vector<std::pair<RecordPlace, HeldHead>> placed;
  for (HeldHead& held : documents) {
    RecordPlace place;
    place.rank = document_rank(held.head, lexicon);
    place.date = held.head.date;
    place.document = held.number;
    placed.emplace_back(place, std::move(held));
  }
  std::sort(placed.begin(), placed.end(),
            [](const auto& a, const auto& b) { return is_before(a.first, b.first); });
  for (size_t i = 0; i < placed.size(); ++i) documents[i] = std::move(placed[i].second);
}

// Runs of about as many provisions each.
std::vector<Run> cut_into_runs(std::vector<HeldHead> documents, const fs::path& scratch) {
  uint64_t all = 0;
  for (const HeldHead& held : documents) all += held.provisions;
  const uint64_t most =
      kRunsForEach * std::clamp<size_t>(std::thread::hardware_concurrency(), 1, kMaxThreads);
  const uint64_t each = std::max(all / most + 1, kFewProvisions);
  std::vector<Run> out;
  for (HeldHead& held : documents) {
    if (out.empty() || out.back().provisions >= each) {
      out.emplace_back().shard = scratch / std::to_string(out.size());
    }
    out.back().provisions += held.provisions;
    out.back().documents.push_back(std::move(held));
  }
  return out;
}

}  // namespace

Result<void> index_internal::build_database(const fs::path& folder, const std::string& name,
                                            Store& store, const Lexicon& lexicon,
                                            const IndexProgress& progress,
                                            std::optional<IndexPart> part) {
  const Result<std::string> identity = store.identity();
  if (!identity) return identity.error();
  const Result<uint64_t> last = store.last_change();
  if (!last) return last.error();
  Result<std::vector<HeldHead>> documents = store.heads();
  if (!documents) return documents.error();
  if (Result<void> safe = store.sync(); !safe) return safe;

  std::erase_if(*documents, [&](const HeldHead& held) { return part && !part->holds(held.id); });
  put_in_order(*documents, lexicon);
  const Result<fs::path> scratch = scratch_folder(folder);
  if (!scratch) return scratch.error();
  Work work;
  work.documents = documents->size();
  work.runs = cut_into_runs(std::move(*documents), *scratch);
  work.columns = !part;
  work.progress = &progress;
  {
    std::vector<std::thread> running;
    const size_t threads = std::min<size_t>(
        {std::max(std::thread::hardware_concurrency(), 1u), kMaxThreads, work.runs.size()});
    for (size_t i = 0; i < threads; ++i) {
      running.emplace_back([&] {
        Result<void> built = Builder(lexicon, work).work(store.file());
        if (!built) work.fail(built.error());
      });
    }
    for (std::thread& thread : running) thread.join();
  }
  std::error_code error;
  ColumnWriter columns;
  Result<void> made = guarded(folder.string(), [&] {
    if (work.error) return;
    // The first shard says what the whole is; an empty store has this one alone.
    const fs::path first = *scratch / "state";
    {
      Xapian::WritableDatabase database(first.string(), kScratch);
      write_state(database, *identity, *last, part);
      database.commit();
    }
    Xapian::Database all(first.string());
    for (const Run& run : work.runs) {
      all.add_database(Xapian::Database(run.shard.string()));
      columns.append(run.columns);
    }
    fs::remove_all(folder / name, error);
    all.compact((folder / name).string());
  });
  fs::remove_all(*scratch, error);
  if (work.error) return *work.error;
  if (!made || !work.columns) return made;
  return columns.write(folder / name / kColumnsFile);
}

Result<void> rebuild(const fs::path& folder, Store& store, const Lexicon& lexicon,
                     const IndexProgress& progress, std::optional<IndexPart> part) {
  const Result<std::string> name = index_internal::new_database(folder);
  if (!name) return name.error();
  Result<void> built =
      index_internal::build_database(folder, *name, store, lexicon, progress, part);
  if (!built) return built;
  return index_internal::use_database(folder, *name);
}

namespace {

// Whether the folder has this part of the store as it is now.
Result<bool> is_current(const fs::path& folder, const Store& store, IndexPart part) {
  const std::string name = index_internal::current_database(folder);
  if (name.empty()) return false;
  const Result<std::string> identity = store.identity();
  if (!identity) return identity.error();
  const Result<uint64_t> last = store.last_change();
  if (!last) return last.error();
  Result<IndexState> state = guarded(folder.string(), [&] {
    return index_internal::read_state(Xapian::Database((folder / name).string()));
  });
  return state && state->store == *identity && state->change == *last && state->divided &&
         state->part == part;
}

}  // namespace

Result<void> divide(const fs::path& folder, uint32_t parts, Store& store, const Lexicon& lexicon,
                    bool anew, const IndexProgress& progress) {
  std::string list = "# Các phần của chỉ mục. Phần ở máy khác: remote MÁY:CỔNG\n";
  for (IndexPart part{1, parts}; part.number <= parts; ++part.number) {
    const std::string name = std::to_string(part.number);
    const Result<bool> current = is_current(folder / name, store, part);
    if (!current) return current.error();
    const Result<void> done =
        anew || !*current ? rebuild(folder / name, store, lexicon, progress, part) : Result<void>();
    if (!done) return done;
    list += "auto " + name + "\n";
  }
  return index_internal::replace_file(folder / "parts", list);
}

}  // namespace rasoat
