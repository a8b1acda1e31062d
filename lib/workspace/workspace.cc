#include "workspace/workspace.h"

#include <algorithm>
#include <utility>

#include "store/keys.h"
#include "text/clean_lines.h"
#include "workspace/state.h"

namespace rasoat {
namespace {

namespace fs = std::filesystem;

// What the user typed, with its characters repaired as those of documents are.
std::string clean(std::string_view typed) {
  RawText raw;
  raw.lines.emplace_back().text = typed;
  const CleanLines lines = clean_lines(raw);
  std::string out;
  for (const CleanLine& line : lines.lines) {
    out += (out.empty() ? "" : " ") + std::string(lines.of(line));
  }
  return out;
}

std::string described(const DocumentRecord& record) {
  std::string out = record.id;
  if (!record.number.empty()) out += ", số " + record.number;
  if (!record.issuer.empty()) out += ", " + record.issuer;
  if (record.date) out += ", ngày " + record.date->vietnamese();
  return out;
}

uint64_t bytes_below(const fs::path& path) {
  std::error_code error;
  uint64_t out = 0;
  for (fs::recursive_directory_iterator at(path, error), end; !error && at != end;
       at.increment(error)) {
    std::error_code ignored;
    if (at->is_regular_file(ignored)) out += at->file_size(ignored);
  }
  return out;
}

}  // namespace

std::string_view name_of(FileOutcome outcome) {
  switch (outcome) {
    case FileOutcome::kAdded:
      return "added";
    case FileOutcome::kReplaced:
      return "replaced";
    case FileOutcome::kUnchanged:
      return "unchanged";
    case FileOutcome::kFailed:
      return "failed";
  }
  return "failed";
}

Workspace::Workspace(std::unique_ptr<State> state) : state_(std::move(state)) {}
Workspace::~Workspace() = default;

Result<std::unique_ptr<Workspace>> Workspace::open(const fs::path& folder, Mode mode) {
  auto state = std::make_unique<State>();
  std::error_code error;
  if (mode == Mode::kWrite) {
    fs::create_directories(folder, error);
    if (error) {
      return Error{ErrorCode::kStore, "không tạo được thư mục của kho (" + error.message() + ")",
                   folder.string(), "Hãy chọn thư mục khác bằng tùy chọn --workspace."};
    }
  } else if (!fs::exists(folder / "store.db", error)) {
    return Error{ErrorCode::kNotFound, "chưa có kho văn bản trong thư mục này", folder.string(),
                 "Hãy nạp văn bản trước bằng lệnh rasoat add, hoặc chỉ thư mục khác bằng tùy chọn "
                 "--workspace."};
  }
  state->folder = fs::weakly_canonical(folder, error);
  if (error) state->folder = folder;
  if (mode == Mode::kWrite) {
    Result<WriteLock> lock = WriteLock::take(state->folder);
    if (!lock) return lock.error();
    state->lock.emplace(std::move(*lock));
  }
  Result<Lexicon> lexicon = Lexicon::with_overrides(state->folder / "lexicon");
  if (!lexicon) return lexicon.error();
  state->lexicon = std::move(*lexicon);
  Result<std::unique_ptr<Store>> store = Store::open(
      state->folder / "store.db", mode == Mode::kWrite ? Store::Mode::kWrite : Store::Mode::kRead);
  if (!store) return store.error();
  state->store = std::move(*store);
  return std::unique_ptr<Workspace>(new Workspace(std::move(state)));
}

const fs::path& Workspace::folder() const { return state_->folder; }
const Lexicon& Workspace::lexicon() const { return state_->lexicon; }

Result<std::vector<DocumentRecord>> Workspace::list() const { return state_->store->list(); }

Result<std::vector<DocumentRecord>> Workspace::find_documents(std::string_view name) const {
  const Store& store = *state_->store;
  Result<std::optional<DocumentRecord>> by_id = store.find_id(name);
  if (!by_id) return by_id.error();
  if (*by_id) return std::vector<DocumentRecord>{std::move(**by_id)};

  // A file that exists, or existed, under this path; then a number; then a law's name; then the
  // bare name of a file.
  std::error_code error;
  const fs::path path = fs::weakly_canonical(fs::path(name), error);
  if (!error && name.find('\0') == std::string_view::npos) {
    Result<std::vector<DocumentRecord>> by_path = store.find_path(path.string());
    if (!by_path || !by_path->empty()) return by_path;
  }
  const std::string typed = clean(name);
  Result<std::vector<DocumentRecord>> by_number = store.find_number(typed);
  if (!by_number || !by_number->empty()) return by_number;
  Result<std::vector<DocumentRecord>> by_name = store.find_name(typed);
  if (!by_name || !by_name->empty()) return by_name;
  if (name.find('/') == std::string_view::npos) return store.find_path(name);
  return std::vector<DocumentRecord>();
}

Result<DocumentRecord> Workspace::find_document(std::string_view name) const {
  Result<std::vector<DocumentRecord>> found = find_documents(name);
  if (!found) return found.error();
  if (found->empty()) {
    return Error{ErrorCode::kNotFound, "không có văn bản này trong kho", clean(name),
                 "Lệnh rasoat list cho biết các văn bản đang có."};
  }
  if (found->size() == 1) return std::move(found->front());
  std::string candidates;
  for (const DocumentRecord& record : *found) candidates += "\n  " + described(record);
  return Error{ErrorCode::kAmbiguous,
               "có " + std::to_string(found->size()) + " văn bản phù hợp:" + candidates + "\n",
               clean(name), "Hãy dùng mã văn bản (cột đầu) thay cho số."};
}

Result<StoredDocument> Workspace::document(std::string_view id) const {
  Result<std::optional<StoredDocument>> found = state_->store->read(id, state_->lexicon);
  if (!found) return found.error();
  if (*found) return std::move(**found);
  return Error{ErrorCode::kNotFound, "không có văn bản này trong kho", clean(id),
               "Lệnh rasoat list cho biết các văn bản đang có."};
}

Result<std::vector<std::string>> Workspace::agency_keys(std::string_view words) const {
  constexpr size_t kMaxBytes = 1024;
  const std::string typed = words.size() <= kMaxBytes ? clean(words) : std::string();
  std::vector<std::string> keys = agency_keys_from_words(typed, state_->lexicon);
  if (!keys.empty()) return keys;
  return Error{ErrorCode::kInvalidArgument, "không nhận ra cơ quan nào trong các từ này", typed,
               "Hãy viết tên cơ quan kèm cấp, ví dụ \"UBND huyện\" hoặc \"Sở Tư pháp\"."};
}

Result<std::vector<DutyRow>> Workspace::duties(const DutyFilter& filter) const {
  return state_->store->duties(filter, state_->lexicon);
}

Result<DutyList> Workspace::with_fates(std::vector<DutyRow> duties, Date on) const {
  DutyList out;
  out.on = on;
  out.duties = std::move(duties);
  const bool any = std::any_of(out.duties.begin(), out.duties.end(), [&](const DutyRow& duty) {
    return agency_abolished(duty.agency, on, state_->lexicon);
  });
  if (any) {
    Result<TransferList> held = transfers({});
    if (!held) return held.error();
    out.transfers = std::move(held->rows);
  }
  out.fates = duty_fates(out.duties, out.transfers, on, state_->lexicon);
  out.parts = duty_parts(out.duties, state_->lexicon);
  return out;
}

Result<uint64_t> Workspace::count_older() const { return state_->store->count_older(); }

Result<TransferList> Workspace::transfers(const TransferFilter& filter) const {
  return state_->store->transfers(filter, state_->lexicon);
}

Result<DelegationList> Workspace::delegations(const DelegationFilter& filter) const {
  return state_->store->delegations(filter, state_->lexicon);
}

Result<ReferenceList> Workspace::references(const ReferenceFilter& filter) const {
  return state_->store->references(filter, state_->lexicon);
}

Result<void> Workspace::rebuild_index(const Progress& progress) {
  State& state = *state_;
  if (!state.lock) {
    return Error{ErrorCode::kInternal, "kho chỉ mở để đọc", state.folder.string(), ""};
  }
  return rebuild(state.index_folder(), *state.store, state.lexicon, progress);
}

Result<WorkspaceStatus> Workspace::status() const {
  State& state = *state_;
  WorkspaceStatus out;
  const Result<StoreCounts> counts = state.store->counts();
  if (!counts) return counts.error();
  out.counts = *counts;
  Result<SearchIndex*> index = state.open_index();
  if (!index) return index.error();
  const Result<std::vector<IndexState>> indexed = (*index)->states();
  if (!indexed) return indexed.error();
  for (const IndexState& part : *indexed) out.indexed_provisions += part.provisions;
  const Result<uint64_t> behind = state.behind();
  if (!behind) return behind.error();
  out.not_indexed = *behind;
  const Result<uint64_t> older = state.store->count_older();
  if (!older) return older.error();
  out.older = *older;
  std::error_code error;
  for (const char* name : {"store.db", "store.db-wal"}) {
    const auto size = fs::file_size(state.folder / name, error);
    if (!error) out.store_bytes += size;
  }
  out.index_bytes = bytes_below(state.index_folder());
  return out;
}

Result<std::vector<std::string>> Workspace::check() const {
  State& state = *state_;
  Result<std::vector<std::string>> out = state.store->check();
  if (!out) return out;
  Result<SearchIndex*> index = state.open_index();
  if (!index) return index.error();
  const Result<std::vector<std::string>> faults = (*index)->check();
  if (!faults) return faults.error();
  out->insert(out->end(), faults->begin(), faults->end());
  const Result<WorkspaceStatus> now = status();
  if (!now) return now.error();
  if (now->not_indexed > 0) {
    out->push_back("chỉ mục còn thiếu " + std::to_string(now->not_indexed) + " thay đổi của kho");
  } else if (now->indexed_provisions != now->counts.provisions) {
    out->push_back("chỉ mục có " + std::to_string(now->indexed_provisions) +
                   " điều khoản, kho có " + std::to_string(now->counts.provisions));
  }
  return out;
}

}  // namespace rasoat
