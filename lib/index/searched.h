// What a query is asked of: one Xapian database, put together of several. Included by .cc files
// only.
#pragma once

#include <xapian.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "index/columns.h"
#include "index/gone.h"
#include "index/record.h"

namespace rasoat::index_internal {

struct Searched {
  Xapian::Database database;  // all together
  std::vector<bool> remote;   // of each that it is put together of: whether on another machine
  // Of the first of them, where it is the base of a workspace's index; the other is then that of
  // the changes.
  const Columns* columns = nullptr;
  const Gone* gone = nullptr;  // from it
  std::string base_uuid;

  // The record of the base that is meant, 0 for a record elsewhere: by the number of a hit, or, of
  // what Xapian shows while it goes through the matches, by its number in its own database.
  uint32_t in_columns(Xapian::docid hit) const {
    if (columns == nullptr) return 0;
    const auto databases = static_cast<Xapian::docid>(remote.size());
    if ((hit - 1) % databases != 0) return 0;
    return in_bounds((hit - 1) / databases + 1);
  }
  uint32_t in_columns(const Xapian::Document& match) const {
    if (columns == nullptr) return 0;
    // A record of the base has no values.
    if (!is_in_order() && !match.get_value(kDocumentSlot).empty()) return 0;
    return in_bounds(match.get_docid());
  }
  bool is_here() const { return has(false); }      // some of it is on this machine
  bool is_elsewhere() const { return has(true); }  // some of it is on another
  // Whether Xapian's numbers stand in the order of is_before().
  bool is_in_order() const { return columns != nullptr && remote.size() == 1; }

 private:
  bool has(bool on_another) const {
    return std::find(remote.begin(), remote.end(), on_another) != remote.end();
  }
  uint32_t in_bounds(Xapian::docid record) const {
    return record <= columns->records() ? record : 0;
  }
};

}  // namespace rasoat::index_internal
