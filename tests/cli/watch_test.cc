// `rasoat watch`: what a saved search reports, and when.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "cli/program.h"

namespace rasoat::testing {
namespace {

using nlohmann::json;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::string decision(int number, const std::string& articles) {
  return "ỦY BAN NHÂN DÂN\nTỈNH SÔNG VÂN\nSố: " + std::to_string(number) +
         "/2025/QĐ-UBND\n\nSông Vân, ngày 14 tháng 3 năm 2025\n\nQUYẾT ĐỊNH\nQuy định về giao "
         "thông "
         "số " +
         std::to_string(number) + "\n\n" + articles;
}

constexpr const char* kFerry = "Điều 1. Ủy ban nhân dân cấp xã quản lý bến đò ngang.\n";
constexpr const char* kBridge = "Điều 2. Sở Xây dựng kiểm tra cầu treo.\n";

class WatchTest : public ProgramTest {
 protected:
  void SetUp() override { add(11, std::string(kFerry) + kBridge); }

  void add(int number, const std::string& articles) const {
    folder_.write("van-ban/" + std::to_string(number) + ".txt", decision(number, articles));
    const ProgramRun run = rasoat({"add", "van-ban"});
    ASSERT_EQ(run.exit_code, 0) << run.out << run.err;
  }

  json run(std::vector<std::string> names = {}) const {
    std::vector<std::string> arguments = {"watch", "run", "--format", "json"};
    arguments.insert(arguments.end(), names.begin(), names.end());
    const ProgramRun run = rasoat(arguments);
    EXPECT_EQ(run.exit_code, 0) << run.err;
    return json::parse(run.out, nullptr, false);
  }

  // "11 art_1 new" for each hit of the first watch.
  static std::vector<std::string> hits(const json& report) {
    std::vector<std::string> out;
    for (const json& hit : report["watches"][0]["hits"]) {
      const std::string number = hit["number"];
      out.push_back(number.substr(0, 2) + " " + hit["provision"].get<std::string>() + " " +
                    hit["change"].get<std::string>());
    }
    return out;
  }
};

TEST_F(WatchTest, ReportsWhatIsNewOrChangedAndOnlyOnce) {
  ASSERT_EQ(rasoat({"watch", "add", "bến đò", "bến đò"}).exit_code, 0);
  EXPECT_THAT(hits(run()), IsEmpty()) << "what was held before is known";

  add(12, "Điều 1. Bến đò dọc sông.\nĐiều 2. Cầu treo.\nĐiều 3. Mở bến đò mới.\n");
  EXPECT_THAT(hits(run()), ElementsAre("12 art_1 new", "12 art_3 new"));
  EXPECT_THAT(hits(run()), IsEmpty());

  add(11, "Điều 1. Ủy ban nhân dân cấp xã quản lý bến đò ngang, bến phà.\n" + std::string(kBridge) +
              "Điều 3. Phí qua bến đò.\n");
  EXPECT_THAT(hits(run()), ElementsAre("11 art_1 changed", "11 art_3 new"));
  add(11,
      "Điều 1. Ủy ban nhân dân cấp xã quản lý bến đò ngang, bến phà.\n"
      "Điều 2. Sở Xây dựng kiểm tra cầu treo hằng năm.\nĐiều 3. Phí   qua\nbến đò.\n");
  EXPECT_THAT(hits(run()), IsEmpty()) << "another article changed, and the line ends of this one";

  ASSERT_EQ(rasoat({"add", "van-ban", "--again"}).exit_code, 0);
  EXPECT_THAT(hits(run()), IsEmpty()) << "read again without other words";
  std::filesystem::copy(folder_.path() / "van-ban/12.txt", folder_.path() / "12-khac.txt");
  ASSERT_EQ(rasoat({"add", "12-khac.txt"}).exit_code, 0);
  EXPECT_THAT(hits(run()), IsEmpty()) << "a second file of a document that is held";
}

TEST_F(WatchTest, AllReportsWhatIsHeldTheFirstTime) {
  ASSERT_EQ(rasoat({"watch", "add", "cầu", "\"cầu treo\"", "--all"}).exit_code, 0);
  const ProgramRun table = rasoat({"watch", "run", "--exit-code"});
  EXPECT_EQ(table.exit_code, 3);
  for (const char* words : {"11/2025/QĐ-UBND", "Điều 2", "mới", "Sở Xây dựng kiểm tra cầu treo"}) {
    EXPECT_THAT(table.out, HasSubstr(words));
  }
  EXPECT_EQ(rasoat({"watch", "run", "--exit-code"}).exit_code, 0);
}

TEST_F(WatchTest, EveryMatchIsReportedWhateverTheirNumber) {
  ASSERT_EQ(rasoat({"watch", "add", "đò", "đò NOT phà"}).exit_code, 0);
  std::string many;
  for (int i = 1; i <= 300; ++i) {
    many +=
        "Điều " + std::to_string(i) + ". " + (i % 3 == 0 ? "Bến phà, bến đò" : "Bến đò") + ".\n";
  }
  add(21, many);
  add(22, many);
  const json report = run();
  EXPECT_EQ(report["total"], 2 * 200);
  EXPECT_EQ(report["watches"][0]["hits"].size(), 2u * 200);
}

TEST_F(WatchTest, WhatWasNotReadIsReportedAgain) {
  ASSERT_EQ(rasoat({"watch", "add", "đò", "đò", "--all"}).exit_code, 0);
  EXPECT_NE(run_shell("\"$RASOAT\" watch run > /dev/full", folder_.path()).exit_code, 0);
  EXPECT_THAT(hits(run()), ElementsAre("11 art_1 new")) << "the disk was full";
  EXPECT_THAT(hits(run()), IsEmpty());
}

TEST_F(WatchTest, EachWatchHasItsOwnPlace) {
  ASSERT_EQ(rasoat({"watch", "add", "a", "đò"}).exit_code, 0);
  ASSERT_EQ(rasoat({"watch", "add", "b", "cầu"}).exit_code, 0);
  add(12, "Điều 1. Bến đò cạnh cầu.\n");
  EXPECT_THAT(hits(run({"b"})), ElementsAre("12 art_1 new"));
  const json list = json::parse(rasoat({"watch", "list", "--format", "json"}).out);
  ASSERT_EQ(list["total"], 2);
  EXPECT_EQ(list["watches"][0]["changed_documents"], 1) << "a has not run";
  EXPECT_TRUE(list["watches"][0]["last_run"].is_null());
  EXPECT_EQ(list["watches"][1]["changed_documents"], 0);
  const json both = run();
  EXPECT_EQ(both["watches"][0]["total"], 1);
  EXPECT_EQ(both["watches"][1]["total"], 0);
}

TEST_F(WatchTest, WhatIsWrongIsRefusedWithItsPlace) {
  const ProgramRun open = rasoat({"watch", "add", "x", "đò (cầu"});
  EXPECT_EQ(open.exit_code, 2);
  EXPECT_THAT(open.err, HasSubstr("đò (cầu\n"));
  EXPECT_THAT(open.err, HasSubstr("\n     ^"));
  const ProgramRun ranked = rasoat({"watch", "add", "x", "quản lý bến đò ngang sông"});
  EXPECT_EQ(ranked.exit_code, 2) << "hits without an end";
  EXPECT_THAT(ranked.err, HasSubstr(" AND "));
  EXPECT_EQ(rasoat({"watch", "add", "x", "outcome:dangling"}).exit_code, 2);
  EXPECT_EQ(rasoat({"watch", "add", "x", "cited-by:1/2025/NĐ-CP"}).exit_code, 2);
  EXPECT_EQ(rasoat({"watch", "add", "x", " "}).exit_code, 2);
  EXPECT_EQ(rasoat({"watch", "add", " ", "đò"}).exit_code, 2);
  ASSERT_EQ(rasoat({"watch", "add", "x", "đò"}).exit_code, 0);
  EXPECT_EQ(rasoat({"watch", "add", " x", "cầu"}).exit_code, 2) << "the name is taken";
  EXPECT_EQ(rasoat({"watch", "run", "y"}).exit_code, 1);
  EXPECT_EQ(rasoat({"watch", "remove", "y"}).exit_code, 1);
  EXPECT_EQ(rasoat({"watch", "remove", "x"}).exit_code, 0);
  EXPECT_THAT(rasoat({"watch", "run"}).out, HasSubstr("Chưa có mục theo dõi nào"));
  EXPECT_EQ(rasoat({"watch", "add", "x", "đò", "--workspace", "khac"}).exit_code, 1);
  EXPECT_FALSE(std::filesystem::exists(folder_.path() / "khac"));
}

}  // namespace
}  // namespace rasoat::testing
