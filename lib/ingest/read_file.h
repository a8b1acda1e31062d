// Opens a file of any kind and hands on its lines, or says why it cannot be read.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/error.h"
#include "text/raw_text.h"

namespace rasoat {

struct IngestLimits {
  uint64_t max_file_bytes = 256ull << 20;
  uint64_t max_text_bytes = 128ull << 20;  // unpacked: guards against archive bombs
  uint32_t max_pages = 20'000;
  uint32_t max_seconds = 120;              // for one file opened in a child process
  uint64_t max_child_memory = 1ull << 30;  // bytes
};

enum class FileFormat {
  kText,
  kPdf,
  kDocx,
  kHtml,  // read
  kDoc,
  kRtf,
  kXls,
  kXlsx,
  kOdt,
  kImage,  // recognised
  kOtherZip,
  kUnknown,
  kMhtml,    // a web page with its pictures in one file, often named .doc
  kWordXml,  // Word 2003 XML
};

std::string_view name_of(FileFormat format);  // "pdf"

// Tells the kind from the content alone; names lie ("report.doc" may hold HTML).
FileFormat detect_format(std::string_view content);

struct SourceFile {
  FileFormat format = FileFormat::kUnknown;
  std::string sha256;  // of the file's bytes, 64 hex digits
  uint64_t bytes = 0;
  RawText text;
  // What was left out, as pages of pictures among pages of text; spans are empty.
  std::vector<Diagnostic> diagnostics;
};

// PDF is opened in a child process (the program rasoat-read-pdf) with bounds on time and memory.
// Errors name the file, the reason and the remedy. Only regular files are opened. Thread-safe.
Result<SourceFile> read_file(const std::filesystem::path& path, const IngestLimits& limits = {});

}  // namespace rasoat
