// Workers take the next file by number; the caller takes results by number. A ring of results, a
// few for each worker, bounds the memory: a worker waits while the file it would take is further
// ahead of the caller than the ring is long, so one slow file holds the others up only when the
// ring is full.
#include "workspace/analyze_files.h"

#include <condition_variable>
#include <exception>
#include <mutex>
#include <optional>
#include <thread>

#include "workspace/analysis.h"

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

class OrderedResults {
 public:
  OrderedResults(size_t files, size_t capacity) : files_(files), ring_(capacity) {}

  // The next file to work on; nothing when there is none or the run has ended.
  std::optional<size_t> next_file() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return ended_ || next_ == files_ || next_ < taken_ + ring_.size(); });
    if (ended_ || next_ == files_) return std::nullopt;
    return next_++;
  }

  void put(size_t file, AnalyzedLine line) {
    {
      const std::scoped_lock lock(mutex_);
      ring_[file % ring_.size()] = std::move(line);
    }
    changed_.notify_all();
  }

  AnalyzedLine take(size_t file) {
    std::unique_lock lock(mutex_);
    std::optional<AnalyzedLine>& slot = ring_[file % ring_.size()];
    changed_.wait(lock, [&] { return slot.has_value(); });
    AnalyzedLine out = std::move(*slot);
    slot.reset();
    ++taken_;
    lock.unlock();
    changed_.notify_all();
    return out;
  }

  void end() {
    {
      const std::scoped_lock lock(mutex_);
      ended_ = true;
    }
    changed_.notify_all();
  }

 private:
  const size_t files_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<std::optional<AnalyzedLine>> ring_;
  size_t next_ = 0;   // file that the next free worker takes
  size_t taken_ = 0;  // results that the caller has taken
  bool ended_ = false;
};

}  // namespace

void analyze_files(const std::vector<std::filesystem::path>& files, const Lexicon& lexicon,
                   const AnalyzeOptions& options,
                   const std::function<bool(size_t file, AnalyzedLine line)>& take) {
  size_t threads = options.threads != 0 ? options.threads : std::thread::hardware_concurrency();
  threads = std::max<size_t>(1, std::min(threads, files.size()));
  OrderedResults results(files.size(), threads * 4);
  std::vector<std::thread> workers;
  for (size_t i = 0; i < threads; ++i) {
    workers.emplace_back([&] {
      while (const std::optional<size_t> file = results.next_file()) {
        results.put(*file, analyze_one(files[*file], lexicon, options.limits));
      }
    });
  }
  for (size_t file = 0; file < files.size(); ++file) {
    if (options.cancel != nullptr && *options.cancel) break;
    if (!take(file, results.take(file))) break;
  }
  results.end();
  for (std::thread& worker : workers) worker.join();
}

}  // namespace rasoat
