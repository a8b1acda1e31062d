// Whether the pages of a PDF have text or are pictures.
#pragma once

#include <cstdint>
#include <vector>

#include "text/raw_text.h"

namespace rasoat {

struct TextLayer {
  bool present = false;                 // enough of the pages have text
  std::vector<uint32_t> picture_pages;  // pages without text, from 1
};

// Running heads, watermarks and the stamp of a digital signature are no text layer: what counts are
// letters of lines that do not come again on other pages.
TextLayer judge_text_layer(const RawText& text, uint32_t pages);

}  // namespace rasoat
