// Vietnamese text in capitals.
#pragma once

#include <string>
#include <string_view>

namespace rasoat {

// NFC text with every letter in upper case: "Ủy ban nhân dân" → "ỦY BAN NHÂN DÂN".
std::string upper(std::string_view text);

}  // namespace rasoat
