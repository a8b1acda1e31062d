// Delegations as a table.
#pragma once

#include <string>

#include "report/grid.h"
#include "store/records.h"

namespace rasoat {

// "phân cấp, ủy quyền"
std::string kinds_in_words(const DelegationRow& row);
// Names separated by `separator`; "và cơ quan khác" where the words name more. Empty where nobody
// is named.
std::string givers_in_words(const DelegationRow& row, const std::string& separator);
std::string receivers_in_words(const DelegationRow& row, const std::string& separator);

// One row for each delegation, with its quotation and place. Cells hold no control characters but
// '\n'.
Grid delegation_list(const DelegationList& delegations);

}  // namespace rasoat
