// 1. The bytes are read once, from a regular file only (file_bytes).
// 2. Their kind is told from the content (detect_format).
// 3. The reader of the kind makes lines of them: read_text, read_html, read_docx, read_pdf.
// 4. What any reader gives is looked at for letters at all and for the encodings of old fonts.
#include "ingest/read_file.h"

#include <algorithm>
#include <new>
#include <utility>

#include "base/sha256.h"
#include "ingest/file_bytes.h"
#include "ingest/legacy_encoding.h"
#include "ingest/read_docx.h"
#include "ingest/read_html.h"
#include "ingest/read_pdf.h"
#include "ingest/read_text.h"
#include "ingest/refusal.h"
#include "text/characters.h"
#include "text/encoding.h"

namespace rasoat {
namespace {

bool has_letters(const RawText& text) {
  for (const RawLine& line : text.lines) {
    for (size_t at = 0; at < line.text.size();) {
      const DecodedCharacter next = decode_utf8(line.text, at);
      const char32_t c = next.code_point;
      if (next.valid && (is_upper(c) || is_lower(c) || c > 0x2E80)) return true;
      at += next.size;
    }
  }
  return false;
}

Result<RawText> read_lines(const FileBytes& file, const IngestLimits& limits, SourceFile& out) {
  switch (out.format) {
    case FileFormat::kText:
      return read_text(file.content(), limits);
    case FileFormat::kHtml:
      return read_html(file.content(), limits);
    case FileFormat::kDocx:
      return read_docx(file.content(), limits);
    case FileFormat::kPdf:
      return read_pdf(file, limits, out.diagnostics);
    case FileFormat::kUnknown:
      return refusal(ErrorCode::kUnknownFormat, out.format);
    default:
      return refusal(ErrorCode::kUnsupportedFormat, out.format);
  }
}

Result<SourceFile> read(const std::filesystem::path& path, const IngestLimits& limits) {
  Result<FileBytes> file = FileBytes::open(path, limits.max_file_bytes);
  if (!file) return file.error();
  SourceFile out;
  out.bytes = file->content().size();
  if (out.bytes == 0) {
    return Error{ErrorCode::kEmpty, "tệp rỗng, không có byte nào", "", "Tải lại tệp."};
  }
  out.format = detect_format(file->content());
  Result<RawText> text = read_lines(*file, limits, out);
  if (!text) return text.error();
  out.text = std::move(*text);
  if (!has_letters(out.text)) return refusal(ErrorCode::kEmpty, out.format);
  if (const LegacyEncoding encoding = find_legacy_encoding(out.text);
      encoding != LegacyEncoding::kNone) {
    return legacy_refusal(encoding, out.format);
  }
  out.sha256 = sha256_hex(file->content());
  return out;
}

}  // namespace

Result<SourceFile> read_file(const std::filesystem::path& path, const IngestLimits& limits) {
  try {
    Result<SourceFile> out = read(path, limits);
    if (out) return out;
    Error error = out.error();
    error.subject = path.string();
    return error;
  } catch (const std::bad_alloc&) {  // a file that unpacks to more than this machine has
    Error error = refusal(ErrorCode::kTooLarge, FileFormat::kUnknown);
    error.subject = path.string();
    return error;
  }
}

}  // namespace rasoat
