#include "ingest/read_text.h"

#include <string>
#include <string_view>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace rasoat {
namespace {

using namespace std::string_view_literals;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::vector<std::string> lines_of(std::string_view content) {
  const Result<RawText> text = read_text(content, {});
  std::vector<std::string> out;
  if (!text) return {std::string(error_code_name(text.error().code))};
  for (const RawLine& line : text->lines) out.push_back(line.text);
  return out;
}

TEST(ReadText, DecodesUnicode) {
  EXPECT_THAT(lines_of("Điều 1\nKhoản 2"), ElementsAre("Điều 1", "Khoản 2"));
  EXPECT_THAT(lines_of("\xEF\xBB\xBFĐiều 1"), ElementsAre("Điều 1"));
  EXPECT_THAT(lines_of("\xFF\xFE\x10\x01i\0\n\0\xC1\x1E"sv), ElementsAre("Đi", "ề"));
  EXPECT_THAT(lines_of("\xFE\xFF\x01\x10\0i"sv), ElementsAre("Đi"));
}

TEST(ReadText, EndsLinesAsAnySystemDoes) {
  EXPECT_THAT(lines_of("a\r\nb\rc\fd\n\ne"), ElementsAre("a", "b", "c", "d", "", "e"));
}

TEST(ReadText, KeepsAFewDamagedBytes) {
  const std::string good = "Điều này có hiệu lực từ ngày ký, được đăng Công báo";
  EXPECT_THAT(lines_of(good + "\xC3"), ElementsAre(good + "\xC3"));
}

TEST(ReadText, RefusesEncodingsOfOneByteByName) {
  // "Chính phủ ban hành Nghị định về việc" in the bytes of .VnTime and of VNI-Times.
  const Result<RawText> abc = read_text(
      "Ch\xDDnh ph\xF1 ban h\xB5nh Ngh\xDE \xAE\xDEnh v\xD2 vi\xD6 qu\xB6n l\xFD \xAE\xCAt", {});
  ASSERT_FALSE(abc);
  EXPECT_EQ(abc.error().code, ErrorCode::kLegacyEncoding);
  EXPECT_THAT(abc.error().message, HasSubstr("TCVN3"));
  const Result<RawText> vni = read_text(
      "Ch\xEDnh phu\xFB ban ha\xF8nh Ngh\xF2 \xF1\xF2nh ve\xE0 vie\xE4"
      "c qua\xFBn ly\xF9 \xF1"
      "a\xE1t",
      {});
  ASSERT_FALSE(vni);
  EXPECT_THAT(vni.error().message, HasSubstr("VNI"));
}

TEST(ReadText, RefusesTextOverTheLimit) {
  IngestLimits limits;
  limits.max_text_bytes = 3;
  const Result<RawText> text = read_text("abcd", limits);
  ASSERT_FALSE(text);
  EXPECT_EQ(text.error().code, ErrorCode::kTooLarge);
}

}  // namespace
}  // namespace rasoat
