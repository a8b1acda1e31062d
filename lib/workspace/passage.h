// The words of a provision that answer a query.
#pragma once

#include <string>
#include <vector>

#include "base/span.h"
#include "query/query.h"
#include "store/analyzed_document.h"

namespace rasoat {

// What a query asks of a provision, gathered from its tree without what stands under NOT.
struct Wanted {
  std::vector<std::string> marked;    // syllables that must be as written
  std::vector<std::string> unmarked;  // syllables that stand for every form
  std::vector<std::string> agencies;
  std::vector<std::string> levels;
  std::vector<std::string> roles;

  bool asks_for_duty() const { return !agencies.empty() || !levels.empty() || !roles.empty(); }
};

Wanted wanted_by(const Query& query);

struct Passage {
  Span span;                // in the text of the document
  std::vector<Span> marks;  // matched syllables, in the text of the document
};

// The quotation of the first duty that was asked for, else the stretch of the provision's own text
// with the most of the words, cut at words. Linear in the length of the provision.
Passage passage_of(const AnalyzedDocument& analysis, size_t provision, const Wanted& wanted,
                   const Lexicon& lexicon);

// The provision at or below `root` whose own text has the most of the words: the one to show of a
// passage that was found as a whole. `root` itself where none below has more than it.
size_t best_below(const AnalyzedDocument& analysis, size_t root, const Wanted& wanted,
                  const Lexicon& lexicon);

}  // namespace rasoat
