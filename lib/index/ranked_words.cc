#include "index/ranked_words.h"

#include <string>
#include <vector>

#include "index/asked_words.h"

namespace rasoat::index_internal {

Xapian::Query lower_ranked(const Query& query) {
  std::vector<Xapian::Query> parts;
  for (size_t i = 0; i < query.children.size(); ++i) {
    parts.push_back(asked_words(query.children[i].text));
    if (i > 0) {
      parts.push_back(asked_words(query.children[i - 1].text + " " + query.children[i].text));
    }
  }
  return {Xapian::Query::OP_OR, parts.begin(), parts.end()};
}

}  // namespace rasoat::index_internal
