// Output of a table to the terminal, as JSON, or as a sheet or page.
#pragma once

#include <string>

#include "base/error.h"
#include "report/grid.h"
#include "session.h"

namespace CLI {
class App;
}

namespace rasoat::cli {

enum class GridFormat { kTable, kJson, kXlsx, kHtml, kCsv };

struct GridOutput {
  std::string format;  // of --format; empty: by the name of the file
  std::string file;
};

// --format table|json|xlsx|html|csv, -o
void add_grid_output(CLI::App& command, GridOutput& output);

// kInvalidArgument for a file whose name tells no format, and for XLSX without a file.
Result<GridFormat> format_of(const GridOutput& output);

// Writes an XLSX, HTML or CSV file and says so, or prints HTML and CSV where no file is named.
// `what` is what was written: "12 nhiệm vụ".
void write_grid(const Grid& grid, GridFormat format, const GridOutput& output,
                const std::string& what, Session& session);

}  // namespace rasoat::cli
