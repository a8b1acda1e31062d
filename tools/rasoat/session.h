// What every command shares: the global options, and how it ends.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/error.h"

namespace rasoat::cli {

inline constexpr int kExitFine = 0;
inline constexpr int kExitFailed = 1;    // something in the input failed
inline constexpr int kExitWrongUse = 2;  // flags or arguments that make no sense
inline constexpr int kExitNews = 3;  // with `watch run --exit-code`: there is something to report
inline constexpr int kExitInterrupted = 130;  // ended by Ctrl-C, as shells count it

struct Session {
  std::filesystem::path workspace = "rasoat-data";
  int exit_code = kExitFine;
};

// Prints an error on stderr and sets the exit code that fits it: 2 for an argument that makes no
// sense, else 1.
void fail(Session& session, const Error& error);

// "rasoat: MESSAGE" on stderr, made safe for a terminal.
void print_message(std::string_view message);

// Whether anybody still reads stdout; false after `| head` has gone.
bool output_is_open();

}  // namespace rasoat::cli
