#include "citation/reference.h"

namespace rasoat {

std::string_view name_of(ReferenceKind kind) {
  switch (kind) {
    case ReferenceKind::kBasis:
      return "basis";
    case ReferenceKind::kAmend:
      return "amend";
    case ReferenceKind::kInsert:
      return "insert";
    case ReferenceKind::kReplace:
      return "replace";
    case ReferenceKind::kRepeal:
      return "repeal";
    case ReferenceKind::kSuspend:
      return "suspend";
    case ReferenceKind::kCite:
      return "cite";
  }
  return "cite";
}

std::string_view name_of(Doubt doubt) {
  switch (doubt) {
    case Doubt::kNone:
      return "";
    case Doubt::kPartial:
      return "partial";
    case Doubt::kInserted:
      return "inserted";
    case Doubt::kUnclear:
      return "unclear";
    case Doubt::kAmended:
      return "amended";
    case Doubt::kQuoted:
      return "quoted";
  }
  return "";
}

std::string_view name_of(Outcome outcome) {
  switch (outcome) {
    case Outcome::kResolved:
      return "resolved";
    case Outcome::kAmbiguous:
      return "ambiguous";
    case Outcome::kDangling:
      return "dangling";
    case Outcome::kNotHeld:
      return "not-held";
    case Outcome::kGeneric:
      return "generic";
  }
  return "not-held";
}

}  // namespace rasoat
