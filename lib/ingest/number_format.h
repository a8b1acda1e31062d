// Numbers of lists as letters and Roman figures.
#pragma once

#include <string>
#include <string_view>

namespace rasoat {

// A number in one of the formats of w:numFmt ("decimal", "lowerLetter", "upperRoman"). An unknown
// format is written as decimal, "none" as nothing. Letters go a..z, aa, bb as in Word.
std::string format_number(int number, std::string_view format);

}  // namespace rasoat
