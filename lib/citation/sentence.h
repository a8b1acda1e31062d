// The kind of a reference out of its sentence and of the mentions before it.
#pragma once

#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "citation/citation_words.h"
#include "citation/document_mention.h"
#include "citation/kind.h"
#include "citation/place.h"

namespace rasoat {

class SentenceReader {
 public:
  explicit SentenceReader(const Lexicon& lexicon);

  // What is known before a reference.
  struct Before {
    const std::deque<DocumentMention>& named;  // the mentions before it in its paragraph
    const Reference* previous = nullptr;       // the reference before it, if there is one
    bool amends = false;                       // the title says that the document amends others
  };

  // The kind of the reference with the words `span`; `key` is the document that it names, empty if
  // it names none.
  ReferenceKind kind_at(const Place& place, Span span, std::string_view key,
                        const Before& known) const;

 private:
  std::optional<ReferenceKind> kind_after_mention(const Place& place, Span span,
                                                  std::string_view key, const DocumentMention& last,
                                                  ReferenceKind previous) const;
  std::string_view rest_of_sentence(const Place& place, uint32_t at) const;

  const KindReader& kinds_;
  CueWords titles_;                 // open the title or matter of a document, after a space
  std::vector<std::string> items_;  // open an item of a list of documents or units
};

}  // namespace rasoat
