// Lines that need no repair, told and written in lower case by looking at many bytes at once.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace rasoat {

// For a line without white space at its ends: true where it holds nothing but printable ASCII with
// single spaces, composed letters of Vietnamese and some other Latin ones and the marks
// ‘ ’ “ ” • …, all of it well-formed UTF-8. Then `characters` is set to their number and the line
// stands in lower case (lower_letters) at `lower`, which must have room for kRoom bytes more than
// the line. False tells nothing: the line needs a closer look.
inline constexpr size_t kRoom = 32;
bool take_plain_line(std::string_view line, char* lower, uint32_t& characters);

}  // namespace rasoat
