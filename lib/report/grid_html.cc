#include "report/grid.h"
#include "report/html_text.h"

namespace rasoat {
namespace {

constexpr const char* kStyle = R"(
body { font: 15px/1.45 "Times New Roman", "Liberation Serif", "Noto Serif", serif; margin: 1.5rem;
  color: #111; background: #fff; }
h1 { font-size: 1.3rem; text-align: center; margin: 0 0 .6rem; }
.note { text-align: center; font-style: italic; margin: .15rem 0; }
.frame { overflow-x: auto; margin-top: 1rem; }
table { border-collapse: collapse; }
th, td { border: 1px solid #555; padding: .3rem .4rem; vertical-align: top; text-align: left;
  white-space: pre-line; }
thead th { background: #e8eef5; text-align: center; vertical-align: middle; }
.upright { vertical-align: bottom; }
.upright span { writing-mode: vertical-rl; transform: rotate(180deg); max-height: 16rem;
  font-weight: normal; }
.centred { text-align: center; }
.conflict { background: #f4b6b6; }
.missing { background: #d9d9d9; }
@media print {
  @page { size: A4 landscape; margin: 12mm; }
  body { font-size: 10pt; margin: 0; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
  .conflict, .missing { print-color-adjust: exact; }
}
)";

std::string class_of(const Grid::Column& column, Grid::Tone tone) {
  std::string names = column.centred ? "centred" : "";
  const char* of_tone = tone == Grid::Tone::kConflict  ? "conflict"
                        : tone == Grid::Tone::kMissing ? "missing"
                                                       : "";
  if (*of_tone != 0) names += (names.empty() ? "" : " ") + std::string(of_tone);
  return names.empty() ? "" : " class=\"" + names + "\"";
}

}  // namespace

std::string grid_html(const Grid& grid) {
  std::string out =
      "<!DOCTYPE html>\n<html lang=\"vi\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" +
      escaped(grid.title) + "</title>\n<style>" + kStyle + "</style>\n</head>\n<body>\n<h1>" +
      escaped(grid.title) + "</h1>\n";
  for (const std::string& note : grid.notes) {
    out += "<p class=\"note\">" + escaped(note) + "</p>\n";
  }
  out += "<div class=\"frame\"><table>\n<thead><tr>";
  for (const Grid::Column& column : grid.columns) {
    out += "<th scope=\"col\"" + std::string(column.upright ? " class=\"upright\"" : "") +
           " style=\"min-width: " + std::to_string(static_cast<int>(column.width / 2)) + "em\">" +
           (column.upright ? "<span>" + escaped(column.heading) + "</span>"
                           : escaped(column.heading)) +
           "</th>";
  }
  out += "</tr></thead>\n<tbody>\n";
  for (const std::vector<Grid::Cell>& cells : grid.rows) {
    out += "<tr>";
    for (size_t c = 0; c < cells.size(); ++c) {
      out +=
          "<td" + class_of(grid.columns[c], cells[c].tone) + ">" + escaped(cells[c].text) + "</td>";
    }
    out += "</tr>\n";
  }
  return out + "</tbody>\n</table></div>\n</body>\n</html>\n";
}

}  // namespace rasoat
