// The sentence around a place in the words of a provision.
#pragma once

#include <cstdint>

#include "base/span.h"
#include "structure/document.h"
#include "text/text_buffer.h"

namespace rasoat {

// Whether the character closes a sentence: a line end, or a full stop before a capital letter.
bool closes_sentence(const TextBuffer& text, uint32_t at);

// Of the provision's own words, behind its label; a heading and what follows it are parted. `at`
// lies in provision.own. Linear in the length of the sentence.
Span sentence_at(const TextBuffer& text, const Provision& provision, uint32_t at);

// The sentence that ends the provision's own words with a colon, above provisions below it; empty
// where none does. The heading is none.
Span lead_in_of(const TextBuffer& text, const Provision& provision);

}  // namespace rasoat
