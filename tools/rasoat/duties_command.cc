#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <memory>
#include <set>

#include "command_line.h"
#include "commands.h"
#include "duty_flags.h"
#include "move_flags.h"
#include "names.h"
#include "open_workspace.h"
#include "report/duty_list.h"
#include "table.h"
#include "today.h"
#include "workspace/output_json.h"

namespace rasoat::cli {
namespace {

struct Flags {
  DutyFlags duties;
  bool abolished = false;
  std::string on;
  std::vector<std::string> actions;
  GridOutput output;
};

// Drops what none of the kinds of action is said in.
void keep_actions(DutyList& list, const std::vector<std::string>& names, const Lexicon& lexicon) {
  const auto& reader = lexicon.derived<DutyPartsReader>();
  std::set<const Action*> wanted;
  for (const std::string& name : names) wanted.insert(reader.find(name));
  size_t kept = 0;
  for (size_t i = 0; i < list.duties.size(); ++i) {
    const std::vector<const Action*>& actions = list.parts[i].actions;
    if (std::none_of(actions.begin(), actions.end(),
                     [&](const Action* action) { return wanted.contains(action); })) {
      continue;
    }
    if (kept != i) {
      list.duties[kept] = std::move(list.duties[i]);
      list.fates[kept] = std::move(list.fates[i]);
      list.parts[kept] = std::move(list.parts[i]);
    }
    ++kept;
  }
  list.duties.resize(kept);
  list.fates.resize(kept);
  list.parts.resize(kept);
}

std::string names_of_actions(const Lexicon& lexicon) {
  std::string out;
  for (const Action& action : lexicon.derived<DutyPartsReader>().actions()) {
    out += (out.empty() ? "" : "; ") + action.key + " (" + action.name + ")";
  }
  return out;
}

void print_total(size_t duties, size_t documents, size_t of_heads) {
  std::cout << fmt::format("{} nhiệm vụ, quyền hạn trong {} văn bản\n", duties, documents);
  if (of_heads > 0) {
    std::cout << fmt::format(
        "Người đứng đầu cơ quan có {} nhiệm vụ, quyền hạn nữa; thêm --with-heads để xem\n",
        of_heads);
  }
}

void print_duties(const DutyList& list, bool abolished) {
  std::vector<Column> columns = {{"Văn bản"},
                                 {"Điều, khoản, điểm", false, 2},
                                 {"Cơ quan"},
                                 {"Vai trò"},
                                 {"Nội dung", false, 3}};
  if (abolished) {
    columns[3] = {"Chấm dứt; cơ quan kế thừa"};
    columns.push_back({"Hiện nay do", false, 2});
    columns.push_back({"Căn cứ chuyển giao", false, 2});
  }
  std::vector<std::vector<std::string>> rows;
  for (size_t i = 0; i < list.duties.size(); ++i) {
    const DutyRow& duty = list.duties[i];
    const DutyFate& fate = list.fates[i];
    std::vector<std::string> cells = {short_name(duty.document), place_name(duty.provision),
                                      duty.agency_name, action_in_words(duty.role, list.parts[i]),
                                      duty.quote};
    if (abolished) {
      cells[3] = end_in_words(fate);
      for (const std::string& heir : fate.heir_names) cells[3] += "; " + heir;
      cells.push_back(holders_in_words(fate, list.transfers));
      cells.push_back(grounds_in_words(fate, list.transfers));
    }
    rows.push_back(std::move(cells));
  }
  if (rows.empty()) return;
  print_table(columns, rows);
  std::cout << '\n';
}

void run(const Flags& flags, Session& session) {
  const Result<GridFormat> format = format_of(flags.output);
  if (!format) return fail(session, format.error());
  const auto workspace = open_workspace(session, Workspace::Mode::kRead);
  if (!workspace) return;
  const Date on = flags.on.empty() ? today() : *Date::from_iso(flags.on);
  Result<ChosenDuties> chosen = choose_duties(
      *workspace, flags.duties, flags.abolished ? std::optional<Date>(on) : std::nullopt);
  if (!chosen) return fail(session, chosen.error());
  Result<DutyList> list = workspace->with_fates(std::move(chosen->duties), on);
  if (!list) return fail(session, list.error());
  if (!flags.actions.empty()) {
    keep_actions(*list, flags.actions, workspace->lexicon());
    chosen->of_heads = 0;  // it counts duties of every action
  }
  if (flags.abolished) warn_of_older(*workspace, session);
  std::set<std::string> documents;
  for (const DutyRow& duty : list->duties) documents.insert(duty.document.id);
  switch (*format) {
    case GridFormat::kTable:
      print_duties(*list, flags.abolished);
      return print_total(list->duties.size(), documents.size(), chosen->of_heads);
    case GridFormat::kJson:
      std::cout << duties_json(*list, chosen->of_heads) << '\n';
      return;
    case GridFormat::kXlsx:
    case GridFormat::kHtml:
    case GridFormat::kCsv:
      return write_grid(duty_list(*list), *format, flags.output,
                        fmt::format("{} nhiệm vụ, quyền hạn trong {} văn bản", list->duties.size(),
                                    documents.size()),
                        session);
  }
}

}  // namespace

void register_duties(CLI::App& app, Session& session) {
  const auto flags = std::make_shared<Flags>();
  CLI::App* command =
      add_command(app, "duties", "Quy định nào giao nhiệm vụ, quyền hạn cho cơ quan nào",
                  "  rasoat duties --agency \"UBND huyện\"\n"
                  "  rasoat duties --level xa --role lead --document 12/2023/QĐ-UBND\n"
                  "  rasoat duties --agency \"UBND xã\" --action \"quyết định\"\n"
                  "  rasoat duties --abolished --level huyen -o cap-huyen.xlsx");
  add_duty_flags(*command, flags->duties);
  CLI::Option* actions =
      command->add_option("--action", flags->actions)
          ->type_name("VIỆC")
          ->expected(1)
          ->take_all()
          ->check([](const std::string& words) {
            const Lexicon& lexicon = Lexicon::builtin();
            return lexicon.derived<DutyPartsReader>().find(words)
                       ? std::string()
                       : "\"" + words + "\" không phải là một trong: " + names_of_actions(lexicon);
          });
  // Not before this command is asked for: the tables take time, and no other needs them for its
  // help.
  command->preparse_callback([actions](size_t) {
    actions->description("Chỉ những việc này; nêu được nhiều lần: " +
                         names_of_actions(Lexicon::builtin()));
  });
  command->add_flag("--abolished", flags->abolished,
                    "Chỉ của cơ quan đã chấm dứt hoạt động, kèm cơ quan kế thừa và quy định chuyển "
                    "giao");
  command->add_option("--on", flags->on, "Tính đến ngày này (mặc định: hôm nay)")
      ->type_name("YYYY-MM-DD")
      ->check([](const std::string& day) {
        return Date::from_iso(day) ? std::string()
                                   : "\"" + day + "\" không phải là ngày dạng 2025-07-01";
      });
  add_grid_output(*command, flags->output);
  command->callback([flags, &session] { run(*flags, session); });
}

}  // namespace rasoat::cli
