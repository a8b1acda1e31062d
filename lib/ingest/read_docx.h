// DOCX (ECMA-376): a zip archive with WordprocessingML inside.
#pragma once

#include <string_view>

#include "base/error.h"
#include "ingest/read_file.h"

namespace rasoat {

// Paragraphs in reading order with the numbers that Word would print, cells of tables as kTable,
// footnotes and endnotes behind all as kFootnote; their marks in the text are "[1]". Deleted and
// hidden text, headers and footers are left out.
Result<RawText> read_docx(std::string_view content, const IngestLimits& limits);

}  // namespace rasoat
