// Errors that a user can act on, and Result<T>, which carries either a value or such an error.
//
// A malformed document is no error: it gives Diagnostics (base/diagnostic.h) and as much structure
// as there is. An Error says that a thing could not be done at all: a file that cannot be read, a
// locked store, an ambiguous name. The library returns errors; it never prints and never exits.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace rasoat {

enum class ErrorCode {
  kNotFound,           // no such file, document or provision
  kUnreadable,         // the system refused to read the file
  kEmpty,              // the file holds no text
  kTooLarge,           // over a limit on bytes, pages, rows or depth
  kUnknownFormat,      // the content is of no kind that rasoat knows
  kUnsupportedFormat,  // a known kind that rasoat does not read (.doc, .rtf, .xls)
  kNoTextLayer,        // a scan: pages of pictures without text
  kEncrypted,          // needs a password
  kDamaged,            // broken off or inconsistent
  kLegacyEncoding,     // TCVN3, VNI or another pre-Unicode encoding
  kTimeout,            // took longer than its limit
  kInvalidArgument,    // a wrong query, filter or name
  kAmbiguous,          // a name that stands for several documents
  kLocked,             // another process writes to the workspace
  kStore,              // the database failed
  kIndex,              // the search index failed
  kWrite,              // an output file could not be written
  kInternal,           // a bug in rasoat
};

// The name of a code as programs see it: "no-text-layer".
std::string_view error_code_name(ErrorCode code);

struct Error {
  ErrorCode code = ErrorCode::kInternal;
  std::string message;  // a Vietnamese sentence for the officer, without the subject
  std::string subject;  // the file, document or option at fault; may be empty
  std::string remedy;   // what the officer can do, in Vietnamese; may be empty
};

// "subject: message. remedy" in one line.
std::string to_string(const Error& error);

// Either a T or an Error. Check with `if (!result)`; value() of an error is undefined.
template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

  bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }

  T& value() & { return *std::get_if<0>(&state_); }
  const T& value() const& { return *std::get_if<0>(&state_); }
  T&& value() && { return std::move(*std::get_if<0>(&state_)); }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T&& operator*() && { return std::move(*this).value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }

  const Error& error() const { return *std::get_if<1>(&state_); }

 private:
  std::variant<T, Error> state_;
};

template <>
class [[nodiscard]] Result<void> {
 public:
  Result() = default;
  Result(Error error) : error_(std::move(error)) {}

  bool ok() const { return !error_.has_value(); }
  explicit operator bool() const { return ok(); }
  const Error& error() const { return *error_; }

 private:
  std::optional<Error> error_;
};

}  // namespace rasoat
