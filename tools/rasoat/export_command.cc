#include <unistd.h>

#include <iostream>

#include "command_line.h"
#include "commands.h"
#include "open_workspace.h"
#include "progress_bar.h"

namespace rasoat::cli {
namespace {

void run(Session& session) {
  const auto workspace = open_workspace(session, Workspace::Mode::kRead);
  if (!workspace) return;
  ProgressBar bar("Đang xuất");
  const bool shows_bar = isatty(STDOUT_FILENO) == 0;  // else the lines themselves run by
  const Result<uint64_t> written = workspace->export_json(
      std::cout, [&](uint64_t done, uint64_t total, const std::string& current) {
        if (shows_bar) bar.show(done, total, current);
      });
  bar.clear();
  if (!written && output_is_open()) fail(session, written.error());
}

}  // namespace

void register_export(CLI::App& app, Session& session) {
  CLI::App* command = add_command(
      app, "export", "Xuất mọi văn bản đã nạp, mỗi văn bản một dòng JSON (xem docs/json.md)",
      "  rasoat export > kho-van-ban.jsonl");
  command->callback([&session] { run(session); });
}

}  // namespace rasoat::cli
