#include "grid_output.h"

#include <CLI/CLI.hpp>
#include <filesystem>
#include <iostream>
#include <optional>

#include "report/atomic_file.h"

namespace rasoat::cli {
namespace {

std::optional<GridFormat> format_from_name(const std::string& name) {
  if (name == "table") return GridFormat::kTable;
  if (name == "json") return GridFormat::kJson;
  if (name == "xlsx") return GridFormat::kXlsx;
  if (name == "html") return GridFormat::kHtml;
  if (name == "csv") return GridFormat::kCsv;
  return {};
}

}  // namespace

void add_grid_output(CLI::App& command, GridOutput& output) {
  command
      .add_option(
          "--format", output.format,
          "Dạng kết quả: table, json, xlsx, html hoặc csv (mặc định: theo tên tệp, không có "
          "tệp thì table)")
      ->type_name("DẠNG")
      ->check([](const std::string& name) {
        return format_from_name(name)
                   ? std::string()
                   : "\"" + name + "\" không phải là table, json, xlsx, html hoặc csv";
      });
  command
      .add_option("-o,--output", output.file,
                  "Tệp để ghi: .xlsx (bảng tính), .html (trang in), .csv")
      ->type_name("TỆP");
}

Result<GridFormat> format_of(const GridOutput& output) {
  if (output.file.empty()) {
    const GridFormat format = format_from_name(output.format).value_or(GridFormat::kTable);
    if (format != GridFormat::kXlsx) return format;
    return Error{ErrorCode::kInvalidArgument, "cần tên tệp để ghi XLSX", "-o",
                 "Ví dụ: -o bang.xlsx"};
  }
  const std::string extension = std::filesystem::path(output.file).extension().string();
  const std::string name =
      !output.format.empty() || extension.empty() ? output.format : extension.substr(1);
  const std::optional<GridFormat> format = format_from_name(name);
  if (format && *format != GridFormat::kTable && *format != GridFormat::kJson) return *format;
  return Error{ErrorCode::kInvalidArgument, "không biết dạng tệp này", output.file,
               "Đặt tên tệp .xlsx (bảng tính), .html (trang in) hoặc .csv."};
}

void write_grid(const Grid& grid, GridFormat format, const GridOutput& output,
                const std::string& what, Session& session) {
  const auto text = [&] { return format == GridFormat::kCsv ? grid_csv(grid) : grid_html(grid); };
  if (output.file.empty()) {
    std::cout << text();
    return;
  }
  const Result<void> written = format == GridFormat::kXlsx ? write_grid_xlsx(grid, output.file)
                                                           : write_whole_file(output.file, text());
  if (!written) return fail(session, written.error());
  std::cout << "Đã ghi " << what << " vào " << output.file << '\n';
}

}  // namespace rasoat::cli
