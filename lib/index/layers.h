// The two databases of a workspace's index that are in use together: the base, which is built of
// all documents at once and never changed, and the changes since. Included by .cc files only.
#pragma once

#include <xapian.h>

#include <filesystem>
#include <memory>

#include "base/error.h"
#include "index/columns.h"
#include "index/gone.h"
#include "index/search_index.h"
#include "index/searched.h"

namespace rasoat::index_internal {

// The folder of the changes in that of the base.
inline constexpr const char* kChangesFolder = "changes";

// Throws what Xapian throws.
class Layers {
 public:
  // kIndex where the columns are damaged. A base of another form than this rasoat's is as good as
  // none: is_usable() says so.
  static Result<std::unique_ptr<Layers>> open(const std::filesystem::path& folder);

  bool is_usable() const { return !state_.store.empty(); }
  // Sees what has been committed since.
  void refresh();

  const Searched& searched() const { return searched_; }
  const Xapian::Database& base() const { return base_; }
  const Gone& gone() const { return gone_; }
  // Of both together.
  IndexState state() const;
  // How many records stand in the changes, or have been replaced by them.
  uint64_t moved_records() const;

 private:
  void read_changes();

  std::filesystem::path folder_;
  Xapian::Database base_;
  Xapian::Database changes_;
  bool has_changes_ = false;
  std::unique_ptr<Columns> columns_;
  Gone gone_;
  IndexState state_;  // of the base
  Searched searched_;
};

}  // namespace rasoat::index_internal
