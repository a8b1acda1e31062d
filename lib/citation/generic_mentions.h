// Words that point at the law and name no document: "theo quy định của pháp luật".
#pragma once

#include <vector>

#include "citation/reference.h"
#include "lexicon/lexicon.h"
#include "structure/document.h"
#include "text/text_buffer.h"

namespace rasoat {

// In the order of the text, all of Outcome::kGeneric, without document, provision and candidates.
// None inside the words of `references`. The words are those of the table `generic_mentions`.
// Linear in the length of the text.
std::vector<Reference> find_generic_mentions(const TextBuffer& text, const Document& document,
                                             const std::vector<Reference>& references,
                                             const Lexicon& lexicon);

}  // namespace rasoat
