// Making a database from nothing: shards that threads fill side by side, then one compact database.
// Included by .cc files only.
#pragma once

#include <filesystem>
#include <optional>

#include "base/error.h"
#include "index/search_index.h"
#include "lexicon/lexicon.h"
#include "store/store.h"

namespace rasoat::index_internal {

// Writes the database `folder`/`name` from all that the store holds, or all of the part; what was
// left of it by an interrupted build is thrown away. The shards stand beside it while it is made.
// The store must not be written meanwhile. Peak memory is about 100 MB for each thread.
Result<void> build_database(const std::filesystem::path& folder, const std::string& name,
                            Store& store, const Lexicon& lexicon, const IndexProgress& progress,
                            std::optional<IndexPart> part);

}  // namespace rasoat::index_internal
