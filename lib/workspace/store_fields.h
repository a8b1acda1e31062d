// Fields of a query that depend on what else is held, which no index can know of a provision.
#pragma once

#include "base/error.h"
#include "lexicon/lexicon.h"
#include "query/query.h"
#include "store/store.h"

namespace rasoat {

// Puts the provisions that the store finds, "<document>#<provision>", in place of the values of
// `cited-by:` and `outcome:`. A document cited as a whole is found as its title. kNotFound where
// the document is not held; kInvalidArgument where the store holds too many references to resolve
// them all for one question, or too many provisions fit.
Result<void> answer_from_store(Query& query, const Store& store, const Lexicon& lexicon);

}  // namespace rasoat
