#include <iostream>

#include "command_line.h"
#include "commands.h"

namespace rasoat::cli {

void register_version(CLI::App& app, Session&) {
  static OutputFormat format = OutputFormat::kTable;
  CLI::App* command =
      add_command(app, "version", "In phiên bản của chương trình", "  rasoat version");
  add_format_option(*command, format);
  command->callback([] {
    if (format == OutputFormat::kJson) {
      std::cout << "{\"name\": \"rasoat\", \"version\": \"" RASOAT_VERSION "\"}\n";
    } else {
      std::cout << "rasoat " RASOAT_VERSION "\n";
    }
  });
}

}  // namespace rasoat::cli
