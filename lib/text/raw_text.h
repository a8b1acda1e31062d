// What a reader of one file format hands on: lines as they stand in the source, not yet repaired.
//
// A reader reports what it knows (page, position, weight of the type, which lines are table cells
// or footnotes) and judges nothing; text/repair.h turns this into a TextBuffer.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace rasoat {

enum class LineRole : uint8_t {
  kBody,      // running text
  kTable,     // a paragraph in a cell of a table
  kFootnote,  // a footnote or endnote; such lines stand after all others
};

// Where a line stands in the cells of a table, so that a table read as a layout (the two-column
// head of a document) can be told from one with data. Counted from 0 within its table.
struct CellPosition {
  uint32_t table = 0;
  uint32_t row = 0;
  uint32_t column = 0;
  friend bool operator==(const CellPosition&, const CellPosition&) = default;
};

struct RawLine {
  std::string text;   // UTF-8; may hold invalid bytes, any white space but line ends, any form
  uint32_t page = 0;  // from 1; 0 where the format has no pages
  uint32_t line = 0;  // from 1, in its page or, without pages, in the file
  LineRole role = LineRole::kBody;
  bool ends_paragraph = false;  // true: the format says so; false: unknown, the line may be wrapped
  bool bold = false;            // the whole line
  bool italic = false;
  bool centered = false;
  CellPosition cell;  // meaningful for kTable
  // Horizontal extent as fractions of the page width, and baseline as a fraction of its height from
  // the top; all 0 where unknown.
  float left = 0, right = 0, top = 0;
  float font_size = 0;  // points; 0 where unknown
};

struct RawText {
  std::vector<RawLine> lines;
  bool paragraphs_known = false;  // every line is a whole paragraph (DOCX, HTML)
};

}  // namespace rasoat
