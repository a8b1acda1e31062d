// What the outputs of references have in common.
#pragma once

#include <nlohmann/json.hpp>

#include "citation/reference.h"

namespace rasoat {

// `resolved` and `versions` of a reference by name; docs/json.md. Nothing for other references.
inline void add_versions(nlohmann::json& row, const Reference& reference) {
  if (!reference.document.starts_with("name:")) return;
  const auto& versions = reference.versions;
  row["resolved"] = versions.size() == 1 ? nlohmann::json(versions.front()) : nlohmann::json();
  if (versions.size() > 1) row["versions"] = versions;
}

}  // namespace rasoat
