// What stands behind the colon of a field.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/span.h"
#include "lexicon/lexicon.h"
#include "query/fields.h"

namespace rasoat {

// The values that a field's `text` stands for, in the form that is indexed (Query::values); an
// error that names `span` of the cleaned query where it stands for none.
//
//   agency              keys; level, role, type, kind, has: names
//   number, title       as typed
//   document, cited-by  as typed
//   provision           ids
//   issuer              issuer_values()
//   issued, effective   a range of days: "2024-01-01..2025-06-30"
//   cites               cited_values()
//   outcome             the name; what it stands for is found by the store
Result<std::vector<std::string>> field_values(Field field, const std::string& text, Span span,
                                              std::string_view clean, const Lexicon& lexicon);

}  // namespace rasoat
