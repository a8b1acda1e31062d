#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <nlohmann/json.hpp>

#include "cli/program.h"
#include "support/shared_data.h"

namespace rasoat::testing {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;
using ::testing::Not;

// Our figures against those of the contract's own script, on the same output.
TEST(EvalTest, GivesTheFiguresOfTheContractsScript) {
  RASOAT_NEEDS_SHARED_DATA();
  if (run_shell("python3 --version").exit_code != 0) GTEST_SKIP() << "no python3";
  const TemporaryFolder folder;
  const std::string shared = std::filesystem::canonical(shared_dir()).string();
  const std::string gold = shared + "/gold/dev/gold";
  const ProgramRun script =
      run_shell("$RASOAT analyze " + shared + "/gold/dev/texts > out.jsonl; python3 " + shared +
                    "/contract/score.py " + gold + " out.jsonl --json --diff theirs.txt",
                folder.path());
  ASSERT_EQ(script.exit_code, 0) << script.err;
  const ProgramRun ours =
      run_rasoat({"eval", gold, "--format", "json", "--diff", "ours.txt"}, folder.path());
  ASSERT_EQ(ours.exit_code, 0) << ours.err;

  const json theirs = json::parse(script.out);
  size_t compared = 0;
  const json parts = json::parse(ours.out)["parts"];
  for (const json& row : parts) {
    std::string part = row["part"];
    if (part.starts_with("kind:")) part = "  " + part.substr(5);
    ASSERT_TRUE(theirs.contains(part)) << part;
    for (const char* figure : {"precision", "recall", "f1", "gold", "output"}) {
      EXPECT_NEAR(row[figure].get<double>(), theirs[part][figure].get<double>(), 1.01e-4)
          << part << " " << figure;
    }
    ++compared;
  }
  EXPECT_EQ(compared, theirs.size());
  EXPECT_EQ(run_shell("wc -l < ours.txt", folder.path()).out,
            run_shell("wc -l < theirs.txt", folder.path()).out);
}

TEST(EvalTest, NamesWhatIsMissing) {
  const TemporaryFolder folder;
  folder.write("gold/a.json", R"({"file": "a.txt", "provisions": [], "references": []})");
  const ProgramRun without_text = run_rasoat({"eval", "gold"}, folder.path());
  EXPECT_EQ(without_text.exit_code, 1);
  EXPECT_THAT(without_text.err, HasSubstr("a.json"));
  EXPECT_EQ(run_rasoat({"eval", "khong-co"}, folder.path()).exit_code, 1);

  folder.write("texts/a.txt", "QUYẾT ĐỊNH\nĐiều 1. Thử.\n");
  folder.write("gold/a.json", R"({"provisions": 7})");
  const ProgramRun damaged = run_rasoat({"eval", "gold"}, folder.path());
  EXPECT_EQ(damaged.exit_code, 1);
  EXPECT_THAT(damaged.err, HasSubstr("không đúng dạng"));
}

// A gold folder with one document whose second article is a reference to the first.
void write_small_gold(const TemporaryFolder& folder, const std::string& second_article) {
  folder.write("texts/a.txt", "QUYẾT ĐỊNH\nĐiều 1. Một.\nĐiều 2. " + second_article + "\n");
  folder.write("gold/a.json", R"({"provisions": [{"id": "art_1"}, {"id": "art_2"}],
      "references": [{"from": "art_2", "document": "this", "provision": "art_1", "kind": "cite"}]})");
}

TEST(EvalTest, FailsOnWhatTheBaselineHadRight) {
  const TemporaryFolder folder;
  write_small_gold(folder, "Thực hiện theo Điều 1 Quyết định này.");
  const ProgramRun none = run_rasoat({"eval", "gold"}, folder.path());
  EXPECT_EQ(none.exit_code, 0) << none.err;
  EXPECT_THAT(none.out, Not(HasSubstr("So với mốc")));
  ASSERT_EQ(run_rasoat({"eval", "gold", "--write-baseline"}, folder.path()).exit_code, 0);
  EXPECT_EQ(run_rasoat({"eval", "gold"}, folder.path()).exit_code, 0);

  write_small_gold(folder, "Thực hiện theo Thông tư số 5/2020/TT-BTC.");
  const ProgramRun lost = run_rasoat({"eval", "gold"}, folder.path());
  EXPECT_EQ(lost.exit_code, 1);
  EXPECT_THAT(lost.out, HasSubstr("được 0, mất 2"));
  EXPECT_THAT(lost.out, HasSubstr("Viện dẫn: F1 1.0000 → 0.0000"));
  EXPECT_THAT(lost.out, HasSubstr("\n- a: Viện dẫn: thiếu: art_2 "));
  EXPECT_THAT(lost.out, HasSubstr("\n- a: Viện dẫn: thừa: art_2 "));

  const json output =
      json::parse(run_rasoat({"eval", "gold", "--format", "json"}, folder.path()).out);
  EXPECT_EQ(output["gained"].size(), 0U);
  ASSERT_EQ(output["lost"].size(), 2U);
  EXPECT_EQ(output["lost"][0]["document"], "a");

  // The other way round the same records are gains.
  ASSERT_EQ(run_rasoat({"eval", "gold", "--write-baseline"}, folder.path()).exit_code, 0);
  write_small_gold(folder, "Thực hiện theo Điều 1 Quyết định này.");
  const ProgramRun gained = run_rasoat({"eval", "gold"}, folder.path());
  EXPECT_EQ(gained.exit_code, 0);
  EXPECT_THAT(gained.out, HasSubstr("\n+ a: Viện dẫn: không còn thiếu: art_2 "));
}

TEST(EvalTest, NamesABaselineThatCannotBeRead) {
  const TemporaryFolder folder;
  write_small_gold(folder, "Thực hiện theo Điều 1 Quyết định này.");
  EXPECT_EQ(run_rasoat({"eval", "gold", "--baseline", "khong-co.tsv"}, folder.path()).exit_code, 1);
  folder.write("gold/baseline.tsv", "# mốc\npart\tstructure\t1\t1\t1\n");
  const ProgramRun damaged = run_rasoat({"eval", "gold"}, folder.path());
  EXPECT_EQ(damaged.exit_code, 1);
  EXPECT_THAT(damaged.err, HasSubstr("baseline.tsv:2"));
}

}  // namespace
}  // namespace rasoat::testing
