// A provision tree for the tests of this module, made without lib/structure: every line that begins with
// "Điều 1.", "1.", "a)" or "I." opens a provision, other lines belong to the one before them.
#pragma once

#include <string>
#include <string_view>

#include "structure/document.h"
#include "text/text_buffer.h"

namespace rasoat::testing {

struct SmallDocument {
  TextBuffer text;
  Document document;
};

// The words of an article's line are its heading. Lines before the first provision are the title (the
// first) and the preamble.
SmallDocument small_document(std::string_view text, DocumentHead head = {});

}  // namespace rasoat::testing
