// One query against one Xapian database, which may be put together of several. Included by .cc
// files only.
#pragma once

#include <xapian.h>

#include <vector>

#include "index/search_index.h"

namespace rasoat::index_internal {

// `remote` says of each database that `database` is put together of whether it is on another
// machine. Throws what Xapian throws.
IndexAnswer find_in(const Xapian::Database& database, const std::vector<bool>& remote,
                    const Query& query, const FindOptions& options);

}  // namespace rasoat::index_internal
