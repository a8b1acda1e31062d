// The whole way on the sample documents: every file is read, whatever its format, and the facts
// found agree with corpus/gold as far as corpus/gold/baseline.tsv says that they did.

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "workspace/baseline.h"
#include "workspace/evaluation.h"

namespace rasoat {
namespace {

const std::filesystem::path kCorpus = std::filesystem::path(RASOAT_SOURCE_DIR) / "corpus";

std::string lines_of(const std::vector<ChangedRecord>& records) {
  std::string out;
  for (const ChangedRecord& record : records) {
    out += record.document + "\t" + record.part + "\t" + record.mark + "\t" + record.record + "\n";
  }
  return out;
}

TEST(Samples, AgreeWithGoldAsBefore) {
  const Result<EvaluationResult> result =
      evaluate(kCorpus / "gold", kCorpus / "samples", Lexicon::builtin());
  ASSERT_TRUE(result) << result.error().message;
  EXPECT_TRUE(result->failed.empty()) << result->failed.front().message;
  const Evaluation& evaluation = result->evaluation;
  EXPECT_EQ(evaluation.analysed(), evaluation.documents().size());

  // The samples have a clean layout: no provision may be lost or made up.
  EXPECT_EQ(evaluation.parts().front().part, "structure");
  EXPECT_EQ(evaluation.parts().front().score.f1(), 1.0);

  const Result<Baseline> baseline = read_baseline(kCorpus / "gold" / kBaselineName);
  ASSERT_TRUE(baseline) << to_string(baseline.error());
  const BaselineComparison changes = compare(*baseline, baseline_of(evaluation));
  EXPECT_TRUE(changes.lost.empty())
      << "Wrong now (- missed, + extra, ~ of another kind), and not before:\n"
      << lines_of(changes.lost) << "Right now, and not before:\n"
      << lines_of(changes.gained)
      << "Mend the loss. Where the gains outweigh it, say so in the commit and write the baseline "
         "anew:\n  rasoat eval corpus/gold --texts corpus/samples --write-baseline\n";
}

}  // namespace
}  // namespace rasoat
