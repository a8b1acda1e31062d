// A document as Akoma Ntoso 3.0 (OASIS, LegalDocML). docs/akn.md has the table of Vietnamese
// levels, elements and eIds.
//
// The string value of the root element, all its text nodes put together in their order, is
// `TextBuffer::text()` byte for byte. So `meta` holds attributes alone, line ends and spaces
// between elements are those of the text, and nothing is indented.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "akn/names.h"
#include "base/date.h"
#include "store/analyzed_document.h"

namespace rasoat {

struct AknRequest {
  const Lexicon& lexicon;
  // Names of a held document by its id; null or none: references to it stay plain words.
  std::function<const DocumentNames*(std::string_view id)> held;
  std::optional<Date> read;  // when the source was read: the date of the manifestation
};

// The names of an analysed document.
DocumentNames document_names(const AnalyzedDocument& document, const Lexicon& lexicon);

// The XML of one document, valid against the schema of the standard whatever the text. Never fails;
// linear in the length of the text and the number of references.
std::string akn_xml(const AnalyzedDocument& document, const AknRequest& request);

}  // namespace rasoat
