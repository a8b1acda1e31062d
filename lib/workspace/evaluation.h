// Compares analyses with gold annotations: how much of what a reader found did rasoat find, and how
// much of what it found is right.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "workspace/analyze_files.h"

namespace rasoat {

struct Score {
  uint64_t found = 0;  // records of the gold that the output has
  uint64_t right = 0;  // records of the output that the gold has
  uint64_t gold = 0;
  uint64_t output = 0;

  double precision() const;  // 1 where neither has a record
  double recall() const;     // 1 where the gold has none
  double f1() const;
};

struct PartScore {
  std::string part;
  Score score;
};

struct DocumentScore {
  std::string name;
  Score references;
  Score assignments;
};

// Sums over documents. The parts:
//   structure    ids of provisions
//   references   (from, document, provision), each mention counted
//   pinpoint     references whose gold target names a provision
//   kinds        kind of the references that were found; then "kind:amend" and so on
//   assignments  (provision, agency); a record one level above or below counts
//   exact place  those that stand in just the same provision
//   roles        (provision, agency, role)
//   transfers    (provision, from, to, document, target), where the gold lists them
//   tasks        (provision, leads, partners, deadline), where the gold lists them
class Evaluation {
 public:
  // Both are objects in the shape of analysis_json(); `analysis` is empty where the document was
  // not analysed. kDamaged, with `name` as subject, for JSON of another shape: then nothing is
  // counted.
  Result<void> add(const std::string& name, std::string_view gold, std::string_view analysis);

  std::vector<PartScore> parts() const;
  const std::vector<DocumentScore>& documents() const { return documents_; }
  uint64_t analysed() const { return analysed_; }
  // "NAME\tpart\t-\trecord" for a missed one, "+" for an extra one, "~" for one of another kind.
  const std::vector<std::string>& differences() const { return differences_; }

 private:
  std::map<std::string, Score> scores_;
  std::vector<DocumentScore> documents_;
  std::vector<std::string> differences_;
  uint64_t analysed_ = 0;
};

struct EvaluationResult {
  Evaluation evaluation;
  std::vector<Error> failed;  // gold files without a text, texts that could not be read
};

// Analyses the text of each *.json of a gold folder (the file of `texts` with the same name before
// the extension) and compares. kNotFound where the folder holds no gold.
Result<EvaluationResult> evaluate(const std::filesystem::path& gold,
                                  const std::filesystem::path& texts, const Lexicon& lexicon,
                                  const AnalyzeOptions& options = {});

}  // namespace rasoat
