// What the files of the workspace share. Included by .cc files only.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <set>
#include <string>

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
  bool divided = false;                // `index` is not the workspace's own

  std::filesystem::path index_folder() const { return folder / "index"; }

  Result<SearchIndex*> open_index() {
    if (!index) {
      Result<std::unique_ptr<SearchIndex>> opened = SearchIndex::open(index_folder());
      if (!opened) return opened.error();
      index = std::move(*opened);
    }
    return index.get();
  }

  // The store's names as of its last change: a search looks at all of them.
  Result<const StoredNames*> names() {
    const Result<uint64_t> change = store->last_change();
    if (!change) return change.error();
    if (!known_names || *change != names_as_of) {
      Result<StoredNames> read = store->names();
      if (!read) return read.error();
      known_names = std::move(*read);
      names_as_of = *change;
    }
    return &*known_names;
  }
  std::optional<StoredNames> known_names;
  uint64_t names_as_of = 0;

  // Which documents the index, or the part of it that they belong to, does not have as they are.
  Result<std::set<std::string>> outdated();
  // The number of them; all documents where the index is of another store.
  Result<uint64_t> behind();
};

}  // namespace rasoat
