// The names by which other systems know a document: the URN of RFC 9676 and the IRI of the Akoma
// Ntoso Naming Convention 1.0. docs/akn.md says how they are made.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "citation/reference.h"
#include "lexicon/lexicon.h"

namespace rasoat {

// What names are made of. Any but `id` may be empty.
struct NamedDocument {
  std::string id;  // structure/parse.h: document_id()
  std::string type, number, issuer;
  std::optional<Date> date;
};

struct DocumentNames {
  std::string akn;       // the work: "/akn/vn/act/nghi-ddinh/chinh-phu/2016-05-14/34-2016-ndd-cp"
  std::string urn;       // "urn:lex:vn:chinh.phu:nghi.ddinh:2016-05-14;34-2016-ndd-cp"
  bool act = false;      // an act of the standard; else a `doc`
  std::string subtype;   // "nghi-ddinh"; "van-ban" where the type is not known
  std::string author;    // "chinh-phu"; empty where the issuer is not known
  std::string iso_date;  // kUnknownDate where the date is not known
};

// Stands where a name or the schema needs a date and the document has none.
inline constexpr std::string_view kUnknownDate = "0001-01-01";

// Never fails. A part that is not known has a fixed word in its place, and then what closes the id
// (the hash of the text) closes the number too, so that two documents never share a name.
DocumentNames document_names(const NamedDocument& document, const Lexicon& lexicon);

// The names of the document that a reference cites, from its words alone; empty where they do not
// give type, number and date, or the number does not tell the issuer (the numbers of provinces).
std::optional<DocumentNames> names_from_words(const Reference& reference, const Lexicon& lexicon);

// The part of a name that stands for these words: lower case, đ → dd, marks removed, all else than
// letters and digits one separator. "Nghị định" → "nghi-ddinh".
std::string name_part(std::string_view words, char separator);

}  // namespace rasoat
