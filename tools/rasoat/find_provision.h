// The document and the provision that the arguments DOC [PROVISION] name.
#pragma once

#include <cstdint>
#include <string>

#include "base/error.h"
#include "workspace/workspace.h"

namespace rasoat::cli {

struct NamedPlace {
  StoredDocument document;
  int32_t provision = -1;  // index; -1: the whole document

  // Its id; empty for the whole document.
  std::string provision_id() const;
};

Result<NamedPlace> find_place(const Workspace& workspace, const std::string& document,
                              const std::string& provision);

}  // namespace rasoat::cli
