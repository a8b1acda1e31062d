#include <fmt/format.h>

#include <iostream>
#include <memory>
#include <set>

#include "command_line.h"
#include "commands.h"
#include "duty_flags.h"
#include "names.h"
#include "open_workspace.h"
#include "table.h"
#include "workspace/output_json.h"

namespace rasoat::cli {
namespace {

struct Flags {
  DutyFlags duties;
  OutputFormat format = OutputFormat::kTable;
};

void print_duties(const std::vector<DutyRow>& duties, size_t of_heads) {
  std::vector<std::vector<std::string>> rows;
  std::set<std::string> documents;
  for (const DutyRow& duty : duties) {
    rows.push_back({short_name(duty.document), place_name(duty.provision), duty.agency_name,
                    vietnamese(duty.role), duty.quote});
    documents.insert(duty.document.id);
  }
  if (!rows.empty()) {
    print_table({{"Văn bản"},
                 {"Điều, khoản, điểm", false, 2},
                 {"Cơ quan"},
                 {"Vai trò"},
                 {"Nội dung", false, 3}},
                rows);
    std::cout << '\n';
  }
  std::cout << fmt::format("{} nhiệm vụ, quyền hạn trong {} văn bản\n", rows.size(),
                           documents.size());
  if (of_heads > 0) {
    std::cout << fmt::format(
        "Người đứng đầu cơ quan có {} nhiệm vụ, quyền hạn nữa; thêm --with-heads để xem\n",
        of_heads);
  }
}

void run(const Flags& flags, Session& session) {
  const auto workspace = open_workspace(session, Workspace::Mode::kRead);
  if (!workspace) return;
  const Result<ChosenDuties> chosen = choose_duties(*workspace, flags.duties);
  if (!chosen) return fail(session, chosen.error());
  if (flags.format == OutputFormat::kJson) {
    std::cout << duties_json(chosen->duties, chosen->of_heads) << '\n';
  } else {
    print_duties(chosen->duties, chosen->of_heads);
  }
}

}  // namespace

void register_duties(CLI::App& app, Session& session) {
  const auto flags = std::make_shared<Flags>();
  CLI::App* command =
      add_command(app, "duties", "Quy định nào giao nhiệm vụ, quyền hạn cho cơ quan nào",
                  "  rasoat duties --agency \"UBND huyện\"\n"
                  "  rasoat duties --level xa --role lead --document 12/2023/QĐ-UBND");
  add_duty_flags(*command, flags->duties);
  add_format_option(*command, flags->format);
  command->callback([flags, &session] { run(*flags, session); });
}

}  // namespace rasoat::cli
