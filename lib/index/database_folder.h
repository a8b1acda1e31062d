// Which of the databases in an index folder is in use.
#pragma once

#include <filesystem>
#include <string>

#include "base/error.h"

namespace rasoat::index_internal {

// The name of the database in use ("db-1"); empty where there is none.
std::string current_database(const std::filesystem::path& folder);
// A name that no database in the folder has; makes the folder.
Result<std::string> new_database(const std::filesystem::path& folder);
// An empty folder for the parts of a database while it is made, in place of what an interrupted
// build left there.
Result<std::filesystem::path> scratch_folder(const std::filesystem::path& folder);
// Puts a small file in the place of another, in one step.
Result<void> replace_file(const std::filesystem::path& file, const std::string& content);
// Puts a database in use, in one step, and deletes the others.
Result<void> use_database(const std::filesystem::path& folder, const std::string& name);

}  // namespace rasoat::index_internal
