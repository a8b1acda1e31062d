// The tables of the store, as the steps that lead from an empty database to the newest form.
#pragma once

#include <span>
#include <string_view>

namespace rasoat::store_internal {

// Step N brings a database of version N to version N+1; its statements are separated by ';'. Steps
// that have been released are never changed: a new form is a new step. SQL that SQLite and
// PostgreSQL share, but for the type BLOB.
std::span<const std::string_view> migrations();

}  // namespace rasoat::store_internal
