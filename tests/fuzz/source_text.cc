#include "source_text.h"

#include <utility>

#include "ingest/read_text.h"
#include "text/repair.h"

namespace rasoat::fuzz {

TextBuffer repaired_source(std::string_view bytes) {
  const bool paragraphs = bytes.starts_with('\1');
  if (paragraphs) bytes.remove_prefix(1);
  Result<RawText> read = read_text(bytes, IngestLimits{});
  RawText raw;
  if (read) {
    raw = std::move(*read);
  } else {
    append_lines(bytes, raw);  // refused as a one-byte encoding; repair takes such bytes too
  }
  raw.paragraphs_known = paragraphs;
  for (RawLine& line : raw.lines) line.ends_paragraph = paragraphs;
  return repair(std::move(raw));
}

}  // namespace rasoat::fuzz
