#include "ingest/read_html.h"

#include <algorithm>
#include <cctype>
#include <string>

#include "ingest/decode_text.h"
#include "ingest/html_container.h"
#include "ingest/html_lines.h"
#include "ingest/html_tree.h"
#include "ingest/refusal.h"

namespace rasoat {

namespace {

// UTF-8 shows itself, and portals and Word are often wrong in what <meta> says of it; only between
// encodings of one byte <meta> has to tell.
TextEncoding encoding_of_page(std::string_view content) {
  const TextEncoding encoding = encoding_of(content);
  if (encoding != TextEncoding::kEightBit) return encoding;
  std::string front(content.substr(0, 4096));
  std::transform(front.begin(), front.end(), front.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return front.find("windows-1258") != std::string::npos ? TextEncoding::kWindows1258 : encoding;
}

}  // namespace

Result<RawText> read_html(std::string_view content, const IngestLimits& limits) {
  const TextEncoding encoding = encoding_of_page(content);
  const std::string utf8 = to_utf8(content, encoding);
  if (utf8.size() > limits.max_text_bytes) return refusal(ErrorCode::kTooLarge, FileFormat::kHtml);
  const HtmlTree tree = parse_html(utf8);
  if (tree.too_deep) return refusal(ErrorCode::kTooLarge, FileFormat::kHtml);
  return html_lines(tree, find_container(tree));
}

}  // namespace rasoat
