// The counts of an index with names that users know.
#pragma once

#include <vector>

#include "base/error.h"
#include "index/search_index.h"
#include "lexicon/lexicon.h"
#include "store/store.h"
#include "workspace/workspace.h"

namespace rasoat {

// In the order type, issuer, level, agency, role, year; those without any value are left out.
Result<std::vector<Facet>> named_facets(const FacetCounts& counts, const Store& store,
                                        const Lexicon& lexicon);

}  // namespace rasoat
