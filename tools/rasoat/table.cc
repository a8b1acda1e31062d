#include "table.h"

#include <unistd.h>

#include <algorithm>
#include <iostream>

#include "terminal.h"
#include "text/display.h"

namespace rasoat::cli {
namespace {

using Row = std::vector<std::string>;

constexpr size_t kGap = 3;  // " │ "

size_t longest_word(std::string_view text) {
  size_t longest = 0;
  for (size_t begin = 0; begin <= text.size();) {
    const size_t end = std::min(text.find(' ', begin), text.size());
    longest = std::max(longest, display_width(text.substr(begin, end - begin)));
    begin = end + 1;
  }
  return longest;
}

// Natural widths where they fit; else the widest columns are cut to an equal share, but no column
// below what its heading's longest word needs.
std::vector<size_t> column_widths(const std::vector<Column>& columns, const std::vector<Row>& rows,
                                  size_t width) {
  std::vector<size_t> natural, least;
  for (size_t c = 0; c < columns.size(); ++c) {
    natural.push_back(display_width(columns[c].heading));
    least.push_back(std::max<size_t>(longest_word(columns[c].heading), 4));
    for (const Row& row : rows) natural[c] = std::max(natural[c], display_width(row[c]));
  }
  const size_t gaps = kGap * (columns.size() - 1);
  size_t room = width > gaps ? width - gaps : columns.size();
  std::vector<size_t> out = natural;
  std::vector<bool> settled(columns.size(), false);
  size_t open = columns.size();
  for (bool changed = true; changed && open > 0;) {
    changed = false;
    const size_t share = room / open;
    for (size_t c = 0; c < columns.size(); ++c) {
      if (settled[c] || natural[c] > share) continue;
      settled[c] = changed = true;
      room -= std::min(room, natural[c]);
      --open;
    }
  }
  for (size_t c = 0; c < columns.size(); ++c) {
    if (settled[c]) continue;
    out[c] = std::max(least[c], room / open);
    room -= std::min(room, out[c]);
    --open;
  }
  return out;
}

std::string rule(const std::vector<size_t>& widths) {
  std::string out;
  for (size_t c = 0; c < widths.size(); ++c) {
    if (c > 0) out += "─┼─";
    for (size_t i = 0; i < widths[c]; ++i) out += "─";
  }
  return out + '\n';
}

struct WrappedRow {
  std::vector<std::vector<std::string>> cells;
  size_t height = 1;
};

WrappedRow wrap_row(const Row& row, const std::vector<size_t>& widths) {
  WrappedRow out;
  for (size_t c = 0; c < row.size(); ++c) {
    out.cells.push_back(wrap_to_width(row[c], widths[c]));
    out.height = std::max(out.height, out.cells.back().size());
  }
  return out;
}

void append_row(std::string& out, const std::vector<Column>& columns, const WrappedRow& row,
                const std::vector<size_t>& widths) {
  for (size_t line = 0; line < row.height; ++line) {
    const size_t begin = out.size();
    for (size_t c = 0; c < columns.size(); ++c) {
      const std::string text = line < row.cells[c].size() ? row.cells[c][line] : std::string();
      const size_t used = std::min(display_width(text), widths[c]);
      const std::string pad(widths[c] - used, ' ');
      if (c > 0) out += " │ ";
      out += columns[c].right ? pad + text : text + pad;
    }
    const size_t last = out.find_last_not_of(' ');
    out.resize(std::max(begin, last + 1));
    out += '\n';
  }
}

}  // namespace

std::string format_table(const std::vector<Column>& columns, const std::vector<Row>& rows,
                         size_t width) {
  std::vector<Row> shown;
  for (const Row& row : rows) {
    Row& cells = shown.emplace_back();
    for (size_t c = 0; c < columns.size(); ++c) {
      cells.push_back(c < row.size() ? printable(row[c]) : std::string());
    }
  }
  const std::vector<size_t> widths = column_widths(columns, shown, width);
  std::vector<WrappedRow> wrapped;
  size_t tallest = 1;
  for (const Row& row : shown) {
    wrapped.push_back(wrap_row(row, widths));
    tallest = std::max(tallest, wrapped.back().height);
  }
  Row headings;
  for (const Column& column : columns) headings.push_back(column.heading);
  std::string out;
  append_row(out, columns, wrap_row(headings, widths), widths);
  out += rule(widths);
  for (size_t r = 0; r < wrapped.size(); ++r) {
    if (r > 0 && tallest > 1) out += rule(widths);
    append_row(out, columns, wrapped[r], widths);
  }
  return out;
}

void print_table(const std::vector<Column>& columns, const std::vector<Row>& rows) {
  std::cout << format_table(columns, rows, terminal_columns(STDOUT_FILENO));
}

}  // namespace rasoat::cli
