#include "structure/effective_date.h"

#include <gtest/gtest.h>

#include <string>

#include "structure/parsed_text.h"

namespace rasoat {
namespace {

// The day that a decision of 14 March 2025 says in its last article.
std::string day(const std::string& article) {
  const testing::ParsedText parsed = testing::parse(
      "ỦY BAN NHÂN DÂN\nTỈNH SÔNG VÂN\nSố: 12/2025/QĐ-UBND\nSông Vân, ngày 14 tháng 3 năm 2025\n\n"
      "QUYẾT ĐỊNH\nQuy định việc thu gom rác tại chợ\n\nQUYẾT ĐỊNH:\n\n"
      "Điều 1. Thu gom rác\nChợ được quét dọn hằng ngày.\n\n"
      "Điều 2. Hiệu lực thi hành\n" +
      article + "\n");
  const auto read = effective_date(parsed.text, parsed.document, Lexicon::builtin());
  return read ? read->iso() : "";
}

TEST(EffectiveDateTest, IsReadWhereTheDocumentSaysIt) {
  EXPECT_EQ(day("Quyết định này có hiệu lực thi hành kể từ ngày 01 tháng 5 năm 2025."),
            "2025-05-01");
  EXPECT_EQ(day("1. Quyết định này có hiệu lực từ ngày 1/5/2025, trừ khoản 2."), "2025-05-01");
  EXPECT_EQ(day("Quyết định này có hiệu lực kể từ ngày ký."), "2025-03-14");
}

TEST(EffectiveDateTest, IsNotGuessed) {
  EXPECT_EQ(day("Quyết định này có hiệu lực sau 10 ngày kể từ ngày ký."), "") << "days are counted";
  EXPECT_EQ(day("Nghị định này có hiệu lực từ ngày 01 tháng 5 năm 2025."), "")
      << "another document";
  EXPECT_EQ(day("Quy định tại Điều 1 Quyết định này có hiệu lực từ ngày 01 tháng 5 năm 2025."), "")
      << "a part of it";
  EXPECT_EQ(day("Quyết định này có hiệu lực từ ngày ... tháng ... năm 2025."), "") << "left open";
  EXPECT_EQ(day("Sở Xây dựng chịu trách nhiệm thi hành."), "");
}

}  // namespace
}  // namespace rasoat
