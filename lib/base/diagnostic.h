// What rasoat noticed about a document that is odd but stops nothing: a repeated number, a quotation
// that does not close, characters that were repaired.
#pragma once

#include <string>

#include "base/span.h"

namespace rasoat {

struct Diagnostic {
  std::string code;     // kebab-case, English, stable: "repeated-number"
  std::string message;  // one Vietnamese sentence
  Span span;            // where in the repaired text; empty when it concerns the whole document
};

}  // namespace rasoat
