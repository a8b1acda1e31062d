// From a query tree to what Xapian is asked. Included by .cc files only.
#pragma once

#include <xapian.h>

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "query/query.h"

namespace rasoat::index_internal {

// How many forms of a syllable without marks are looked at; Vietnamese has fewer than 100 of any.
inline constexpr size_t kMaxForms = 120;

// The forms of syllables that are typed without marks, from the terms of the whole database, on
// whatever machines its parts are: each part then looks for the same terms and gives them the same
// weight. (A wildcard would be expanded in each part from what stands there.)
class WordForms {
 public:
  explicit WordForms(const Xapian::Database& database) : database_(database) {}

  struct Form {
    std::string term;
    Xapian::doccount frequency = 0;
  };
  Xapian::doccount frequency(const std::string& term) const;
  // Of a syllable, or of all forms of one without marks, at most: a record may have several.
  uint64_t frequency_of(const std::string& prefix, std::string_view syllable);
  // Of `prefix` and an unmarked syllable: as it is written, and the most frequent others.
  const std::vector<Form>& of(const std::string& prefix, std::string_view syllable);

 private:
  const Xapian::Database& database_;
  std::map<std::string, std::vector<Form>> known_;
};

struct LoweredQuery {
  Xapian::Query query;
  bool has_words = false;  // so that there is a score
  bool passages = false;   // asks for passages, else for provisions (index/terms.h)
};

// A tree whose words are all ranked asks for passages. Where words and phrases must stand in a
// provision beside ranked ones, provisions are asked for, and the ranked words only order them.
LoweredQuery lower(const Query& query, WordForms& forms);

// A word or a phrase in provisions: the syllables together, in this order. Matches nothing where
// there are none.
Xapian::Query asked_words(std::string_view text, WordForms& forms);

// The weights of both kinds of records.
Xapian::BM25Weight weighting();

}  // namespace rasoat::index_internal
