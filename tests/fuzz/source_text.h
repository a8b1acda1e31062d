// Bytes of a fuzzer as the text of a document.
#pragma once

#include <string_view>

#include "text/text_buffer.h"

namespace rasoat::fuzz {

TextBuffer repaired_source(std::string_view bytes);

// Output must not depend on anything but the input. Looking twice costs twice, so only some inputs
// are looked at again.
inline bool look_again(std::string_view bytes) { return bytes.size() % 8 == 0; }

}  // namespace rasoat::fuzz
