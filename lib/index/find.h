// One query against one Xapian database. Included by .cc files only.
#pragma once

#include <xapian.h>

#include "index/search_index.h"

namespace rasoat::index_internal {

// Throws what Xapian throws.
IndexAnswer find_in(const Xapian::Database& database, const Query& query,
                    const FindOptions& options);

}  // namespace rasoat::index_internal
