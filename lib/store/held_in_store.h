// What the store tells the resolution of references. Included by .cc files only.
#pragma once

#include <soci/soci.h>

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "citation/resolve.h"
#include "store/records.h"
#include "store/state.h"

namespace rasoat::store_internal {

// Answers from the tables and remembers the answers, since the same laws are cited again and again.
// Valid within one transaction. Throws what SOCI throws.
class HeldInStore : public HeldDocuments {
 public:
  explicit HeldInStore(soci::session& sql) : sql_(sql) {}

  std::vector<Candidate> with_number(std::string_view number) const override;
  std::vector<Candidate> with_name(std::string_view name) const override;
  bool has_provision(std::string_view document_id, std::string_view provision) const override;

 private:
  const std::vector<Candidate>& candidates(const std::string& column, const std::string& key) const;

  soci::session& sql_;
  mutable std::map<std::string, std::vector<Candidate>> candidates_;
  mutable std::map<std::pair<std::string, std::string>, bool> provisions_;
};

struct CitationRow {
  Reference reference;
  std::string words;
  Integer page = 0;
  Integer line = 0;
};

// The references of a document as they were found, in the order of the text.
std::vector<CitationRow> read_citations(soci::session& sql, Integer document);

}  // namespace rasoat::store_internal
