// A table of text that fits the width of the terminal.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace rasoat::cli {

struct Column {
  std::string heading;
  bool right = false;  // numbers
  size_t weight = 1;   // of the room that the wide columns share
};

// Cells are made printable and wrapped at words. Columns that are narrow keep their width, the
// others share what is left by weight. Rows of several lines are set apart by a rule.
std::string format_table(const std::vector<Column>& columns,
                         const std::vector<std::vector<std::string>>& rows, size_t width);

// The same, printed to stdout in the width of its terminal.
void print_table(const std::vector<Column>& columns,
                 const std::vector<std::vector<std::string>>& rows);

}  // namespace rasoat::cli
