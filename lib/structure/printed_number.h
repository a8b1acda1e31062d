// The number and symbol of a document as its head prints it: "24/2025/TT-BTP".
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "lexicon/table.h"

namespace rasoat {

// Where the number that begins at `begin` ends; `begin` where there is none. A space may stand
// around the slash: "01 /QĐ-UBND".
size_t printed_number_end(std::string_view text, size_t begin);

// The type whose abbreviation begins the symbol of a number ("…/TT-BTP"), by the table of types;
// empty for none.
std::string type_of_number(std::string_view number, const Table& types);

// Without those spaces.
std::string compact_number(std::string_view printed);

}  // namespace rasoat
