// What holds of the output of each stage whatever the input is: the promises of text_buffer.h,
// document.h and reference.h, in one place for the property tests and the fuzz targets.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "citation/reference.h"
#include "structure/document.h"
#include "text/text_buffer.h"

namespace rasoat::testing {

// Each returns the first broken promise in words, or an empty string. Linear in the output.
std::string fault_of(const TextBuffer& text);
std::string fault_of(const Document& document, const TextBuffer& text);
// The references as find_references() gives them.
std::string fault_of(const std::vector<Reference>& references, const Document& document,
                     const TextBuffer& text);

// Whether the bytes are UTF-8 without NUL.
bool is_utf8(std::string_view bytes);

}  // namespace rasoat::testing
