// A reference: words of one provision that point at a document or at a unit of one.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace rasoat {

enum class ReferenceKind : uint8_t {
  kBasis,
  kAmend,
  kInsert,
  kReplace,
  kRepeal,
  kSuspend,
  kCite,
};

enum class Outcome : uint8_t {
  kResolved,   // the document is held and has the unit
  kAmbiguous,  // several held documents fit
  kDangling,   // the document is held and lacks the unit
  kNotHeld,    // the document is not held; or it is, and its unit is not seen: Reference::doubt
  kGeneric,    // names no particular document: "theo quy định của pháp luật"
};

// Why a unit that the held text does not show is not called dangling.
enum class Doubt : uint8_t {
  kNone,
  kPartial,   // the text has holes in that place: it is held in part, or the holes are repealed
  kInserted,  // a unit such as "Điều 12a", which amendments bring
  kUnclear,   // the text could not be divided with certainty in that place
  kAmended,   // a document that changes the place exists, and may have brought the unit
  kQuoted,    // stands in new wording for another document
};

std::string_view name_of(Doubt doubt);         // "partial"; empty for kNone
std::string_view name_of(ReferenceKind kind);  // "basis"
std::string_view name_of(Outcome outcome);     // "not-held"

// One target of one mention: lists and ranges are expanded, so that several references may have the
// same span.
struct Reference {
  int32_t from = -1;      // index into Document::provisions of the deepest provision with the words
  Span span;              // the words
  std::string document;   // "this", a number as printed, or "name:luật đất đai|2013"
  std::string provision;  // id in the cited document; empty for the whole document
  ReferenceKind kind = ReferenceKind::kCite;
  bool quoted = false;  // stands in quoted new wording
  // Set by the store: units that the words do not tie to a document for sure: bare ones that were
  // taken for the text's own ("khoản 2 Điều 5" without "này"), and those in a Phụ lục, whose tables
  // name units of the document in their heading.
  bool loose = false;

  // What the words around say of the cited document; any may be empty.
  std::string type;    // "Nghị định"
  std::string date;    // ISO
  std::string issuer;  // as printed

  // Of a reference by name: the numbers of the versions that it may mean, one where the day of the
  // citing document or the words decide; empty where the registry does not know the name. Set by
  // find_versions() and resolve().
  std::vector<std::string> versions;

  // Set by resolve().
  Outcome outcome = Outcome::kNotHeld;
  std::vector<std::string> candidates;  // ids of held documents: one if resolved or dangling
  Doubt doubt = Doubt::kNone;           // where the document is held and the outcome is kNotHeld
};

}  // namespace rasoat
