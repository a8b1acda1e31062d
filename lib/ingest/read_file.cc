#include "ingest/read_file.h"

#include <fstream>

namespace rasoat {

Result<SourceFile> read_file(const std::filesystem::path& path, const IngestLimits&) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return Error{ErrorCode::kUnreadable, "không mở được tệp", path.string(), ""};
  SourceFile out;
  out.format = FileFormat::kText;
  RawLine line;
  while (std::getline(in, line.text)) {
    ++line.line;
    out.text.lines.push_back(line);
  }
  return out;
}

}  // namespace rasoat
