// The lock of the one process that writes to a workspace.
#pragma once

#include <filesystem>
#include <string>

#include "base/error.h"

namespace rasoat {

// Held until destroyed; the system lets go of it when the process ends in whatever way. It is not
// handed on to child processes. kLocked where another process, or another Workspace of this one,
// holds it.
class WriteLock {
 public:
  static Result<WriteLock> take(const std::filesystem::path& folder);
  WriteLock(WriteLock&& other) noexcept;
  WriteLock& operator=(WriteLock&&) = delete;
  ~WriteLock();

 private:
  WriteLock(int file, std::string path) : file_(file), path_(std::move(path)) {}
  int file_ = -1;
  std::string path_;
};

}  // namespace rasoat
