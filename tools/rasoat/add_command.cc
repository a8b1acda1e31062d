#include <fmt/format.h>

#include <chrono>
#include <iostream>
#include <memory>

#include "command_line.h"
#include "commands.h"
#include "interrupt.h"
#include "open_workspace.h"
#include "progress_bar.h"
#include "text/display.h"
#include "workspace/output_json.h"

namespace rasoat::cli {
namespace {

struct Flags {
  std::vector<std::string> paths;
  unsigned threads = 0;
  bool again = false;
  bool warnings = false;
  OutputFormat format = OutputFormat::kTable;
};

void print_warnings(const AddSummary& summary) {
  for (const AddedFile& file : summary.files) {
    for (const Diagnostic& warning : file.warnings) {
      std::cout << "Lưu ý: " << printable(file.path) << ": " << printable(warning.message) << '\n';
    }
  }
}

void print_summary(const AddSummary& summary) {
  for (const Error& error : summary.failed) {
    std::cout << "Lỗi: " << printable(to_string(error)) << '\n';
  }
  std::cout << fmt::format("Thêm mới: {} · Thay thế: {} · Không đổi: {} · Lỗi: {}\n", summary.added,
                           summary.replaced, summary.unchanged, summary.failed.size());
  if (summary.warnings > 0) {
    std::cout << fmt::format("Có {} điểm cần lưu ý trong văn bản; xem bằng --warnings\n",
                             summary.warnings);
  }
}

void run(const Flags& flags, Session& session) {
  const auto workspace = open_workspace(session, Workspace::Mode::kWrite);
  if (!workspace) return;
  ProgressBar bar("Đang nạp");
  AddOptions options;
  options.threads = flags.threads;
  options.again = flags.again;
  options.cancel = &catch_interrupts();
  options.progress = [&](uint64_t done, uint64_t total, const std::string& current) {
    bar.show(done, total, current);
  };
  ProgressBar index_bar("Lập chỉ mục");
  options.indexing = [&](uint64_t done, uint64_t total, const std::string& current) {
    bar.clear();
    index_bar.show(done, total, current);
  };
  const Result<AddSummary> summary =
      workspace->add({flags.paths.begin(), flags.paths.end()}, options);
  bar.clear();
  index_bar.clear();
  if (!summary) return fail(session, summary.error());
  if (flags.format == OutputFormat::kJson) {
    std::cout << add_json(*summary) << '\n';
  } else {
    if (flags.warnings) print_warnings(*summary);
    print_summary(*summary);
  }
  if (!summary->failed.empty()) session.exit_code = kExitFailed;
  if (summary->cancelled) {
    print_message(
        "đã dừng theo yêu cầu; những tệp đã nạp được giữ lại. Chạy lại đúng lệnh này để "
        "nạp tiếp phần còn lại.");
    session.exit_code = kExitInterrupted;
  }
}

}  // namespace

void register_add(CLI::App& app, Session& session) {
  const auto flags = std::make_shared<Flags>();
  CLI::App* command = add_command(
      app, "add", "Nạp văn bản (tệp hoặc cả thư mục) vào dữ liệu",
      "  rasoat add van-ban/            nạp mọi tệp trong thư mục và thư mục con\n"
      "  rasoat add 12-2023.pdf 34.docx nạp từng tệp; tệp đã nạp và không đổi thì bỏ qua");
  command->add_option("PATH", flags->paths, "Tệp (TXT, PDF, DOCX, HTML) hoặc thư mục")->required();
  command->add_option("--threads", flags->threads, "Số luồng (mặc định: số nhân của máy)")
      ->type_name("SỐ");
  command->add_flag("--again", flags->again, "Phân tích lại cả những tệp không đổi");
  command->add_flag("--warnings", flags->warnings, "In từng điểm cần lưu ý của văn bản");
  add_format_option(*command, flags->format);
  command->callback([flags, &session] { run(*flags, session); });
}

}  // namespace rasoat::cli
