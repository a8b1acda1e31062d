// The files that a command was given: folders are walked.
#pragma once

#include <filesystem>
#include <vector>

#include "base/error.h"

namespace rasoat {

struct FoundFiles {
  std::vector<std::filesystem::path> files;  // absolute, links resolved, each once
  std::vector<Error> failed;                 // paths that do not exist or cannot be opened
};

// Folders are walked to the bottom, their entries sorted by name. Inside folders hidden entries
// (".x"), Office's lock files ("~$x") and what is no regular file are passed over; a folder that
// was walked already, as by links in a circle, is not walked again. A folder that equals
// `not_below` (the workspace itself) is passed over.
FoundFiles find_files(const std::vector<std::filesystem::path>& paths,
                      const std::filesystem::path& not_below = {});

}  // namespace rasoat
