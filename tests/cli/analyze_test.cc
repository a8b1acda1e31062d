#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "cli/program.h"

namespace rasoat::testing {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;

std::vector<json> json_lines(const std::string& text) {
  std::vector<json> out;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) out.push_back(json::parse(line));
  return out;
}

std::string small_document(int number) {
  return "QUYẾT ĐỊNH\nVề việc thử số " + std::to_string(number) +
         "\nĐiều 1. Ủy ban nhân dân xã tổ chức thực hiện.\n";
}

TEST(AnalyzeTest, KeepsTheOrderOfManyFilesOnManyThreads) {
  const TemporaryFolder folder;
  std::vector<std::string> arguments = {"analyze", "--threads", "4"};
  for (int i = 60; i > 0; --i) {
    arguments.push_back(folder.write(std::to_string(i) + ".txt", small_document(i)).string());
  }
  const ProgramRun run = run_rasoat(arguments);
  EXPECT_EQ(run.exit_code, 0) << run.err;
  EXPECT_EQ(run.err, "") << "no progress bar into a pipe";
  const std::vector<json> lines = json_lines(run.out);
  ASSERT_EQ(lines.size(), 60u);
  for (size_t i = 0; i < lines.size(); ++i) EXPECT_EQ(lines[i]["file"], arguments[i + 3]);

  arguments[2] = "1";
  EXPECT_EQ(run_rasoat(arguments).out, run.out) << "one thread and four give the same";
}

TEST(AnalyzeTest, WalksFoldersByPathWithoutHiddenFiles) {
  const TemporaryFolder folder;
  folder.write("b.txt", small_document(1));
  folder.write("a/c.txt", small_document(2));
  folder.write(".git/d.txt", small_document(3));
  folder.write(".e.txt", small_document(4));
  std::filesystem::create_directory_symlink(folder.path(), folder.path() / "vong");
  const ProgramRun run = run_rasoat({"analyze", "."}, folder.path());
  const std::vector<json> lines = json_lines(run.out);
  ASSERT_EQ(lines.size(), 2u) << run.out;
  EXPECT_EQ(lines[0]["file"], "./a/c.txt");
  EXPECT_EQ(lines[1]["file"], "./b.txt");
}

TEST(AnalyzeTest, AFileThatCannotBeReadStandsInItsPlace) {
  const TemporaryFolder folder;
  const std::string good = folder.write("tot.txt", small_document(1)).string();
  const ProgramRun run = run_rasoat({"analyze", good, "khong-co.txt", good}, folder.path());
  EXPECT_EQ(run.exit_code, 1);
  const std::vector<json> lines = json_lines(run.out);
  ASSERT_EQ(lines.size(), 3u);
  EXPECT_EQ(lines[1]["file"], "khong-co.txt");
  EXPECT_FALSE(lines[1]["error"]["code"].get<std::string>().empty());
  EXPECT_FALSE(lines[1]["error"]["message"].get<std::string>().empty());
  EXPECT_FALSE(lines[2].contains("error"));
}

TEST(AnalyzeTest, EndsQuietlyWhenTheReaderHasGone) {
  const TemporaryFolder folder;
  for (int i = 0; i < 2000; ++i) folder.write(std::to_string(i) + ".txt", small_document(i));
  const ProgramRun run =
      run_shell("$RASOAT analyze . | head -n 1 > dong; echo ${PIPESTATUS[0]}", folder.path());
  EXPECT_EQ(run.out, "0\n");
  EXPECT_EQ(run.err, "");
}

TEST(AnalyzeTest, ControlCharactersOfATextStayEscaped) {
  const TemporaryFolder folder;
  const auto file = folder.write("esc.txt",
                                 "QUYẾT ĐỊNH\nVề \x1b]0;x\x07 \xc2\x9b"
                                 "2J \x7f thử\nĐiều 1. Thử.\n");
  const ProgramRun run = run_rasoat({"analyze", file.string()});
  for (const char* raw : {"\x1b", "\x07", "\xc2\x9b", "\x7f"}) {
    EXPECT_EQ(run.out.find(raw), std::string::npos);
  }
}

}  // namespace
}  // namespace rasoat::testing
