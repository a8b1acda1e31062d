// Words of a text that stand in an inline element: references, the parts of the head.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "akn/akn_xml.h"
#include "akn/xml_writer.h"
#include "base/span.h"

namespace rasoat {

struct InlineMark {
  Span span;
  const char* element = "ref";
  std::vector<std::pair<const char*, std::string>> attributes;
  std::vector<std::string> targets;  // of an `mref`: one empty `ref` for each
};

// Sorted so that a mark stands before those inside it; of marks that overlap without one holding
// the other, and of those with the same span, the later is left out.
std::vector<InlineMark> inline_marks(const AnalyzedDocument& document, const DocumentNames& names,
                                     const AknRequest& request);

// Writes text from left to right with the marks that stand in it. A mark that a block's border cuts
// is written in each block.
class InlineWriter {
 public:
  InlineWriter(std::string_view text, std::vector<InlineMark> marks, XmlWriter& xml)
      : text_(text), marks_(std::move(marks)), xml_(xml) {}

  // The next span; must not begin before the end of the last. A line end is followed by an `eol`.
  void write(Span span);

 private:
  void open(const InlineMark& mark);
  void close(const InlineMark& mark, uint32_t at);
  void write_text(Span span);

  std::string_view text_;
  std::vector<InlineMark> marks_;
  XmlWriter& xml_;
  size_t next_ = 0;                        // of marks_: the first that has not begun
  std::vector<const InlineMark*> active_;  // begun and not ended, outermost first
};

}  // namespace rasoat
