// Whether a text is a document as it was issued, from first to last word.
#pragma once

#include <vector>

#include "base/diagnostic.h"
#include "citation/reference.h"
#include "lexicon/lexicon.h"
#include "structure/document.h"
#include "text/text_buffer.h"

namespace rasoat {

// What speaks against it; of such a text it can't be said that it lacks a unit.
//
// * "updated-text": it cites a document that was issued after it, has inserted units ("Điều 12a")
//   or a portal's notes of amendments, without being a consolidated text by its number: later
//   amendments may be worked in. `span`: the words.
// * "end-not-seen": it has neither signature nor recipients, and its last articles speak neither of
//   its effect nor of its passing.
std::vector<Diagnostic> doubts_of_issued_text(const TextBuffer& text, const Document& document,
                                              const std::vector<Reference>& references,
                                              const Lexicon& lexicon);

}  // namespace rasoat
