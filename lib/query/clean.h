// What a user typed, made fit for reading.
#pragma once

#include <string>
#include <string_view>

namespace rasoat {

// Valid NFC UTF-8 on one line: ill-formed sequences, line ends, tabs and odd spaces become spaces,
// typographic quotes “ ” become '"', look-alikes of other scripts become Latin letters.
std::string clean_query(std::string_view text);

}  // namespace rasoat
