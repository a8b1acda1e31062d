// One query against what an index has open. Included by .cc files only.
#pragma once

#include "index/search_index.h"
#include "index/searched.h"

namespace rasoat::index_internal {

// Throws what Xapian throws.
IndexAnswer find_in(const Searched& searched, const Query& query, const FindOptions& options);

}  // namespace rasoat::index_internal
