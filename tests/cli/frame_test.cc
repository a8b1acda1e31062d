// What holds for every command: help, exit codes, broken pipes.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "cli/program.h"

namespace rasoat::testing {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;
using ::testing::Not;

class CommandTest : public ::testing::TestWithParam<const char*> {
 protected:
  // The command's words and a further argument.
  static ProgramRun run_command(const std::string& argument) {
    return run_shell(std::string("$RASOAT ") + GetParam() + " " + argument);
  }
};

TEST_P(CommandTest, HelpIsVietnameseAndShowsAnExample) {
  const ProgramRun run = run_command("--help");
  EXPECT_EQ(run.exit_code, 0);
  EXPECT_EQ(run.err, "");
  EXPECT_THAT(run.out, HasSubstr("Cách dùng: rasoat " + std::string(GetParam())));
  EXPECT_THAT(run.out, HasSubstr("Ví dụ:\n  rasoat " + std::string(GetParam())));
  EXPECT_THAT(run.out, Not(HasSubstr("Options")));
}

TEST_P(CommandTest, UnknownFlagIsWrongUse) {
  const ProgramRun run = run_command("--khong-co");
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_EQ(run.out, "");
  EXPECT_THAT(run.err, HasSubstr("--help"));
}

INSTANTIATE_TEST_SUITE_P(All, CommandTest,
                         ::testing::Values("add", "list", "show", "search", "duties", "refs",
                                           "report", "report provisions", "analyze", "export",
                                           "index", "eval", "version"));

TEST(FrameTest, WithoutACommandSaysWhichThereAre) {
  const ProgramRun run = run_rasoat({});
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_THAT(run.err, HasSubstr("analyze"));
  EXPECT_EQ(run_rasoat({"khong-co-lenh"}).exit_code, 2);
}

TEST(FrameTest, VersionAsJson) {
  const ProgramRun run = run_rasoat({"version", "--format", "json"});
  EXPECT_EQ(run.exit_code, 0);
  EXPECT_TRUE(json::parse(run.out).contains("version"));
}

TEST(FrameTest, AFullDiskIsReported) {
  const ProgramRun run = run_shell("$RASOAT version > /dev/full");
  EXPECT_EQ(run.exit_code, 1);
  EXPECT_THAT(run.err, HasSubstr("không ghi được kết quả"));
}

}  // namespace
}  // namespace rasoat::testing
