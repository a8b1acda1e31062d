#include "ingest/zip_archive.h"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <array>
#include <memory>

#include "ingest/refusal.h"

namespace rasoat {
namespace {

constexpr size_t kMaxMembers = 4096;

struct CloseArchive {
  void operator()(archive* a) const { archive_read_free(a); }
};
using ArchivePtr = std::unique_ptr<archive, CloseArchive>;

ArchivePtr open_zip(std::string_view bytes) {
  ArchivePtr out(archive_read_new());
  if (!out || archive_read_support_format_zip(out.get()) != ARCHIVE_OK ||
      archive_read_open_memory(out.get(), bytes.data(), bytes.size()) != ARCHIVE_OK) {
    return nullptr;
  }
  return out;
}

// With '/' between folders, whatever the archiver wrote.
std::string name_of_member(archive_entry* entry) {
  const char* raw = archive_entry_pathname(entry);
  std::string name = raw != nullptr ? raw : "";
  std::replace(name.begin(), name.end(), '\\', '/');
  while (name.starts_with("./") || name.starts_with("/")) name.erase(0, name[0] == '.' ? 2 : 1);
  return name;
}

}  // namespace

std::vector<std::string> zip_names(std::string_view bytes) {
  std::vector<std::string> out;
  const ArchivePtr zip = open_zip(bytes);
  archive_entry* entry = nullptr;
  while (zip && out.size() < kMaxMembers &&
         archive_read_next_header(zip.get(), &entry) >= ARCHIVE_WARN) {
    out.push_back(name_of_member(entry));
  }
  return out;
}

Result<std::map<std::string, std::string>> read_zip(
    std::string_view bytes, uint64_t max_bytes,
    const std::function<bool(std::string_view)>& wanted) {
  const auto refuse = [](ErrorCode code) { return refusal(code, FileFormat::kDocx); };
  std::map<std::string, std::string> out;
  const ArchivePtr zip = open_zip(bytes);
  if (!zip) return refuse(ErrorCode::kDamaged);
  uint64_t total = 0;
  std::array<char, 1 << 16> buffer;
  for (size_t members = 0;; ++members) {
    archive_entry* entry = nullptr;
    const int status = archive_read_next_header(zip.get(), &entry);
    if (status == ARCHIVE_EOF) return out;
    if (status < ARCHIVE_WARN) return refuse(ErrorCode::kDamaged);
    if (members == kMaxMembers) return refuse(ErrorCode::kTooLarge);
    std::string name = name_of_member(entry);
    if (!wanted(name)) continue;
    if (archive_entry_is_encrypted(entry) != 0) return refuse(ErrorCode::kEncrypted);
    std::string content;
    for (;;) {
      const la_ssize_t got = archive_read_data(zip.get(), buffer.data(), buffer.size());
      if (got < 0) return refuse(ErrorCode::kDamaged);
      if (got == 0) break;
      total += static_cast<uint64_t>(got);
      if (total > max_bytes) return refuse(ErrorCode::kTooLarge);
      content.append(buffer.data(), static_cast<size_t>(got));
    }
    out.emplace(std::move(name), std::move(content));  // of two of one name the first counts
  }
}

}  // namespace rasoat
