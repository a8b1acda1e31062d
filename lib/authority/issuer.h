// What the head of a document tells about the bodies in it.
#pragma once

#include "authority/authority_lexicon.h"
#include "authority/mentions.h"
#include "structure/document.h"
#include "text/text_buffer.h"

namespace rasoat {

// The level of the issuer, or, where the head names none, that of the first body of local
// government in the title and preamble; the date; and the body that a text on "chức năng, nhiệm vụ"
// is about.
MentionContext mention_context(const TextBuffer& text, const Document& document,
                               const AuthorityLexicon& lexicon);

// The span of the title that names the body a text is about: of the first attachment, else of the
// document. Empty if there is none.
Span title_about_tasks(const TextBuffer& text, const Document& document);

}  // namespace rasoat
