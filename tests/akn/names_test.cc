#include "akn/names.h"

#include <gtest/gtest.h>

#include "akn/eid.h"

namespace rasoat {
namespace {

DocumentNames names(NamedDocument document) { return document_names(document, Lexicon::builtin()); }

TEST(AknNames, AWholeHeadGivesBothNames) {
  const DocumentNames decree =
      names({"x", "Nghị định", "34/2016/NĐ-CP", "Chính phủ", Date{2016, 5, 14}});
  EXPECT_EQ(decree.akn, "/akn/vn/act/nghi-ddinh/chinh-phu/2016-05-14/34-2016-ndd-cp");
  EXPECT_EQ(decree.urn, "urn:lex:vn:chinh.phu:nghi.ddinh:2016-05-14;34-2016-ndd-cp");
  const DocumentNames law = names({"x", "Luật", "72/2025/QH15", "Quốc hội", Date{2025, 6, 16}});
  EXPECT_EQ(law.akn, "/akn/vn/act/luat/quoc-hoi/2025-06-16/72-2025-qh15");
  EXPECT_EQ(law.urn, "urn:lex:vn:quoc.hoi:luat:2025-06-16;72-2025-qh15");
}

TEST(AknNames, AdministrativePapersAreNoActs) {
  EXPECT_EQ(names({"x", "Kế hoạch", "9/KH-UBND", "Bộ Nội vụ", Date{2025, 4, 3}}).akn,
            "/akn/vn/doc/ke-hoach/bo-noi-vu/2025-04-03/9-kh-ubnd");
}

TEST(AknNames, AProvinceIsAUnitOfTheJurisdictionAndAnotherOneOnceEnlarged) {
  const std::string issuer = "Ủy ban nhân dân tỉnh Đắk Lắk";
  EXPECT_EQ(names({"x", "Quyết định", "055/2025/QĐ-UBND", issuer, Date{2025, 12, 30}}).urn,
            "urn:lex:vn;ddak.lak.2025:uy.ban.nhan.dan:quyet.ddinh:2025-12-30;055-2025-qdd-ubnd");
  EXPECT_EQ(names({"x", "Quyết định", "5/2024/QĐ-UBND", issuer, Date{2024, 12, 30}}).urn,
            "urn:lex:vn;ddak.lak:uy.ban.nhan.dan:quyet.ddinh:2024-12-30;5-2024-qdd-ubnd");
}

TEST(AknNames, WhatIsNotKnownIsClosedByTheHashOfTheText) {
  const DocumentNames bare = names({"1a2b3c4d", "", "", "", {}});
  EXPECT_EQ(bare.akn, "/akn/vn/doc/van-ban/0001-01-01/nn-1a2b3c4d");
  EXPECT_EQ(bare.urn, "urn:lex:vn:khong.ro:van.ban:0001-01-01;nn-1a2b3c4d");
  EXPECT_EQ(names({"luat_quoc-hoi_1a2b3c4d", "Luật", "", "Quốc hội", {}}).akn,
            "/akn/vn/act/luat/quoc-hoi/0001-01-01/nn-1a2b3c4d");
}

TEST(AknNames, WordsNameADocumentOnlyWithTypeNumberDateAndOneIssuer) {
  const auto named = [](const char* type, const char* number, const char* date) {
    Reference reference;
    reference.type = type;
    reference.document = number;
    reference.date = date;
    const auto found = names_from_words(reference, Lexicon::builtin());
    return found ? found->akn : std::string();
  };
  EXPECT_EQ(named("Thông tư", "7/2024/TT-BXD", "2024-03-02"),
            "/akn/vn/act/thong-tu/bo-xay-dung/2024-03-02/7-2024-tt-bxd");
  EXPECT_EQ(named("Luật", "9/2024/QH15", "2024-03-02"),
            "/akn/vn/act/luat/quoc-hoi/2024-03-02/9-2024-qh15");
  EXPECT_EQ(named("Thông tư", "7/2024/TT-BXD", ""), "");
  EXPECT_EQ(named("", "7/2024/TT-BXD", "2024-03-02"), "");
  EXPECT_EQ(named("Quyết định", "7/2024/QĐ-UBND", "2024-03-02"), "");
  EXPECT_EQ(named("Thông tư liên tịch", "7/2014/TTLT-BTP-BNV", "2014-03-02"), "");
  EXPECT_EQ(named("Luật", "name:luật thuyền", "2024-03-02"), "");
}

TEST(AknEid, LevelsHaveTheWordsOfTheStandard) {
  EXPECT_EQ(akn_eid("art_5__clause_2a__point_đ"), "art_5__para_2a__point_đ");
  EXPECT_EQ(akn_eid("att_1__art_12a"), "att_1__art_12a");
  EXPECT_EQ(akn_eid("sec_2__clause_4__clause_4-1__clause_4-1-1__point_a"),
            "sec_2__para_4__subpara_4-1__subpara_4-1-1__point_a");
  EXPECT_EQ(akn_eid("chp_2__sec_1__subsec_3"), "chp_2__sec_1__subsec_3");
  EXPECT_EQ(akn_eid("annex"), "annex");
}

}  // namespace
}  // namespace rasoat
