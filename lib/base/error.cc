#include "base/error.h"

namespace rasoat {

std::string_view error_code_name(ErrorCode code) {
  switch (code) {
    case ErrorCode::kNotFound: return "not-found";
    case ErrorCode::kUnreadable: return "unreadable";
    case ErrorCode::kEmpty: return "empty";
    case ErrorCode::kTooLarge: return "too-large";
    case ErrorCode::kUnknownFormat: return "unknown-format";
    case ErrorCode::kUnsupportedFormat: return "unsupported-format";
    case ErrorCode::kNoTextLayer: return "no-text-layer";
    case ErrorCode::kEncrypted: return "encrypted";
    case ErrorCode::kDamaged: return "damaged";
    case ErrorCode::kLegacyEncoding: return "legacy-encoding";
    case ErrorCode::kTimeout: return "timeout";
    case ErrorCode::kInvalidArgument: return "invalid-argument";
    case ErrorCode::kAmbiguous: return "ambiguous";
    case ErrorCode::kLocked: return "locked";
    case ErrorCode::kStore: return "store";
    case ErrorCode::kIndex: return "index";
    case ErrorCode::kWrite: return "write";
    case ErrorCode::kInternal: return "internal";
  }
  return "internal";
}

std::string to_string(const Error& error) {
  std::string out;
  if (!error.subject.empty()) out += error.subject + ": ";
  out += error.message;
  if (!error.remedy.empty()) {
    if (!out.empty() && out.back() != '.') out += '.';
    out += ' ';
    out += error.remedy;
  }
  return out;
}

}  // namespace rasoat
