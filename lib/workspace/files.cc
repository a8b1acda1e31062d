#include "workspace/files.h"

#include <algorithm>
#include <set>
#include <string>

namespace rasoat {
namespace {

namespace fs = std::filesystem;

bool is_passed_over(const fs::path& path) {
  const std::string name = path.filename().string();
  return name.starts_with(".") || name.starts_with("~$");
}

class Walker {
 public:
  explicit Walker(const fs::path& not_below) {
    std::error_code ignored;
    if (!not_below.empty()) walked_.insert(fs::weakly_canonical(not_below, ignored).string());
  }

  // Depth first with a stack of our own. Entries are pushed in reverse, so that they come out
  // sorted.
  void walk(const fs::path& start) {
    std::vector<fs::path> waiting{start};
    while (!waiting.empty()) {
      const fs::path path = std::move(waiting.back());
      waiting.pop_back();
      std::error_code error;
      const fs::path real = fs::canonical(path, error);
      if (error) {
        fail(path, error);
      } else if (fs::is_directory(real, error)) {
        if (walked_.insert(real.string()).second) push_entries(real, waiting);
      } else if (fs::is_regular_file(real, error)) {
        if (seen_.insert(real.string()).second) out.files.push_back(real);
      } else if (path == start) {
        out.failed.push_back({ErrorCode::kUnreadable, "không phải là tệp thường", path.string(),
                              "Hãy chọn tệp văn bản hoặc thư mục."});
      }
    }
  }

  FoundFiles out;

 private:
  void push_entries(const fs::path& folder, std::vector<fs::path>& waiting) {
    std::vector<fs::path> entries;
    std::error_code error;
    fs::directory_iterator at(folder, error);
    for (; !error && at != fs::directory_iterator(); at.increment(error)) {
      if (!is_passed_over(at->path())) entries.push_back(at->path());
    }
    if (error) fail(folder, error);
    std::sort(entries.begin(), entries.end());
    waiting.insert(waiting.end(), entries.rbegin(), entries.rend());
  }

  void fail(const fs::path& path, const std::error_code& error) {
    if (error == std::errc::no_such_file_or_directory || error == std::errc::not_a_directory) {
      out.failed.push_back({ErrorCode::kNotFound, "không có tệp hay thư mục này", path.string(),
                            "Hãy kiểm tra lại đường dẫn."});
    } else {
      out.failed.push_back({ErrorCode::kUnreadable, "không mở được (" + error.message() + ")",
                            path.string(), "Hãy kiểm tra quyền đọc."});
    }
  }

  std::set<std::string> walked_;
  std::set<std::string> seen_;
};

}  // namespace

FoundFiles find_files(const std::vector<fs::path>& paths, const fs::path& not_below) {
  Walker walker(not_below);
  for (const fs::path& path : paths) walker.walk(path);
  return std::move(walker.out);
}

}  // namespace rasoat
