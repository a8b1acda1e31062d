// What the files of the workspace share. Included by .cc files only.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>

#include "index/search_index.h"
#include "store/store.h"
#include "workspace/workspace.h"
#include "workspace/write_lock.h"

namespace rasoat {

struct Workspace::State {
  std::filesystem::path folder;
  Lexicon lexicon;
  std::optional<WriteLock> lock;  // with Mode::kWrite
  std::unique_ptr<Store> store;
  std::unique_ptr<SearchIndex> index;  // opened when first asked

  std::filesystem::path index_folder() const { return folder / "index"; }

  Result<SearchIndex*> open_index() {
    if (!index) {
      Result<std::unique_ptr<SearchIndex>> opened = SearchIndex::open(index_folder());
      if (!opened) return opened.error();
      index = std::move(*opened);
    }
    return index.get();
  }

  // Documents that the index does not have yet; all of them where it is of another store.
  Result<uint64_t> behind() {
    Result<SearchIndex*> opened = open_index();
    if (!opened) return opened.error();
    const Result<IndexState> state = (*opened)->state();
    if (!state) return state.error();
    const Result<std::string> identity = store->identity();
    if (!identity) return identity.error();
    return store->count_changes_after(state->store == *identity ? state->change : 0);
  }
};

}  // namespace rasoat
