#include "authority/agency.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace rasoat {
namespace {

using ::testing::ElementsAre;

std::vector<std::string> keys(std::string_view words, std::optional<Date> on = {}) {
  return agency_keys_from_words(words, Lexicon::builtin(), on);
}

struct KeysRow {
  const char* words;
  std::vector<std::string> keys;
  const char* reason;
};

TEST(AgencyKeysFromWords, GivesOneKeyForEverySpellingOfABody) {
  const KeysRow rows[] = {
      {"UBND huyện", {"ubnd:huyen"}, "abbreviation and unit word"},
      {"UBND cấp huyện", {"ubnd:huyen"}, "level word"},
      {"uy ban nhan dan cap huyen", {"ubnd:huyen"}, "no marks at all"},
      {"Uỷ ban nhân dân huyện, quận, thị xã", {"ubnd:huyen"}, "old tone placement, list of units"},
      {"ủy ban nhân dân quận", {"ubnd:huyen"}, "lower case"},
      {"ỦY BAN NHÂN DÂN CẤP HUYỆN", {"ubnd:huyen"}, "capitals"},
      {"ubnd:huyen", {"ubnd:huyen"}, "the key itself"},
      {"UBND huyện, quận, thị xã, thành phố thuộc tỉnh", {"ubnd:huyen"}, "all units of the level"},
      {"ubnd các xã, phường, thị trấn", {"ubnd:xa"}, "quantifier"},
      {"ubnd tinh dak lak", {"ubnd:tinh"}, "a name after the unit, without marks"},
      {"chu tich ubnd xa", {"chu-tich-ubnd:xa"}, "head of the body"},
      {"Chủ tịch huyện", {"chu-tich-ubnd:huyen"}, "as people say it"},
      {"so tu phap", {"so-tu-phap"}, "sector without marks"},
      {"so-tu-phap", {"so-tu-phap"}, "a key without level"},
      {"Sở Văn hóa, Thể thao và Du lịch", {"so-van-hoa-the-thao-va-du-lich"}, "commas in a name"},
      {"Sở VHTTDL", {"so-van-hoa-the-thao-va-du-lich"}, "abbreviated sector"},
      {"Giám đốc Sở NN&PTNT", {"giam-doc-so-nong-nghiep-va-phat-trien-nong-thon"}, "ampersand"},
      {"bộ trưởng bộ y tế", {"bo-truong-bo-y-te"}, "leader and ministry in lower case"},
      {"Phòng Lao động - Thương binh và Xã hội",
       {"phong-lao-dong-thuong-binh-va-xa-hoi"},
       "a dash in a name"},
      {"trưởng phòng tư pháp", {"truong-phong-tu-phap"}, "leader of a phòng"},
      {"cơ quan chuyên môn thuộc UBND huyện", {"co-quan-chuyen-mon:huyen"}, "level of the owner"},
      {"Văn phòng HĐND và UBND xã", {"van-phong-hdnd-ubnd:xa"}, "one body, not two"},
      {"chánh văn phòng ubnd tỉnh", {"chanh-van-phong-ubnd:tinh"}, "leader of an office"},
      {"UBND thành phố Huế", {"ubnd:tinh"}, "a city under the centre"},
      {"UBND thành phố Vinh", {"ubnd:huyen"}, "a city of a province"},
      {"thu tuong", {"thu-tuong"}, "no marks"},
      {"các sở, ban, ngành", {"so-ban-nganh"}, "a class of bodies"},
      {"Cục An toàn thực phẩm", {"cuc-an-toan-thuc-pham"}, "no table holds it"},
      {"HĐND, UBND cấp huyện", {"hdnd:huyen", "ubnd:huyen"}, "the level stands for both"},
      {"Chủ tịch UBND cấp huyện, cấp xã",
       {"chu-tich-ubnd:huyen", "chu-tich-ubnd:xa"},
       "two levels in one phrase"},
      {"con mèo", {}, "names no body"},
      {"", {}, "empty"},
  };
  for (const KeysRow& row : rows)
    EXPECT_EQ(keys(row.words), row.keys) << row.words << ": " << row.reason;
}

TEST(AgencyKeysFromWords, LeavesTheLevelOpenWhereTheWordsDo) {
  EXPECT_THAT(keys("UBND"), ElementsAre("ubnd:tinh", "ubnd:huyen", "ubnd:xa"));
  EXPECT_THAT(keys("UBND các cấp", Date{2025, 11, 1}), ElementsAre("ubnd:tinh", "ubnd:xa"))
      << "no district level after 30 June 2025";
  EXPECT_THAT(keys("UBND các cấp", Date{2024, 11, 1}),
              ElementsAre("ubnd:tinh", "ubnd:huyen", "ubnd:xa"));
  EXPECT_THAT(keys("UBND thành phố"), ElementsAre("ubnd:tinh", "ubnd:huyen"))
      << "a city stands on either level";
}

TEST(AgencyKeysFromWords, SurvivesAnyInput) {
  for (const std::string& words :
       {std::string(100'000, 'a'), std::string(3, '\0'), std::string("UBND \xff\xfe huyện"),
        std::string(":::---"), std::string("-"), std::string("ubnd:")}) {
    keys(words);
  }
  std::string list;
  for (int i = 0; i < 2000; ++i) list += "UBND huyện, ";
  EXPECT_THAT(keys(list), ElementsAre("ubnd:huyen"));
}

TEST(AgencyDisplayName, IsReadableForAnyKey) {
  const auto name = [](std::string_view key) {
    return agency_display_name(key, Lexicon::builtin());
  };
  EXPECT_EQ(name("ubnd:huyen"), "Ủy ban nhân dân cấp huyện");
  EXPECT_EQ(name("chu-tich-ubnd:xa"), "Chủ tịch Ủy ban nhân dân cấp xã");
  EXPECT_EQ(name("so-tu-phap"), "Sở Tư pháp");
  EXPECT_EQ(name("giam-doc-so-van-hoa-the-thao-va-du-lich"),
            "Giám đốc Sở Văn hóa, Thể thao và Du lịch");
  EXPECT_EQ(name("chanh-van-phong-ubnd:tinh"), "Chánh Văn phòng Ủy ban nhân dân cấp tỉnh");
  EXPECT_EQ(name("thu-truong-co-quan-ngang-bo"), "Thủ trưởng cơ quan ngang bộ");
  EXPECT_EQ(name("cuc-hang-hai"), "Cục hang hai") << "the marks are not known";
  EXPECT_EQ(name("khong-co-trong-bang"), "Khong co trong bang");
}

TEST(AgencyLevel, IsInTheKeyOrGivenByTheBody) {
  const auto level = [](std::string_view key) { return level_of_agency(key, Lexicon::builtin()); };
  EXPECT_EQ(level("ubnd:huyen"), AdminLevel::kDistrict);
  EXPECT_EQ(level("so-tu-phap"), AdminLevel::kProvince);
  EXPECT_EQ(level("giam-doc-so-y-te"), AdminLevel::kProvince);
  EXPECT_EQ(level("bo-tu-phap"), AdminLevel::kCentral);
  EXPECT_EQ(level("phong-tu-phap"), AdminLevel::kDistrict);
  EXPECT_EQ(level("phong-van-hoa-xa-hoi"), AdminLevel::kNone) << "a phòng of communes today";
  EXPECT_EQ(level("cuc-an-toan-thuc-pham"), AdminLevel::kNone);
}

TEST(AgencyLevel, ReadsWhatUsersType) {
  for (const char* words : {"huyen", "huyện", "cấp huyện", "CAP HUYEN", "Huyện"}) {
    EXPECT_EQ(level_from_words(words), AdminLevel::kDistrict) << words;
  }
  EXPECT_EQ(level_from_words("trung ương"), AdminLevel::kCentral);
  EXPECT_FALSE(level_from_words("làng"));
}

TEST(AgencyAbolished, KnowsTheEndOfBodies) {
  const auto ended = [](std::string_view key, Date on) {
    return agency_abolished(key, on, Lexicon::builtin());
  };
  const Date before{2025, 6, 30}, after{2025, 7, 1};
  EXPECT_FALSE(ended("ubnd:huyen", before));
  EXPECT_TRUE(ended("ubnd:huyen", after));
  EXPECT_TRUE(ended("phong-tu-phap", after)) << "a body of the district";
  EXPECT_FALSE(ended("ubnd:xa", after));
  EXPECT_FALSE(ended("phong-van-hoa-xa-hoi", after)) << "a phòng of communes today";
  EXPECT_TRUE(ended("cong-an:huyen", Date{2025, 3, 1})) << "the police left the level earlier";
  EXPECT_TRUE(ended("bo-ke-hoach-va-dau-tu", Date{2025, 3, 1})) << "merged with Tài chính";
  EXPECT_FALSE(ended("bo-ke-hoach-va-dau-tu", Date{2025, 2, 28}));
  EXPECT_TRUE(ended("giam-doc-so-giao-thong-van-tai", after)) << "the head ends with the body";
  EXPECT_FALSE(ended("so-tu-phap", after));
}

TEST(AgencyEnd, NamesTheHeirsAndTheInstrument) {
  const auto words = [](std::string_view key) {
    const std::optional<AgencyEnd> end = agency_end(key, Lexicon::builtin());
    if (!end) return std::string("stands");
    std::string out = end->end.iso() + " " + end->instrument;
    for (const std::string& heir : end->heirs) out += " " + heir;
    return out;
  };
  EXPECT_EQ(words("bo-ke-hoach-va-dau-tu"), "2025-03-01 176/2025/QH15 bo-tai-chinh");
  EXPECT_EQ(words("so-giao-thong-van-tai"), "2025-03-01 45/2025/NĐ-CP so-xay-dung");
  EXPECT_EQ(words("giam-doc-so-giao-thong-van-tai"),
            "2025-03-01 45/2025/NĐ-CP giam-doc-so-xay-dung")
      << "the head of the one becomes the head of the other";
  EXPECT_EQ(words("phong-tu-phap"), "2025-07-01 72/2025/QH15 so-tu-phap van-phong-hdnd-ubnd:xa");
  EXPECT_EQ(words("truong-phong-tu-phap"), "2025-07-01 72/2025/QH15")
      << "no Trưởng Sở: bodies of another kind have heads of another kind";
  EXPECT_EQ(words("toa-an:huyen"), "2025-07-01 81/2025/QH15 toa-an-nhan-dan-khu-vuc");
  EXPECT_EQ(words("chanh-an-toa-an:huyen"),
            "2025-07-01 81/2025/QH15 chanh-an-toa-an-nhan-dan-khu-vuc");
  EXPECT_EQ(words("ubnd:huyen"), "2025-07-01 72/2025/QH15") << "its tasks went apart";
  EXPECT_EQ(words("chu-tich-ubnd:huyen"), "2025-07-01 72/2025/QH15");
  EXPECT_EQ(words("truong-cong-an:huyen"), "2025-03-01 ");
  EXPECT_EQ(words("ubnd:xa"), "stands");
  EXPECT_EQ(words("toa-an:tinh"), "stands");
  EXPECT_EQ(words("so-tu-phap"), "stands");
  EXPECT_EQ(words("khong-co-trong-bang"), "stands");
}

TEST(KeysOfHeads, JoinTheLeaderWithTheBody) {
  const auto heads = [](std::vector<std::string> keys) {
    return keys_of_heads(keys, Lexicon::builtin());
  };
  EXPECT_THAT(heads({"ubnd:xa"}), ::testing::Contains("chu-tich-ubnd:xa"));
  EXPECT_THAT(heads({"ubnd:xa"}), ::testing::Not(::testing::Contains("pho-chu-tich-ubnd:xa")))
      << "a deputy is no head";
  EXPECT_THAT(heads({"so-tu-phap"}), ::testing::Contains("giam-doc-so-tu-phap"));
  EXPECT_TRUE(heads({"chu-tich-ubnd:xa"}).empty()) << "a head has no head";
  EXPECT_TRUE(heads({}).empty());
}

// "thành phố" of a name that is known stands on the level of that city, on that day.
TEST(AgencyKeysFromWords, TakesTheLevelOfACityFromItsNameAndTheDay) {
  EXPECT_THAT(keys("UBND thành phố Huế", Date{2024, 12, 31}), ElementsAre("ubnd:huyen"));
  EXPECT_THAT(keys("UBND thành phố Huế", Date{2025, 1, 1}), ElementsAre("ubnd:tinh"));
  EXPECT_THAT(keys("UBND TP. Đà Nẵng", Date{2010, 1, 1}), ElementsAre("ubnd:tinh"));
  EXPECT_THAT(keys("Chủ tịch UBND thành phố Thủ Đức"), ElementsAre("chu-tich-ubnd:huyen"));
}

}  // namespace
}  // namespace rasoat
