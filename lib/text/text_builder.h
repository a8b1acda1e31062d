// Builds a TextBuffer piece by piece, keeping the way back to the source.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/text_buffer.h"

namespace rasoat {

class TextBuilder {
 public:
  // What will be needed at most; saves growing.
  void reserve(size_t bytes, size_t lines, size_t segments);
  // Starts a new line with the attributes of `like` (its text is not taken).
  void begin_line(const RawLine& like);
  // Appends text that stands at `source` in the source; `lower` is the same with the letters in
  // lower case (lower_letters).
  void append(std::string_view text, std::string_view lower, SourcePosition source);
  void append(std::string_view text, SourcePosition source);
  // Appends a space that joins two lines and does not stand in the source.
  void append_space() { put(" ", " "); }
  void add_furniture(Furniture furniture);
  void add_diagnostic(Diagnostic diagnostic);
  // Completes the lower-case shadow and hands the buffer over.
  TextBuffer finish() &&;

  // A buffer whose text was built before, with its lines and segments; furniture and diagnostics
  // may be added. Nothing where the lines do not make up the text, one after another, or the
  // segments do not stand in their order in it.
  static std::optional<TextBuilder> restore(std::string text, std::vector<TextLine> lines,
                                            std::vector<TextBuffer::Segment> segments);

 private:
  void put(std::string_view text, std::string_view lower);

  TextBuffer out_;
};

}  // namespace rasoat
