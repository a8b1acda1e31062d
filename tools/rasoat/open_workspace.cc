#include "open_workspace.h"

namespace rasoat::cli {

std::unique_ptr<Workspace> open_workspace(Session& session, Workspace::Mode mode) {
  Result<std::unique_ptr<Workspace>> opened = Workspace::open(session.workspace, mode);
  if (opened) return std::move(*opened);
  fail(session, opened.error());
  return nullptr;
}

}  // namespace rasoat::cli
