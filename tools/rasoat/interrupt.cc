#include "interrupt.h"

#include <unistd.h>

#include <csignal>

#include "session.h"

namespace rasoat::cli {
namespace {

std::atomic<bool> interrupted = false;

void on_signal(int) {
  if (interrupted.exchange(true)) _exit(kExitInterrupted);
}

}  // namespace

const std::atomic<bool>& catch_interrupts() {
  struct sigaction action = {};
  action.sa_handler = on_signal;
  action.sa_flags = SA_RESTART;
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
  return interrupted;
}

}  // namespace rasoat::cli
