// Findings on leads as a table.
#pragma once

#include <vector>

#include "report/grid.h"
#include "store/lead_findings.h"

namespace rasoat {

// One row for each finding, with both quotations. Cells hold no control characters but '\n'.
Grid lead_list(const std::vector<LeadFinding>& findings);

}  // namespace rasoat
