#include <fmt/format.h>

#include <iostream>
#include <memory>

#include "command_line.h"
#include "commands.h"
#include "lexicon/check.h"
#include "text/display.h"
#include "workspace/output_json.h"

namespace rasoat::cli {
namespace {

struct Flags {
  OutputFormat format = OutputFormat::kTable;
};

// Without opening the workspace, which a faulty table would refuse.
void run(const Flags& flags, Session& session) {
  const std::vector<Error> faults = check_lexicon(session.workspace / "lexicon");
  if (flags.format == OutputFormat::kJson) {
    std::cout << faults_json(faults) << '\n';
  } else {
    for (const Error& fault : faults) std::cout << printable(to_string(fault)) << '\n';
    if (faults.empty()) {
      std::cout << "Các bảng từ điển không có lỗi.\n";
    } else {
      std::cout << fmt::format("{} lỗi\n", faults.size());
    }
  }
  if (!faults.empty()) session.exit_code = kExitFailed;
}

}  // namespace

void register_lexicon(CLI::App& app, Session& session) {
  CLI::App* command = add_command(app, "lexicon", "Các bảng từ điển của chương trình và của kho",
                                  "  rasoat lexicon check");
  command->require_subcommand(1);
  const auto flags = std::make_shared<Flags>();
  CLI::App* check = add_command(*command, "check",
                                "Kiểm tra các bảng, kể cả bảng của kho trong rasoat-data/lexicon",
                                "  rasoat lexicon check --workspace kho");
  add_format_option(*check, flags->format);
  check->callback([flags, &session] { run(*flags, session); });
}

}  // namespace rasoat::cli
