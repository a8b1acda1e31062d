#include "lexicon/lexicon.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "lexicon/check.h"
#include "lexicon/embedded_tables.h"
#include "support/shared_data.h"

namespace rasoat {
namespace {

namespace fs = std::filesystem;
using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

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

TEST(CheckTest, TheEmbeddedTablesHaveNoFault) {
  for (const Error& fault : check_lexicon("/no/such/folder")) ADD_FAILURE() << to_string(fault);
}

class CheckOverrideTest : public OverrideTest {
 protected:
  // The faults of rows of laws.tsv: number, name, adopted, in_force, end, predecessor, successor.
  std::vector<std::string> faults(const std::string& rows) {
    write("laws.tsv",
          ("number\tname\tadopted\tin_force\tend\tpredecessor\tsuccessor\n" + rows).c_str());
    std::vector<std::string> out;
    for (const Error& fault : check_lexicon(folder_)) out.push_back(to_string(fault));
    return out;
  }
};

TEST_F(CheckOverrideTest, GoodRowsHaveNoFault) {
  EXPECT_THAT(faults("951/2030/QH16\tLuật Bến nước\t2030-06-01\t2031-01-01\t\t\t952/2034/QH17\n"
                     "952/2034/QH17\tLuật Bến nước\t2034-06-01\n"
                     "953/2034/QH17\tLuật Đất đai\t2034-06-01\t\t\t31/2024/QH15\n"),
              IsEmpty());
}

TEST_F(CheckOverrideTest, EachBadRowIsNamedWithItsLineAndARemedy) {
  const struct {
    const char* rows;
    const char* message;
    const char* line;
  } cases[] = {
      {"951/2030/QH16\tLuật Bến nước\t2030-02-30\n", "không phải là ngày", "laws.tsv:2"},
      {"951/2030/QH16\tLuật Bến nước\t01/6/2030\n", "không phải là ngày", "laws.tsv:2"},
      {"951/2030/QH16\tLuật Bến nước\t2030-06-01\t2030-05-01\n", "trước ngày", "laws.tsv:2"},
      {"951/2030/QH16\tLuật Bến nước\t\t2030-06-01\t2030-06-01\n", "không sau", "laws.tsv:2"},
      {"951/2030/QH16\tLuật Bến nước\t\t\t\t1/1/QH1\n", "không có trong bảng", "laws.tsv:2"},
      {"951/2030/QH16\tLuật Bến nước\n951/2030/qh16\tLuật Bến đò\n", "đã có ở dòng", "laws.tsv:3"},
      {"951/2030/QH16\tBến nước\n", "không phải là tên luật", "laws.tsv:2"},
      {"951/2030/QH16\n", "để trống", "laws.tsv:2"},
      {"a\tLuật A\t\t\t\t\tb\nb\tLuật B\t\t\t\t\ta\n", "trở về chính nó", "laws.tsv:2"},
      {"a\tLuật A\t\t\t\t\ta\n", "trở về chính nó", "laws.tsv:2"},
  };
  for (const auto& one : cases) {
    const std::vector<std::string> found = faults(one.rows);
    ASSERT_FALSE(found.empty()) << one.rows;
    EXPECT_THAT(found.front(), AllOf(HasSubstr(one.message), HasSubstr(one.line))) << one.rows;
    const Result<Lexicon> lexicon = Lexicon::with_overrides(folder_);
    ASSERT_FALSE(lexicon) << one.rows;
    EXPECT_EQ(to_string(lexicon.error()), found.front());
    EXPECT_FALSE(lexicon.error().remedy.empty());
  }
}

TEST_F(CheckOverrideTest, BadRowsOfBodiesAreNamed) {
  const struct {
    const char* table;
    const char* rows;
    const char* message;  // empty: no fault
  } cases[] = {
      {"agencies", "key\tparent\their\tnames\nx\tubnd:tinh\tso-y-te\tBan X\n", ""},
      {"agencies", "key\tparent\tnames\ny\tx\tBan Y\nx\t\tBan X\n", ""},
      {"agencies", "key\tparent\tnames\nx\tkhong-co\tBan X\n", "không có trong bảng"},
      {"agencies", "key\their\tnames\nx\tubnd:xa|khong-co\tBan X\n", "không có trong bảng"},
      {"agencies", "key\tparent\tnames\nx\ty\tBan X\ny\tx\tBan Y\n", "trở về chính nó"},
      {"agencies", "key\tfrom\tend\tnames\nx\t2025-07-01\t2025-03-01\tBan X\n", "không sau"},
      {"agencies", "key\tnames\nx\tBan X|chính phủ\n", "cũng là tên của"},
      {"agency_sectors", "sector\tbo_end\tbo_heir\nBến nước\t2025-03-01\tBến đò\n",
       "không có trong bảng"},
      {"agency_sectors", "sector\taliases\nBến nước\tGTVT\n", "cũng là tên của"},
      {"agency_level_ends", "key\tend\nhdnd:huyen\t\n", "để trống"},
      {"recurrences", "words\trecurrence\nmỗi vụ\tmoi-vu\n", ""},
      {"recurrences", "words\trecurrence\nmỗi vụ\t\n", "để trống"},
      {"recurrences", "words\trecurrence\nmỗi vụ\tMỗi vụ\n", "viết không dấu"},
      {"recurrences", "words\trecurrence\nmỗi vụ\tmoi--vu\n", "viết không dấu"},
      {"agency_level_ends", "key\tend\their\nhdnd:huyen\t2025-07-01\tkhong-co\n",
       "không có trong bảng"},
  };
  for (const auto& one : cases) {
    const std::string file = std::string(one.table) + ".tsv";
    write(file.c_str(), one.rows);
    const std::vector<Error> found = check_lexicon(folder_);
    if (*one.message == '\0') {
      for (const Error& fault : found) ADD_FAILURE() << one.rows << to_string(fault);
    } else if (found.empty()) {
      ADD_FAILURE() << one.rows;
    } else {
      EXPECT_THAT(to_string(found.front()), AllOf(HasSubstr(one.message), HasSubstr(file)));
    }
    fs::remove(folder_ / file);
  }
}

TEST_F(CheckOverrideTest, AClassThatNoTableHasAndATableOfAnotherNameAreFaults) {
  write("agencies.tsv", "key\tclass\tlevel\tend\their\tnames\nban-x\tbodies\t\t\t\tBan X\n");
  write("no-such-table.tsv", "a\n");
  std::vector<std::string> found;
  for (const Error& fault : check_lexicon(folder_)) found.push_back(to_string(fault));
  EXPECT_THAT(found, ElementsAre(AllOf(HasSubstr("agencies.tsv:2"), HasSubstr("body")),
                                 HasSubstr("no-such-table")));
}

}  // namespace
}  // namespace rasoat
