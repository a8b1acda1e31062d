#include "workspace/workspace.h"

#include <utility>

namespace rasoat {
namespace {

Error unfinished() { return Error{ErrorCode::kInternal, "chức năng này chưa có", "", ""}; }

}  // namespace

struct Workspace::State {
  std::filesystem::path folder;
  Lexicon lexicon = Lexicon::builtin();
};

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

Result<std::unique_ptr<Workspace>> Workspace::open(const std::filesystem::path&, Mode) {
  return unfinished();
}
const std::filesystem::path& Workspace::folder() const { return state_->folder; }
const Lexicon& Workspace::lexicon() const { return state_->lexicon; }
Result<AddSummary> Workspace::add(const std::vector<std::filesystem::path>&, const AddOptions&) {
  return unfinished();
}
Result<std::vector<DocumentRecord>> Workspace::list() const { return unfinished(); }
Result<DocumentRecord> Workspace::find_document(std::string_view) const { return unfinished(); }
Result<std::vector<DocumentRecord>> Workspace::find_documents(std::string_view) const {
  return unfinished();
}
Result<StoredDocument> Workspace::document(std::string_view) const { return unfinished(); }
Result<std::vector<std::string>> Workspace::agency_keys(std::string_view) const {
  return unfinished();
}
Result<SearchResult> Workspace::search(std::string_view, const SearchOptions&) const {
  return unfinished();
}
Result<std::vector<DutyRow>> Workspace::duties(const DutyFilter&) const { return unfinished(); }
Result<std::vector<ReferenceRow>> Workspace::references(const ReferenceFilter&) const {
  return unfinished();
}
Result<uint64_t> Workspace::export_json(std::ostream&, const Progress&) const {
  return unfinished();
}
Result<void> Workspace::rebuild_index(const Progress&) { return unfinished(); }
Result<WorkspaceStatus> Workspace::status() const { return unfinished(); }
Result<std::vector<std::string>> Workspace::check() const { return unfinished(); }

}  // namespace rasoat
