// The terminal that output goes to.
#pragma once

#include <cstddef>

namespace rasoat::cli {

// Columns of the terminal at this descriptor; else of COLUMNS; else 100. At least 40.
size_t terminal_columns(int descriptor);

}  // namespace rasoat::cli
