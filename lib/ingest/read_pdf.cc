#include "ingest/read_pdf.h"

#include "ingest/refusal.h"

namespace rasoat {

Result<RawText> read_pdf(const FileBytes&, const IngestLimits&, std::vector<Diagnostic>&) {
  return refusal(ErrorCode::kUnsupportedFormat, FileFormat::kPdf);
}

}  // namespace rasoat
