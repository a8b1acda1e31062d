// Text for HTML.
#pragma once

#include <string>
#include <string_view>

namespace rasoat {

// For content and for attributes in quotes.
std::string escaped(std::string_view text);

}  // namespace rasoat
