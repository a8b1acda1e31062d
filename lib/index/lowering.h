// From a query tree to what Xapian is asked. Included by .cc files only.
#pragma once

#include <xapian.h>

#include <string_view>

#include "query/query.h"

namespace rasoat::index_internal {

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

// The words of Query::Kind::kRanked against passages: each syllable, and each two neighbours for
// half as much.
Xapian::Query ranked_in_passages(const Query& query);

// The weights of both kinds of records.
Xapian::BM25Weight weighting();

}  // namespace rasoat::index_internal
