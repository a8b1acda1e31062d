#include "session.h"

#include <algorithm>
#include <iostream>

#include "text/display.h"

namespace rasoat::cli {

void print_message(std::string_view message) {
  std::cout.flush();
  std::cerr << "rasoat: ";
  for (size_t begin = 0; begin <= message.size();) {  // candidates stand on lines of their own
    const size_t end = std::min(message.find('\n', begin), message.size());
    std::cerr << printable(message.substr(begin, end - begin)) << '\n';
    begin = end + 1;
  }
}

void fail(Session& session, const Error& error) {
  print_message(to_string(error));
  session.exit_code = error.code == ErrorCode::kInvalidArgument ? kExitWrongUse : kExitFailed;
}

bool output_is_open() { return std::cout.good(); }

}  // namespace rasoat::cli
