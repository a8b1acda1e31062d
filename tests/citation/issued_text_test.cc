#include "citation/issued_text.h"

#include <gmock/gmock.h>

#include "citation/support.h"

namespace rasoat {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr std::string_view kHead =
    "BỘ GIAO THÔNG VẬN TẢI\n"
    "Số: 07/2018/TT-BGTVT\n"
    "Hà Nội, ngày 12 tháng 3 năm 2018\n"
    "THÔNG TƯ\n"
    "Quy định về bến đò\n";
constexpr std::string_view kEnd =
    "Nơi nhận:\n"
    "- Các sở;\n"
    "BỘ TRƯỞNG\n"
    "Trần Văn Bến\n";

std::vector<std::string> doubts_of(const std::string& text) {
  const testing::FoundReferences found = testing::find_in(text);
  std::vector<std::string> out;
  for (const Diagnostic& doubt :
       doubts_of_issued_text(found.text, found.document, found.references, Lexicon::builtin())) {
    out.push_back(doubt.code);
  }
  return out;
}

std::string circular(std::string_view body, std::string_view end = kEnd) {
  return std::string(kHead) + std::string(body) + std::string(end);
}

TEST(IssuedText, WholeTextHasNoDoubts) {
  EXPECT_THAT(doubts_of(circular("Điều 1. Phạm vi\n1. Bến đò theo Thông tư số 09/2017/TT-BGTVT.\n"
                                 "Điều 2. Hiệu lực\nThông tư này có hiệu lực từ ngày ký.\n")),
              IsEmpty());
}

TEST(IssuedText, CitesWhatCameLater) {
  EXPECT_THAT(doubts_of(circular("Điều 1. Phạm vi\nBến đò theo Thông tư số 09/2021/TT-BGTVT.\n")),
              ElementsAre("updated-text"));
}

TEST(IssuedText, SameYearIsNotLater) {
  EXPECT_THAT(doubts_of(circular("Điều 1. Phạm vi\nBến đò theo Thông tư số 09/2018/TT-BGTVT.\n")),
              IsEmpty());
}

TEST(IssuedText, HasInsertedUnits) {
  EXPECT_THAT(doubts_of(circular("Điều 1. Phạm vi\nBến đò.\nĐiều 1a. Đối tượng\nChủ bến.\n")),
              ElementsAre("updated-text"));
}

TEST(IssuedText, HasNotesOfAPortal) {
  EXPECT_THAT(doubts_of(circular("Điều 1. Phạm vi\nBến đò.\n[Điều này được sửa đổi bởi khoản 2 "
                                 "Điều 1 Thông tư 09/2018/TT-BGTVT]\n")),
              ElementsAre("updated-text"));
}

TEST(IssuedText, EndIsMissing) {
  EXPECT_THAT(doubts_of(circular("Điều 1. Phạm vi\nBến đò.\n", "")), ElementsAre("end-not-seen"));
}

TEST(IssuedText, LastArticleOnEffectIsAnEnd) {
  EXPECT_THAT(doubts_of(circular("Điều 1. Phạm vi\nBến đò.\nĐiều 2. Hiệu lực thi hành\nThông tư "
                                 "này có hiệu lực từ ngày ký.\n",
                                 "")),
              IsEmpty());
}

TEST(IssuedText, EndOfALaw) {
  EXPECT_THAT(doubts_of("QUỐC HỘI\nLuật số: 71/2018/QH14\nLUẬT\nBẾN ĐÒ\nĐiều 1. Phạm vi\nBến đò.\n"
                        "Luật này được Quốc hội thông qua ngày 12 tháng 6 năm 2018.\n"
                        "CHỦ TỊCH QUỐC HỘI Trần Thị Bến\n"),
              IsEmpty());
}

}  // namespace
}  // namespace rasoat
