// Workers take the next file by number; the caller takes results by number. A ring of results, a
// few for each worker, bounds the memory: a worker waits while the file it would take is further
// ahead of the caller than the ring is long, so one slow file holds the others up only when the
// ring is full.
#include "workspace/analyze_files.h"

#include <algorithm>
#include <cstdint>
#include <exception>
#include <optional>
#include <thread>

#include "workspace/analysis.h"
#include "workspace/ordered_work.h"

namespace rasoat {
namespace {

AnalyzedLine analyze_one(const std::filesystem::path& path, const Lexicon& lexicon,
                         const IngestLimits& limits) {
  const std::string name = path.string();
  try {
    const Result<AnalyzedFile> file = analyze_file(path, lexicon, limits);
    if (!file) return {analysis_error_json(name, file.error()), true};
    return {analysis_json(name, file->analysis), false};
  } catch (const std::exception& thrown) {  // out of memory: this file fails, the others go on
    const Error error{ErrorCode::kInternal,
                      std::string("lỗi bên trong khi phân tích (") + thrown.what() + ")", name,
                      "Báo cho người phát triển kèm theo tệp này."};
    return {analysis_error_json(name, error), true};
  }
}

uint64_t size_of(const std::filesystem::path& path) {
  std::error_code error;
  const uint64_t size = std::filesystem::file_size(path, error);
  return error ? 0 : size;
}

}  // namespace

void analyze_files(const std::vector<std::filesystem::path>& files, const Lexicon& lexicon,
                   const AnalyzeOptions& options,
                   const std::function<bool(size_t file, AnalyzedLine line)>& take) {
  constexpr uint64_t kBudget = 256ull << 20;  // bytes of the files in work
  size_t threads = options.threads != 0 ? options.threads : std::thread::hardware_concurrency();
  threads = std::max<size_t>(1, std::min(threads, files.size()));
  OrderedWork<AnalyzedLine> work(
      files.size(), {static_cast<unsigned>(threads), kBudget},
      [&](size_t file) { return analyze_one(files[file], lexicon, options.limits); },
      [&](size_t file) { return size_of(files[file]); });
  for (size_t file = 0; file < files.size(); ++file) {
    if (options.cancel != nullptr && *options.cancel) break;
    std::optional<AnalyzedLine> line = work.next();
    if (!line || !take(file, std::move(*line))) break;
  }
}

}  // namespace rasoat
