// From a query tree to what Xapian is asked. Included by .cc files only.
#pragma once

#include <xapian.h>

#include "query/query.h"

namespace rasoat::index_internal {

struct LoweredQuery {
  Xapian::Query query;
  bool has_words = false;  // so that there is a score
};

LoweredQuery lower(const Query& query);

}  // namespace rasoat::index_internal
