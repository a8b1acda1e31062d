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
  kNotHeld,    // the document is not held
  kGeneric,    // names no particular document: "theo quy định của pháp luật"
};

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

  // What the words around say of the cited document; any may be empty.
  std::string type;    // "Nghị định"
  std::string date;    // ISO
  std::string issuer;  // as printed

  // Set by resolve().
  Outcome outcome = Outcome::kNotHeld;
  std::vector<std::string> candidates;  // ids of held documents: one if resolved or dangling
};

}  // namespace rasoat
