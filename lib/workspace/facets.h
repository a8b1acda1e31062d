// The counts of an index with names that users know.
#pragma once

#include <vector>

#include "index/search_index.h"
#include "lexicon/lexicon.h"
#include "store/store.h"
#include "workspace/workspace.h"

namespace rasoat {

// `names` are those of the store that the counts are about. In the order type, issuer, level,
// agency, role, year; those without any value are left out.
std::vector<Facet> named_facets(const FacetCounts& counts, const StoredNames& names,
                                const Lexicon& lexicon);

}  // namespace rasoat
