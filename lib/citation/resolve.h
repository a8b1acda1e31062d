// Resolves references against the documents that are held.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "citation/reference.h"

namespace rasoat {

// What resolve() asks of whoever holds documents. Implemented by the store; tests use a table.
class HeldDocuments {
 public:
  struct Candidate {
    std::string id;
    std::string type, issuer, title;
    std::optional<Date> date;
  };

  virtual ~HeldDocuments() = default;
  // Held documents with this number, compared without regard to case, spaces and leading zeros.
  virtual std::vector<Candidate> with_number(std::string_view number) const = 0;
  // Held laws, codes, ordinances and the Constitution of this name (lower case, "luật đất đai").
  virtual std::vector<Candidate> with_name(std::string_view name) const = 0;
  virtual bool has_provision(std::string_view document_id, std::string_view provision) const = 0;
};

struct CitingDocument {
  std::string id;
  std::string issuer;
  std::optional<Date> date;
};

// Sets outcome and candidates of each reference. A reference to "this" resolves to the citing
// document itself.
void resolve(std::vector<Reference>& references, const CitingDocument& citing,
             const HeldDocuments& held);

}  // namespace rasoat
