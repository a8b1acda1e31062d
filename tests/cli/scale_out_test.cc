// `rasoat search --index` over servers on several ports answers as the workspace's own index does.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "cli/program.h"
#include "support/index_server.h"

namespace rasoat::testing {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;

class ScaleOutTest : public ProgramTest {
 protected:
  static constexpr int kDocuments = 24;

  void SetUp() override {
    if (!can_serve_indexes()) GTEST_SKIP() << "no xapian-tcpsrv (Debian: xapian-tools)";
    for (int i = 1; i <= kDocuments; ++i) write(i, i % 3 == 0 ? "bến phà" : "bến đò");
    ASSERT_EQ(rasoat({"add", "van-ban"}).exit_code, 0);
    const ProgramRun split = rasoat({"index", "--split", "2", "cac-phan"});
    ASSERT_EQ(split.exit_code, 0) << split.err;
    std::string list = "# hai máy\n";
    for (const char* part : {"1", "2"}) {
      servers_.push_back(std::make_unique<IndexServer>(folder_.path() / "cac-phan" / part));
      list += "remote " + servers_.back()->place() + "\n";
    }
    folder_.write("danh-sach.txt", list);
  }

  void write(int number, const std::string& matter) const {
    folder_.write(
        "van-ban/" + std::to_string(number) + ".txt",
        "ỦY BAN NHÂN DÂN\nTỈNH SÔNG VÂN\nSố: " + std::to_string(number) +
            "/2025/QĐ-UBND\n\nSông Vân, ngày 14 tháng 3 năm 2025\n\nQUYẾT ĐỊNH\nQuy định về " +
            matter + "\n\nĐiều 1. Quản lý " + matter + "\n1. Ủy ban nhân dân cấp xã quản lý " +
            matter + " khu vực " + std::to_string(number) +
            ".\n2. Sở Xây dựng chủ trì, phối hợp với Ủy ban nhân dân cấp xã kiểm tra " + matter +
            ".\nĐiều 2. Quyết định này có hiệu lực từ ngày ký.\n");
  }

  // The answer of the divided index in place of the workspace's own.
  ProgramRun search(std::vector<std::string> arguments, bool divided, bool partial = false) const {
    arguments.insert(arguments.begin(), "search");
    arguments.insert(arguments.end(), {"--format", "json"});
    if (divided) arguments.insert(arguments.end(), {"--index", "danh-sach.txt"});
    if (partial) arguments.emplace_back("--partial");
    return rasoat(arguments);
  }

  std::vector<std::unique_ptr<IndexServer>> servers_;
};

TEST_F(ScaleOutTest, GivesTheSameAnswerToTheLetter) {
  const std::vector<std::vector<std::string>> questions = {
      {"bến đò", "--facets"},
      {"ben do", "--facets", "--limit", "5", "--offset", "3"},
      {"quy định nào giao nhiệm vụ cho UBND cấp xã", "--limit", "0", "--facets"},
      {"ai kiem tra ben do o khu vuc 7", "--group"},
      {"role:lead \"bến phà\"", "--sort", "newest"},
      {"hiệu lực từ ngày ký", "--sort", "rank", "--limit", "0"},
      {"bến đo"},
      {"không có từ xyz này"},
  };
  for (const std::vector<std::string>& question : questions) {
    const ProgramRun here = search(question, false);
    const ProgramRun there = search(question, true);
    EXPECT_EQ(there.exit_code, 0) << there.err;
    EXPECT_EQ(json::parse(there.out, nullptr, false), json::parse(here.out, nullptr, false))
        << question[0];
  }
}

TEST_F(ScaleOutTest, AMachineThatIsDownIsAnErrorOrSaid) {
  const std::string place = servers_[0]->place();
  servers_[0]->kill();
  const ProgramRun refused = search({"bến đò"}, true);
  EXPECT_EQ(refused.exit_code, 1);
  EXPECT_EQ(refused.out, "");
  for (const std::string& words :
       {place, std::string("không liên lạc được"), std::string("--partial")}) {
    EXPECT_THAT(refused.err, HasSubstr(words));
  }
  const ProgramRun partial = search({"bến đò", "--limit", "0"}, true, true);
  EXPECT_EQ(partial.exit_code, 1) << "what is there is printed, but it is not all";
  EXPECT_THAT(partial.err, HasSubstr(place));
  const json some = json::parse(partial.out, nullptr, false);
  ASSERT_EQ(some["missing"].size(), 1u);
  EXPECT_EQ(some["missing"][0]["place"], place);
  const json all = json::parse(search({"bến đò", "--limit", "0"}, false).out);
  EXPECT_GT(some["total"], 0);
  EXPECT_LT(some["total"], all["total"]);
  EXPECT_EQ(rasoat({"index", "--index", "danh-sach.txt"}).exit_code, 1);
  const ProgramRun status =
      rasoat({"index", "--index", "danh-sach.txt", "--partial", "--format", "json"});
  EXPECT_EQ(status.exit_code, 1);
  EXPECT_EQ(json::parse(status.out)["missing"][0]["place"], place);
  EXPECT_EQ(json::parse(status.out)["parts"].size(), 1u);
}

TEST_F(ScaleOutTest, APartThatIsOlderThanTheStoreIsSaidAndItsOldHitsAreLeftOut) {
  EXPECT_EQ(rasoat({"index", "--index", "danh-sach.txt"}).exit_code, 0);
  write(5, "cầu treo");
  write(31, "bến đò");
  ASSERT_EQ(rasoat({"add", "van-ban"}).exit_code, 0);
  const json behind = json::parse(search({"bến đò", "--limit", "0"}, true).out);
  EXPECT_EQ(behind["not_indexed"], 2);
  for (const json& hit : behind["hits"]) EXPECT_NE(hit["number"], "5/2025/QĐ-UBND");
  const ProgramRun status = rasoat({"index", "--index", "danh-sach.txt"});
  EXPECT_EQ(status.exit_code, 1);
  EXPECT_THAT(status.err, HasSubstr("cũ hơn kho"));

  ASSERT_EQ(rasoat({"index", "--split", "2", "cac-phan"}).exit_code, 0);
  EXPECT_EQ(rasoat({"index", "--index", "danh-sach.txt"}).exit_code, 0)
      << "a server gives each new connection what is there now";
  EXPECT_EQ(json::parse(search({"bến đò", "--limit", "0"}, true).out),
            json::parse(search({"bến đò", "--limit", "0"}, false).out));
}

TEST_F(ScaleOutTest, WhatIsWrongIsNamed) {
  EXPECT_EQ(rasoat({"search", "đò", "--index", "khong-co"}).exit_code, 1);
  folder_.write("xau", "auto cac-phan/1\nremote :reboot\n");
  const ProgramRun program = rasoat({"search", "đò", "--index", "xau"});
  EXPECT_EQ(program.exit_code, 2);
  EXPECT_THAT(program.err, HasSubstr("xau:2"));
  EXPECT_EQ(rasoat({"search", "đò", "--partial"}).exit_code, 2) << "of which index?";
  EXPECT_EQ(rasoat({"index", "--split", "0", "x"}).exit_code, 2);
  EXPECT_EQ(rasoat({"index", "--split", "2"}).exit_code, 2);
  folder_.write("khac/1.txt", "Điều 1. Một.\n");
  ASSERT_EQ(rasoat({"add", "khac", "--workspace", "kho-khac"}).exit_code, 0);
  const ProgramRun other =
      rasoat({"search", "đò", "--index", "danh-sach.txt", "--workspace", "kho-khac"});
  EXPECT_EQ(other.exit_code, 1);
  EXPECT_THAT(other.err, HasSubstr("kho khác"));
}

}  // namespace
}  // namespace rasoat::testing
