// Analyses many files on all cores, with the results in the order of the files.
#pragma once

#include <atomic>
#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "ingest/read_file.h"
#include "lexicon/lexicon.h"

namespace rasoat {

struct AnalyzeOptions {
  unsigned threads = 0;  // 0: one for each core
  IngestLimits limits;
  const std::atomic<bool>* cancel = nullptr;  // ends after the files in work once true
};

// What `rasoat analyze` prints for one file.
struct AnalyzedLine {
  std::string json;  // without line end
  bool failed = false;
};

// Calls `take` once for each file, in their order, from the calling thread; ends early when `take`
// returns false or `cancel` becomes true. Holds a bounded number of results, however many files.
void analyze_files(const std::vector<std::filesystem::path>& files, const Lexicon& lexicon,
                   const AnalyzeOptions& options,
                   const std::function<bool(size_t file, AnalyzedLine line)>& take);

}  // namespace rasoat
