// The words of one page as poppler gives them.
#pragma once

#include <poppler-page.h>

#include "ingest/pdf_lines.h"

namespace rasoat {

PdfPage page_words(const poppler::page& page, uint32_t number);

}  // namespace rasoat
