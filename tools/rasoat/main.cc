// The program `rasoat`. Each command is a file; this one puts them together and ends the program.
#include <CLI/CLI.hpp>
#include <cerrno>
#include <clocale>
#include <csignal>
#include <cstring>
#include <exception>
#include <iostream>

#include "command_line.h"
#include "commands.h"

namespace {

using namespace rasoat::cli;

void register_commands(CLI::App& app, Session& session) {
  register_add(app, session);
  register_list(app, session);
  register_show(app, session);
  register_search(app, session);
  register_watch(app, session);
  register_duties(app, session);
  register_transfers(app, session);
  register_delegations(app, session);
  register_refs(app, session);
  register_plan(app, session);
  register_leads(app, session);
  register_matrix(app, session);
  register_report(app, session);
  register_analyze(app, session);
  register_export(app, session);
  register_index(app, session);
  register_eval(app, session);
  register_lexicon(app, session);
  register_version(app, session);
}

// A reader that has gone (`| head`) is no failure; a full disk is one.
int finish(int exit_code) {
  errno = 0;
  std::cout.flush();
  if (std::cout.good() || errno == EPIPE || errno == 0) return exit_code;
  print_message(std::string("không ghi được kết quả: ") + std::strerror(errno));
  return exit_code == kExitFine ? kExitFailed : exit_code;
}

// The command that the arguments named, as far as they did.
const CLI::App& deepest_command(const CLI::App& app) {
  const CLI::App* at = &app;
  while (!at->get_subcommands().empty()) at = at->get_subcommands().front();
  return *at;
}

int run(int argc, char** argv) {
  Session session;
  CLI::App app{"rasoat: rà soát và tra cứu viện dẫn trong văn bản pháp luật"};
  app.name("rasoat");
  set_vietnamese_help(app);
  app.add_option("--workspace", session.workspace, "Thư mục dữ liệu (mặc định: ./rasoat-data)")
      ->type_name("THƯ_MỤC");
  app.require_subcommand(0, 1);
  app.footer("\"rasoat LỆNH --help\" in hướng dẫn và ví dụ của từng lệnh.");
  register_commands(app, session);
  try {
    app.parse(argc, argv);
    if (app.get_subcommands().empty()) {
      std::cerr << app.help();
      session.exit_code = kExitWrongUse;
    }
  } catch (const CLI::Success&) {
    std::cout << deepest_command(app).help();
  } catch (const CLI::ParseError& error) {
    print_message(vietnamese_message(error));
    std::cerr << "Xem: " << full_name(deepest_command(app)) << " --help\n";
    session.exit_code = kExitWrongUse;
  }
  return finish(session.exit_code);
}

}  // namespace

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  std::signal(SIGPIPE, SIG_IGN);  // a closed pipe shows in std::cout instead
  try {
    return run(argc, argv);
  } catch (const std::exception& thrown) {
    print_message(std::string("lỗi bên trong: ") + thrown.what());
    return kExitFailed;
  }
}
