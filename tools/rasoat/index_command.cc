#include <fmt/format.h>

#include <iostream>
#include <memory>

#include "command_line.h"
#include "commands.h"
#include "open_workspace.h"
#include "progress_bar.h"
#include "table.h"
#include "workspace/output_json.h"

namespace rasoat::cli {
namespace {

struct Flags {
  bool rebuild = false;
  OutputFormat format = OutputFormat::kTable;
};

std::string megabytes(uint64_t bytes) {
  return fmt::format("{:.1f} MB", static_cast<double>(bytes) / 1e6);
}

void print_status(const WorkspaceStatus& status) {
  print_table({{"Dữ liệu"}, {"Số lượng", true}},
              {{"Văn bản", std::to_string(status.counts.documents)},
               {"Tệp nguồn", std::to_string(status.counts.sources)},
               {"Điều, khoản, điểm", std::to_string(status.counts.provisions)},
               {"Viện dẫn", std::to_string(status.counts.references)},
               {"Giao nhiệm vụ", std::to_string(status.counts.assignments)},
               {"Nhiệm vụ của kế hoạch", std::to_string(status.counts.tasks)},
               {"Quy định trong chỉ mục", std::to_string(status.indexed_provisions)},
               {"Văn bản chưa vào chỉ mục", std::to_string(status.not_indexed)},
               {"Văn bản do bản rasoat cũ đọc", std::to_string(status.older)},
               {"Dung lượng kho", megabytes(status.store_bytes)},
               {"Dung lượng chỉ mục", megabytes(status.index_bytes)}});
}

void run(const Flags& flags, Session& session) {
  const auto workspace =
      open_workspace(session, flags.rebuild ? Workspace::Mode::kWrite : Workspace::Mode::kRead);
  if (!workspace) return;
  if (flags.rebuild) {
    ProgressBar bar("Lập chỉ mục");
    const Result<void> rebuilt =
        workspace->rebuild_index([&](uint64_t done, uint64_t total, const std::string& current) {
          bar.show(done, total, current);
        });
    bar.clear();
    if (!rebuilt) return fail(session, rebuilt.error());
  }
  const Result<WorkspaceStatus> status = workspace->status();
  if (!status) return fail(session, status.error());
  const Result<std::vector<std::string>> faults = workspace->check();
  if (!faults) return fail(session, faults.error());
  if (flags.format == OutputFormat::kJson) {
    std::cout << status_json(*status) << '\n';
  } else {
    print_status(*status);
  }
  for (const std::string& fault : *faults) {
    print_message(fault);
    session.exit_code = kExitFailed;
  }
}

}  // namespace

void register_index(CLI::App& app, Session& session) {
  const auto flags = std::make_shared<Flags>();
  CLI::App* command = add_command(app, "index", "Xem và kiểm tra dữ liệu, lập lại chỉ mục tìm kiếm",
                                  "  rasoat index                xem tình trạng\n"
                                  "  rasoat index --rebuild      lập lại chỉ mục từ kho văn bản");
  command->add_flag("--rebuild", flags->rebuild, "Lập lại chỉ mục từ đầu; kho văn bản giữ nguyên");
  add_format_option(*command, flags->format);
  command->callback([flags, &session] { run(*flags, session); });
}

}  // namespace rasoat::cli
