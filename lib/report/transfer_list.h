// Transfers as a table.
#pragma once

#include <string>
#include <vector>

#include "report/grid.h"
#include "store/records.h"

namespace rasoat {

// Where the cited unit is: "có trong kho", "không có trong kho", or why it is not seen there.
std::string held_in_words(const TransferRow& row);
// Who had the task: named by the text, else by the held unit; "" where nobody is known.
std::string former_in_words(const TransferRow& row);

// One row for each transfer, with its quotation and place. Cells hold no control characters but
// '\n'.
Grid transfer_list(const TransferList& transfers);

}  // namespace rasoat
