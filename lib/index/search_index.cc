// Reading the index.
#include "index/search_index.h"

#include <xapian.h>

#include <cstdlib>

#include "index/database_folder.h"
#include "index/guard.h"
#include "index/lowering.h"
#include "index/provision_terms.h"

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

Result<IndexAnswer> SearchIndex::find(const Query& query, uint32_t offset, uint32_t limit) {
  return state_->looking([&] {
    const index_internal::LoweredQuery lowered = index_internal::lower(query);
    if (state_->name.empty()) return IndexAnswer{0, {}, lowered.query.get_description()};
    Xapian::Enquire enquire(state_->database);
    enquire.set_query(lowered.query);
    if (lowered.has_words) {
      enquire.set_sort_by_relevance_then_value(index_internal::kOrderSlot, false);
    } else {
      enquire.set_weighting_scheme(Xapian::BoolWeight());
      enquire.set_sort_by_value(index_internal::kOrderSlot, false);
    }
    // Every match is looked at, so that the total is exact.
    const Xapian::doccount all = state_->database.get_doccount();
    const Xapian::MSet matches = enquire.get_mset(offset, limit == 0 ? all : limit, all);
    IndexAnswer out;
    out.total = matches.get_matches_estimated();
    out.plan = lowered.query.get_description();
    for (auto at = matches.begin(); at != matches.end(); ++at) {
      index_internal::ProvisionData data = index_internal::decode(at.get_document().get_data());
      out.hits.push_back({std::move(data.document), std::move(data.provision), data.position,
                          lowered.has_words ? at.get_weight() : 0.0});
    }
    return out;
  });
}

Result<IndexState> SearchIndex::state() {
  return state_->looking([&] {
    IndexState out;
    if (state_->name.empty()) return out;
    out.store = state_->database.get_metadata("store");
    out.change = std::strtoull(state_->database.get_metadata("change").c_str(), nullptr, 10);
    out.provisions = state_->database.get_doccount();
    return out;
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
