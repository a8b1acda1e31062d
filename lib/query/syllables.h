// The syllables of a text: what is indexed, and what a query asks for.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace rasoat {

// A longer run of letters is cut for the index; no Vietnamese syllable has more than 8 letters.
inline constexpr size_t kMaxSyllableBytes = 64;

// Runs of letters and digits, in order; everything else separates. `lower` is valid UTF-8 in lower
// case (text/lower.h). Letters are those of every script; marks that stand alone belong to the
// letter before them.
std::vector<Span> syllables(std::string_view lower);

// The syllable as it is indexed, so that spellings of one word meet: no leading zeros ("08" → "8"),
// y for i behind the consonants where both are in use ("kĩ" → "kỹ", "lí" → "lý", "quí" → "quý"),
// the old tone placements that lower case leaves ("luỹ" → "lũy"); cut to kMaxSyllableBytes. In
// lower case.
std::string term_form(std::string_view syllable);

// Whether a syllable carries a mark ("đất", "ủy"): then it is looked up as written. One without
// ("dat", "uy") stands for every form.
bool has_marks(std::string_view syllable);

}  // namespace rasoat
