// From the words of PDF pages to lines.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "text/raw_text.h"

namespace rasoat {

// A word with its box in points; the origin is the upper left corner of the page as it is shown.
struct PdfWord {
  std::string text;  // UTF-8
  float left = 0, top = 0, right = 0, bottom = 0;
  float size = 0;  // of the type, points
  bool bold = false, italic = false;
  bool space_after = false;  // before the next word of the page, however narrow
  uint8_t rotation = 0;  // quarter turns clockwise
};

struct PdfPage {
  uint32_t number = 0;  // from 1
  float width = 0, height = 0;
  std::vector<PdfWord> words;
};

class PdfLines {
 public:
  // Pages must come in order.
  void add_page(PdfPage page);
  // All lines; footnotes are told by their type and mark, and stand behind all others.
  RawText finish();

 private:
  void find_footnotes();

  RawText out_;
  std::vector<size_t> page_begins_;
  std::vector<bool> marked_;  // for each line: begins with the raised number of a footnote
};

}  // namespace rasoat
