#include "text/text_buffer.h"

#include <algorithm>

namespace rasoat {

size_t TextBuffer::line_at(uint32_t offset) const {
  const auto it =
      std::upper_bound(lines_.begin(), lines_.end(), offset,
                       [](uint32_t at, const TextLine& line) { return at < line.span.begin; });
  return it == lines_.begin() ? 0 : static_cast<size_t>(it - lines_.begin()) - 1;
}

SourcePosition TextBuffer::locate(uint32_t offset) const {
  auto it = std::upper_bound(segments_.begin(), segments_.end(), offset,
                             [](uint32_t at, const Segment& s) { return at < s.offset; });
  if (it == segments_.begin()) return {};
  --it;
  SourcePosition out = it->source;
  out.column += offset - it->offset;
  return out;
}

}  // namespace rasoat
