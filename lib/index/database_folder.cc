// XAPIANDB is a stub database of Xapian: "auto db-3" names the database beside it. Replacing that
// one file by rename puts a new database in use at once; readers that have the old one open go on
// with its files.
#include "index/database_folder.h"

#include <charconv>
#include <fstream>
#include <vector>

namespace rasoat::index_internal {
namespace {

namespace fs = std::filesystem;

constexpr const char* kStub = "XAPIANDB";
constexpr std::string_view kNamePrefix = "db-";

// N of "db-N"; 0 for any other name.
unsigned number_of(const std::string& name) {
  if (!std::string_view(name).starts_with(kNamePrefix)) return 0;
  unsigned out = 0;
  const char* end = name.data() + name.size();
  const auto [stop, error] = std::from_chars(name.data() + kNamePrefix.size(), end, out);
  return error == std::errc() && stop == end ? out : 0;
}

Error write_error(const fs::path& path, const std::error_code& error) {
  return {ErrorCode::kIndex, "không ghi được chỉ mục tìm kiếm (" + error.message() + ")",
          path.string(), "Hãy kiểm tra quyền ghi và dung lượng trống của ổ đĩa."};
}

std::vector<std::string> databases(const fs::path& folder) {
  std::vector<std::string> out;
  std::error_code error;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    const std::string name = at->path().filename().string();
    if (number_of(name) > 0) out.push_back(name);
  }
  return out;
}

}  // namespace

std::string current_database(const fs::path& folder) {
  std::ifstream in(folder / kStub);
  std::string kind;
  std::string name;
  if (!(in >> kind >> name) || kind != "auto" || number_of(name) == 0) return {};
  return name;
}

Result<std::string> new_database(const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) return write_error(folder, error);
  unsigned last = 0;
  for (const std::string& name : databases(folder)) last = std::max(last, number_of(name));
  return std::string(kNamePrefix) + std::to_string(last + 1);
}

Result<fs::path> scratch_folder(const fs::path& folder) {
  fs::path out = folder / "building";
  std::error_code error;
  fs::remove_all(out, error);
  fs::create_directories(out, error);
  if (error) return write_error(out, error);
  return out;
}

Result<void> replace_file(const fs::path& file, const std::string& content) {
  const fs::path aside = file.string() + ".new";
  {
    std::ofstream out(aside, std::ios::trunc);
    out << content;
    if (!out.flush()) return write_error(aside, std::make_error_code(std::errc::io_error));
  }
  std::error_code error;
  fs::rename(aside, file, error);
  if (error) return write_error(file, error);
  return {};
}

Result<void> use_database(const fs::path& folder, const std::string& name) {
  Result<void> replaced = replace_file(folder / kStub, "auto " + name + "\n");
  if (!replaced) return replaced;
  std::error_code error;
  for (const std::string& other : databases(folder)) {
    if (other != name) fs::remove_all(folder / other, error);  // what stays is taken next time
  }
  return {};
}

}  // namespace rasoat::index_internal
