#include <fmt/format.h>

#include <filesystem>
#include <iostream>
#include <memory>
#include <set>

#include "command_line.h"
#include "commands.h"
#include "names.h"
#include "plan_source.h"
#include "report/atomic_file.h"
#include "report/plan_calendar.h"
#include "report/plan_list.h"
#include "table.h"
#include "today.h"
#include "workspace/output_json.h"

namespace rasoat::cli {
namespace {

struct Flags {
  std::string document, due, file;
  OutputFormat format = OutputFormat::kTable;
};

std::string joined(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "" : ", ") + name;
  return out;
}

bool many_documents(const std::vector<PlanRow>& tasks) {
  std::set<std::string> ids;
  for (const PlanRow& task : tasks) ids.insert(task.document.id);
  return ids.size() > 1;
}

std::string place_of(const PlanRow& task, bool many) {
  const std::string place = place_name(task.provision);
  return many ? place + ", " + short_name(task.document) : place;
}

void print_tasks(const std::vector<PlanRow>& tasks) {
  const bool many = many_documents(tasks);
  std::vector<std::vector<std::string>> rows;
  for (const PlanRow& task : tasks) {
    rows.push_back({place_of(task, many), task.text, joined(task.lead_names),
                    joined(task.coordinate_names), task.deadline_text, task.product});
  }
  if (!rows.empty()) {
    print_table({{"Mục"},
                 {"Nhiệm vụ", false, 4},
                 {"Chủ trì", false, 2},
                 {"Phối hợp", false, 2},
                 {"Thời hạn", false, 2},
                 {"Sản phẩm"}},
                rows);
    std::cout << '\n';
  }
  std::cout << fmt::format("{} nhiệm vụ\n", tasks.size());
}

std::string days_in_words(const Due& due) {
  if (due.days < 0) return fmt::format("quá hạn {} ngày", -due.days);
  const std::string until = due.days == 0 ? "đến hạn" : fmt::format("còn {} ngày", due.days);
  return due.state == Due::State::kRecurring ? until + " (định kỳ)" : until;
}

void print_due(const DueList& list, bool many) {
  std::vector<std::vector<std::string>> rows;
  size_t overdue = 0;
  for (const DueTask& it : list.tasks) {
    if (it.due.state == Due::State::kOverdue) ++overdue;
    rows.push_back({it.due.date->vietnamese(), days_in_words(it.due), place_of(it.task, many),
                    it.task.text, joined(it.task.lead_names)});
  }
  if (!rows.empty()) {
    print_table(
        {{"Ngày cuối"}, {"Tình trạng"}, {"Mục"}, {"Nhiệm vụ", false, 4}, {"Chủ trì", false, 2}},
        rows);
    std::cout << '\n';
  }
  std::cout << fmt::format(
      "Tính từ ngày {}: {} nhiệm vụ quá hạn, {} nhiệm vụ đến hạn đến hết ngày {}; {} nhiệm vụ có "
      "hạn sau đó; {} nhiệm vụ không xác định được ngày (thường xuyên, hằng năm, theo yêu cầu, "
      "tính "
      "từ một sự kiện hoặc không nêu thời hạn)\nChương trình không biết nhiệm vụ nào đã làm "
      "xong.\n",
      list.day.vietnamese(), overdue, rows.size() - overdue, list.until.vietnamese(), list.later,
      list.undated);
}

Result<void> write_file(const std::vector<PlanRow>& tasks, const std::string& file) {
  const std::string extension = std::filesystem::path(file).extension().string();
  if (extension == ".xlsx") return write_grid_xlsx(plan_list(tasks), file);
  if (extension == ".ics") return write_whole_file(file, plan_calendar(tasks, today()));
  return Error{ErrorCode::kInvalidArgument, "không biết dạng tệp này", file,
               "Đặt tên tệp .xlsx (bảng tính) hoặc .ics (lịch)."};
}

void run(const Flags& flags, Session& session) {
  const Result<std::vector<PlanRow>> tasks = read_plan(session, flags.document);
  if (!tasks) return fail(session, tasks.error());
  std::optional<DueList> due;
  if (!flags.due.empty()) due = due_list(*tasks, today(), *Date::from_iso(flags.due));
  if (!flags.file.empty()) {
    std::vector<PlanRow> listed;
    if (due) {
      for (const DueTask& it : due->tasks) listed.push_back(it.task);
    }
    const std::vector<PlanRow>& chosen = due ? listed : *tasks;
    const Result<void> written = write_file(chosen, flags.file);
    if (!written) return fail(session, written.error());
    std::cout << fmt::format("Đã ghi {} nhiệm vụ vào {}\n", chosen.size(), flags.file);
  } else if (flags.format == OutputFormat::kJson) {
    std::cout << (due ? due_json(*due) : plan_json(*tasks)) << '\n';
  } else if (due) {
    print_due(*due, many_documents(*tasks));
  } else {
    print_tasks(*tasks);
  }
}

}  // namespace

void register_plan(CLI::App& app, Session& session) {
  const auto flags = std::make_shared<Flags>();
  CLI::App* command =
      add_command(app, "plan", "Nhiệm vụ của kế hoạch: ai chủ trì, ai phối hợp, thời hạn, sản phẩm",
                  "  rasoat plan ke-hoach.docx\n"
                  "  rasoat plan --due 2025-04-15\n"
                  "  rasoat plan 12/KH-UBND -o nhiem-vu.xlsx\n"
                  "  rasoat plan ke-hoach.docx -o lich.ics");
  command->add_option(
      "FILE", flags->document,
      "Tệp kế hoạch, hoặc số, ký hiệu, mã của kế hoạch trong kho; không nêu: mọi kế "
      "hoạch trong kho");
  command
      ->add_option("--due", flags->due,
                   "Chỉ nhiệm vụ quá hạn và nhiệm vụ đến hạn chậm nhất vào ngày này; số ngày tính "
                   "từ hôm nay, hoặc từ ngày này nếu đã qua")
      ->type_name("YYYY-MM-DD")
      ->check([](const std::string& day) {
        return Date::from_iso(day) ? std::string()
                                   : "\"" + day + "\" không phải là ngày dạng 2025-04-15";
      });
  command->add_option("-o,--output", flags->file, "Tệp để ghi: .xlsx (bảng tính), .ics (lịch)")
      ->type_name("TỆP");
  add_format_option(*command, flags->format);
  command->callback([flags, &session] { run(*flags, session); });
}

}  // namespace rasoat::cli
