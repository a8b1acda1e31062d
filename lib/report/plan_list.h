// The tasks of plans as a table.
#pragma once

#include <vector>

#include "report/grid.h"
#include "store/records.h"

namespace rasoat {

Grid plan_list(const std::vector<PlanRow>& tasks);

}  // namespace rasoat
