#include "cli/program.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <fstream>

namespace rasoat::testing {
namespace {

namespace fs = std::filesystem;

struct Pipe {
  int read = -1, write = -1;
  Pipe() {
    int ends[2];
    if (pipe(ends) != 0) std::abort();
    read = ends[0];
    write = ends[1];
  }
};

void drain(int out_end, int err_end, ProgramRun& run) {
  std::array<pollfd, 2> ends = {pollfd{out_end, POLLIN, 0}, pollfd{err_end, POLLIN, 0}};
  std::array<std::string*, 2> texts = {&run.out, &run.err};
  for (int open = 2; open > 0;) {
    poll(ends.data(), ends.size(), -1);
    for (size_t i = 0; i < ends.size(); ++i) {
      if (ends[i].fd < 0 || ends[i].revents == 0) continue;
      char buffer[65536];
      const ssize_t got = read(ends[i].fd, buffer, sizeof buffer);
      if (got > 0) {
        texts[i]->append(buffer, static_cast<size_t>(got));
      } else {
        close(ends[i].fd);
        ends[i].fd = -1;
        --open;
      }
    }
  }
}

ProgramRun run_process(std::vector<std::string> arguments, const fs::path& folder) {
  Pipe out, err;
  const pid_t child = fork();
  if (child == 0) {
    if (chdir(folder.c_str()) != 0) _exit(126);
    dup2(open("/dev/null", O_RDONLY), STDIN_FILENO);
    dup2(out.write, STDOUT_FILENO);
    dup2(err.write, STDERR_FILENO);
    for (const int end : {out.read, out.write, err.read, err.write}) close(end);
    setenv("RASOAT", RASOAT_PROGRAM, 1);
    setenv("COLUMNS", "100", 1);
    std::vector<char*> argv;
    for (std::string& argument : arguments) argv.push_back(argument.data());
    argv.push_back(nullptr);
    execv(argv[0], argv.data());
    _exit(127);
  }
  close(out.write);
  close(err.write);
  ProgramRun run;
  drain(out.read, err.read, run);
  int status = 0;
  waitpid(child, &status, 0);
  run.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return run;
}

}  // namespace

ProgramRun run_rasoat(const std::vector<std::string>& arguments, const fs::path& folder) {
  std::vector<std::string> all{RASOAT_PROGRAM};
  all.insert(all.end(), arguments.begin(), arguments.end());
  return run_process(std::move(all), folder);
}

ProgramRun run_shell(const std::string& line, const fs::path& folder) {
  return run_process({"/bin/bash", "-c", line}, folder);
}

TemporaryFolder::TemporaryFolder() {
  std::string name = (fs::temp_directory_path() / "rasoat-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) std::abort();
  path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

fs::path TemporaryFolder::write(const std::string& name, const std::string& content) const {
  const fs::path path = path_ / name;
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << content;
  return path;
}

}  // namespace rasoat::testing
