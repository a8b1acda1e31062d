#include "ingest/child_process.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <system_error>

extern "C" char** environ;  // NOLINT

namespace rasoat {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

pid_t start(const fs::path& program, const std::vector<std::string>& arguments, int input,
            int output) {
  std::vector<char*> words{const_cast<char*>(program.c_str())};
  for (const std::string& word : arguments) words.push_back(const_cast<char*>(word.c_str()));
  words.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  if (posix_spawn_file_actions_init(&actions) != 0) return -1;
  posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  pid_t child = -1;
  const int error = posix_spawn(&child, program.c_str(), &actions, nullptr, words.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  return error == 0 ? child : -1;
}

// Reads until the child closes its output; how that ended, kExited when it did so by itself.
ChildResult::End read_output(int pipe, Clock::time_point deadline, uint64_t max_output,
                             std::string& output) {
  std::array<char, 1 << 16> buffer;
  for (;;) {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
    if (left <= 0) return ChildResult::End::kTimeout;
    pollfd waiting{pipe, POLLIN, 0};
    const int ready = poll(&waiting, 1, static_cast<int>(std::min<long long>(left, 60'000)));
    if (ready < 0 && errno != EINTR) return ChildResult::End::kSignal;
    if (ready <= 0) continue;
    const ssize_t got = read(pipe, buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return ChildResult::End::kExited;
    if (output.size() + static_cast<size_t>(got) > max_output) return ChildResult::End::kOverflow;
    output.append(buffer.data(), static_cast<size_t>(got));
  }
}

}  // namespace

ChildResult run_child(const fs::path& program, const std::vector<std::string>& arguments, int input,
                      std::chrono::milliseconds time, uint64_t max_output) {
  ChildResult result;
  std::array<int, 2> pipe{-1, -1};
  if (pipe2(pipe.data(), O_CLOEXEC) != 0) return result;
  const pid_t child = start(program, arguments, input, pipe[1]);
  close(pipe[1]);
  if (child > 0) {
    result.end = read_output(pipe[0], Clock::now() + time, max_output, result.output);
    if (result.end != ChildResult::End::kExited) kill(child, SIGKILL);
  }
  close(pipe[0]);
  if (child <= 0) return result;
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (result.end != ChildResult::End::kExited) return result;
  if (WIFEXITED(status)) {
    result.status = WEXITSTATUS(status);
  } else {
    // The system stops a process that has used up its processor time with this signal.
    const bool out_of_time = WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU;
    result.end = out_of_time ? ChildResult::End::kTimeout : ChildResult::End::kSignal;
  }
  return result;
}

fs::path find_own_program(const std::string& name, const std::string& built_at) {
  std::error_code error;
  const fs::path self = fs::read_symlink("/proc/self/exe", error);
  if (!error) {
    for (const fs::path& place :
         {self.parent_path() / name, self.parent_path() / ".." / "libexec" / "rasoat" / name}) {
      if (fs::is_regular_file(place, error)) return place;
    }
  }
  return fs::is_regular_file(built_at, error) ? fs::path(built_at) : fs::path();
}

}  // namespace rasoat
