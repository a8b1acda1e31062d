// What the sentences of duties say, read from the rows.
#pragma once

#include <vector>

#include "authority/duty_parts.h"
#include "lexicon/lexicon.h"
#include "store/records.h"

namespace rasoat {

// One for each duty. The more of the bodies of a sentence are among the rows, the more is found:
// behind a body that no row names the verb is not looked for.
std::vector<DutyParts> duty_parts(const std::vector<DutyRow>& duties, const Lexicon& lexicon);

}  // namespace rasoat
