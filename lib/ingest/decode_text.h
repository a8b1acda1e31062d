// From the bytes of a text or a web page to UTF-8.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace rasoat {

enum class TextEncoding {
  kUtf8,     // valid but for a few spots
  kUtf16Le,  // with a byte order mark
  kUtf16Be,
  kWindows1258,  // never told from the bytes; web pages say it
  kEightBit,     // of one byte each; which one is another question (legacy_encoding.h)
};

// Looks at the byte order mark, then at the bytes themselves.
TextEncoding encoding_of(std::string_view content);

// The content without a byte order mark in UTF-8; of one-byte encodings each byte is taken as
// Windows-1252, so that nothing is lost and the fonts' encodings can still be told. UTF-8 with
// spots of ill-formed bytes keeps them.
std::string to_utf8(std::string_view content, TextEncoding encoding);

// The first `bytes` of the content in this way.
std::string front_as_utf8(std::string_view content, size_t bytes);

// Whether content that is not UTF-16 has bytes that no text has: NUL and other control characters.
bool is_binary(std::string_view content);

}  // namespace rasoat
