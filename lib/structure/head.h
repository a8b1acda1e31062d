// Reads the head of a document: type, number, issuer, place, date, title, căn cứ; and its end:
// signer and recipients (Nghị định 30/2020/NĐ-CP, Phụ lục I; Nghị định 78/2025/NĐ-CP, Điều 71).
#pragma once

#include "lexicon/lexicon.h"
#include "structure/document.h"
#include "structure/line_mark.h"
#include "text/text_buffer.h"

namespace rasoat {

struct HeadLines {
  size_t title_end = 0;  // the line after the title: where the preamble begins
  size_t body = 0;       // the first line that may open a provision
};

// Fills in document.head. Lines from `body` on are the outline's.
HeadLines read_head(const TextBuffer& text, const std::vector<LineMark>& marks,
                    const Lexicon& lexicon, Document& document);

// Fills in signer and recipients from the asides of the main text.
void read_signature(const TextBuffer& text, Document& document);

// Laws and resolutions whose head has no date: the day in "… thông qua ngày …" at their end.
void read_adoption_date(const TextBuffer& text, Document& document);

}  // namespace rasoat
