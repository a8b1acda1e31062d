// From the lines of a source to the repaired text of a document.
#pragma once

#include "text/raw_text.h"
#include "text/text_buffer.h"

namespace rasoat {

// Repairs, in this order: invalid UTF-8 and NUL become U+FFFD and a diagnostic, U+FFFE and
// U+FFFF become U+FFFD, other control characters go; NFC; no-break, zero-width and other odd
// spaces; Ð/ð and look-alikes of other scripts inside Vietnamese words and document numbers;
// page numbers, running heads, signature stamps and ruled lines set apart; the two-column head
// put in reading order (issuing body and number, then motto and date); lines wrapped inside a
// sentence joined, "NĐ-⏎CP" with its hyphen. Never fails; linear in the length of the input.
TextBuffer repair(RawText raw);

}  // namespace rasoat
