// Numbers of documents, as they are typed into the search.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace rasoat {

// The number in one form, in lower case and without marks, whatever its spelling: "24/2025/tt-btp"
// for "24/2025/TT-BTP", "24/2025/TT BTP", "số 24 / 2025 / tt–btp", "24-2025-TT-BTP". Nothing for
// text that is no whole number of a document: "24/2025", "12/5/2025", "3/4".
std::optional<std::string> document_number(std::string_view typed);

}  // namespace rasoat
