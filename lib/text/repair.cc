#include "text/repair.h"

#include "text/text_builder.h"

namespace rasoat {

TextBuffer repair(RawText raw) {
  TextBuilder builder;
  for (const RawLine& line : raw.lines) {
    if (line.text.empty()) continue;
    builder.begin_line(line);
    builder.append(line.text, {line.page, line.line, 0});
  }
  return std::move(builder).finish();
}

}  // namespace rasoat
