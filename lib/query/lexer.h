// The tokens of a query.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/span.h"
#include "query/fields.h"

namespace rasoat {

struct Token {
  enum class Kind : uint8_t {
    kWord,
    kPhrase,
    kField,
    kOpen,
    kRanked,
    kClose,
    kAnd,
    kOr,
    kNot,
    kNear,
    kEnd
  };
  Kind kind = Kind::kEnd;
  std::string text;               // the word, or what stands between the quotes
  std::vector<std::string> also;  // further ones behind '|'
  uint32_t distance = 0;          // of kNear
  Field field = Field::kAgency;
  Span span;  // in the cleaned query
};

// `clean` is a text of clean_query(). The last token is kEnd.
Result<std::vector<Token>> tokens_of(std::string_view clean);

// An error that names the place, "ở ký tự thứ 12 («huyện»): ...", and points at it with a caret
// below the query, behind the remedy.
Error query_error(std::string_view clean, Span span, std::string reason, std::string remedy);

}  // namespace rasoat
