// Opens the workspace of a command, or ends the command with the reason.
#pragma once

#include <memory>
#include <string>

#include "session.h"
#include "workspace/workspace.h"

namespace rasoat::cli {

// Null after the error was printed.
std::unique_ptr<Workspace> open_workspace(Session& session, Workspace::Mode mode);

}  // namespace rasoat::cli
