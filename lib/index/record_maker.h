// Makes the records that the index holds of a document. Included by .cc files only.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "index/record.h"
#include "lexicon/lexicon.h"
#include "store/analyzed_document.h"

namespace rasoat::index_internal {

// Keeps the terms of syllables that it has seen; one maker in each thread.
class RecordMaker {
 public:
  explicit RecordMaker(const Lexicon& lexicon);
  ~RecordMaker();

  // A record for each provision, in their order, then those of the passages (index/terms.h).
  // `number` is the store's number of the document.
  std::vector<Record> make(uint32_t number, const AnalyzedDocument& analysis);

 private:
  class Vocabulary;
  const Lexicon& lexicon_;
  std::unique_ptr<Vocabulary> vocabulary_;
};

// The place of a type of document in the order of Luật 64/2025/QH15 Điều 4, those of the province
// and below behind those of the centre; 0 the highest.
uint8_t document_rank(const DocumentHead& head, const Lexicon& lexicon);

// The provisions that stand for a passage: each Điều and Phụ lục, title and preamble; where no Điều
// is above them, the highest khoản and those "I." that have none below.
std::vector<bool> passage_roots(const Document& document);

}  // namespace rasoat::index_internal
