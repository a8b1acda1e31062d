// Finds provisions that move a task from the body that had it to another.
#pragma once

#include <string>
#include <vector>

#include "authority/assignment.h"
#include "citation/reference.h"
#include "lexicon/lexicon.h"
#include "structure/document.h"
#include "text/text_buffer.h"

namespace rasoat {

// "A task laid down in the cited unit is now done by `to`."
struct Transfer {
  int32_t provision = -1;  // index into Document::provisions
  std::string from;        // agency key; empty where the text does not name the former holder
  std::string to;          // agency key
  size_t reference = 0;    // index into the references: the unit that laid the task down
  Span holder;             // the words that name `to`, perhaps in a lead-in or heading above
  Span quote;              // the sentence that cites the unit
};

// In the order of the text; at most one for each (provision, from, to, cited unit). Three forms are
// read: "Thẩm quyền ... của X quy định tại <unit> do Y thực hiện" (or "chuyển giao cho Y"); the
// same in a heading or a lead-in, with the units below; and, in a text that by its title or
// headings divides powers anew, "Điều 6. Thẩm quyền của Y" above clauses that cite the unit. Units
// of the document itself, units that amended another, and editors' notes in brackets give none.
// Linear.
std::vector<Transfer> find_transfers(const TextBuffer& text, const Document& document,
                                     const std::vector<Reference>& references,
                                     const std::vector<Assignment>& assignments,
                                     const Lexicon& lexicon);

// Gives each provision with a transfer an assignment for the new holder, where it has none yet.
void add_assignments(const std::vector<Transfer>& transfers, std::vector<Assignment>& assignments);

}  // namespace rasoat
