// What a database of the index says of itself. Included by .cc files only.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>

#include "index/search_index.h"

namespace rasoat::index_internal {

// An index of another form than this rasoat's is as good as none: `store` stays empty.
IndexState read_state(const Xapian::Database& database);
void write_state(Xapian::WritableDatabase& database, const std::string& store, uint64_t change,
                 IndexPart part);

}  // namespace rasoat::index_internal
