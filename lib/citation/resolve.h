// Resolves references against the documents that are held.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "citation/law_registry.h"
#include "citation/reference.h"

namespace rasoat {

// What resolve() asks of whoever holds documents. Implemented by the store; tests use a table.
class HeldDocuments {
 public:
  struct Candidate {
    std::string id;
    std::string number, type, issuer, title;
    std::optional<Date> date;
  };
  // A reference of another document that amends, inserts or replaces a unit of this one.
  struct Change {
    std::string by;    // id of the other document
    std::string unit;  // id in the changed document; empty for the whole
    bool inserts = false;
    bool by_number = false;  // else by name, which other versions bear too
  };

  virtual ~HeldDocuments() = default;
  // Held documents with this number, compared as by number_key().
  virtual std::vector<Candidate> with_number(std::string_view number) const = 0;
  // Held laws, codes, ordinances and the Constitution of this name, compared as by law_name_key().
  virtual std::vector<Candidate> with_name(std::string_view name) const = 0;
  virtual bool has_provision(std::string_view document_id, std::string_view provision) const = 0;

  // The rest is asked only of documents that lack a unit.
  // Ids of the provisions directly below one, or of the highest ones (`provision` empty).
  virtual std::vector<std::string> below(std::string_view document_id,
                                         std::string_view provision) const = 0;
  // Whether the text was read with doubts: units out of sequence or repeated, quotations without
  // end, or it may not be the text as issued (issued_text.h).
  virtual bool is_unclear(std::string_view document_id) const = 0;
  virtual std::vector<Change> changes_to(std::string_view document_id) const = 0;
};

struct CitingDocument {
  std::string id;
  std::string issuer;
  std::optional<Date> date;
  std::string number = {};
  std::string type = {};
};

// Sets `versions` of each reference by name from the registry: versions_meant(); where the date
// leaves several, those that the text names as its basis by number, day or year, or else cites so.
void find_versions(std::vector<Reference>& references, const std::optional<CitingDays>& citing,
                   const LawRegistry& registry);

// Sets versions, outcome, candidates and doubt of each reference. A held law whose name the
// registry has not counts as a version of it. A reference to "this" resolves to the citing document
// itself.
//
// A unit that the target lacks is dangling only where that is sure: the words are tied to the
// target (not Reference::loose, no own unit in a document that amends others, no consolidated text,
// which quotes other laws in its notes), doubt_of() finds no doubt, the text was divided without
// doubt, no held document changes that place, and, for a law, all laws that are known to have
// changed it are held. Else the unit counts as not held, with the reason in `doubt`; one that a
// held document inserts is resolved.
void resolve(std::vector<Reference>& references, const CitingDocument& citing,
             const HeldDocuments& held, const LawRegistry& registry);

}  // namespace rasoat
