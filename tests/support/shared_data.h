// Where tests find files: the project's own corpus, and the shared real documents, which lie beside
// the project only on developers' machines. Tests that need the latter skip and say so without them.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace rasoat::testing {

// The project's root folder.
std::filesystem::path source_dir();
// The folder ../shared, or an empty path where it is absent.
std::filesystem::path shared_dir();
// The whole content of a file; fails the test if it cannot be read.
std::string read_file(const std::filesystem::path& path);
// The regular files below a folder with this extension (".txt"), sorted by path.
std::vector<std::filesystem::path> files_below(const std::filesystem::path& folder,
                                               const std::string& extension);

}  // namespace rasoat::testing

// Skips the test, with the reason, where the shared data is absent.
#define RASOAT_NEEDS_SHARED_DATA()                                            \
  if (::rasoat::testing::shared_dir().empty()) {                              \
    GTEST_SKIP() << "the shared real documents (../shared) are not here";     \
  }
