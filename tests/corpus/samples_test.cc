// The whole way on the sample documents: every file is read, whatever its format, and the facts
// found agree with corpus/gold. The figures are what was reached when they were written; raise them
// when a parser gets better (CONTRIBUTING.md).

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "workspace/evaluation.h"

namespace rasoat {
namespace {

const std::filesystem::path kCorpus = std::filesystem::path(RASOAT_SOURCE_DIR) / "corpus";

// All differences of these parts, to be read when a figure is missed.
std::string differences_of(const Evaluation& evaluation, const std::string& part) {
  std::string out;
  for (const std::string& line : evaluation.differences()) {
    if (line.find("\t" + part + "\t") != std::string::npos) out += line + "\n";
  }
  return out;
}

TEST(Samples, AgreeWithGold) {
  const Result<EvaluationResult> result =
      evaluate(kCorpus / "gold", kCorpus / "samples", Lexicon::builtin());
  ASSERT_TRUE(result) << result.error().message;
  EXPECT_TRUE(result->failed.empty()) << result->failed.front().message;
  const Evaluation& evaluation = result->evaluation;
  EXPECT_EQ(evaluation.analysed(), evaluation.documents().size());

  const std::map<std::string, double> lowest_f1 = {
      {"structure", 1.0},  // the samples have a clean layout: no provision may be lost or made up
      {"references", 0.90},  {"pinpoint", 0.90}, {"kinds", 0.95},
      {"assignments", 0.92}, {"roles", 0.90},
  };
  size_t met = 0;
  for (const PartScore& part : evaluation.parts()) {
    const auto lowest = lowest_f1.find(part.part);
    if (lowest == lowest_f1.end()) continue;
    ++met;
    EXPECT_GE(part.score.f1(), lowest->second) << part.part << "\n"
                                               << differences_of(evaluation, part.part);
  }
  EXPECT_EQ(met, lowest_f1.size());
}

}  // namespace
}  // namespace rasoat
