#include "lexicon/lexicon.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "lexicon/embedded_tables.h"
#include "support/shared_data.h"

namespace rasoat {
namespace {

namespace fs = std::filesystem;

TEST(LexiconTest, EveryEmbeddedTableIsWellFormedAndIsTheFileOfTheCorpus) {
  ASSERT_FALSE(embedded_tables().empty());
  for (const EmbeddedTable& embedded : embedded_tables()) {
    const fs::path path =
        testing::source_dir() / "corpus/lexicon" / (std::string(embedded.name) + ".tsv");
    EXPECT_EQ(embedded.tsv, testing::read_file(path));
    const Result<Table> table = Table::parse(embedded.name, embedded.tsv);
    ASSERT_TRUE(table) << to_string(table.error());
    EXPECT_GT(table->size(), 0u) << embedded.name;
    EXPECT_EQ(Lexicon::builtin().table(embedded.name).size(), table->size());
  }
}

class OverrideTest : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::path(::testing::TempDir()) / "rasoat-lexicon-override";
    fs::remove_all(folder_);
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }
  void write(const char* name, const char* content) { std::ofstream(folder_ / name) << content; }

  fs::path folder_;
};

TEST_F(OverrideTest, AnAbsentFolderChangesNothing) {
  const Result<Lexicon> lexicon = Lexicon::with_overrides(folder_ / "absent");
  ASSERT_TRUE(lexicon);
  EXPECT_EQ(lexicon->table("document_types").size(),
            Lexicon::builtin().table("document_types").size());
}

TEST_F(OverrideTest, RowsOfTheWorkspaceAreAdded) {
  write("document_types.tsv", "type\tkey\tabbreviation\nGiấy thử\tgiay-thu\tGTH\n");
  const Result<Lexicon> lexicon = Lexicon::with_overrides(folder_);
  ASSERT_TRUE(lexicon);
  const Table& types = lexicon->table("document_types");
  EXPECT_EQ(types.cell(types.size() - 1, "type"), "Giấy thử");
}

TEST_F(OverrideTest, AWrongTableIsRefusedByName) {
  write("document_types.tsv", "type\tno-such-column\nx\ty\n");
  const Result<Lexicon> lexicon = Lexicon::with_overrides(folder_);
  ASSERT_FALSE(lexicon);
  EXPECT_NE(to_string(lexicon.error()).find("document_types.tsv"), std::string::npos);
}

}  // namespace
}  // namespace rasoat
