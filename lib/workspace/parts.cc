// How an index, or the parts of one, stand to the store.
#include "index/part_list.h"
#include "workspace/state.h"

namespace rasoat {
namespace {

// The part that has, or should have, a document; null where it does not answer.
const IndexState* part_of(const std::string& document, const std::vector<IndexState>& parts) {
  for (const IndexState& part : parts) {
    if (part.part.holds(document)) return &part;
  }
  return nullptr;
}

// The changes that the oldest part lacks.
Result<std::vector<Change>> changes_behind(const Store& store, std::vector<IndexState>& parts) {
  const Result<std::string> identity = store.identity();
  if (!identity) return identity.error();
  uint64_t oldest = UINT64_MAX;
  for (IndexState& part : parts) {
    if (part.store != *identity) part.change = 0;
    oldest = std::min(oldest, part.change);
  }
  const Result<uint64_t> count = store.count_changes_after(oldest);
  if (!count) return count.error();
  if (*count == 0) return std::vector<Change>();
  return store.changes_after(oldest, *count);
}

}  // namespace

Result<std::set<std::string>> Workspace::State::outdated() {
  Result<SearchIndex*> opened = open_index();
  if (!opened) return opened.error();
  Result<std::vector<IndexState>> parts = (*opened)->states();
  if (!parts) return parts.error();
  Result<std::vector<Change>> changes = changes_behind(*store, *parts);
  if (!changes) return changes.error();
  std::set<std::string> out;
  for (Change& change : *changes) {
    const IndexState* const part = part_of(change.document, *parts);
    if (part != nullptr && change.seq > part->change) out.insert(std::move(change.document));
  }
  return out;
}

Result<uint64_t> Workspace::State::behind() {
  Result<SearchIndex*> opened = open_index();
  if (!opened) return opened.error();
  if (divided) {
    const Result<std::set<std::string>> documents = outdated();
    if (!documents) return documents.error();
    return documents->size();
  }
  const Result<std::vector<IndexState>> states = (*opened)->states();
  if (!states) return states.error();
  const Result<std::string> identity = store->identity();
  if (!identity) return identity.error();
  const IndexState& own = states->front();
  return store->count_changes_after(own.store == *identity ? own.change : 0);
}

Result<void> Workspace::use_parts(const std::filesystem::path& list, bool partial) {
  State& state = *state_;
  Result<std::unique_ptr<SearchIndex>> opened = SearchIndex::open_parts(list, partial);
  if (!opened) return opened.error();
  const Result<std::string> identity = state.store->identity();
  if (!identity) return identity.error();
  const Result<std::vector<IndexState>> parts = (*opened)->states();
  if (!parts) return parts.error();
  for (const IndexState& part : *parts) {
    if (part.store == *identity) continue;
    return Error{ErrorCode::kIndex, "phần chỉ mục lập từ kho khác", part.place,
                 "Hãy chia lại chỉ mục của kho này bằng lệnh rasoat index --split."};
  }
  state.index = std::move(*opened);
  state.divided = true;
  return {};
}

Result<std::vector<PartStatus>> Workspace::parts() const {
  State& state = *state_;
  Result<SearchIndex*> opened = state.open_index();
  if (!opened) return opened.error();
  Result<std::vector<IndexState>> parts = (*opened)->states();
  if (!parts) return parts.error();
  const Result<std::vector<Change>> changes = changes_behind(*state.store, *parts);
  if (!changes) return changes.error();
  std::vector<PartStatus> out;
  for (IndexState& part : *parts) out.push_back({std::move(part), 0});
  for (const Change& change : *changes) {
    for (PartStatus& part : out) {
      if (part.state.part.holds(change.document))
        part.not_indexed += change.seq > part.state.change;
    }
  }
  return out;
}

std::vector<MissingPart> Workspace::missing_parts() const {
  return state_->index ? state_->index->missing() : std::vector<MissingPart>();
}

Result<void> Workspace::divide_index(const std::filesystem::path& folder, uint32_t parts, bool anew,
                                     const Progress& progress) {
  State& state = *state_;
  if (!state.lock) {
    return Error{ErrorCode::kInternal, "kho chỉ mở để đọc", state.folder.string(), ""};
  }
  if (parts == 0 || parts > kMaxDivision) {
    return Error{ErrorCode::kInvalidArgument, "số phần không hợp lệ", std::to_string(parts),
                 "Hãy nêu từ 1 đến " + std::to_string(kMaxDivision) + " phần."};
  }
  return divide(folder, parts, *state.store, state.lexicon, anew, progress);
}

}  // namespace rasoat
