#include "index/layers.h"

#include "index/index_metadata.h"

namespace rasoat::index_internal {

namespace fs = std::filesystem;

Result<std::unique_ptr<Layers>> Layers::open(const fs::path& folder) {
  auto out = std::make_unique<Layers>();
  out->folder_ = folder;
  out->base_ = Xapian::Database(folder.string(), Xapian::DB_BACKEND_GLASS);
  out->state_ = read_state(out->base_);
  if (!out->is_usable()) return out;
  Result<std::unique_ptr<Columns>> columns =
      Columns::open(folder / kColumnsFile, out->base_.get_doccount());
  if (!columns) return columns.error();
  out->columns_ = std::move(*columns);
  out->searched_.database.add_database(out->base_);
  out->searched_.remote = {false};
  out->searched_.columns = out->columns_.get();
  out->searched_.gone = &out->gone_;
  out->searched_.base_uuid = out->base_.get_uuid();
  out->refresh();
  return out;
}

void Layers::refresh() {
  if (has_changes_) {
    if (changes_.reopen()) read_changes();
    return;
  }
  const fs::path folder = folder_ / kChangesFolder;
  std::error_code ignored;
  if (!is_usable() || !fs::exists(folder, ignored)) return;
  changes_ = Xapian::Database(folder.string(), Xapian::DB_BACKEND_GLASS);
  has_changes_ = true;
  searched_.database.add_database(changes_);
  searched_.remote.push_back(false);
  read_changes();
}

void Layers::read_changes() { gone_ = read_gone(changes_); }

IndexState Layers::state() const {
  if (!has_changes_) return state_;
  IndexState out = read_state(changes_);
  if (out.store.empty()) return state_;  // nothing has been committed to it yet
  out.provisions += state_.provisions - gone_.provisions();
  return out;
}

uint64_t Layers::moved_records() const {
  return has_changes_ ? changes_.get_doccount() + gone_.records() : 0;
}

}  // namespace rasoat::index_internal
