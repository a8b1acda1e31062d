#include "report/atomic_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <utility>

namespace rasoat {
namespace {

namespace fs = std::filesystem;

Error write_error(const fs::path& target, std::string reason) {
  return Error{ErrorCode::kWrite, "không ghi được tệp (" + std::move(reason) + ")", target.string(),
               "Chọn tên tệp khác hoặc kiểm tra quyền ghi và chỗ trống của ổ đĩa."};
}

std::string reason_of(int number) {
  switch (number) {
    case ENOENT:
      return "thư mục không tồn tại";
    case EACCES:
    case EPERM:
    case EROFS:
      return "không có quyền ghi";
    case ENOSPC:
      return "ổ đĩa đầy";
    case ENAMETOOLONG:
      return "tên tệp quá dài";
    default:
      return std::strerror(number);
  }
}

}  // namespace

AtomicFile::AtomicFile(fs::path target, fs::path temporary)
    : target_(std::move(target)), temporary_(std::move(temporary)) {}

AtomicFile::AtomicFile(AtomicFile&& other) noexcept
    : target_(std::move(other.target_)), temporary_(std::exchange(other.temporary_, {})) {}

AtomicFile::~AtomicFile() {
  if (!temporary_.empty()) unlink(temporary_.c_str());
}

Result<AtomicFile> AtomicFile::create(const fs::path& given) {
  std::error_code ignored;
  fs::path target = given;
  if (fs::is_symlink(given, ignored)) {  // write where the link points, and keep the link
    target = fs::weakly_canonical(given, ignored);
    if (ignored) return write_error(given, "liên kết hỏng");
  }
  if (target.filename().empty() || fs::is_directory(target, ignored)) {
    return write_error(given, "đây là thư mục");
  }
  if (fs::exists(target, ignored) && !fs::is_regular_file(target, ignored)) {
    return write_error(given, "không phải là tệp thường");
  }
  for (int attempt = 0; attempt < 100; ++attempt) {
    fs::path temporary = target;
    temporary.replace_filename(".rasoat-" + std::to_string(getpid()) + "-" +
                               std::to_string(attempt) + ".tmp");
    const int file = open(temporary.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0666);
    if (file >= 0) {
      close(file);
      return AtomicFile(std::move(target), std::move(temporary));
    }
    if (errno != EEXIST) return write_error(given, reason_of(errno));
  }
  return write_error(given, reason_of(EEXIST));
}

Result<void> AtomicFile::commit() {
  const int file = open(temporary_.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return write_error(target_, reason_of(errno));
  const bool synced = fsync(file) == 0;  // else a power cut could leave an empty file
  const int number = errno;
  close(file);
  if (!synced) return write_error(target_, reason_of(number));
  if (rename(temporary_.c_str(), target_.c_str()) != 0) {
    return write_error(target_, reason_of(errno));
  }
  temporary_.clear();
  return {};
}

Result<void> write_whole_file(const fs::path& target, std::string_view content) {
  Result<AtomicFile> file = AtomicFile::create(target);
  if (!file) return file.error();
  {
    std::ofstream out(file->path(), std::ios::binary | std::ios::trunc);
    out.write(content.data(), static_cast<std::streamsize>(content.size()));
    out.close();
    if (!out) return write_error(target, reason_of(errno));
  }
  return file->commit();
}

}  // namespace rasoat
