#include <fmt/format.h>

#include <iostream>
#include <memory>

#include "command_line.h"
#include "commands.h"
#include "move_flags.h"
#include "names.h"
#include "open_workspace.h"
#include "report/delegation_list.h"
#include "table.h"
#include "workspace/output_json.h"

namespace rasoat::cli {
namespace {

void print_delegations(const DelegationList& delegations, uint64_t offset) {
  const auto named = [](std::string names) {
    return names.empty() ? std::string("không nêu") : names;
  };
  std::vector<std::vector<std::string>> rows;
  for (const DelegationRow& row : delegations.rows) {
    rows.push_back({kinds_in_words(row), named(givers_in_words(row, ", ")),
                    named(receivers_in_words(row, ", ")), row.matter,
                    place_name(row.provision) + ", " + short_name(row.document)});
  }
  if (!rows.empty()) {
    print_table({{"Hình thức"},
                 {"Cơ quan giao"},
                 {"Cơ quan nhận"},
                 {"Nội dung", false, 4},
                 {"Quy định tại", false, 2}},
                rows);
    std::cout << '\n';
  }
  print_total(delegations.total, offset, rows.size(), "phân cấp, phân quyền, ủy quyền");
}

void run(const MoveFlags& flags, Session& session) {
  const Result<GridFormat> format = format_of(flags.output);
  if (!format) return fail(session, format.error());
  const auto workspace = open_workspace(session, Workspace::Mode::kRead);
  if (!workspace) return;
  const auto filter = filter_of<DelegationFilter>(*workspace, flags);
  if (!filter) return fail(session, filter.error());
  const Result<DelegationList> delegations = workspace->delegations(*filter);
  if (!delegations) return fail(session, delegations.error());
  warn_of_older(*workspace, session);
  switch (*format) {
    case GridFormat::kTable:
      return print_delegations(*delegations, filter->offset);
    case GridFormat::kJson:
      std::cout << delegations_json(*delegations) << '\n';
      return;
    case GridFormat::kXlsx:
    case GridFormat::kHtml:
    case GridFormat::kCsv:
      return write_grid(delegation_list(*delegations), *format, flags.output,
                        fmt::format("{} dòng", delegations->rows.size()), session);
  }
}

}  // namespace

void register_delegations(CLI::App& app, Session& session) {
  const auto flags = std::make_shared<MoveFlags>();
  CLI::App* command = add_command(
      app, "delegations", "Phân cấp, phân quyền, ủy quyền: cơ quan nào giao gì cho cơ quan nào",
      "  rasoat delegations --from \"UBND tỉnh\" --to \"UBND xã\"\n"
      "  rasoat delegations --document 12/2023/QĐ-UBND -o phan-cap.xlsx");
  add_move_flags(*command, *flags, "Chỉ trong một văn bản: số, ký hiệu, mã hoặc tệp");
  command->callback([flags, &session] { run(*flags, session); });
}

}  // namespace rasoat::cli
