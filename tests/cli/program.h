// Runs the built program as a user would.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

namespace rasoat::testing {

struct ProgramRun {
  int exit_code = -1;  // 128 + signal where one ended it
  std::string out;
  std::string err;
};

// Runs rasoat with these arguments in the folder, stdin empty, stdout and stderr into pipes.
ProgramRun run_rasoat(const std::vector<std::string>& arguments,
                      const std::filesystem::path& folder = ".");

// Runs a line of shell in which $RASOAT is the program.
ProgramRun run_shell(const std::string& line, const std::filesystem::path& folder = ".");

// A folder that is gone after the test.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }
  // Writes a file and gives its path.
  std::filesystem::path write(const std::string& name, const std::string& content) const;

 private:
  std::filesystem::path path_;
};

// Tests that run the program in a folder of their own.
class ProgramTest : public ::testing::Test {
 protected:
  ProgramRun rasoat(const std::vector<std::string>& arguments) const {
    return run_rasoat(arguments, folder_.path());
  }

  TemporaryFolder folder_;
};

}  // namespace rasoat::testing
