#include "table.h"

#include <gtest/gtest.h>

#include <sstream>

#include "text/display.h"

namespace rasoat::cli {
namespace {

TEST(TableTest, FitsTheWidthAndKeepsEveryWord) {
  const std::vector<Column> columns = {{"Văn bản"}, {"Số", true}, {"Trích"}};
  const std::string quote =
      "Ủy ban nhân dân cấp huyện chủ trì, phối hợp với các cơ quan liên quan tổ chức kiểm tra";
  for (const size_t width : {40u, 60u, 80u, 200u}) {
    const std::string table = format_table(columns, {{"12/2023/QĐ-UBND", "7", quote}}, width);
    std::istringstream in(table);
    std::string words;
    for (std::string line; std::getline(in, line);) {
      EXPECT_LE(display_width(line), width) << line;
      const size_t last = line.rfind("│ ");
      if (last != std::string::npos) words += line.substr(last + 4) + " ";
    }
    for (const char* word : {"Ủy", "huyện", "chủ", "liên", "tra"}) {
      EXPECT_NE(words.find(word), std::string::npos) << word << " at " << width;
    }
  }
}

TEST(TableTest, NeverPassesOnWhatATerminalWouldActOn) {
  const std::string table = format_table({{"A"}}, {{"x\x1b[31my\xc2\x9bz"}}, 80);
  EXPECT_EQ(table.find('\x1b'), std::string::npos);
  EXPECT_EQ(table.find("\xc2\x9b"), std::string::npos);
  EXPECT_NE(table.find("\\x1b[31m"), std::string::npos) << "the reader sees that it was there";
}

TEST(TableTest, DoesNotBreakTheNumbersOfDocuments) {
  const std::string quote(300, 'x');
  const std::string table = format_table({{"Văn bản"}, {"Điều"}, {"Trích", false, 3}},
                                         {{"07/2024/QĐ-UBND", "khoản 1 Điều 5", quote}}, 60);
  EXPECT_NE(table.find("07/2024/QĐ-UBND"), std::string::npos) << table;
}

TEST(TableTest, NumbersStandAtTheRight) {
  EXPECT_EQ(format_table({{"Tên"}, {"Số", true}}, {{"a", "7"}, {"b", "123"}}, 80),
            "Tên  │   Số\n─────┼─────\na    │    7\nb    │  123\n");
}

}  // namespace
}  // namespace rasoat::cli
