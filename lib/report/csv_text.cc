#include "report/csv_text.h"

#include <string_view>

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

}  // namespace

std::string csv_row(const std::vector<std::string>& cells) {
  std::string out;
  for (size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) out += ',';
    append_cell(out, cells[i]);
  }
  return out + "\r\n";
}

}  // namespace rasoat
