// Vietnamese names of what tables show.
#pragma once

#include <string>
#include <vector>

#include "authority/assignment.h"
#include "citation/reference.h"
#include "store/records.h"

namespace rasoat::cli {

std::string vietnamese(ReferenceKind kind);
std::string vietnamese(Outcome outcome);
// The outcome, or why nothing can be said of the unit: "chưa rõ: …".
std::string outcome_in_words(const Reference& reference);

// "12/2023/QĐ-UBND", or what else tells the document apart.
std::string short_name(const DocumentLabel& document);
std::string short_name(const DocumentRecord& record);
// "khoản 2 Điều 5", or "cả văn bản".
std::string place_name(const ProvisionLabel& provision);

}  // namespace rasoat::cli
