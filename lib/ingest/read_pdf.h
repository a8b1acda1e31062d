// PDF, opened by the program rasoat-read-pdf in a process of its own.
#pragma once

#include <vector>

#include "base/diagnostic.h"
#include "base/error.h"
#include "ingest/file_bytes.h"
#include "ingest/read_file.h"

namespace rasoat {

// Fails with kEncrypted, kDamaged, kTooLarge, kTimeout, kNoTextLayer; with kInternal when the
// program is not where it was installed. Pages of pictures among pages of text give a diagnostic.
Result<RawText> read_pdf(const FileBytes& file, const IngestLimits& limits,
                         std::vector<Diagnostic>& diagnostics);

}  // namespace rasoat
