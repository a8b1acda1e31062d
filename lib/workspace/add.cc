// Many files through the pipeline at once.
//
// Threads read and analyse; the calling thread alone writes, in the order of the files, so that the
// outcome is the same whatever the number of threads and wherever an earlier run was stopped. Each
// document is one transaction of the store. The index follows while the threads work and is
// committed now and then and at the end; where many files are new, or many have come since it was
// built, it is built on all cores at the end. A stop in between is made good by the next run, which
// begins by letting the index catch up.
#include <algorithm>
#include <exception>
#include <fstream>
#include <map>
#include <sstream>
#include <thread>
#include <variant>

#include "base/sha256.h"
#include "workspace/analysis.h"
#include "workspace/files.h"
#include "workspace/ordered_work.h"
#include "workspace/state.h"

namespace rasoat {
namespace {

namespace fs = std::filesystem;

constexpr uint64_t kBytesInWork = 256u << 20;
// So many files are not followed one by one: the index catches up with all of them at once.
constexpr size_t kManyFiles = 500;

struct Unchanged {};
using Analysed = std::variant<Error, Unchanged, AnalyzedFile>;

struct AddContext {
  Store& store;
  IndexFollower* index;  // null where the index catches up at the end
  const Lexicon& lexicon;
  const AddOptions& options;
  AddSummary& summary;
};

uint64_t bytes_of(const fs::path& path) {
  std::error_code error;
  const auto size = fs::file_size(path, error);
  return error ? 0 : size;
}

// Nothing where the file cannot be read; read_file() then says why.
std::string hash_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << in.rdbuf();
  return in && bytes ? sha256_hex(bytes.view()) : std::string();
}

Analysed analyse(const fs::path& path, const std::string* held_hash, const AddContext& context) {
  try {
    // A file that is held is worth a look at its bytes before a PDF is rendered for nothing.
    if (held_hash != nullptr && bytes_of(path) <= context.options.limits.max_file_bytes &&
        hash_of(path) == *held_hash) {
      return Unchanged{};
    }
    Result<SourceFile> source = read_file(path, context.options.limits);
    if (!source) return source.error();
    if (source->sha256.empty()) source->sha256 = hash_of(path);
    return analyze_source(std::move(*source), context.lexicon);
  } catch (const std::exception& thrown) {
    return Error{ErrorCode::kInternal, std::string("lỗi khi phân tích tệp (") + thrown.what() + ")",
                 path.string(), "Hãy báo cho người phát triển rasoat kèm tệp này."};
  }
}

void count(AddSummary& summary, AddedFile file) {
  switch (file.outcome) {
    case FileOutcome::kAdded:
      ++summary.added;
      break;
    case FileOutcome::kReplaced:
      ++summary.replaced;
      break;
    case FileOutcome::kUnchanged:
      ++summary.unchanged;
      break;
    case FileOutcome::kFailed:
      summary.failed.push_back(*file.error);
      break;
  }
  summary.warnings += file.warnings.size();
  summary.files.push_back(std::move(file));
}

AddedFile failure(const fs::path& path, Error error) {
  AddedFile out;
  out.path = path.string();
  out.outcome = FileOutcome::kFailed;
  if (error.subject.empty()) error.subject = out.path;
  out.error = std::move(error);
  return out;
}

// Writes one file's result. An error is one of the store: nothing more can be written.
Result<void> write(const fs::path& path, Analysed analysed, bool again, AddContext& context) {
  if (const Error* error = std::get_if<Error>(&analysed)) {
    count(context.summary, failure(path, *error));
    return {};
  }
  AddedFile out;
  out.path = path.string();
  if (std::holds_alternative<Unchanged>(analysed)) {
    out.outcome = FileOutcome::kUnchanged;
    count(context.summary, std::move(out));
    return {};
  }
  const AnalyzedFile& file = std::get<AnalyzedFile>(analysed);
  SourceRecord source;
  source.path = out.path;
  source.format = name_of(file.source.format);
  source.sha256 = file.source.sha256;
  source.bytes = file.source.bytes;
  Result<PutResult> put = context.store.put(source, file.analysis, context.lexicon, again);
  if (!put) return put.error();
  switch (put->outcome) {
    case PutOutcome::kAdded:
      out.outcome = FileOutcome::kAdded;
      break;
    case PutOutcome::kReplaced:
      out.outcome = FileOutcome::kReplaced;
      break;
    case PutOutcome::kUnchanged:
      out.outcome = FileOutcome::kUnchanged;
      break;
  }
  out.document = file.analysis.id;
  out.number = file.analysis.document.head.number;
  out.warnings = std::move(put->diagnostics);
  for (const auto* list :
       {&file.analysis.text.diagnostics(), &file.analysis.document.diagnostics}) {
    out.warnings.insert(out.warnings.end(), list->begin(), list->end());
  }
  count(context.summary, std::move(out));
  return context.index == nullptr ? Result<void>() : context.index->follow();
}

Result<void> add_files(const std::vector<fs::path>& files, bool again, AddContext& context) {
  Result<std::map<std::string, std::string>> hashes = context.store.source_hashes(files);
  if (!hashes) return hashes.error();
  const auto work = [&](size_t i) {
    const auto held = again ? hashes->end() : hashes->find(files[i].string());
    return analyse(files[i], held == hashes->end() ? nullptr : &held->second, context);
  };
  OrderedWork<Analysed>::Limits limits;
  limits.threads = context.options.threads > 0 ? std::min(context.options.threads, 256u)
                                               : std::max(1u, std::thread::hardware_concurrency());
  limits.threads = static_cast<unsigned>(std::min<size_t>(limits.threads, files.size()));
  limits.budget = kBytesInWork;
  if (files.empty()) return {};
  OrderedWork<Analysed> pipeline(files.size(), limits, work,
                                 [&](size_t i) { return bytes_of(files[i]); });
  size_t done = 0;
  while (std::optional<Analysed> analysed = pipeline.next()) {
    if (Result<void> written = write(files[done], std::move(*analysed), again, context); !written) {
      return written;
    }
    ++done;
    if (context.options.progress) {
      context.options.progress(done, files.size(), files[done - 1].string());
    }
    if (context.options.cancel != nullptr && *context.options.cancel) {
      context.summary.cancelled = true;
      pipeline.stop();
    }
  }
  return {};
}

}  // namespace

Result<AddSummary> Workspace::add(const std::vector<fs::path>& paths, const AddOptions& options) {
  State& state = *state_;
  if (!state.lock) {
    return Error{ErrorCode::kInternal, "kho chỉ mở để đọc", state.folder.string(), ""};
  }
  if (Result<void> ready = catch_up(state.index_folder(), *state.store, state.lexicon); !ready) {
    return ready.error();
  }
  FoundFiles found = find_files(paths, state.folder);
  std::unique_ptr<IndexFollower> index;
  if (found.files.size() < kManyFiles) {
    Result<std::unique_ptr<IndexFollower>> opened =
        IndexFollower::open(state.index_folder(), *state.store, state.lexicon);
    if (!opened) return opened.error();
    index = std::move(*opened);
  }

  AddSummary summary;
  AddContext context{*state.store, index.get(), state.lexicon, options, summary};
  for (Error& error : found.failed) {
    const fs::path path = error.subject;
    count(summary, failure(path, std::move(error)));
  }
  if (Result<void> added = add_files(found.files, options.again, context); !added) {
    return added.error();
  }
  if (!summary.cancelled) {
    Result<std::vector<std::string>> orphans = state.store->sources_to_read_again();
    if (!orphans) return orphans.error();
    const std::vector<fs::path> again(orphans->begin(), orphans->end());
    AddOptions quiet = options;
    quiet.progress = {};
    AddContext second{*state.store, index.get(), state.lexicon, quiet, summary};
    if (Result<void> added = add_files(again, true, second); !added) return added.error();
  }
  if (index) {
    if (Result<void> committed = index->commit(); !committed) return committed.error();
    index.reset();
  }
  const Result<void> indexed =
      catch_up(state.index_folder(), *state.store, state.lexicon, options.indexing);
  if (!indexed) return indexed.error();
  return summary;
}

}  // namespace rasoat
