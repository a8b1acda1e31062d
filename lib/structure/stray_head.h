// Parts of the head that stand elsewhere: in the heading that a portal sets above the text, and in
// letterheads that follow later. What the head has already stays.
#pragma once

#include "lexicon/lexicon.h"
#include "structure/document.h"
#include "text/text_buffer.h"

namespace rasoat {

// Type, number and name from the first line of a text saved from a portal: "Nghị định
// 230/2025/NĐ-CP", "Luật Sở hữu trí tuệ 2005". It counts where the letterhead follows it.
void read_portal_heading(const TextBuffer& text, const Lexicon& lexicon, Document& document);

// Number, date and issuer where the head has no number: of a consolidated text from "XÁC THỰC VĂN
// BẢN HỢP NHẤT" at its end (Pháp lệnh 01/2012/UBTVQH13, Điều 9 and Phụ lục), of a page of Công báo
// from the letterhead that the order of the page's boxes put behind the first lines.
void read_late_letterhead(const TextBuffer& text, const Lexicon& lexicon, Document& document);

}  // namespace rasoat
