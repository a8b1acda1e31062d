// The lines of a source with their characters repaired, before anything is judged about them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/span.h"
#include "text/raw_text.h"

namespace rasoat {

// Whether a line goes on with the one before it, where that is known before lines are compared.
enum class LinePlace : uint8_t { kUnknown, kOwn, kContinues };

// A line, or a part of one, whose text is a span of CleanLines::bytes. Never empty.
struct CleanLine {
  Span span;
  uint32_t raw = 0;           // index into RawText::lines
  uint32_t width = 0;         // characters
  bool blank_before = false;  // empty lines stand between it and the line before it
  LinePlace place = LinePlace::kUnknown;
};

// From `offset` on, byte offset+k of `bytes` is byte column+k of the source line `raw`.
struct CleanPiece {
  uint32_t offset = 0;
  uint32_t raw = 0;
  uint32_t column = 0;
};

struct CleanLines {
  std::string bytes;               // the texts of the lines, one after another
  std::string lower;               // the same with the letters in lower case (lower_letters)
  std::vector<CleanLine> lines;    // in the order of the source
  std::vector<CleanPiece> pieces;  // sorted by offset
  uint32_t invalid_sequences = 0;  // NUL and ill-formed UTF-8, made U+FFFD

  std::string_view of(const CleanLine& line) const { return line.span.of(bytes); }
};

// Makes every line valid UTF-8 in NFC, with odd spaces, zero-width characters, soft hyphens, Ð/ð
// and look-alikes repaired, white space inside made single spaces and taken off at both ends. Lines
// with nothing left are dropped. In a text that uses Markdown, its marks of emphasis are dropped.
CleanLines clean_lines(const RawText& raw);

}  // namespace rasoat
