#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "query/cited.h"
#include "query/date_range.h"
#include "query/document_number.h"
#include "query/syllables.h"

namespace rasoat {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::IsSupersetOf;
using ::testing::Not;

const Lexicon& lexicon() { return Lexicon::builtin(); }

std::string range(std::string_view text) {
  const auto read = read_date_range(text);
  return read ? iso(*read) : "";
}

TEST(DateRangeTest, ReadsDaysMonthsYearsAndRanges) {
  EXPECT_EQ(range("2025"), "2025-01-01..2025-12-31");
  EXPECT_EQ(range("2024-02"), "2024-02-01..2024-02-29");
  EXPECT_EQ(range("6/2025"), "2025-06-01..2025-06-30");
  EXPECT_EQ(range("30/6/2025"), "2025-06-30..2025-06-30");
  EXPECT_EQ(range("2024..2025-06-30"), "2024-01-01..2025-06-30");
  EXPECT_EQ(range("..2024"), "1900-01-01..2024-12-31");
  EXPECT_EQ(range(">2024"), "2025-01-01..2199-12-31");
  EXPECT_EQ(range("< 2024-03"), "1900-01-01..2024-02-29");
  EXPECT_EQ(range("<=1/3/2024"), "1900-01-01..2024-03-01");
  for (const char* wrong : {"", "..", "25", "2025-2-30", "31/4/2025", "2025..2024", "2025-01-01-01",
                            "2025/6-1", ">", "năm 2025", "99999", "<1900", ">2199"}) {
    EXPECT_EQ(range(wrong), "") << wrong;
  }
}

TEST(DocumentNumberTest, AllSpellingsAreOne) {
  for (const char* typed :
       {"24/2025/TT-BTP", "24/2025/tt-btp", "24/2025/TT BTP", "số 24/2025/TT-BTP",
        "Số: 24/2025/TT–BTP", "024/2025/TT-BTP", "24 / 2025 / TT - BTP", "24-2025-TT-BTP"}) {
    EXPECT_EQ(document_number(typed), "24/2025/tt-btp") << typed;
  }
  EXPECT_EQ(document_number("10/2025/QĐ-UBND"), document_number("10/2025/QD-UBND"));
  EXPECT_EQ(document_number("34/2016/NĐ-CP"), document_number("34/2016/ND CP"));
  EXPECT_EQ(document_number("31/2024/QH15"), "31/2024/qh15");
  EXPECT_EQ(document_number("04/NQ-CP"), "4/nq-cp");
  for (const char* other : {"", "24", "24/2025", "12/5/2025", "3/4", "12/tháng", "đất", "24/2025/",
                            "24/2025/TT-BTP, 25/2025/TT-BTP"}) {
    EXPECT_FALSE(document_number(other)) << other;
  }
}

TEST(CitedTest, ReadsUnits) {
  std::string rest;
  EXPECT_THAT(unit_ids("điểm a khoản 2 Điều 5 của Luật Đất đai", &rest),
              ElementsAre("art_5__clause_2__point_a"));
  EXPECT_EQ(rest, "luật đất đai");
  EXPECT_THAT(unit_ids("khoản 2, Điều 12a"), ElementsAre("art_12a__clause_2"));
  EXPECT_THAT(unit_ids("diem d khoan 1 dieu 3"),
              ElementsAre("art_3__clause_1__point_d", "art_3__clause_1__point_đ"));
  EXPECT_THAT(unit_ids("điểm d khoản 1 Điều 3"), ElementsAre("art_3__clause_1__point_d"));
  EXPECT_THAT(unit_ids("Mục 1 Chương II"), ElementsAre("chp_2__sec_1"));
  EXPECT_THAT(unit_ids("att_1__art_5"), ElementsAre("att_1__art_5"));
  EXPECT_THAT(unit_ids("luật đất đai"), IsEmpty());
  EXPECT_THAT(unit_ids(""), IsEmpty());
}

TEST(CitedTest, ReadsDocuments) {
  EXPECT_THAT(cited_values("khoản 2 Điều 5 Nghị định số 34/2016/NĐ-CP", lexicon()),
              ElementsAre("34/2016/nd-cp#art_5__clause_2"));
  EXPECT_THAT(cited_values("Luật Đất đai", lexicon()),
              IsSupersetOf({"name:luật đất đai", "31/2024/qh15", "45/2013/qh13"}));
  EXPECT_THAT(cited_values("luat dat dai", lexicon()),
              IsSupersetOf({"name:luật đất đai", "31/2024/qh15"}))
      << "without marks";
  const auto of_year = cited_values("Luật Đất đai năm 2013", lexicon());
  EXPECT_THAT(of_year, Contains("45/2013/qh13"));
  EXPECT_THAT(of_year, Not(Contains("31/2024/qh15")));
  EXPECT_THAT(cited_values("", lexicon()), IsEmpty());
}

TEST(CitedTest, ReferencesHaveTheValuesThatAreAskedFor) {
  Reference reference;
  reference.document = "name:luật đất đai|2013";
  reference.provision = "art_5__clause_2";
  reference.versions = {"45/2013/QH13"};
  const auto values = cited_values(reference, "1/2025/NĐ-CP");
  for (const char* words : {"Luật Đất đai", "Điều 5 Luật Đất đai",
                            "khoản 2 Điều 5 Luật Đất đai 2013", "45/2013/QH13"}) {
    bool found = false;
    for (const std::string& value : cited_values(words, lexicon())) {
      found = found || std::find(values.begin(), values.end(), value) != values.end();
    }
    EXPECT_TRUE(found) << words;
  }
  Reference own;
  own.document = "this";
  EXPECT_THAT(cited_values(own, "1/2025/NĐ-CP"), IsEmpty()) << "every law cites itself";
  own.provision = "art_5";
  EXPECT_THAT(cited_values(own, "1/2025/NĐ-CP"), ElementsAre("1/2025/nd-cp#art_5"));
}

TEST(TermFormTest, SpellingsOfOneWordMeet) {
  EXPECT_EQ(term_form("kĩ"), term_form("kỹ"));
  EXPECT_EQ(term_form("lí"), "lý");
  EXPECT_EQ(term_form("quí"), "quý");
  EXPECT_EQ(term_form("luỹ"), "lũy");
  EXPECT_EQ(term_form("08"), "8");
  EXPECT_EQ(term_form("000"), "0");
  for (const char* other : {"thi", "vi", "ngoài", "tái", "quỹ", "i", "năm", "08a"}) {
    EXPECT_EQ(term_form(other), other);
  }
}

}  // namespace
}  // namespace rasoat
