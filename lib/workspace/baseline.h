// What an evaluation found at an earlier time, record by record, so that a later one can be told to
// have gained or lost.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/error.h"
#include "workspace/evaluation.h"

namespace rasoat {

struct Baseline {
  std::vector<PartScore> parts;
  std::vector<std::string> differences;  // as Evaluation::differences(), in its order
};

// The name of the file in a gold folder.
inline constexpr const char* kBaselineName = "baseline.tsv";

Baseline baseline_of(const Evaluation& evaluation);

// kUnreadable where there is no such file, kDamaged with the line for one of another form.
Result<Baseline> read_baseline(const std::filesystem::path& path);
// Text, one record on a line, in an order of its own: a change of one record is a change of one
// line. kWrite where the file can't be written.
Result<void> write_baseline(const std::filesystem::path& path, const Baseline& baseline);

// One record that is no longer judged as it was.
struct ChangedRecord {
  std::string document, part;
  char mark = '-';  // how it is wrong, or was: '-' missed, '+' extra, '~' of another kind
  std::string record;
};

struct PartChange {
  std::string part;
  Score before, now;  // all 0 where there was no such part, or is none
};

struct BaselineComparison {
  std::vector<ChangedRecord> gained;  // wrong before, and not any more
  std::vector<ChangedRecord> lost;    // right before, or not there; wrong now
  std::vector<PartChange> parts;      // those whose scores differ
};

BaselineComparison compare(const Baseline& before, const Baseline& now);

}  // namespace rasoat
