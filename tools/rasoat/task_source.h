// What the commands `leads` and `matrix` work on: files on disk, or documents of the workspace.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/error.h"
#include "session.h"
#include "workspace/task_rows.h"

namespace rasoat::cli {

struct TaskSource {
  std::unique_ptr<Workspace> workspace;  // null where all names are files on disk
  TaskRows rows;

  const Lexicon& lexicon() const;
  Result<std::vector<LeadFinding>> findings() const;
};

// A file on disk is read on the spot and need not have been added; other names are documents of the
// workspace; none: all of it.
Result<TaskSource> read_tasks(const Session& session, const std::vector<std::string>& names);

}  // namespace rasoat::cli
