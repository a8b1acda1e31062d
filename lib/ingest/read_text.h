// Plain text: UTF-8 with or without a byte order mark, UTF-16 with one.
#pragma once

#include <string_view>

#include "base/error.h"
#include "ingest/read_file.h"

namespace rasoat {

// Fails with kLegacyEncoding for one-byte encodings. Lines end with LF, CR LF, CR or a form feed.
Result<RawText> read_text(std::string_view content, const IngestLimits& limits);

// Puts the lines of UTF-8 text behind those already there.
void append_lines(std::string_view utf8, RawText& out);

}  // namespace rasoat
