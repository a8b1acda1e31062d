// Finds assignments and the tasks of plans in a document.
#pragma once

#include <vector>

#include "authority/assignment.h"
#include "citation/reference.h"
#include "lexicon/lexicon.h"
#include "structure/document.h"
#include "text/text_buffer.h"

namespace rasoat {

// In the order of the text, at most one for each (provision, agency). Linear in the text.
std::vector<Assignment> find_assignments(const TextBuffer& text, const Document& document,
                                         const std::vector<Reference>& references,
                                         const Lexicon& lexicon);

// The tasks of a plan (Kế hoạch and texts of that form); empty for other documents.
std::vector<PlanTask> find_plan_tasks(const TextBuffer& text, const Document& document,
                                      const std::vector<Assignment>& assignments,
                                      const Lexicon& lexicon);

}  // namespace rasoat
