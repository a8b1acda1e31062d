// A plain table for a sheet or a page: tasks of plans, tasks by bodies.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "base/error.h"

namespace rasoat {

struct Grid {
  // What a cell says beyond its words. Writers show it as a fill.
  enum class Tone : uint8_t { kPlain, kConflict /* red */, kMissing /* grey */ };
  struct Column {
    std::string heading;
    double width = 10;     // characters
    bool centred = false;  // marks and numbers
    bool upright = false;  // the heading runs upwards: a long name over a narrow column
  };
  struct Cell {
    std::string text;  // '\n' separates lines
    Tone tone = Tone::kPlain;
  };

  std::string title, sheet;
  std::vector<std::string> notes;  // lines below the title
  std::vector<Column> columns;     // one at least
  std::vector<std::vector<Cell>> rows;
  size_t frozen = 0;  // columns on the left that stay in sight
};

// A4 landscape, one page wide, frozen head, all cells text. The file appears whole or not at all.
// kTooLarge for more rows or columns than a sheet holds.
Result<void> write_grid_xlsx(const Grid& grid, const std::filesystem::path& path);
// One page that needs nothing else.
std::string grid_html(const Grid& grid);
// Heading and rows as in report/csv_text.h, without title and notes.
std::string grid_csv(const Grid& grid);

}  // namespace rasoat
