// The head of a document is printed in two columns; this brings it into reading order.
#pragma once

#include "text/clean_lines.h"

namespace rasoat {

// Decree 30/2020/NĐ-CP, annex I, part I: left the issuing body with the one above it and the
// number, right the national motto and place and date. Sources give these side by side in one line,
// cell by cell, or interleaved. Afterwards they stand in this order, each on its line: the body
// above and the issuing body, the number (with "V/v ..." of a dispatch), the motto, place and date;
// drawn lines behind them. A text without a head is left as it is.
void order_head(CleanLines& clean);

}  // namespace rasoat
