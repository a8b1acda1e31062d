#include "authority/duty_parts.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <string_view>

namespace rasoat {
namespace {

struct Case {
  const char* sentence;
  const char* agent;  // empty: named above the sentence
  const char* actions;
  const char* verbs;
  const char* object;
  const char* condition;
  const char* exception;
};

std::ostream& operator<<(std::ostream& out, const Case& one) { return out << one.sentence; }

class DutyPartsTest : public ::testing::TestWithParam<Case> {};

TEST_P(DutyPartsTest, TellsWhatIsDoneOnWhichCondition) {
  const Case& one = GetParam();
  constexpr uint32_t kBase = 700;  // sentences stand somewhere in a text
  const std::string_view sentence = one.sentence, agent = one.agent;
  LeadClaim claim;
  claim.quote = {kBase, kBase + static_cast<uint32_t>(sentence.size())};
  if (!agent.empty()) {
    const auto at = static_cast<uint32_t>(sentence.find(agent));
    claim.agent = {kBase + at, kBase + at + static_cast<uint32_t>(agent.size())};
  }
  const auto& reader = Lexicon::builtin().derived<DutyPartsReader>();
  const DutyParts parts = reader.read(claim, {&claim, 1}, sentence);
  std::string actions;
  for (const Action* action : parts.actions) actions += (actions.empty() ? "" : " ") + action->key;
  EXPECT_EQ(actions, one.actions);
  EXPECT_EQ(parts.verbs.of(sentence), one.verbs);
  EXPECT_EQ(parts.object.of(sentence), one.object);
  EXPECT_EQ(parts.condition.of(sentence), one.condition);
  EXPECT_EQ(parts.exception.of(sentence), one.exception);
}

INSTANTIATE_TEST_SUITE_P(
    Sentences, DutyPartsTest,
    ::testing::Values(
        Case{"Ủy ban nhân dân cấp xã quyết định mở bến đò.", "Ủy ban nhân dân cấp xã", "decide",
             "quyết định", "mở bến đò", "", ""},
        Case{
            "Sở Xây dựng có trách nhiệm tổ chức thẩm định, phê duyệt phương án bến; bến trưởng giữ "
            "sổ.",
            "Sở Xây dựng", "appraise decide", "thẩm định, phê duyệt", "phương án bến", "", ""},
        Case{"Tổ chức việc trông coi bến đò.", "", "organise", "Tổ chức", "việc trông coi bến đò",
             "", ""},
        Case{"Trường hợp nước lớn, Ủy ban nhân dân cấp xã thông báo cho chủ đò biết.",
             "Ủy ban nhân dân cấp xã", "report", "thông báo", "cho chủ đò biết",
             "Trường hợp nước lớn", ""},
        Case{"Phòng Giao thông cấp giấy phép mở bến nếu bến có phao, trừ trường hợp bến tạm.",
             "Phòng Giao thông", "license", "cấp giấy", "phép mở bến", "nếu bến có phao",
             "trừ trường hợp bến tạm"},
        Case{"Sở Xây dựng kiểm tra bến (trừ bến trong khu quân sự) hai lần trong năm.",
             "Sở Xây dựng", "inspect", "kiểm tra", "bến", "", "trừ bến trong khu quân sự"},
        Case{"Sở Xây dựng, tổ chức mở bến chịu trách nhiệm thi hành Quy chế này.", "Sở Xây dựng",
             "", "", "", "", ""},
        Case{"Khi nước lớn, kiểm tra bến đò.", "", "inspect", "kiểm tra", "bến đò", "Khi nước lớn",
             ""},
        Case{"Hồ sơ mở bến do Ủy ban nhân dân cấp xã tiếp nhận.", "Ủy ban nhân dân cấp xã",
             "receive", "tiếp nhận", "", "", ""},
        Case{"Ủy ban nhân dân cấp xã giữ gìn bến đò khi đông người.", "Ủy ban nhân dân cấp xã", "",
             "", "", "", ""},
        Case{"", "", "", "", "", "", ""}));

TEST(DutyPartsReader, FindsAnActionByKeyAndName) {
  const auto& reader = Lexicon::builtin().derived<DutyPartsReader>();
  ASSERT_NE(reader.find("decide"), nullptr);
  EXPECT_EQ(reader.find("Quyết định"), reader.find("decide"));
  EXPECT_EQ(reader.find("trông đò"), nullptr);
}

}  // namespace
}  // namespace rasoat
