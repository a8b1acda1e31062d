// Ctrl-C: the first asks the work to end, the second ends the program at once.
#pragma once

#include <atomic>

namespace rasoat::cli {

// From now on SIGINT and SIGTERM set the flag instead of ending the program.
const std::atomic<bool>& catch_interrupts();

}  // namespace rasoat::cli
