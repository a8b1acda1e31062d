#include "ingest/read_pdf.h"

#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <optional>
#include <string>
#include <utility>

#include "ingest/child_process.h"
#include "ingest/legacy_encoding.h"
#include "ingest/pdf_exit.h"
#include "ingest/raw_text_codec.h"
#include "ingest/refusal.h"
#include "ingest/text_layer.h"

namespace rasoat {
namespace {

ErrorCode code_of(const ChildResult& result) {
  switch (result.end) {
    case ChildResult::End::kTimeout:
      return ErrorCode::kTimeout;
    case ChildResult::End::kOverflow:
      return ErrorCode::kTooLarge;
    case ChildResult::End::kSignal:
      return ErrorCode::kDamaged;  // poppler stumbled over it
    case ChildResult::End::kNotStarted:
      return ErrorCode::kInternal;
    case ChildResult::End::kExited:
      break;
  }
  switch (static_cast<PdfExit>(result.status)) {
    case PdfExit::kEncrypted:
      return ErrorCode::kEncrypted;
    case PdfExit::kTooLarge:
      return ErrorCode::kTooLarge;
    default:
      return ErrorCode::kDamaged;
  }
}

Diagnostic picture_pages(const std::vector<uint32_t>& pages) {
  std::string list;
  constexpr size_t kNamed = 20;
  for (size_t i = 0; i < std::min(kNamed, pages.size()); ++i) {
    list += (i > 0 ? ", " : "") + std::to_string(pages[i]);
  }
  if (pages.size() > kNamed) list += ", ...";
  return {"pages-without-text",
          std::to_string(pages.size()) +
              " trang không có chữ hoặc chỉ có ảnh, chưa được đọc: trang " + list + ".",
          {}};
}

// The child's lines, of which the last tells the number of pages.
Result<RawText> take_lines(const ChildResult& result, uint32_t max_pages,
                           std::vector<Diagnostic>& diagnostics) {
  std::optional<RawText> text = decode_raw_text(result.output);
  if (!text || text->lines.empty()) return refusal(ErrorCode::kDamaged, FileFormat::kPdf);
  const uint32_t pages = text->lines.back().page;
  text->lines.pop_back();
  if (pages > max_pages) return refusal(ErrorCode::kDamaged, FileFormat::kPdf);
  if (const LegacyEncoding encoding = find_legacy_encoding(*text);
      encoding != LegacyEncoding::kNone) {
    return legacy_refusal(encoding, FileFormat::kPdf);
  }
  const TextLayer layer = judge_text_layer(*text, pages);
  if (!layer.present) return refusal(ErrorCode::kNoTextLayer, FileFormat::kPdf);
  if (!layer.picture_pages.empty()) diagnostics.push_back(picture_pages(layer.picture_pages));
  return std::move(*text);
}

}  // namespace

Result<RawText> read_pdf(const FileBytes& file, const IngestLimits& limits,
                         std::vector<Diagnostic>& diagnostics) {
  static const std::filesystem::path program =
      find_own_program("rasoat-read-pdf", RASOAT_READ_PDF_BUILT_AT);
  if (program.empty()) {
    return Error{ErrorCode::kInternal, "thiếu chương trình rasoat-read-pdf để đọc PDF", "",
                 "Cài đặt lại rasoat."};
  }
  // Each line has a record besides its text.
  const uint64_t max_output = limits.max_text_bytes * 8 + (1 << 20);
  const ChildResult result =
      run_child(program,
                {std::to_string(limits.max_pages), std::to_string(limits.max_child_memory),
                 std::to_string(limits.max_seconds), std::to_string(limits.max_text_bytes)},
                file.descriptor(), std::chrono::seconds(limits.max_seconds), max_output);
  if (result.end == ChildResult::End::kExited &&
      result.status == static_cast<int>(PdfExit::kLines)) {
    return take_lines(result, limits.max_pages, diagnostics);
  }
  const ErrorCode code = code_of(result);
  if (code == ErrorCode::kInternal) {
    return Error{code, "không chạy được chương trình rasoat-read-pdf", "", "Cài đặt lại rasoat."};
  }
  return refusal(code, FileFormat::kPdf);
}

}  // namespace rasoat
