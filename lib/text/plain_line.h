// Whether a line needs no repair, told by looking at many bytes at once.
#pragma once

#include <cstdint>
#include <string_view>

namespace rasoat {

// For a line without white space at its ends: true where it holds nothing but printable ASCII with
// single spaces, composed letters of Vietnamese and other Latin ones (U+00C0..U+01BF without Ð, ð,
// Ɖ, and U+1E00..U+1EFF) and the marks ‘ ’ “ ” • …, all of it well-formed UTF-8. `characters` is
// set to their number. False tells nothing: the line needs a closer look.
bool is_plain_line(std::string_view line, uint32_t& characters);

}  // namespace rasoat
