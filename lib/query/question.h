// Questions in plain words.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "lexicon/lexicon.h"
#include "query/query.h"

namespace rasoat {

// The tree of a question: the bodies it names become an agency field, "cấp huyện" alone a level,
// the words that only ask ("quy định nào", "ai") are left out, the others are words that must be
// there, or, where there are more than kMaxRequiredWords, are ranked. "Hộ tịch là gì" ranks the
// words and "là" behind them, as definitions have it. `clean` is a text of clean_query() without
// syntax. Nothing where it asks no question, or where nothing would be left of it.
std::optional<Query> parse_question(std::string_view clean, const Lexicon& lexicon);

// The same of a question with words in quotation marks, which must be there as they are
// (`phrases`); the other words (`rest`) only order the hits. `"hộ tịch" là gì` looks for "hộ tịch
// là". Nothing where it asks no question.
std::optional<Query> parse_quoted_question(std::vector<Query> phrases, std::string_view rest,
                                           const Lexicon& lexicon);

}  // namespace rasoat
