#include "report/provision_list.h"

#include "report/atomic_file.h"

namespace rasoat {

std::optional<ReportFormat> report_format_from_name(std::string_view name) {
  if (name == "xlsx") return ReportFormat::kXlsx;
  if (name == "html") return ReportFormat::kHtml;
  if (name == "csv") return ReportFormat::kCsv;
  return std::nullopt;
}

Result<void> write_provision_list(const ProvisionTable& table, ReportFormat format,
                                  const std::filesystem::path& path) {
  switch (format) {
    case ReportFormat::kHtml:
      return write_whole_file(path, provision_list_html(table));
    case ReportFormat::kCsv:
      return write_whole_file(path, provision_list_csv(table));
    case ReportFormat::kXlsx:
      break;
  }
  Result<AtomicFile> file = AtomicFile::create(path);
  if (!file) return file.error();
  Result<void> written = write_provision_list_xlsx(table, file->path());
  if (!written) {
    Error error = written.error();
    error.subject = path.string();
    return error;
  }
  return file->commit();
}

}  // namespace rasoat
