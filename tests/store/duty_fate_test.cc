#include "store/duty_fate.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace rasoat {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const Date kOn = *Date::make(2026, 1, 5);

DutyRow duty(std::string provision, std::string agency = "ubnd:huyen") {
  DutyRow out;
  out.document.id = "luat_1";
  out.document.date = Date::make(2019, 3, 2);
  out.provision.id = std::move(provision);
  out.agency = std::move(agency);
  return out;
}

TransferRow transfer(std::string unit, std::string from, std::string to = "ubnd:xa") {
  TransferRow out;
  out.document.id = "nghi-dinh_2";
  out.document.date = Date::make(2025, 6, 12);
  out.target.emplace();
  out.target->id = "luat_1";
  out.target_provision = std::move(unit);
  out.from = std::move(from);
  out.to = std::move(to);
  return out;
}

// "transfer:fit:certain" of each move.
std::vector<std::string> moves(const DutyRow& row, const std::vector<TransferRow>& transfers,
                               Date on = kOn) {
  const DutyFate fate = duty_fates({row}, transfers, on, Lexicon::builtin()).at(0);
  std::vector<std::string> out;
  for (const DutyMove& move : fate.moves) {
    out.push_back(std::to_string(move.transfer) + ":" + std::string(name_of(move.fit)) +
                  (move.certain ? ":certain" : ":likely"));
  }
  return out;
}

TEST(DutyFates, TellsWhichBodiesHaveEndedAndWhoFollowsThem) {
  const auto fates =
      duty_fates({duty("art_1"), duty("art_1", "ubnd:xa"), duty("art_1", "bo-noi-vu"),
                  duty("art_1", "bo-ke-hoach-va-dau-tu")},
                 {}, kOn, Lexicon::builtin());
  ASSERT_TRUE(fates[0].end);
  EXPECT_EQ(fates[0].end->end, Date::make(2025, 7, 1));
  EXPECT_EQ(fates[0].end->instrument, "72/2025/QH15");
  EXPECT_THAT(fates[0].heir_names, IsEmpty()) << "each decree moves its tasks one by one";
  EXPECT_FALSE(fates[1].end);
  EXPECT_FALSE(fates[2].end);
  ASSERT_TRUE(fates[3].end);
  EXPECT_THAT(fates[3].heir_names, ElementsAre("Bộ Tài chính"));
  const DutyFate before =
      duty_fates({duty("art_1")}, {}, *Date::make(2025, 6, 30), Lexicon::builtin()).at(0);
  EXPECT_FALSE(before.end) << "the day before, it stood";
}

TEST(DutyFates, TakesTheTransferThatFitsClosest) {
  const std::vector<TransferRow> all = {
      transfer("art_4", "ubnd:huyen"), transfer("art_4__clause_1", "ubnd:huyen"),
      transfer("art_4__clause_1__point_a", "ubnd:huyen", "ubnd:tinh"),
      transfer("art_40", "ubnd:huyen")};
  EXPECT_THAT(moves(duty("art_4__clause_1__point_a"), all), ElementsAre("2:same:certain"));
  EXPECT_THAT(moves(duty("art_4__clause_1__point_b"), all), ElementsAre("1:wider:likely"));
  EXPECT_THAT(moves(duty("art_4__clause_1"), all), ElementsAre("1:same:certain"));
  EXPECT_THAT(moves(duty("art_4__clause_9"), all), ElementsAre("0:wider:likely"));
  EXPECT_THAT(moves(duty("art_5"), all), IsEmpty());
  EXPECT_THAT(moves(duty("art_4"), {all[1], all[2], all[3]}),
              ElementsAre("0:part:likely", "1:part:likely"));
}

TEST(DutyFates, WantsTheSameFormerHolder) {
  const std::vector<TransferRow> others = {transfer("art_4", "chu-tich-ubnd:huyen")};
  EXPECT_THAT(moves(duty("art_4"), others), IsEmpty()) << "a chairman is not his committee";
  EXPECT_THAT(moves(duty("art_4", "ubnd:xa"), {transfer("art_4", "ubnd:xa")}), IsEmpty())
      << "a body that stands keeps its tasks in this list";

  TransferRow unnamed = transfer("art_4", "");
  EXPECT_THAT(moves(duty("art_4"), {unnamed}), IsEmpty()) << "nobody there has ended";
  unnamed.former = {"ubnd:huyen"};
  EXPECT_THAT(moves(duty("art_4"), {unnamed}), ElementsAre("0:same:certain"));
  unnamed.to = "chu-tich-ubnd:xa";
  EXPECT_THAT(moves(duty("art_4"), {unnamed}), ElementsAre("0:same:certain"));
  unnamed.to = "hdnd:xa";
  EXPECT_THAT(moves(duty("art_4"), {unnamed}), ElementsAre("0:same:likely"))
      << "a council does not do what a committee did";
  unnamed.to = "ubnd:xa";
  unnamed.former = {"phong-noi-vu", "ubnd:huyen"};
  EXPECT_THAT(moves(duty("art_4"), {unnamed}), ElementsAre("0:same:likely"))
      << "which of the two tasks is moved, only the words tell";
}

TEST(DutyFates, ShowsSeveralHolders) {
  EXPECT_THAT(moves(duty("art_4"), {transfer("art_4", "ubnd:huyen", "ubnd:xa"),
                                    transfer("art_4", "ubnd:huyen", "ubnd:tinh")}),
              ElementsAre("0:same:likely", "1:same:likely"));
}

TEST(DutyFates, TakesNoTransferOfAnotherTimeOrPlace) {
  TransferRow row = transfer("art_4", "ubnd:huyen");
  row.document.date = Date::make(2026, 2, 1);
  EXPECT_THAT(moves(duty("art_4"), {row}), IsEmpty()) << "after the day asked for";
  row.document.date = Date::make(2018, 2, 1);
  EXPECT_THAT(moves(duty("art_4"), {row}), IsEmpty()) << "before the task was given";
  row = transfer("art_4", "ubnd:huyen");
  row.target->id = "luat_9";
  EXPECT_THAT(moves(duty("art_4"), {row}), IsEmpty());
  EXPECT_THAT(moves(duty("art_4"), {transfer("", "ubnd:huyen")}), IsEmpty()) << "unit not held";
}

// Whatever the ids, a move names a unit on the path of the duty's provision.
TEST(DutyFates, MovesLieOnThePathOfTheProvision) {
  std::vector<std::string> ids;
  for (const char* article : {"art_1", "art_10", "att_1__art_1"}) {
    ids.emplace_back(article);
    for (const char* clause : {"__clause_1", "__clause_10", "__clause_1a"}) {
      ids.push_back(std::string(article) + clause);
      ids.push_back(ids.back() + "__point_a");
    }
  }
  std::vector<TransferRow> transfers;
  for (const std::string& id : ids) transfers.push_back(transfer(id, "ubnd:huyen"));
  for (const std::string& id : ids) {
    const DutyFate all = duty_fates({duty(id)}, transfers, kOn, Lexicon::builtin()).at(0);
    ASSERT_EQ(all.moves.size(), 1u) << id;
    EXPECT_EQ(transfers[all.moves[0].transfer].target_provision, id);
    std::vector<TransferRow> rest = transfers;
    std::erase_if(rest, [&](const TransferRow& row) { return row.target_provision == id; });
    const DutyFate around = duty_fates({duty(id)}, rest, kOn, Lexicon::builtin()).at(0);
    for (const DutyMove& move : around.moves) {
      const std::string& unit = rest[move.transfer].target_provision;
      const bool above = id.starts_with(unit + "__");
      const bool below = unit.starts_with(id + "__");
      EXPECT_TRUE(above || below) << id << " " << unit;
      EXPECT_EQ(move.fit, above ? UnitFit::kWider : UnitFit::kPart);
    }
  }
}

}  // namespace
}  // namespace rasoat
