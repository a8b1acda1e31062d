// The tasks that `plan` and `matrix` work on.
#pragma once

#include <string>
#include <vector>

#include "base/error.h"
#include "session.h"
#include "store/records.h"

namespace rasoat::cli {

// Of a file on disk, which is read on the spot and need not have been added; else of the document
// of the workspace that `name` names; for "" of all its plans.
Result<std::vector<PlanRow>> read_plan(const Session& session, const std::string& name);

}  // namespace rasoat::cli
