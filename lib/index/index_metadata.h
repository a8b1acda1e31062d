// What a database of the index says of itself. Included by .cc files only.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <optional>
#include <string>

#include "index/gone.h"
#include "index/search_index.h"

namespace rasoat::index_internal {

// An index of another form than this rasoat's is as good as none: `store` stays empty.
IndexState read_state(const Xapian::Database& database);
void write_state(Xapian::WritableDatabase& database, const std::string& store, uint64_t change,
                 std::optional<IndexPart> part);

// Of the database of the changes: what they take the place of.
Gone read_gone(const Xapian::Database& database);
void write_gone(Xapian::WritableDatabase& database, const Gone& gone);

}  // namespace rasoat::index_internal
