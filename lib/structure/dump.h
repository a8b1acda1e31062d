// A document as indented text: what `rasoat show` prints of its tree, and the oracle of golden
// tests.
#pragma once

#include <string>

#include "structure/document.h"
#include "text/text_buffer.h"

namespace rasoat {

// The head's parts, then one line for each provision, indented by its depth: its id and the first
// words of its own text; then quoted wording and asides. Documents with equal dumps are equal in
// all that the later stages read.
std::string dump(const Document& document, const TextBuffer& text);

}  // namespace rasoat
