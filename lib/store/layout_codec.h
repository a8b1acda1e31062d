// The bytes in which the store keeps the layout of a text and the structure of a document.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "structure/document.h"
#include "text/text_buffer.h"

namespace rasoat {

// All of the buffer but its characters, and all of the document but what documents and diagnostics
// have columns for. Compressed; see the .cc for the form.
std::string encode_layout(const TextBuffer& text, const Document& document);

struct DecodedLayout {
  TextBuffer text;
  Document document;  // without type, number, issuer, date, title, place and signer of the head
};

// Nothing where the bytes are damaged or do not fit the text.
std::optional<DecodedLayout> decode_layout(std::string_view bytes, std::string text);

std::string compress(std::string_view bytes);
// Nothing where the bytes are damaged or unpack to more than 512 MiB.
std::optional<std::string> decompress(std::string_view bytes);

}  // namespace rasoat
