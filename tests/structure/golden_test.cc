// Trees of small invented texts, in tests/golden/structure: "=== name", the text, "---", the dump.
// RASOAT_UPDATE_GOLDEN=1 writes what the parser gives now; read the difference before committing
// it.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

#include "structure/dump.h"
#include "structure/parsed_text.h"
#include "support/shared_data.h"

namespace rasoat {
namespace {

namespace fs = std::filesystem;

struct GoldenCase {
  std::string name, input, tree;
};

std::vector<GoldenCase> read_cases(const fs::path& path) {
  std::vector<GoldenCase> out;
  std::ifstream in(path);
  std::string line;
  bool tree = false;
  while (std::getline(in, line)) {
    if (line.starts_with("=== ")) {
      out.push_back({line.substr(4), "", ""});
      tree = false;
    } else if (line == "---") {
      tree = true;
    } else if (!out.empty()) {
      (tree ? out.back().tree : out.back().input) += line + "\n";
    }
  }
  return out;
}

TEST(StructureGoldenTest, TreesAreAsCommitted) {
  const fs::path folder = testing::source_dir() / "tests/golden/structure";
  const bool update = std::getenv("RASOAT_UPDATE_GOLDEN") != nullptr;
  size_t cases = 0;
  for (const fs::path& path : testing::files_below(folder, ".txt")) {
    std::string updated;
    for (const GoldenCase& c : read_cases(path)) {
      ++cases;
      const auto parsed = testing::parse(c.input);
      const std::string tree = dump(parsed.document, parsed.text);
      updated += "=== " + c.name + "\n" + c.input + "---\n" + tree;
      if (!update) {
        EXPECT_EQ(tree, c.tree) << path.filename() << ": " << c.name;
      }
    }
    if (update) std::ofstream(path) << updated;
  }
  EXPECT_GT(cases, 15u);
}

}  // namespace
}  // namespace rasoat
