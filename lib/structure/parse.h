// From a repaired text to the head and the provision tree of a document.
#pragma once

#include <string>

#include "lexicon/lexicon.h"
#include "structure/document.h"
#include "text/text_buffer.h"

namespace rasoat {

// Never fails: a malformed document gives diagnostics and as much structure as there is.
// Linear in the length of the text.
Document parse_document(const TextBuffer& text, const Lexicon& lexicon);

// The stable id of a document: type, number, issuer and date, as in
// "thong-tu_24-2025-tt-btp_bo-tu-phap_2025-11-27". A part that the text does not give is left out,
// and then the first 8 hex digits of the SHA-256 of the repaired text close the id.
std::string document_id(const DocumentHead& head, const TextBuffer& text, const Lexicon& lexicon);

}  // namespace rasoat
