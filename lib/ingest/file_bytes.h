// The bytes of a regular file, read without trusting its name, kind or size.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "base/error.h"

namespace rasoat {

// An open file and its bytes. The descriptor stays open so that a child process can be given the
// very file that was read; closed with the object.
class FileBytes {
 public:
  // Fails for what is no regular file (without waiting for a FIFO or a device), what the system
  // refuses to open, and a size over the limit.
  static Result<FileBytes> open(const std::filesystem::path& path, uint64_t max_bytes);

  FileBytes(FileBytes&& other) noexcept;
  FileBytes& operator=(FileBytes&& other) noexcept;
  ~FileBytes();

  const std::string& content() const { return content_; }
  int descriptor() const { return descriptor_; }

 private:
  explicit FileBytes(int descriptor) : descriptor_(descriptor) {}
  bool read_all(uint64_t max_bytes);

  int descriptor_ = -1;
  std::string content_;
};

}  // namespace rasoat
