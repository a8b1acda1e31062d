#include "workspace/list_files.h"

#include <algorithm>
#include <system_error>

namespace rasoat {
namespace {

namespace fs = std::filesystem;

bool is_hidden(const fs::path& path) {
  const std::string name = path.filename().string();
  return !name.empty() && name.front() == '.';
}

void append_folder(const fs::path& folder, std::vector<fs::path>& out) {
  const size_t first = out.size();
  std::vector<fs::path> open{folder};
  while (!open.empty()) {
    const fs::path current = std::move(open.back());
    open.pop_back();
    std::error_code error;
    fs::directory_iterator entry(current, error);
    if (error) {
      out.push_back(current);
      continue;
    }
    for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
      if (is_hidden(entry->path())) continue;
      std::error_code ignored;
      if (entry->is_directory(ignored)) {
        if (!entry->is_symlink(ignored)) open.push_back(entry->path());
      } else if (entry->is_regular_file(ignored)) {
        out.push_back(entry->path());
      }
    }
  }
  std::sort(out.begin() + static_cast<std::ptrdiff_t>(first), out.end());
}

}  // namespace

std::vector<fs::path> list_files(const std::vector<fs::path>& paths) {
  std::vector<fs::path> out;
  for (const fs::path& path : paths) {
    std::error_code ignored;
    if (fs::is_directory(path, ignored)) {
      append_folder(path, out);
    } else {
      out.push_back(path);
    }
  }
  return out;
}

}  // namespace rasoat
