#include <fmt/format.h>

#include <iostream>
#include <memory>

#include "command_line.h"
#include "commands.h"
#include "move_flags.h"
#include "names.h"
#include "open_workspace.h"
#include "report/cited_words.h"
#include "report/transfer_list.h"
#include "table.h"
#include "workspace/output_json.h"

namespace rasoat::cli {
namespace {

void print_transfers(const TransferList& transfers, uint64_t offset) {
  std::vector<std::vector<std::string>> rows;
  for (const TransferRow& row : transfers.rows) {
    const std::string former = former_in_words(row);
    rows.push_back({cited_in_words(row.unit) + " (" + held_in_words(row) + ")",
                    former.empty() ? "không nêu" : former, row.to_name,
                    place_name(row.provision) + ", " + short_name(row.document), row.quote});
  }
  if (!rows.empty()) {
    print_table({{"Quy định giao nhiệm vụ", false, 2},
                 {"Trước đây"},
                 {"Hiện nay"},
                 {"Chuyển giao tại", false, 2},
                 {"Nguyên văn", false, 3}},
                rows);
    std::cout << '\n';
  }
  print_total(transfers.total, offset, rows.size(), "chuyển giao");
}

void run(const MoveFlags& flags, Session& session) {
  const Result<GridFormat> format = format_of(flags.output);
  if (!format) return fail(session, format.error());
  const auto workspace = open_workspace(session, Workspace::Mode::kRead);
  if (!workspace) return;
  const auto filter = filter_of<TransferFilter>(*workspace, flags);
  if (!filter) return fail(session, filter.error());
  const Result<TransferList> transfers = workspace->transfers(*filter);
  if (!transfers) return fail(session, transfers.error());
  warn_of_older(*workspace, session);
  switch (*format) {
    case GridFormat::kTable:
      return print_transfers(*transfers, filter->offset);
    case GridFormat::kJson:
      std::cout << transfers_json(*transfers) << '\n';
      return;
    case GridFormat::kXlsx:
    case GridFormat::kHtml:
    case GridFormat::kCsv:
      return write_grid(transfer_list(*transfers), *format, flags.output,
                        fmt::format("{} chuyển giao", transfers->rows.size()), session);
  }
}

}  // namespace

void register_transfers(CLI::App& app, Session& session) {
  const auto flags = std::make_shared<MoveFlags>();
  CLI::App* command =
      add_command(app, "transfers", "Quy định nào chuyển nhiệm vụ của cơ quan nào cho cơ quan nào",
                  "  rasoat transfers --from \"UBND huyện\" --to \"UBND xã\"\n"
                  "  rasoat transfers --document 131/2025/NĐ-CP -o chuyen-giao.xlsx");
  add_move_flags(*command, *flags,
                 "Chỉ chuyển giao mà văn bản này quy định, và nhiệm vụ của văn bản này được "
                 "chuyển giao: số, ký hiệu, mã hoặc tệp");
  command->callback([flags, &session] { run(*flags, session); });
}

}  // namespace rasoat::cli
