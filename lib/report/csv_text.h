// Tables as text for spreadsheets.
#pragma once

#include <string>
#include <vector>

namespace rasoat {

// What a file opens with, so that a spreadsheet reads it as UTF-8.
inline constexpr const char* kCsvOpening = "\xef\xbb\xbf";

// One row with its line end, RFC 4180. A cell that a spreadsheet would run as a formula has '
// before it.
std::string csv_row(const std::vector<std::string>& cells);

}  // namespace rasoat
