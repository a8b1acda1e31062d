#include "terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>

namespace rasoat::cli {

size_t terminal_columns(int descriptor) {
  constexpr size_t kLeast = 40, kMost = 400, kUnknown = 100;
  winsize size{};
  size_t columns = 0;
  if (isatty(descriptor) == 1 && ioctl(descriptor, TIOCGWINSZ, &size) == 0) columns = size.ws_col;
  if (columns == 0) {
    if (const char* set = std::getenv("COLUMNS")) columns = std::strtoul(set, nullptr, 10);
  }
  return columns == 0 ? kUnknown : std::clamp(columns, kLeast, kMost);
}

}  // namespace rasoat::cli
