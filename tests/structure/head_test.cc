#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "structure/parsed_text.h"

namespace rasoat {
namespace {

constexpr const char* kArticles =
    "\nĐiều 1. Phạm vi điều chỉnh\n\nVăn bản này quy định về bến đò ngang.\n\n"
    "Điều 2. Đối tượng áp dụng\n\nVăn bản này áp dụng đối với chủ bến.\n\n";

// Of a text with this above its articles, and this below.
DocumentHead head_of(std::string_view above, std::string_view below = {}) {
  std::string text(above);
  text += kArticles;
  text += below;
  return testing::parse(text, true).document.head;
}

TEST(HeadTest, TheNumberMayStandOnTheNextLine) {
  const DocumentHead head = head_of(
      "Nghị định 4230/2025/NĐ-CP\nCHÍNH PHỦ --------\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT "
      "NAM\nSố:\n4230/2025/NĐ-CP Hà Nội, ngày 19 tháng 8 năm 2025\n\nNGHỊ ĐỊNH\n"
      "Quy định về bến đò\n");
  EXPECT_EQ(head.number, "4230/2025/NĐ-CP");
  EXPECT_EQ(head.type, "Nghị định");
}

TEST(HeadTest, APortalsNoteIsNoPartOfTypeAndTitle) {
  const DocumentHead head = head_of(
      "QUỐC HỘI\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nSố: 952/2014/QH13\n\nLUẬT "
      "[Luật này được hướng dẫn bởi Nghị định số 1/2015/NĐ-CP] BẾN ĐÒ [Luật này được hướng "
      "dẫn bởi Nghị định số 1/2015/NĐ-CP]\n\nCăn cứ Hiến pháp;\n");
  EXPECT_EQ(head.type, "Luật");
  EXPECT_EQ(head.title, "BẾN ĐÒ");
}

TEST(HeadTest, ANoteMayStandBeforeTheType) {
  const DocumentHead head = head_of("Số: 8/2025/QĐ-UBND\n\n[1] QUYẾT ĐỊNH VỀ BẾN ĐÒ\n");
  EXPECT_EQ(head.type, "Quyết định");
  EXPECT_EQ(head.title, "VỀ BẾN ĐÒ");
}

TEST(HeadTest, AFootnotesMarkIsNoPartOfTheType) {
  const DocumentHead head =
      head_of("CÔNG BÁO/Số 338/Ngày 19-06-2026\n\nNGHỊ ĐỊNH1\nQuy định về bến đò\n");
  EXPECT_EQ(head.type, "Nghị định");
  EXPECT_EQ(head.title, "Quy định về bến đò");
}

TEST(HeadTest, ThePortalsHeadingSaysWhatTheHeadLeavesOut) {
  const DocumentHead head = head_of(
      "Luật Bến đò năm 2005\nQUỐC HỘI --------\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập "
      "- Tự do - Hạnh phúc\nSố: 950/2005/QH11\nHà Nội, ngày 29 tháng 11 năm 2005 QUỐC HỘI "
      "NƯỚC CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM Khoá XI (Từ ngày 18 đến ngày 29) LUẬT BẾN "
      "ĐÒ\nCăn cứ Hiến pháp;\n");
  EXPECT_EQ(head.type, "Luật");
  EXPECT_EQ(head.number, "950/2005/QH11");
  EXPECT_EQ(head.title, "Bến đò");
}

TEST(HeadTest, AConsolidatedTextHasTheNumberOfItsConfirmation) {
  const DocumentHead head = head_of(
      "CÔNG BÁO/Số 347 + 348/Ngày 25-02-2025\n\nVĂN BẢN PHÁP LUẬT KHÁC\n\nVĂN BẢN HỢP NHẤT "
      "- BỘ XÂY DỰNG\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh "
      "phúc\n\nTHÔNG TƯ\nHướng dẫn quản lý bến đò\n\nThông tư số 932/2016/TT-BXD ngày 25 "
      "tháng 10 năm 2016 của Bộ trưởng Bộ Xây dựng hướng dẫn quản lý bến đò, được sửa đổi, bổ "
      "sung bởi:\n\nThông tư số 933/2018/TT-BXD ngày 12 tháng 10 năm 2018.\n",
      "BỘ XÂY DỰNG\n\nXÁC THỰC VĂN BẢN HỢP NHẤT\n\nSố: 962/VBHN-BXD\n\nHà Nội, ngày 10 tháng 02 "
      "năm "
      "2025\n\nKT. BỘ TRƯỞNG\nTHỨ TRƯỞNG\n");
  EXPECT_EQ(head.number, "962/VBHN-BXD");
  EXPECT_EQ(head.type, "Văn bản hợp nhất");
  EXPECT_EQ(head.issuer, "Bộ Xây dựng");
  EXPECT_EQ(head.title, "Hướng dẫn quản lý bến đò");
  ASSERT_TRUE(head.date);
  EXPECT_EQ(head.date->iso(), "2025-02-10");
}

TEST(HeadTest, TheNumberMayStandAboveTheConfirmation) {
  const DocumentHead head = head_of(
      "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nTHÔNG TƯ1\nQuy định về "
      "bến "
      "đò\n\nThông tư số 932/2016/TT-BXD ngày 25 tháng 10 năm 2016 của Bộ trưởng Bộ Xây dựng quy "
      "định về "
      "bến đò, được sửa đổi, bổ sung bởi:\n\nThông tư số 933/2018/TT-BXD ngày 12 tháng 10 năm "
      "2018.\n",
      "BỘ XÂY DỰNG\n\nSố: 963/VBHN-BXD\n\nXÁC THỰC VĂN BẢN HỢP NHẤT\n\nHà Nội, ngày 11 tháng 02 "
      "năm "
      "2025\n\nKT. BỘ TRƯỞNG\nTHỨ TRƯỞNG\n");
  EXPECT_EQ(head.number, "963/VBHN-BXD");
  EXPECT_EQ(head.issuer, "Bộ Xây dựng");
  ASSERT_TRUE(head.date);
  EXPECT_EQ(head.date->iso(), "2025-02-11");
}

TEST(HeadTest, TheIssuerIsWrittenAsInRunningText) {
  EXPECT_EQ(head_of("VĂN PHÒNG QUỐC HỘI\nSố: 97/VBHN-VPQH\n\nLUẬT\nBẾN ĐÒ\n").issuer,
            "Văn phòng Quốc hội");
  EXPECT_EQ(
      head_of("BỘ BẾN ĐÒ, CẦU PHÀ VÀ XÃ HỘI\nSố: 97/2014/TT-BBĐ\n\nTHÔNG TƯ\nVề bến\n").issuer,
      "Bộ Bến đò, Cầu phà và Xã hội");
}

TEST(HeadTest, ALetterheadMayFollowTheFirstPage) {
  const DocumentHead head = head_of(
      "CÔNG BÁO/Số 245/Ngày 23-04-2026\n\nNGHỊ ĐỊNH\nQuy định về bến đò\n\nCăn cứ Luật Tổ "
      "chức Chính phủ;\n\nChính phủ ban hành Nghị định quy định về bến đò.\n",
      "CHÍNH PHỦ\n\nSố: 935/2026/NĐ-CP\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nĐộc lập - Tự do - "
      "Hạnh "
      "phúc\n\nHà Nội, ngày 07 tháng 4 năm 2026\n\nĐiều 3. Hiệu lực\n\nVăn bản này có hiệu lực.\n");
  EXPECT_EQ(head.number, "935/2026/NĐ-CP");
  ASSERT_TRUE(head.date);
  EXPECT_EQ(head.date->iso(), "2026-04-07");
}

TEST(HeadTest, AFormsNumberIsNotTheDocuments) {
  const DocumentHead head = head_of(
      "NGHỊ ĐỊNH\nQuy định về bến đò\n",
      "Phụ lục\n\nỦY BAN NHÂN DÂN\n\nSố: 12/QĐ-UBND\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n");
  EXPECT_EQ(head.number, "");
}

}  // namespace
}  // namespace rasoat
