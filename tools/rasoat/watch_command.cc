#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <memory>

#include "command_line.h"
#include "commands.h"
#include "interrupt.h"
#include "names.h"
#include "open_workspace.h"
#include "table.h"
#include "text/display.h"
#include "workspace/output_json.h"

namespace rasoat::cli {
namespace {

struct Flags {
  std::string name;
  std::vector<std::string> query;
  bool all = false;
  bool exit_code = false;
  OutputFormat format = OutputFormat::kTable;
};

// To write, but where there is a workspace already: watching makes none.
std::unique_ptr<Workspace> open_held(Session& session) {
  if (!open_workspace(session, Workspace::Mode::kRead)) return nullptr;
  return open_workspace(session, Workspace::Mode::kWrite);
}

// "2025-11-27T08:30:00Z" in the words of officers; the time is UTC, so the day alone is said.
std::string day_of(const std::string& time) {
  const std::optional<Date> day = Date::from_iso(time.substr(0, 10));
  return day ? day->vietnamese() : std::string("chưa");
}

void add(const Flags& flags, Session& session) {
  const auto workspace = open_held(session);
  if (!workspace) return;
  std::string query;
  for (const std::string& word : flags.query) query += (query.empty() ? "" : " ") + word;
  const Result<void> added = workspace->add_watch(flags.name, query, flags.all);
  if (!added) return fail(session, added.error());
  std::cout << "Đã thêm mục theo dõi. "
            << (flags.all ? "Lần chạy đầu sẽ báo mọi quy định phù hợp đang có.\n"
                          : "Từ nay rasoat watch run báo những quy định phù hợp mới có hoặc mới "
                            "đổi lời văn.\n");
}

void remove(const Flags& flags, Session& session) {
  const auto workspace = open_held(session);
  if (!workspace) return;
  const Result<void> removed = workspace->remove_watch(flags.name);
  if (!removed) return fail(session, removed.error());
  std::cout << "Đã bỏ mục theo dõi.\n";
}

void list(const Flags& flags, Session& session) {
  const auto workspace = open_workspace(session, Workspace::Mode::kRead);
  if (!workspace) return;
  const Result<std::vector<WatchState>> watches = workspace->watches();
  if (!watches) return fail(session, watches.error());
  if (flags.format == OutputFormat::kJson) {
    std::cout << watches_json(*watches) << '\n';
    return;
  }
  std::vector<std::vector<std::string>> rows;
  for (const WatchState& it : *watches) {
    rows.push_back({it.watch.name, it.watch.query, day_of(it.watch.last_run),
                    std::to_string(it.changed_documents)});
  }
  if (!rows.empty()) {
    print_table(
        {{"Tên"}, {"Câu tìm kiếm", false, 2}, {"Chạy lần cuối"}, {"Văn bản thay đổi từ đó", true}},
        rows);
  }
  std::cout << fmt::format("{} mục theo dõi\n", rows.size());
}

void print_report(const WatchReport& report) {
  std::cout << fmt::format("{}: {}\n", printable(report.watch.name), printable(report.watch.query));
  std::vector<std::vector<std::string>> rows;
  for (const WatchHit& it : report.hits) {
    rows.push_back({short_name(it.hit.document), place_name(it.hit.provision),
                    it.is_new ? "mới" : "đổi lời văn", it.hit.quote});
  }
  if (!rows.empty()) {
    print_table(
        {{"Văn bản"}, {"Điều, khoản, điểm", false, 2}, {"Thay đổi"}, {"Nội dung", false, 3}}, rows);
  }
  std::cout << fmt::format("{} quy định mới có hoặc mới đổi lời văn\n\n", rows.size());
}

void run(const Flags& flags, Session& session) {
  const auto workspace = open_held(session);
  if (!workspace) return;
  const std::atomic<bool>& interrupted = catch_interrupts();
  const Result<std::vector<WatchReport>> reports = workspace->run_watches(flags.name, &interrupted);
  if (interrupted) {
    print_message("đã dừng theo yêu cầu; lần chạy sau sẽ báo lại từ đầu.");
    session.exit_code = kExitInterrupted;
    return;
  }
  if (!reports) return fail(session, reports.error());
  if (flags.format == OutputFormat::kJson) {
    std::cout << watch_reports_json(*reports) << '\n';
  } else {
    for (const WatchReport& report : *reports) print_report(report);
    if (reports->empty()) std::cout << "Chưa có mục theo dõi nào.\n";
  }
  std::cout.flush();
  if (!output_is_open() || interrupted) {
    print_message("kết quả chưa in ra được hết; lần chạy sau sẽ báo lại từ đầu.");
    session.exit_code = interrupted ? kExitInterrupted : kExitFailed;
    return;
  }
  const Result<void> marked = workspace->mark_reported(*reports);
  if (!marked) return fail(session, marked.error());
  const bool news = std::any_of(reports->begin(), reports->end(),
                                [](const WatchReport& report) { return !report.hits.empty(); });
  if (flags.exit_code && news) session.exit_code = kExitNews;
}

CLI::Option* add_name(CLI::App& command, Flags& flags, const std::string& description) {
  return command.add_option("NAME", flags.name, description);
}

}  // namespace

void register_watch(CLI::App& app, Session& session) {
  CLI::App* command =
      add_command(app, "watch", "Theo dõi: báo quy định mới có theo câu tìm kiếm đã lưu",
                  "  rasoat watch add \"thu hồi đất\" '\"thu hồi đất\" type:\"nghị định\"'\n"
                  "  rasoat watch run");
  command->require_subcommand(1);

  const auto adding = std::make_shared<Flags>();
  CLI::App* add_one = add_command(
      *command, "add", "Lưu một câu tìm kiếm để theo dõi",
      "  rasoat watch add \"việc của huyện\" \"agency:\\\"UBND huyện\\\" role:lead\"\n"
      "Văn bản đang có trong kho được coi là đã biết; thêm --all để lần chạy đầu báo cả chúng.");
  add_name(*add_one, *adding, "Tên của mục theo dõi")->required();
  add_one->add_option("QUERY", adding->query, "Câu tìm kiếm, như của rasoat search")->required();
  add_one->add_flag("--all", adding->all, "Lần chạy đầu báo mọi quy định phù hợp đang có");
  add_one->callback([adding, &session] { add(*adding, session); });

  const auto listing = std::make_shared<Flags>();
  CLI::App* list_all =
      add_command(*command, "list", "Liệt kê các mục theo dõi", "  rasoat watch list");
  add_format_option(*list_all, listing->format);
  list_all->callback([listing, &session] { list(*listing, session); });

  const auto removing = std::make_shared<Flags>();
  CLI::App* remove_one = add_command(*command, "remove", "Bỏ một mục theo dõi",
                                     "  rasoat watch remove \"thu hồi đất\"");
  add_name(*remove_one, *removing, "Tên của mục theo dõi")->required();
  remove_one->callback([removing, &session] { remove(*removing, session); });

  const auto running = std::make_shared<Flags>();
  CLI::App* run_them = add_command(
      *command, "run",
      "Báo quy định phù hợp mới có, hoặc mới đổi lời văn, từ lần chạy trước; không nêu tên: mọi "
      "mục",
      "  rasoat watch run                   mọi mục theo dõi\n"
      "  rasoat watch run \"thu hồi đất\" --format json\n"
      "Lệnh bị dừng giữa chừng thì lần sau báo lại từ đầu. Quy định đã bị bỏ không được nêu.");
  add_name(*run_them, *running, "Tên của mục theo dõi");
  run_them->add_flag("--exit-code", running->exit_code,
                     "Mã kết thúc là 3 nếu có điều để báo, 0 nếu không");
  add_format_option(*run_them, running->format);
  run_them->callback([running, &session] { run(*running, session); });
}

}  // namespace rasoat::cli
