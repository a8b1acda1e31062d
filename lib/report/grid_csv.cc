#include "report/csv_text.h"
#include "report/grid.h"

namespace rasoat {

std::string grid_csv(const Grid& grid) {
  std::vector<std::string> cells;
  for (const Grid::Column& column : grid.columns) cells.push_back(column.heading);
  std::string out = kCsvOpening + csv_row(cells);
  for (const std::vector<Grid::Cell>& row : grid.rows) {
    cells.clear();
    for (const Grid::Cell& cell : row) cells.push_back(cell.text);
    out += csv_row(cells);
  }
  return out;
}

}  // namespace rasoat
