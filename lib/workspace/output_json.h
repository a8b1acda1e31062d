// The objects that commands print with --format json; docs/json.md describes their shapes. Each is
// one JSON object without line end.
#pragma once

#include <string>

#include "workspace/evaluation.h"

namespace rasoat {

std::string evaluation_json(const Evaluation& evaluation);

}  // namespace rasoat
