#include "structure/provision_words.h"

#include <gtest/gtest.h>

namespace rasoat {
namespace {

TEST(ProvisionWordsTest, NamesIdsAsOfficersDo) {
  struct Row {
    const char* id;
    const char* words;
    const char* reason;
  };
  for (const Row& row : {
           Row{"art_5__clause_2__point_đ", "điểm đ khoản 2 Điều 5", "đ is no d"},
           Row{"art_12a", "Điều 12a", "an inserted article"},
           Row{"chp_2__sec_1", "Mục 1 Chương II", "chapters count in Roman numbers"},
           Row{"chp_2__sec_1__subsec_3", "Tiểu mục 3 Mục 1 Chương II", "the lowest first"},
           Row{"sec_2__clause_4__clause_4-1__point_a", "điểm a khoản 4.1 Mục II", "a plan"},
           Row{"sec_a", "Mục A", "a plan that counts in letters"},
           Row{"clause_4__clause_4-1__clause_4-1-2", "khoản 4.1.2", "a plan without I."},
           Row{"att_1__art_5__clause_2", "khoản 2 Điều 5 văn bản ban hành kèm theo", "attached"},
           Row{"annex_2", "Phụ lục II", "annexes count in Roman numbers"},
           Row{"title", "tên văn bản", "the title"},
           Row{"xyz_1", "xyz_1", "an unknown unit is not hidden"},
           Row{"", "", "the whole document"},
       }) {
    EXPECT_EQ(provision_in_words(row.id), row.words) << row.reason;
  }
}

TEST(ProvisionWordsTest, TellsWhatLiesBelow) {
  EXPECT_TRUE(is_within("art_4__clause_1", "art_4"));
  EXPECT_TRUE(is_within("art_4", "art_4"));
  EXPECT_TRUE(is_within("art_4", ""));
  EXPECT_FALSE(is_within("art_4", "art_4__clause_1"));
  EXPECT_FALSE(is_within("art_45", "art_4"));
  EXPECT_FALSE(is_within("art_4a", "art_4"));
}

TEST(ProvisionWordsTest, TakesTypeAndLabelsFromTheDocument) {
  Document document;
  document.components.resize(2);
  document.components[1].type = "Quy chế";
  Provision clause;
  clause.id = "att_1__art_5__clause_2";
  clause.level = Level::kClause;
  clause.component = 1;
  Provision annex;
  annex.id = "annex_1";
  annex.level = Level::kAnnex;
  annex.label = "Phụ lục 01";
  document.provisions = {clause, annex};
  EXPECT_EQ(provision_in_words(document, 0), "khoản 2 Điều 5 Quy chế ban hành kèm theo");
  EXPECT_EQ(provision_in_words(document, 1), "Phụ lục 01") << "as printed";
}

}  // namespace
}  // namespace rasoat
