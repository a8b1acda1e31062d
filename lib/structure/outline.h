// From the marked lines of a text to its provisions, components and asides.
#pragma once

#include <vector>

#include "structure/document.h"
#include "structure/line_mark.h"
#include "structure/structure_words.h"
#include "text/text_buffer.h"

namespace rasoat {

// Fills in components, provisions (without title and preamble), asides and diagnostics of
// `document`, whose `quoted` is set. `first_line` is the first line of the body: what stands before
// it is the head.
void build_outline(const TextBuffer& text, const std::vector<LineMark>& marks, size_t first_line,
                   const StructureWords& cues, Document& document);

}  // namespace rasoat
