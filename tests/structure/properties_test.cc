// What holds of every tree, whatever the text.
#include <gtest/gtest.h>

#include <random>
#include <string>

#include "structure/parsed_text.h"
#include "support/shared_data.h"
#include "support/soundness.h"

namespace rasoat {
namespace {

void expect_sound(const testing::ParsedText& parsed, const std::string& what) {
  EXPECT_EQ(testing::fault_of(parsed.document, parsed.text), "") << what;
}

const char* const kPieces[] = {"Điều 1. Phạm vi",
                               "Điều 2. Quyết định này có hiệu lực.",
                               "Điều 3. Sửa đổi khoản 2 như sau:",
                               "1. Một.",
                               "2. Hai:",
                               "3. Ba",
                               "a) Thứ nhất;",
                               "b) Thứ hai;",
                               "d) Thứ tư;",
                               "d) Thứ năm;",
                               "đ) Thứ sáu;",
                               "1.1. Con",
                               "1.2. Con hai",
                               "I. MỤC ĐÍCH",
                               "II. NỘI DUNG",
                               "A. CHUNG",
                               "Chương I",
                               "QUY ĐỊNH CHUNG",
                               "Mục 1",
                               "“2. Mới",
                               "”.",
                               "\"4. Mới nữa\".",
                               "QUY CHẾ",
                               "(Ban hành kèm theo Quyết định số 1/QĐ-UBND)",
                               "Phụ lục I",
                               "Nơi nhận:",
                               "- Như trên;",
                               "TM. ỦY BAN NHÂN DÂN",
                               "",
                               "Mẫu số 01",
                               "Điều 12a. Chèn",
                               "Phần thứ nhất",
                               "Điều 1",
                               "- gạch đầu dòng",
                               "Căn cứ Luật Đất đai;",
                               "QUYẾT ĐỊNH:",
                               "Số: 01/2024/QĐ-UBND",
                               "như sau: “3. Trong dòng",
                               "như sau: [Ghi chú] “3. Trong dòng",
                               "Điều 4. Bến 1. Chủ bến lập sổ.",
                               "2. Gồm: a) Đơn; b) Ảnh; c) Sổ.",
                               "a) Đơn; b) Ảnh.",
                               "(a) Đơn",
                               "(b) Ảnh",
                               "b. Ảnh",
                               "1- Một",
                               "2.16 Hai",
                               "[3] 3. Ba",
                               "[Ghi chú] 4.",
                               "3. (được bãi bỏ) 4.[5] (được bãi bỏ)",
                               "1 Trường hợp khác.",
                               "Điều7. Bảy",
                               "Phụ lục II3",
                               "Điều 9. Chín như sau:",
                               "„3. Ba“.",
                               "“Chương II",
                               "…",
                               "\xFF\xFE"};

TEST(StructureProperties, EveryShuffleOfLinesGivesASoundTree) {
  std::mt19937 random(20251127);
  for (int round = 0; round < 400; ++round) {
    std::string text;
    const int lines = 3 + static_cast<int>(random() % 60);
    for (int i = 0; i < lines; ++i)
      text += std::string(kPieces[random() % std::size(kPieces)]) + "\n";
    expect_sound(testing::parse(text, round % 2 == 0), "round " + std::to_string(round));
  }
}

TEST(StructureProperties, LongTextsOfOneKindOfLineEnd) {
  for (const char* piece : {"1. x\n", "a) x\n", "Điều 1. x\n", "“1. như sau:\n", "1.1. x\n",
                            "Phụ lục I\n", "như sau:\n“\n", "Chương I\n", "QUY CHẾ\n"}) {
    std::string text = "Điều 1. Mở đầu\n";
    while (text.size() < 400'000) text += piece;
    const auto parsed = testing::parse(text);
    EXPECT_GE(parsed.document.provisions.size(), 1u) << piece;
  }
}

TEST(StructureProperties, RealTextsGiveSoundTrees) {
  RASOAT_NEEDS_SHARED_DATA();
  const auto files = testing::files_below(testing::shared_dir() / "data/documents", ".txt");
  ASSERT_FALSE(files.empty());
  for (const auto& path : files) {
    const std::string content = testing::read_file(path);
    expect_sound(testing::parse(content, true), path.filename().string());
    expect_sound(testing::parse(content.substr(0, content.size() / 3), true),
                 path.filename().string() + " cut");
  }
}

}  // namespace
}  // namespace rasoat
