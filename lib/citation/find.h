// Finds the references in a document. Resolving them is another step: citation/resolve.h.
#pragma once

#include <vector>

#include "citation/reference.h"
#include "lexicon/lexicon.h"
#include "structure/document.h"
#include "text/text_buffer.h"

namespace rasoat {

// In the order of the text. References to "this" are filled in as far as the context tells (Điều
// này, khoản 2 alone). Linear in the length of the text, whatever it holds.
std::vector<Reference> find_references(const TextBuffer& text, const Document& document,
                                       const Lexicon& lexicon);

}  // namespace rasoat
