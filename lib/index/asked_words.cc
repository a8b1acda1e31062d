#include "index/asked_words.h"

#include "index/terms.h"
#include "query/syllables.h"
#include "text/lower.h"

namespace rasoat::index_internal {

std::vector<std::string> asked_terms(std::string_view field, std::string_view text) {
  const std::string lowered = lower_same_length(text);
  std::vector<std::string> out;
  for (const Span syllable : syllables(lowered)) {
    out.push_back(asked_term(field, syllable.of(lowered)));
  }
  return out;
}

Xapian::Query asked_words(std::string_view text) {
  const std::vector<std::string> terms = asked_terms("", text);
  if (terms.empty()) return Xapian::Query::MatchNothing;
  if (terms.size() == 1) return Xapian::Query(terms[0]);
  return {Xapian::Query::OP_PHRASE, terms.begin(), terms.end(),
          static_cast<Xapian::termcount>(terms.size())};
}

}  // namespace rasoat::index_internal
