// Reading the index.
#include "index/search_index.h"

#include <xapian.h>

#include "index/corrections.h"
#include "index/database_folder.h"
#include "index/find.h"
#include "index/guard.h"
#include "index/index_metadata.h"

namespace rasoat {

namespace fs = std::filesystem;
using index_internal::guarded;

struct SearchIndex::State {
  fs::path folder;
  std::string name;  // of the database that is open
  Xapian::Database database;

  // Opens the database in use where it has been replaced, else sees what has been committed.
  void refresh() {
    const std::string current = index_internal::current_database(folder);
    if (current == name) {
      if (!name.empty()) database.reopen();
      return;
    }
    database = current.empty() ? Xapian::Database() : Xapian::Database((folder / current).string());
    name = current;
  }

  // A writer that commits twice while we read takes the blocks from under us; the answer is to look
  // again, with a bound.
  template <typename Work>
  auto looking(Work&& work) {
    return guarded(folder.string(), [&] {
      constexpr int kTries = 5;
      for (int tried = 1;; ++tried) {
        try {
          refresh();
          return work();
        } catch (const Xapian::DatabaseModifiedError&) {
          if (tried == kTries) throw;
        } catch (const Xapian::DatabaseOpeningError&) {
          // The database was replaced between the look at XAPIANDB and the opening.
          if (tried == kTries) throw;
        }
      }
    });
  }
};

SearchIndex::SearchIndex(std::unique_ptr<State> state) : state_(std::move(state)) {}
SearchIndex::~SearchIndex() = default;

Result<std::unique_ptr<SearchIndex>> SearchIndex::open(const fs::path& folder) {
  auto state = std::make_unique<State>();
  state->folder = folder;
  Result<void> opened = state->looking([] {});
  if (!opened) return opened.error();
  return std::unique_ptr<SearchIndex>(new SearchIndex(std::move(state)));
}

Result<IndexAnswer> SearchIndex::find(const Query& query, const FindOptions& options) {
  return state_->looking([&] {
    if (state_->name.empty()) return IndexAnswer();
    return index_internal::find_in(state_->database, query, options);
  });
}

Result<std::vector<Correction>> SearchIndex::corrections(const Query& query) {
  return state_->looking([&] {
    if (state_->name.empty()) return std::vector<Correction>();
    return index_internal::corrections(state_->database, query);
  });
}

Result<IndexState> SearchIndex::state() {
  return state_->looking([&] {
    return state_->name.empty() ? IndexState() : index_internal::read_state(state_->database);
  });
}

Result<std::vector<std::string>> SearchIndex::check() {
  return state_->looking([&] {
    std::vector<std::string> out;
    if (state_->name.empty()) return out;
    const auto faults = Xapian::Database::check((state_->folder / state_->name).string());
    if (faults > 0) out.push_back("chỉ mục tìm kiếm có " + std::to_string(faults) + " chỗ hỏng");
    return out;
  });
}

}  // namespace rasoat
