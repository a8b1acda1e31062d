// A document with everything that was found out about it: what the pipeline makes and the store
// keeps.
#pragma once

#include <string>
#include <vector>

#include "authority/assignment.h"
#include "authority/delegations.h"
#include "authority/transfers.h"
#include "citation/reference.h"
#include "structure/document.h"
#include "text/text_buffer.h"

namespace rasoat {

struct AnalyzedDocument {
  std::string id;  // structure/parse.h: document_id()
  TextBuffer text;
  Document document;
  std::vector<Reference> references;  // those of Outcome::kGeneric behind all others
  std::vector<Assignment> assignments;
  std::vector<PlanTask> tasks;
  std::vector<Transfer> transfers;
  std::vector<Delegation> delegations;
};

}  // namespace rasoat
