// Runs what the fuzzers run over the inputs that are kept: the corpus, what once broke a promise,
// and the texts of the samples.
#include <gtest/gtest.h>

#include "support/shared_data.h"
#include "targets.h"

namespace rasoat {
namespace {

using Target = std::string (*)(std::string_view);

// Returns how many inputs there were.
size_t replay(const std::string& folder, const std::string& extension, Target target) {
  const auto path = testing::source_dir() / folder;
  if (!std::filesystem::exists(path)) return 0;
  const auto files = testing::files_below(path, extension);
  for (const auto& file : files) {
    const std::string bytes = testing::read_file(file);
    EXPECT_EQ(target(bytes), "") << file;
    if (extension.empty()) continue;
    EXPECT_EQ(target('\1' + bytes), "") << file << ", as paragraphs";
  }
  return files.size();
}

void replay_all(const std::string& name, Target target) {
  EXPECT_GT(replay("corpus/samples", ".txt", target), 0U);
  EXPECT_GT(replay("corpus/sources", ".txt", target), 0U);
  EXPECT_GT(replay("tests/fuzz/corpus/" + name, "", target), 0U);
  replay("tests/fuzz/found/" + name, "", target);
}

TEST(FuzzReplay, Structure) { replay_all("structure", fuzz::structure); }
TEST(FuzzReplay, References) { replay_all("references", fuzz::references); }
TEST(FuzzReplay, Numbers) { replay_all("numbers", fuzz::numbers); }

}  // namespace
}  // namespace rasoat
