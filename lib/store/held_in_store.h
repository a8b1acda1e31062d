// What the store tells the resolution of references. Included by .cc files only.
#pragma once

#include <soci/soci.h>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "citation/resolve.h"
#include "store/records.h"
#include "store/state.h"

namespace rasoat::store_internal {

// Answers from the tables and remembers the answers, since the same laws are cited again and again.
// Valid within one transaction. Throws what SOCI throws.
class HeldInStore : public HeldDocuments {
 public:
  HeldInStore(soci::session& sql, const LawRegistry& registry) : sql_(sql), registry_(registry) {}

  std::vector<Candidate> with_number(std::string_view number) const override;
  std::vector<Candidate> with_name(std::string_view name) const override;
  bool has_provision(std::string_view document_id, std::string_view provision) const override;
  std::vector<std::string> below(std::string_view document_id,
                                 std::string_view provision) const override;
  bool is_unclear(std::string_view document_id) const override;
  std::vector<Change> changes_to(std::string_view document_id) const override;

  // The values of citations.target_key under which a document is cited, whatever the spelling of
  // its name; the number first.
  std::vector<std::string> target_keys(const std::string& document_id) const;

 private:
  const std::unordered_map<std::string, std::vector<Candidate>>& by_name() const;

  soci::session& sql_;
  const LawRegistry& registry_;
  mutable std::unordered_map<std::string, std::vector<Candidate>> by_number_;
  mutable std::optional<std::unordered_map<std::string, std::vector<Candidate>>> by_name_;
  // Keys of names that are cited, by law_name_key().
  mutable std::optional<std::unordered_map<std::string, std::vector<std::string>>> cited_names_;
  mutable std::unordered_map<std::string, bool> provisions_;
  mutable std::unordered_map<std::string, std::vector<Change>> changes_;
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
