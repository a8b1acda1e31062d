#include "lexicon/table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace rasoat {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

Table parse(std::string_view tsv) {
  Result<Table> table = Table::parse("t", tsv);
  EXPECT_TRUE(table);
  return table ? *table : Table();
}

TEST(TableTest, SkipsCommentsAndEmptyLinesAndReadsNamedCells) {
  const Table table = parse("# nguồn: Nghị định 30/2020/NĐ-CP\n\nkey\tname\na\tMột\n\nb\tHai\n");
  ASSERT_EQ(table.size(), 2u);
  EXPECT_EQ(table.cell(0, "name"), "Một");
  EXPECT_EQ(table.cell(1, "key"), "b");
}

TEST(TableTest, FillsMissingLastCellsAndTakesCarriageReturns) {
  const Table table = parse("key\tname\tnote\r\na\tMột\r\n");
  EXPECT_EQ(table.cell(0, "name"), "Một");
  EXPECT_EQ(table.cell(0, "note"), "");
  EXPECT_EQ(table.cell(0, "no such column"), "");
}

TEST(TableTest, SplitsValuesAtBars) {
  const Table table = parse("key\tforms\na\t UBND | Ủy ban nhân dân ||\nb\t\n");
  EXPECT_THAT(table.values(0, "forms"), ElementsAre("UBND", "Ủy ban nhân dân"));
  EXPECT_THAT(table.values(1, "forms"), IsEmpty());
}

TEST(TableTest, NamesTheLineOfAFault) {
  const Result<Table> wide = Table::parse("agencies.tsv", "key\tname\na\tb\tc\n");
  ASSERT_FALSE(wide);
  EXPECT_THAT(to_string(wide.error()), HasSubstr("agencies.tsv:2"));
  const Result<Table> twice = Table::parse("agencies.tsv", "# x\nkey\tkey\n");
  ASSERT_FALSE(twice);
  EXPECT_THAT(to_string(twice.error()), HasSubstr("agencies.tsv:2"));
}

TEST(TableTest, OverlayReplacesRowsByTheirFirstCellAndAppendsOthers) {
  Table base = parse("key\tname\tnote\na\tMột\tx\nb\tHai\ty\n");
  ASSERT_TRUE(base.overlay(parse("key\tname\nb\tHai mới\nc\tBa\n")));
  ASSERT_EQ(base.size(), 3u);
  EXPECT_EQ(base.cell(1, "name"), "Hai mới");
  EXPECT_EQ(base.cell(1, "note"), "") << "the whole row is replaced";
  EXPECT_EQ(base.cell(2, "key"), "c");
  EXPECT_FALSE(base.overlay(parse("key\tunknown\nd\te\n")));
}

}  // namespace
}  // namespace rasoat
