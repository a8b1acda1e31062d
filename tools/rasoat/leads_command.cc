#include <fmt/format.h>

#include <iostream>
#include <memory>

#include "command_line.h"
#include "commands.h"
#include "grid_output.h"
#include "names.h"
#include "report/lead_list.h"
#include "table.h"
#include "task_source.h"
#include "workspace/output_json.h"

namespace rasoat::cli {
namespace {

struct Flags {
  std::vector<std::string> documents;
  GridOutput output;
};

std::string joined(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "" : ", ") + name;
  return out;
}

std::string place_of(const LeadFinding::Place& place) {
  return place_name(place.provision) + ", " + short_name(place.document);
}

void print_findings(const std::vector<LeadFinding>& findings) {
  std::vector<std::vector<std::string>> rows;
  for (const LeadFinding& finding : findings) {
    rows.push_back({std::string(vietnamese_name(finding.rule)), place_of(finding.here),
                    joined(finding.here.names), finding.here.quote});
    if (finding.other) {
      rows.push_back(
          {"", place_of(*finding.other), joined(finding.other->names), finding.other->quote});
    }
  }
  if (!rows.empty()) {
    print_table(
        {{"Vấn đề"}, {"Nơi quy định", false, 2}, {"Cơ quan", false, 2}, {"Nguyên văn", false, 4}},
        rows);
    std::cout << '\n';
  }
  std::cout << fmt::format("{} trường hợp cần xem lại cơ quan chủ trì\n", findings.size());
}

void run(const Flags& flags, Session& session) {
  const Result<GridFormat> format = format_of(flags.output);
  if (!format) return fail(session, format.error());
  const Result<TaskSource> source = read_tasks(session, flags.documents);
  if (!source) return fail(session, source.error());
  const Result<std::vector<LeadFinding>> findings = source->findings();
  if (!findings) return fail(session, findings.error());
  switch (*format) {
    case GridFormat::kTable:
      return print_findings(*findings);
    case GridFormat::kJson:
      std::cout << leads_json(*findings) << '\n';
      return;
    case GridFormat::kXlsx:
    case GridFormat::kHtml:
    case GridFormat::kCsv:
      return write_grid(lead_list(*findings), *format, flags.output,
                        fmt::format("{} trường hợp", findings->size()), session);
  }
}

}  // namespace

void register_leads(CLI::App& app, Session& session) {
  const auto flags = std::make_shared<Flags>();
  CLI::App* command = add_command(
      app, "leads", "Nhiệm vụ có hai cơ quan chủ trì, chưa có, hoặc vừa chủ trì vừa phối hợp",
      "  rasoat leads\n"
      "  rasoat leads ke-hoach.docx\n"
      "  rasoat leads 12/KH-UBND 15/2025/QĐ-UBND -o chu-tri.xlsx");
  command->add_option("DOC", flags->documents,
                      "Tệp, hoặc số, ký hiệu, mã của văn bản trong kho; không nêu: mọi văn bản "
                      "trong kho");
  add_grid_output(*command, flags->output);
  command->callback([flags, &session] { run(*flags, session); });
}

}  // namespace rasoat::cli
