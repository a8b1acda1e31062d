// What the fuzzers run: one function for each target, which takes any bytes. The replay test runs
// the same functions over the kept inputs.
#pragma once

#include <string>
#include <string_view>

namespace rasoat::fuzz {

// Each returns the first broken promise in words, or an empty string. Beyond those of
// support/soundness.h: the same input gives the same output.

// A text file through repair and the structure parser. A first byte 1 means that every line is a
// whole paragraph, as a reader of DOCX says; without it lines may be wrapped.
std::string structure(std::string_view bytes);

// The same, then finding the references, resolving them and writing all as JSON.
std::string references(std::string_view bytes);

// Every reader of numbers, dates, units and mentions of documents, at each place of the text. What
// stands behind the first 4096 bytes is left alone.
std::string numbers(std::string_view bytes);

}  // namespace rasoat::fuzz
