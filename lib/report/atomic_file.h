// A file that appears whole or not at all.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/error.h"

namespace rasoat {

// Writes go to a new file beside the target; commit() puts it in the target's place. Without
// commit() the new file is removed and the target stays as it was.
class AtomicFile {
 public:
  // kWrite where the folder is absent or not writable, or the target is no regular file.
  static Result<AtomicFile> create(const std::filesystem::path& target);
  AtomicFile(AtomicFile&& other) noexcept;
  AtomicFile& operator=(AtomicFile&&) = delete;
  ~AtomicFile();

  // Where to write: an empty file that exists.
  const std::filesystem::path& path() const { return temporary_; }
  Result<void> commit();

 private:
  AtomicFile(std::filesystem::path target, std::filesystem::path temporary);

  std::filesystem::path target_, temporary_;  // temporary_ is empty once it is gone
};

// Puts the content in the file's place, whole or not at all.
Result<void> write_whole_file(const std::filesystem::path& target, std::string_view content);

}  // namespace rasoat
