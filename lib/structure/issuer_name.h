// The name of an issuing body as it is written in running text.
#pragma once

#include <string>
#include <string_view>

#include "lexicon/lexicon.h"
#include "text/text_buffer.h"

namespace rasoat {

// "ỦY BAN NHÂN DÂN TỈNH ĐẮK LẮK" → "Ủy ban nhân dân tỉnh Đắk Lắk". The lexicon knows the sectors of
// ministries; for others the document's own running text
// shows which words have capitals; where it does not, names after a level word are capitalised and
// the rest follows the manner of Nghị định 30/2020/NĐ-CP, Phụ lục II.
std::string issuer_in_running_form(std::string_view capitals, const TextBuffer& text,
                                   const Lexicon& lexicon);

}  // namespace rasoat
