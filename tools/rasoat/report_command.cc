#include <fmt/format.h>

#include <chrono>
#include <iostream>
#include <memory>

#include "command_line.h"
#include "commands.h"
#include "duty_flags.h"
#include "open_workspace.h"
#include "report/provision_list.h"
#include "today.h"

namespace rasoat::cli {
namespace {

struct Flags {
  DutyFlags duties;
  std::string format;
  std::string file;
};

// The flag, else the file's extension, else XLSX.
Result<ReportFormat> format_of(const Flags& flags) {
  std::string name = flags.format;
  if (name.empty() && !flags.file.empty()) {
    const std::string extension = std::filesystem::path(flags.file).extension().string();
    name = extension.empty() ? "xlsx" : extension.substr(1);
  }
  if (name.empty()) name = "xlsx";
  if (const auto format = report_format_from_name(name)) return *format;
  return Error{ErrorCode::kInvalidArgument, "không biết dạng tệp này", flags.file,
               "Thêm --format xlsx, html hoặc csv."};
}

void run(const Flags& flags, Session& session) {
  const Result<ReportFormat> format = format_of(flags);
  if (!format) return fail(session, format.error());
  if (flags.file.empty() && *format == ReportFormat::kXlsx) {
    return fail(session, {ErrorCode::kInvalidArgument, "cần tên tệp để ghi XLSX", "-o",
                          "Ví dụ: -o danh-muc.xlsx"});
  }
  const auto workspace = open_workspace(session, Workspace::Mode::kRead);
  if (!workspace) return;
  const Result<ReportTemplate> form = ReportTemplate::read(workspace->lexicon());
  if (!form) return fail(session, form.error());
  Result<ChosenDuties> chosen = choose_duties(*workspace, flags.duties);
  if (!chosen) return fail(session, chosen.error());
  const ProvisionListRequest request{std::move(chosen->duties), chosen->filter, chosen->document,
                                     today()};
  const ProvisionTable table = make_provision_table(request, *form, workspace->lexicon());
  if (flags.file.empty()) {
    std::cout << (*format == ReportFormat::kHtml ? provision_list_html(table)
                                                 : provision_list_csv(table));
    return;
  }
  const Result<void> written = write_provision_list(table, *format, flags.file);
  if (!written) return fail(session, written.error());
  std::cout << fmt::format("Đã ghi {} quy định trong {} văn bản vào {}\n", table.provisions,
                           table.groups.size(), flags.file);
}

}  // namespace

void register_report(CLI::App& app, Session& session) {
  CLI::App* report =
      add_command(app, "report", "Lập danh mục để trình: report provisions",
                  "  rasoat report provisions --agency \"UBND huyện\" -o danh-muc.xlsx");
  report->require_subcommand(1);
  const auto flags = std::make_shared<Flags>();
  CLI::App* command = add_command(
      *report, "provisions", "Danh mục quy định giao nhiệm vụ, quyền hạn (XLSX, HTML, CSV)",
      "  rasoat report provisions --agency \"UBND huyện\" -o danh-muc.xlsx\n"
      "  rasoat report provisions --level huyen --format html > danh-muc.html");
  add_duty_flags(*command, flags->duties);
  command
      ->add_option("--format", flags->format,
                   "Dạng tệp: xlsx, html hoặc csv (mặc định: theo tên tệp)")
      ->type_name("DẠNG")
      ->check([](const std::string& name) {
        return report_format_from_name(name) ? std::string()
                                             : "\"" + name + "\" không phải là xlsx, html hoặc csv";
      });
  command->add_option("-o,--output", flags->file, "Tệp để ghi; thiếu thì in HTML, CSV ra màn hình")
      ->type_name("TỆP");
  command->callback([flags, &session] { run(*flags, session); });
}

}  // namespace rasoat::cli
