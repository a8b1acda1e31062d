// The number and symbol of a document as its head prints it: "24/2025/TT-BTP".
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace rasoat {

// Where the number that begins at `begin` ends; `begin` where there is none. A space may stand
// around the slash: "01 /QĐ-UBND".
size_t printed_number_end(std::string_view text, size_t begin);

// Without those spaces.
std::string compact_number(std::string_view printed);

}  // namespace rasoat
