// What the index holds of a provision. Included by .cc files only.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <vector>

#include "lexicon/lexicon.h"
#include "store/analyzed_document.h"

namespace rasoat::index_internal {

// The slot with document id and position, by which hits are ordered that have no score, or the
// same.
inline constexpr Xapian::valueno kOrderSlot = 0;

// What is stored with a provision, and read from a hit.
struct ProvisionData {
  std::string document;
  std::string provision;
  uint32_t position = 0;
};

std::string encode(const ProvisionData& data);
ProvisionData decode(const std::string& bytes);

// One Xapian document for each provision, in their order.
std::vector<Xapian::Document> provision_documents(const AnalyzedDocument& analysis,
                                                  const Lexicon& lexicon);

}  // namespace rasoat::index_internal
