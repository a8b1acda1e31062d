// RawText as bytes, for the way from a child process to its parent.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "text/raw_text.h"

namespace rasoat {

std::string encode_raw_text(const RawText& text);

// Nothing for bytes that encode_raw_text() has not written: a child that was taken over by a
// hostile file may write anything.
std::optional<RawText> decode_raw_text(std::string_view bytes);

}  // namespace rasoat
