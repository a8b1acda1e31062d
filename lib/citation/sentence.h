// The kind of a reference out of its sentence and of the mentions before it.
#pragma once

#include <vector>

#include "citation/citation_words.h"
#include "citation/document_mention.h"
#include "citation/kind.h"
#include "citation/place.h"

namespace rasoat {

class SentenceReader {
 public:
  explicit SentenceReader(const Lexicon& lexicon);

  // The kind of the reference with the words `span`. `named` holds the mentions before it in its
  // paragraph, `previous` the kind of the reference before it.
  ReferenceKind kind_at(const Place& place, Span span, const std::vector<DocumentMention>& named,
                        ReferenceKind previous) const;

 private:
  std::optional<ReferenceKind> kind_after_mention(const Place& place, Span span,
                                                  const DocumentMention& last,
                                                  ReferenceKind previous) const;

  const KindReader& kinds_;
  CueWords titles_;
};

}  // namespace rasoat
