// Questions in plain words.
#pragma once

#include <optional>
#include <string_view>

#include "lexicon/lexicon.h"
#include "query/query.h"

namespace rasoat {

// The tree of a question: the bodies it names become an agency field, "cấp huyện" alone a level,
// the words that only ask ("quy định nào", "ai") are left out, the others are words that must be
// there, or, where there are more than kMaxRequiredWords, are ranked. `clean` is a text of
// clean_query() without syntax. Nothing where it asks no question, or where nothing would be left
// of it.
std::optional<Query> parse_question(std::string_view clean, const Lexicon& lexicon);

}  // namespace rasoat
