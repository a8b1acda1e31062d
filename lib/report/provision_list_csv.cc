#include "report/csv_text.h"
#include "report/provision_list.h"

namespace rasoat {

std::string provision_list_csv(const ProvisionTable& table) {
  std::vector<std::string> headings;
  for (const ReportColumn& column : table.columns) headings.push_back(column.heading);
  std::string out = kCsvOpening + csv_row(headings);
  for (const ProvisionTable::Group& group : table.groups) {
    for (const ProvisionTable::Row& row : group.rows) out += csv_row(row.cells);
  }
  return out;
}

}  // namespace rasoat
