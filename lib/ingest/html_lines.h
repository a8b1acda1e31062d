// From the elements of a web page to lines.
#pragma once

#include <cstdint>

#include "ingest/html_tree.h"
#include "text/raw_text.h"

namespace rasoat {

// The lines inside one node; footnotes behind all others.
RawText html_lines(const HtmlTree& tree, uint32_t root);

}  // namespace rasoat
