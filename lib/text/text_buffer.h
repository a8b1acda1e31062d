// The repaired text of one document: immutable, NFC, with its way back to the source.
//
// The text is a sequence of lines, each a whole paragraph, separated by '\n'. Inside a line there
// is no white space but single U+0020. The shadow `lower()` is the same text in lower case with old
// tone placement made new (uỷ → ủy, hoà → hòa) and has the same byte length, so that a match in the
// shadow is a span of the text. Offsets are bytes; a text is at most 256 MiB.
//
// Thread safety: const access from any number of threads.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/span.h"
#include "text/raw_text.h"

namespace rasoat {

struct SourcePosition {
  uint32_t page = 0;    // from 1; 0 where the format has no pages
  uint32_t line = 0;    // from 1
  uint32_t column = 0;  // byte offset in that line of the source, from 0
  friend bool operator==(const SourcePosition&, const SourcePosition&) = default;
};

// One paragraph of the repaired text.
struct TextLine {
  Span span;  // without the '\n'
  LineRole role = LineRole::kBody;
  bool bold = false;
  bool italic = false;
  bool centered = false;
  CellPosition cell;
};

// A line that was set apart from the text.
struct Furniture {
  enum class Kind { kPageNumber, kRunningHead, kSignatureStamp, kRule } kind;
  std::string text;  // as in the source, made valid UTF-8
  uint32_t page = 0;
  uint32_t line = 0;
};

class TextBuffer {
 public:
  // From `offset` on, text byte offset+k came from column+k of the source line.
  struct Segment {
    uint32_t offset;
    SourcePosition source;
  };

  TextBuffer() = default;

  std::string_view text() const { return text_; }
  std::string_view lower() const { return lower_; }
  std::string_view of(Span span) const { return span.of(text_); }
  std::string_view lower_of(Span span) const { return span.of(lower_); }

  const std::vector<TextLine>& lines() const { return lines_; }
  // Index of the line that holds the offset; the '\n' belongs to the line before it. O(log lines).
  size_t line_at(uint32_t offset) const;

  // Where the character at this offset stands in the source. Characters that the repair put in (the
  // space that joins two lines) have the place of the character before them. O(log segments).
  SourcePosition locate(uint32_t offset) const;
  // Sorted by offset; for the store, which keeps the way back to the source.
  const std::vector<Segment>& segments() const { return segments_; }

  const std::vector<Furniture>& furniture() const { return furniture_; }
  const std::vector<Diagnostic>& diagnostics() const { return diagnostics_; }

 private:
  friend class TextBuilder;

  std::string text_;
  std::string lower_;
  std::vector<TextLine> lines_;
  std::vector<Segment> segments_;
  std::vector<Furniture> furniture_;
  std::vector<Diagnostic> diagnostics_;
};

}  // namespace rasoat
