// What the commands share in reading their flags: Vietnamese help, formats, limits.
#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "session.h"

namespace rasoat::cli {

enum class OutputFormat { kTable, kJson };

// A command with its description, its example (the footer of --help), and the global options
// accepted after its name too.
CLI::App* add_command(CLI::App& app, const std::string& name, const std::string& description,
                      const std::string& example);

// --format table|json
void add_format_option(CLI::App& command, OutputFormat& format);

// "rasoat report provisions"
std::string full_name(const CLI::App& command);

// Makes help and its headings Vietnamese.
void set_vietnamese_help(CLI::App& app);
// A parse error in Vietnamese, with the pointer to --help.
std::string vietnamese_message(const CLI::ParseError& error);

}  // namespace rasoat::cli
