// The day from which a document says that it is in force.
#pragma once

#include <optional>

#include "base/date.h"
#include "lexicon/lexicon.h"
#include "structure/document.h"
#include "text/text_buffer.h"

namespace rasoat {

// The day of the first sentence of the main text that begins "<type of the document> này có hiệu
// lực (thi hành) (kể) từ ngày …", by corpus/lexicon/effect_cues.tsv; for "kể từ ngày ký" the day of
// the document. What it excepts ("trừ quy định tại …") is not looked at. Nothing where there is no
// such sentence, or where it gives no day: none is computed from "sau 45 ngày". Linear in the
// length of the text.
std::optional<Date> effective_date(const TextBuffer& text, const Document& document,
                                   const Lexicon& lexicon);

}  // namespace rasoat
