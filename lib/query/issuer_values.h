// The body that issued a document, as it is typed into the search.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lexicon/lexicon.h"

namespace rasoat {

// "bo-tu-phap" for "Bộ Tư pháp"; "ubnd:tinh|sông vân" for "UBND tỉnh Sông Vân": the key of a body,
// and behind '|' the words of its place, which must be in the issuer's name; words alone, behind
// '|', where the tables know no such body. Any of the values must fit. None for no words.
std::vector<std::string> issuer_values(std::string_view typed, const Lexicon& lexicon);

}  // namespace rasoat
