#include <algorithm>

#include "report/provision_list.h"

namespace rasoat {
namespace {

// Spreadsheets run cells that begin with these as formulas (OWASP, "CSV Injection").
bool looks_like_formula(std::string_view cell) {
  return !cell.empty() && std::string_view("=+-@\t\r").find(cell.front()) != std::string_view::npos;
}

void append_cell(std::string& out, std::string_view cell) {
  std::string text = looks_like_formula(cell) ? "'" : "";
  text += cell;
  if (text.find_first_of("\",\r\n") == std::string::npos) {
    out += text;
    return;
  }
  out += '"';
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

void append_row(std::string& out, const std::vector<std::string>& cells) {
  for (size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) out += ',';
    append_cell(out, cells[i]);
  }
  out += "\r\n";
}

}  // namespace

std::string provision_list_csv(const ProvisionTable& table) {
  std::string out = "\xef\xbb\xbf";
  std::vector<std::string> headings;
  for (const ReportColumn& column : table.columns) headings.push_back(column.heading);
  append_row(out, headings);
  for (const ProvisionTable::Group& group : table.groups) {
    for (const ProvisionTable::Row& row : group.rows) append_row(out, row.cells);
  }
  return out;
}

}  // namespace rasoat
