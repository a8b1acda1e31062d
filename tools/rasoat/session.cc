#include "session.h"

#include <iostream>

#include "text/display.h"

namespace rasoat::cli {

void print_message(std::string_view message) {
  std::cout.flush();
  std::cerr << "rasoat: " << printable(message) << '\n';
}

void fail(Session& session, const Error& error) {
  print_message(to_string(error));
  session.exit_code = error.code == ErrorCode::kInvalidArgument ? kExitWrongUse : kExitFailed;
}

bool output_is_open() { return std::cout.good(); }

}  // namespace rasoat::cli
