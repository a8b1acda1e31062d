#include <unistd.h>

#include <iostream>
#include <memory>
#include <vector>

#include "command_line.h"
#include "commands.h"
#include "interrupt.h"
#include "progress_bar.h"
#include "workspace/analyze_files.h"
#include "workspace/list_files.h"

namespace rasoat::cli {
namespace {

struct Flags {
  std::vector<std::string> paths;
  unsigned threads = 0;
};

void run(const Flags& flags, Session& session) {
  const auto files = list_files({flags.paths.begin(), flags.paths.end()});
  const std::atomic<bool>& interrupted = catch_interrupts();
  AnalyzeOptions options;
  options.threads = flags.threads;
  options.cancel = &interrupted;
  ProgressBar bar("Phân tích");
  const bool shows_bar = isatty(STDOUT_FILENO) == 0;  // else the lines themselves run by
  size_t failed = 0;
  analyze_files(files, Lexicon::builtin(), options, [&](size_t file, AnalyzedLine line) {
    if (line.failed) ++failed;
    std::cout << line.json << '\n';
    if (shows_bar) bar.show(file + 1, files.size(), files[file].string());
    return output_is_open();
  });
  bar.clear();
  if (files.empty()) print_message("không có tệp nào trong các thư mục đã nêu");
  if (failed > 0) {
    std::cout.flush();
    print_message(std::to_string(failed) + " tệp không phân tích được; lý do ở mục \"error\"");
    session.exit_code = kExitFailed;
  }
  if (interrupted) {
    print_message("đã dừng theo yêu cầu; kết quả in ra đến đây là đầy đủ cho từng tệp");
    session.exit_code = kExitInterrupted;
  }
}

}  // namespace

void register_analyze(CLI::App& app, Session& session) {
  const auto flags = std::make_shared<Flags>();
  CLI::App* command = add_command(
      app, "analyze", "Phân tích tệp (không cần dữ liệu đã nạp), in mỗi văn bản một dòng JSON",
      "  rasoat analyze quyet-dinh.pdf > ket-qua.jsonl\n"
      "  rasoat analyze thu-muc-van-ban/ | jq .document.number");
  command->add_option("FILE", flags->paths, "Tệp hoặc thư mục (lấy cả thư mục con)")->required();
  command->add_option("--threads", flags->threads, "Số luồng (mặc định: số nhân của máy)");
  command->callback([flags, &session] { run(*flags, session); });
}

}  // namespace rasoat::cli
