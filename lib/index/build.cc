#include "index/build.h"

#include <xapian.h>

#include <algorithm>
#include <atomic>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "index/database_folder.h"
#include "index/guard.h"
#include "index/index_metadata.h"
#include "index/record_maker.h"

namespace rasoat {
namespace {

namespace fs = std::filesystem;
using index_internal::guarded;

// More threads than that only share the disk.
constexpr size_t kMaxThreads = 8;
// Nothing is to be saved by care for a shard: a build that stops begins anew.
constexpr int kScratch = Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_DANGEROUS | Xapian::DB_NO_SYNC;

// What the threads share.
struct Work {
  std::vector<Change> documents;
  std::atomic<size_t> next = 0;
  std::atomic<unsigned> next_shard = 0;
  std::atomic<bool> stop = false;
  std::mutex mutex;
  std::optional<Error> error;  // the first
  size_t done = 0;
  const IndexProgress* progress = nullptr;

  void fail(Error what) {
    const std::lock_guard lock(mutex);
    if (!error) error = std::move(what);
    stop = true;
  }
  void finished(const Change& change) {
    const std::lock_guard lock(mutex);
    ++done;
    if (*progress) (*progress)(done, documents.size(), change.document);
  }
};

// One thread: takes documents and writes them into a shard of its own.
class Builder {
 public:
  Builder(const fs::path& scratch, const Lexicon& lexicon, Work& work)
      : scratch_(scratch), work_(work), maker_(lexicon) {}

  Result<void> run(const std::string& store_file) {
    Result<std::unique_ptr<Store>> store = Store::open(store_file, Store::Mode::kRead);
    if (!store) return store.error();
    while (!work_.stop) {
      const size_t at = work_.next++;
      if (at >= work_.documents.size()) break;
      const Change& change = work_.documents[at];
      Result<std::optional<NumberedDocument>> held = (*store)->read_for_index(change.document);
      if (!held) return held.error();
      if (*held) {
        Result<void> added = guarded(scratch_.string(), [&] { add(**held); });
        if (!added) return added;
      }
      work_.finished(change);
    }
    return guarded(scratch_.string(), [&] { close_shard(); });
  }

 private:
  void add(const NumberedDocument& held) {
    if (!shard_) {
      shard_.emplace((scratch_ / std::to_string(work_.next_shard++)).string(), kScratch);
    }
    for (const Xapian::Document& record : maker_.make(held.number, held.analysis)) {
      shard_->add_document(record);
    }
  }

  void close_shard() {
    if (shard_) shard_->commit();
    shard_.reset();
  }

  const fs::path& scratch_;
  Work& work_;
  index_internal::RecordMaker maker_;
  std::optional<Xapian::WritableDatabase> shard_;
};

}  // namespace

Result<void> index_internal::build_database(const fs::path& folder, const std::string& name,
                                            Store& store, const Lexicon& lexicon,
                                            const IndexProgress& progress, IndexPart part) {
  const Result<std::string> identity = store.identity();
  if (!identity) return identity.error();
  const Result<uint64_t> count = store.count_changes_after(0);
  if (!count) return count.error();
  Result<std::vector<Change>> documents = store.changes_after(0, *count);
  if (!documents) return documents.error();
  const uint64_t last = documents->empty() ? 0 : documents->back().seq;
  if (Result<void> safe = store.sync(); !safe) return safe;

  documents->erase(
      std::remove_if(documents->begin(), documents->end(),
                     [&](const Change& change) { return !part.holds(change.document); }),
      documents->end());
  Work work;
  work.documents = std::move(*documents);
  work.progress = &progress;
  const size_t threads = std::clamp<size_t>(
      std::min<size_t>(std::thread::hardware_concurrency(), work.documents.size() / 8), 1,
      kMaxThreads);
  const Result<fs::path> made_scratch = scratch_folder(folder);
  if (!made_scratch) return made_scratch.error();
  const fs::path& scratch = *made_scratch;
  {
    std::vector<std::thread> running;
    for (size_t i = 0; i < threads; ++i) {
      running.emplace_back([&] {
        Result<void> built = Builder(scratch, lexicon, work).run(store.file());
        if (!built) work.fail(built.error());
      });
    }
    for (std::thread& thread : running) thread.join();
  }
  std::error_code error;
  Result<void> made = guarded(folder.string(), [&] {
    if (work.error) return;
    // The first shard says what the whole is; an empty store has this one alone.
    const fs::path first = scratch / "state";
    {
      Xapian::WritableDatabase database(first.string(), kScratch);
      write_state(database, *identity, last, part);
      database.commit();
    }
    Xapian::Database all(first.string());
    for (unsigned i = 0; i < work.next_shard; ++i) {
      all.add_database(Xapian::Database((scratch / std::to_string(i)).string()));
    }
    fs::remove_all(folder / name, error);
    all.compact((folder / name).string());
  });
  fs::remove_all(scratch, error);
  if (work.error) return *work.error;
  return made;
}

Result<void> rebuild(const fs::path& folder, Store& store, const Lexicon& lexicon,
                     const IndexProgress& progress, IndexPart part) {
  const Result<std::string> name = index_internal::new_database(folder);
  if (!name) return name.error();
  Result<void> built =
      index_internal::build_database(folder, *name, store, lexicon, progress, part);
  if (!built) return built;
  return index_internal::use_database(folder, *name);
}

Result<void> divide(const fs::path& folder, uint32_t parts, Store& store, const Lexicon& lexicon,
                    bool anew, const IndexProgress& progress) {
  std::string list = "# Các phần của chỉ mục. Phần ở máy khác: remote MÁY:CỔNG\n";
  for (IndexPart part{1, parts}; part.number <= parts; ++part.number) {
    const std::string name = std::to_string(part.number);
    const Result<void> done = anew ? rebuild(folder / name, store, lexicon, progress, part)
                                   : catch_up(folder / name, store, lexicon, progress, part);
    if (!done) return done;
    list += "auto " + name + "\n";
  }
  return index_internal::replace_file(folder / "parts", list);
}

}  // namespace rasoat
