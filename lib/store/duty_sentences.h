// What the sentences of duties say, read from the rows.
#pragma once

#include <vector>

#include "authority/duty_parts.h"
#include "authority/leads.h"
#include "lexicon/lexicon.h"
#include "store/records.h"

namespace rasoat {

// What a duty says of its body in its sentence, for those who judge sentences; it points into the
// row.
LeadClaim claim_of(const DutyRow& duty);

// One for each duty. The more of the bodies of a sentence are among the rows, the more is found:
// behind a body that no row names the verb is not looked for.
std::vector<DutyParts> duty_parts(const std::vector<DutyRow>& duties, const Lexicon& lexicon);

}  // namespace rasoat
