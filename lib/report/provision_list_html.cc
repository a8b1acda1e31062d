// The document of each group stands in a row above its provisions, so the column that repeats it in
// a spreadsheet is left out here. On a narrow screen each row becomes a card whose cells carry
// their heading.
#include "report/html_text.h"
#include "report/provision_list.h"

namespace rasoat {
namespace {

constexpr const char* kStyle = R"(
:root { color-scheme: light; }
body { font: 15px/1.5 "Times New Roman", "Liberation Serif", "Noto Serif", serif; margin: 1.5rem auto;
  padding: 0 1rem; max-width: 110rem; color: #111; background: #fff; }
h1 { font-size: 1.3rem; text-align: center; margin: 0 0 .6rem; }
.meta { text-align: center; margin: .15rem 0; }
.caution { text-align: center; font-style: italic; color: #444; margin: .15rem 0 1.2rem; }
table { border-collapse: collapse; width: 100%; }
th, td { border: 1px solid #555; padding: .35rem .45rem; vertical-align: top; text-align: left;
  white-space: pre-line; overflow-wrap: anywhere; }
thead th { background: #e8eef5; text-align: center; vertical-align: middle; position: sticky; top: 0; }
.document th { background: #f5f5f0; }
.document span { font-weight: normal; }
.number { text-align: center; white-space: nowrap; overflow-wrap: normal; }
.total { font-weight: bold; margin-top: .8rem; }
@media screen and (max-width: 760px) {
  body { margin: .8rem auto; padding: 0 .6rem; }
  table, tbody, tr, td, .document th { display: block; width: auto; }
  colgroup, thead { display: none; }
  tbody tr { margin: 0 0 .8rem; border: 1px solid #888; }
  tbody tr.document { border: 0; margin: 1.2rem 0 .4rem; }
  td { border: 0; border-bottom: 1px solid #ddd; text-align: left; }
  td.number { text-align: left; font-weight: bold; background: #e8eef5; }
  td::before { content: attr(data-label) ": "; font-weight: bold; }
  td.blank { display: none; }
}
@media print {
  @page { size: A4 landscape; margin: 12mm; }
  body { font-size: 10.5pt; margin: 0; padding: 0; max-width: none; }
  thead { display: table-header-group; }
  thead th { position: static; }
  tr { break-inside: avoid; }
  .document { break-after: avoid; }
}
)";

// Widths in percent, so that the table keeps its proportions in any window.
std::string column_group(const ProvisionTable& table, const std::vector<size_t>& shown) {
  double sum = 0;
  for (const size_t c : shown) sum += table.columns[c].width;
  std::string out = "<colgroup>";
  for (const size_t c : shown) {
    const int percent = static_cast<int>(table.columns[c].width * 100 / sum + 0.5);
    out += "<col style=\"width: " + std::to_string(percent) + "%\">";
  }
  return out + "</colgroup>\n";
}

std::string document_row(const std::string& document, size_t columns) {
  const size_t line_end = document.find('\n');
  std::string out = "<tr class=\"document\"><th colspan=\"" + std::to_string(columns) +
                    "\" scope=\"rowgroup\">" + escaped(document.substr(0, line_end));
  if (line_end != std::string::npos) {
    out += "\n<span>" + escaped(document.substr(line_end + 1)) + "</span>";
  }
  return out + "</th></tr>\n";
}

std::string provision_row(const ProvisionTable& table, const std::vector<size_t>& shown,
                          const ProvisionTable::Row& row) {
  std::string out = "<tr>";
  for (const size_t c : shown) {
    const ReportColumn& column = table.columns[c];
    const char* kind = column.source == ReportSource::kNumber ? " class=\"number\""
                       : row.cells[c].empty()                 ? " class=\"blank\""
                                                              : "";
    out += "<td" + std::string(kind) + " data-label=\"" + escaped(column.heading) + "\">" +
           escaped(row.cells[c]) + "</td>";
  }
  return out + "</tr>\n";
}

}  // namespace

std::string provision_list_html(const ProvisionTable& table) {
  std::vector<size_t> shown;
  for (size_t c = 0; c < table.columns.size(); ++c) {
    if (table.columns[c].source != ReportSource::kDocument) shown.push_back(c);
  }
  std::string out =
      "<!DOCTYPE html>\n<html lang=\"vi\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" +
      escaped(table.title) + "</title>\n<style>" + kStyle + "</style>\n</head>\n<body>\n<h1>" +
      escaped(table.title) + "</h1>\n<p class=\"meta\">" + escaped(table.question) +
      "</p>\n<p class=\"meta\">" + escaped(table.date) + " · " + escaped(table.total) +
      "</p>\n<p class=\"caution\">" + escaped(table.caution) + "</p>\n";
  if (table.groups.empty()) {
    out += "<p class=\"meta\">" + escaped(table.none) + "</p>\n</body>\n</html>\n";
    return out;
  }
  out += "<table>\n" + column_group(table, shown) + "<thead><tr>";
  for (const size_t c : shown) {
    const bool number = table.columns[c].source == ReportSource::kNumber;
    out += std::string("<th scope=\"col\"") + (number ? " class=\"number\">" : ">") +
           escaped(table.columns[c].heading) + "</th>";
  }
  out += "</tr></thead>\n";
  for (const ProvisionTable::Group& group : table.groups) {
    out += "<tbody>\n" + document_row(group.document, shown.size());
    for (const ProvisionTable::Row& row : group.rows) out += provision_row(table, shown, row);
    out += "</tbody>\n";
  }
  out += "</table>\n<p class=\"total\">" + escaped(table.total) + "</p>\n";
  if (!table.abolished.empty()) out += "<p>" + escaped(table.abolished) + "</p>\n";
  out += "</body>\n</html>\n";
  return out;
}

}  // namespace rasoat
