// Writes the list of provisions as an officer hands it in.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "base/error.h"
#include "report/provision_table.h"

namespace rasoat {

enum class ReportFormat { kXlsx, kHtml, kCsv };

std::optional<ReportFormat> report_format_from_name(
    std::string_view name);  // "xlsx", "html", "csv"

// One page that needs nothing else: readable on a phone, prints on A4 landscape.
std::string provision_list_html(const ProvisionTable& table);
// UTF-8 with BOM, RFC 4180. A cell that a spreadsheet would take for a formula has ' before it.
std::string provision_list_csv(const ProvisionTable& table);
// A4 landscape, one page wide, with a frozen head, a filter and page numbers. All cells are text.
// kTooLarge for more rows than a sheet holds.
Result<void> write_provision_list_xlsx(const ProvisionTable& table,
                                       const std::filesystem::path& path);

// The file appears whole or not at all.
Result<void> write_provision_list(const ProvisionTable& table, ReportFormat format,
                                  const std::filesystem::path& path);

}  // namespace rasoat
