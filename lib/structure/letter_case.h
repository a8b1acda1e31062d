// Capitals in Vietnamese text, told by comparing a text with its lower-case shadow of equal length.
#pragma once

#include <string_view>

namespace rasoat {

// Whether the first letter of `text` is a capital. `lower` is its shadow.
bool begins_with_capital(std::string_view text, std::string_view lower);

// No letter in lower case, and at least one capital: the form of titles and of types of documents.
bool is_all_capitals(std::string_view text, std::string_view lower);

}  // namespace rasoat
