// The words of a long question, of which a provision need not have all. Included by .cc files only.
#pragma once

#include <xapian.h>

#include "query/query.h"

namespace rasoat::index_internal {

// `query` is Query::Kind::kRanked. Matches what has one of its words; each word more, and each pair
// of neighbours that stand together, add weight.
Xapian::Query lower_ranked(const Query& query);

}  // namespace rasoat::index_internal
