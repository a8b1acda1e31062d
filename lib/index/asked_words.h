// A word or a phrase of a query, as Xapian is asked for it. Included by .cc files only.
#pragma once

#include <xapian.h>

#include <string>
#include <string_view>
#include <vector>

namespace rasoat::index_internal {

// The terms of the syllables, in order; `field` as in index/terms.h.
std::vector<std::string> asked_terms(std::string_view field, std::string_view text);

// The syllables together in this order; the empty query, which matches nothing, where there are
// none.
Xapian::Query asked_words(std::string_view text);

}  // namespace rasoat::index_internal
