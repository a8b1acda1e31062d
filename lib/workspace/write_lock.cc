// A POSIX record lock: unlike flock() it is not inherited by the children that open PDFs, which may
// outlive a killed parent. It does not tell two holders inside one process apart, so that a set of
// the paths that are held does.
#include "workspace/write_lock.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <mutex>
#include <set>
#include <utility>

namespace rasoat {
namespace {

std::mutex& held_mutex() {
  static std::mutex mutex;
  return mutex;
}

std::set<std::string>& held_paths() {
  static std::set<std::string> paths;
  return paths;
}

Error locked(const std::filesystem::path& folder) {
  return {ErrorCode::kLocked, "một lệnh rasoat khác đang ghi vào kho này", folder.string(),
          "Hãy đợi lệnh đó xong rồi chạy lại."};
}

}  // namespace

Result<WriteLock> WriteLock::take(const std::filesystem::path& folder) {
  std::error_code ignored;
  const std::string path =
      (std::filesystem::weakly_canonical(folder, ignored) / "write.lock").string();
  const std::lock_guard guard(held_mutex());
  if (held_paths().count(path) > 0) return locked(folder);
  const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (file < 0) {
    return Error{ErrorCode::kStore,
                 std::string("không ghi được vào thư mục của kho (") + std::strerror(errno) + ")",
                 folder.string(), "Hãy kiểm tra quyền ghi đối với thư mục này."};
  }
  struct flock range {};
  range.l_type = F_WRLCK;
  range.l_whence = SEEK_SET;
  if (::fcntl(file, F_SETLK, &range) != 0) {
    ::close(file);
    return locked(folder);
  }
  held_paths().insert(path);
  return WriteLock(file, path);
}

WriteLock::WriteLock(WriteLock&& other) noexcept
    : file_(std::exchange(other.file_, -1)), path_(std::move(other.path_)) {}

WriteLock::~WriteLock() {
  if (file_ < 0) return;
  const std::lock_guard guard(held_mutex());
  held_paths().erase(path_);
  ::close(file_);
}

}  // namespace rasoat
