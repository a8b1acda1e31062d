// "Did you mean": from the corpus's own words. Included by .cc files only.
#pragma once

#include <xapian.h>

#include <vector>

#include "index/search_index.h"
#include "query/query.h"

namespace rasoat::index_internal {

// At most this many syllables of a query are corrected.
inline constexpr size_t kMaxCorrections = 3;

// For each syllable that no provision has, the best of those that differ from it by one letter, its
// marks included: one that stands beside the syllable's neighbours somewhere before one that does
// not, other marks before other letters, a frequent one before a rare one. None where none is
// found. A few thousand look-ups of a term for a syllable, whatever the size of the index.
std::vector<Correction> corrections(const Xapian::Database& database, const Query& query);

}  // namespace rasoat::index_internal
