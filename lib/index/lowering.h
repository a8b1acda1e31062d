// From a query tree to what Xapian is asked. Included by .cc files only.
#pragma once

#include <xapian.h>

#include <string_view>

#include "query/query.h"

namespace rasoat::index_internal {

// How many forms of a syllable without marks are looked at; Vietnamese has fewer than 100 of any.
inline constexpr Xapian::termcount kMaxForms = 120;

struct LoweredQuery {
  Xapian::Query query;
  bool has_words = false;  // so that there is a score
  bool passages = false;   // asks for passages, else for provisions (index/terms.h)
};

// A tree whose words are all ranked asks for passages. Where words and phrases must stand in a
// provision beside ranked ones, provisions are asked for, and the ranked words only order them.
LoweredQuery lower(const Query& query);

// A word or a phrase in provisions: the syllables together, in this order. Matches nothing where
// there are none.
Xapian::Query asked_words(std::string_view text);

// The weights of both kinds of records.
Xapian::BM25Weight weighting();

}  // namespace rasoat::index_internal
