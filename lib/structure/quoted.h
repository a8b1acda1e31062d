// Finds the new wording that an amending document quotes: “1. …” after "như sau:".
#pragma once

#include <vector>

#include "structure/line_mark.h"
#include "structure/structure_words.h"
#include "text/text_buffer.h"

namespace rasoat {

// Spans of quoted new wording, sorted and disjoint; whole lines except at the ends. `marks` has one
// mark for each line of the text. A quotation that does not close ends before the next unit of the
// amending text itself, and `unclosed` counts those.
std::vector<Span> find_quoted(const TextBuffer& text, const std::vector<LineMark>& marks,
                              const StructureWords& cues, int& unclosed);

}  // namespace rasoat
