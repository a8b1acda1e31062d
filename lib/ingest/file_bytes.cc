#include "ingest/file_bytes.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <utility>

#include "ingest/refusal.h"

namespace rasoat {
namespace {

namespace fs = std::filesystem;

Error not_opened(int error) {
  switch (error) {
    case EACCES:
    case EPERM:
      return {ErrorCode::kUnreadable, "không có quyền đọc tệp", "", "Cấp quyền đọc rồi thử lại."};
    case ELOOP:
      return {ErrorCode::kUnreadable, "liên kết trỏ vòng quanh, không tới tệp nào", "",
              "Chỉ thẳng tới tệp gốc."};
    case ENXIO:  // a socket
      return {ErrorCode::kUnreadable, "đây không phải là tệp thường", "", "Chọn một tệp văn bản."};
    default:
      return {ErrorCode::kUnreadable, "không mở được tệp", "", "Kiểm tra ổ đĩa rồi thử lại."};
  }
}

Error not_found(const fs::path& path) {
  std::error_code ignored;
  if (fs::is_symlink(fs::symlink_status(path, ignored))) {
    return {ErrorCode::kNotFound, "liên kết trỏ tới một tệp không còn", "", "Chỉ tới tệp gốc."};
  }
  return {ErrorCode::kNotFound, "không có tệp này", "", "Kiểm tra lại đường dẫn."};
}

}  // namespace

FileBytes::FileBytes(FileBytes&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)), content_(std::move(other.content_)) {}

FileBytes& FileBytes::operator=(FileBytes&& other) noexcept {
  std::swap(descriptor_, other.descriptor_);
  std::swap(content_, other.content_);
  return *this;
}

FileBytes::~FileBytes() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

Result<FileBytes> FileBytes::open(const fs::path& path, uint64_t max_bytes) {
  // Without O_NONBLOCK the opening of a FIFO would wait for its writer.
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  if (descriptor < 0) return errno == ENOENT ? not_found(path) : not_opened(errno);
  FileBytes out(descriptor);
  struct stat status {};
  if (::fstat(descriptor, &status) != 0) return not_opened(errno);
  if (S_ISDIR(status.st_mode)) {
    return Error{ErrorCode::kUnreadable, "đây là thư mục, không phải tệp", "",
                 "Chọn các tệp bên trong thư mục."};
  }
  if (!S_ISREG(status.st_mode)) return not_opened(ENXIO);
  if (static_cast<uint64_t>(status.st_size) > max_bytes) {
    return refusal(ErrorCode::kTooLarge, FileFormat::kUnknown);
  }
  out.content_.reserve(static_cast<size_t>(status.st_size));
  errno = 0;
  if (!out.read_all(max_bytes)) {
    return errno != 0 ? not_opened(errno) : refusal(ErrorCode::kTooLarge, FileFormat::kUnknown);
  }
  return out;
}

// False, with errno, when reading fails; false, without, when the file has grown over the limit.
bool FileBytes::read_all(uint64_t max_bytes) {
  constexpr size_t kStep = 1 << 20;
  size_t size = 0;
  for (;;) {
    content_.resize(std::max(content_.capacity(), size + 1));
    const size_t room = std::min(content_.size() - size, kStep);
    const ssize_t got = ::read(descriptor_, content_.data() + size, room);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return false;
    if (got == 0) break;
    size += static_cast<size_t>(got);
    if (size > max_bytes) {
      errno = 0;
      return false;
    }
  }
  content_.resize(size);
  errno = 0;
  return true;
}

}  // namespace rasoat
