#include <fmt/format.h>

#include <iostream>
#include <memory>

#include "command_line.h"
#include "commands.h"
#include "open_workspace.h"
#include "table.h"
#include "workspace/output_json.h"

namespace rasoat::cli {
namespace {

struct Flags {
  bool ids = false;
  OutputFormat format = OutputFormat::kTable;
};

void print_documents(const std::vector<DocumentRecord>& documents, bool ids) {
  std::vector<Column> columns = {
      {"Loại"},           {"Số, ký hiệu"}, {"Ngày"}, {"Cơ quan ban hành"}, {"Trích yếu", false, 2},
      {"Giao việc", true}};
  if (ids) columns.insert(columns.begin(), Column{"Mã"});
  std::vector<std::vector<std::string>> rows;
  for (const DocumentRecord& record : documents) {
    std::vector<std::string> row = {
        record.type,   record.number, record.date ? record.date->vietnamese() : std::string(),
        record.issuer, record.title,  std::to_string(record.assignments)};
    if (ids) row.insert(row.begin(), record.id);
    rows.push_back(std::move(row));
  }
  if (!rows.empty()) print_table(columns, rows);
  std::cout << fmt::format("{}{} văn bản\n", rows.empty() ? "" : "\n", rows.size());
}

void run(const Flags& flags, Session& session) {
  const auto workspace = open_workspace(session, Workspace::Mode::kRead);
  if (!workspace) return;
  const Result<std::vector<DocumentRecord>> documents = workspace->list();
  if (!documents) return fail(session, documents.error());
  if (flags.format == OutputFormat::kJson) {
    std::cout << list_json(*documents, workspace->lexicon()) << '\n';
  } else {
    print_documents(*documents, flags.ids);
  }
}

}  // namespace

void register_list(CLI::App& app, Session& session) {
  const auto flags = std::make_shared<Flags>();
  CLI::App* command =
      add_command(app, "list", "Liệt kê các văn bản đã nạp",
                  "  rasoat list\n  rasoat list --ids      kèm mã của từng văn bản");
  command->add_flag("--ids", flags->ids, "In thêm mã văn bản");
  add_format_option(*command, flags->format);
  command->callback([flags, &session] { run(*flags, session); });
}

}  // namespace rasoat::cli
