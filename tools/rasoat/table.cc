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

// Each column gets what its longest word needs (numbers of documents are never broken), as far as
// all of that fits; the rest of the room goes by weight to the columns that could use it.
std::vector<size_t> column_widths(const std::vector<Column>& columns, const std::vector<Row>& rows,
                                  size_t width) {
  constexpr size_t kLongestWord = 24, kLeast = 4;
  const size_t count = columns.size();
  const size_t gaps = kGap * (count - 1);
  size_t room = width > gaps + kLeast * count ? width - gaps : kLeast * count;
  std::vector<size_t> natural(count), out(count);
  size_t used = 0;
  for (size_t c = 0; c < count; ++c) {
    natural[c] = std::max(kLeast, display_width(columns[c].heading));
    out[c] = std::max(kLeast, longest_word(columns[c].heading));
    for (const Row& row : rows) {
      natural[c] = std::max(natural[c], display_width(row[c]));
      out[c] = std::max(out[c], std::min(kLongestWord, longest_word(row[c])));
    }
    used += out[c];
  }
  if (used > room) {  // too narrow to spare words
    for (size_t& columns_of : out) columns_of = std::max(kLeast, columns_of * room / used);
    return out;
  }
  room -= used;
  while (room > 0) {
    size_t weights = 0;
    for (size_t c = 0; c < count; ++c) weights += out[c] < natural[c] ? columns[c].weight : 0;
    if (weights == 0) break;
    const size_t part = std::max<size_t>(1, room / weights);
    for (size_t c = 0; c < count && room > 0; ++c) {
      const size_t more = std::min({natural[c] - out[c], part * columns[c].weight, room});
      out[c] += more;
      room -= more;
    }
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
