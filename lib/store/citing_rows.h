// Documents with what they cite, as rows. Included by .cc files only.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "store/held_in_store.h"
#include "store/state.h"

namespace rasoat::store_internal {

struct DocumentRow {
  Integer nr = 0;
  DocumentLabel label;
  std::string source;  // path of the one that counts
};

// The documents (as d) that a condition selects, ordered by id. `values` are bound in its order.
std::vector<DocumentRow> documents(soci::session& sql, const std::string& condition,
                                   const std::vector<std::string>& values);

// References resolved against what is held. Valid within one transaction. Throws what SOCI throws.
class CitingRows {
 public:
  CitingRows(soci::session& sql, const LawRegistry& registry)
      : sql_(sql), registry_(registry), held_(sql, registry) {}

  const HeldInStore& held() const { return held_; }
  // All references of a document, in the order of the text.
  std::vector<CitationRow> resolved(const DocumentRow& citing);
  ReferenceRow finish(const DocumentRow& citing, CitationRow row);
  // A unit that only the regulation issued with the document has is that one: whoever cites it
  // often leaves the regulation out.
  std::string unit_in(const std::string& document, const std::string& unit) const;
  ProvisionLabel provision(const DocumentRow& document, Integer position);
  const DocumentLabel& label_of(const std::string& id);

 private:
  struct Provision {
    std::string id, heading;
  };

  soci::session& sql_;
  const LawRegistry& registry_;
  HeldInStore held_;
  Integer provisions_of_ = 0;
  std::vector<Provision> provisions_;
  std::map<std::string, DocumentLabel> labels_;
};

}  // namespace rasoat::store_internal
