#include "ingest/read_text.h"

#include <utility>

#include "ingest/decode_text.h"
#include "ingest/refusal.h"

namespace rasoat {

void append_lines(std::string_view utf8, RawText& out) {
  uint32_t number = 0;
  for (size_t at = 0; at < utf8.size();) {
    size_t end = utf8.find_first_of("\n\r\f", at);
    if (end == std::string_view::npos) end = utf8.size();
    RawLine line;
    line.text = utf8.substr(at, end - at);
    line.line = ++number;
    out.lines.push_back(std::move(line));
    at = end + (utf8.substr(end, 2) == "\r\n" ? 2 : 1);
  }
}

Result<RawText> read_text(std::string_view content, const IngestLimits& limits) {
  const TextEncoding encoding = encoding_of(content);
  const std::string text = to_utf8(content, encoding);
  if (text.size() > limits.max_text_bytes) return refusal(ErrorCode::kTooLarge, FileFormat::kText);
  RawText out;
  append_lines(text, out);
  if (encoding == TextEncoding::kEightBit) {
    return legacy_refusal(find_legacy_encoding(out), FileFormat::kText);
  }
  return out;
}

}  // namespace rasoat
