#include "ingest/read_text.h"

#include <algorithm>
#include <utility>

#include "ingest/decode_text.h"
#include "ingest/refusal.h"

namespace rasoat {

namespace {

// The next place of a byte, searched for again only when it has been passed.
class NextByte {
 public:
  NextByte(std::string_view text, char byte) : text_(text), byte_(byte) {}
  size_t from(size_t at) {
    if (next_ < at || !searched_) next_ = std::min(text_.find(byte_, at), text_.size());
    searched_ = true;
    return next_;
  }

 private:
  std::string_view text_;
  char byte_;
  size_t next_ = 0;
  bool searched_ = false;
};

// How often a byte stands in a text in which it is rare.
size_t count(std::string_view text, char byte) {
  size_t out = 0;
  for (size_t at = text.find(byte); at != std::string_view::npos; at = text.find(byte, at + 1)) {
    ++out;
  }
  return out;
}

}  // namespace

void append_lines(std::string_view utf8, RawText& out) {
  out.lines.reserve(out.lines.size() + count(utf8, '\n') + 1);
  NextByte line_feed(utf8, '\n'), carriage_return(utf8, '\r'), form_feed(utf8, '\f');
  uint32_t number = 0;
  for (size_t at = 0; at < utf8.size();) {
    const size_t end = std::min({line_feed.from(at), carriage_return.from(at), form_feed.from(at)});
    RawLine& line = out.lines.emplace_back();
    line.text = utf8.substr(at, end - at);
    line.line = ++number;
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
