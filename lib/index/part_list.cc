#include "index/part_list.h"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <iterator>
#include <optional>

#include "index/database_folder.h"

namespace rasoat {
namespace {

namespace fs = std::filesystem;

constexpr size_t kMaxListBytes = 1u << 16;
constexpr size_t kMaxHostBytes = 253;  // RFC 1035

constexpr const char* kForms =
    "Mỗi dòng là \"remote MÁY:CỔNG\", hoặc \"auto THƯ_MỤC\" với phần chỉ mục ở máy này.";

bool is_host(std::string_view text) {
  const bool ipv6 = text.size() > 2 && text.front() == '[' && text.back() == ']';
  if (ipv6) text = text.substr(1, text.size() - 2);
  if (text.empty() || text.size() > kMaxHostBytes || text.front() == '-') return false;
  return std::all_of(text.begin(), text.end(), [&](char c) {
    const bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return plain || c == '.' || c == '-' || c == '_' || (ipv6 && (c == ':' || c == '%'));
  });
}

// "10.0.0.2:7001"
std::optional<PartPlace> remote_place(std::string_view text) {
  const size_t colon = text.rfind(':');
  if (colon == std::string_view::npos || !is_host(text.substr(0, colon))) return {};
  PartPlace out;
  out.host = text.substr(0, colon);
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data() + colon + 1, end, out.port);
  if (error != std::errc() || stop != end || out.port == 0) return {};
  return out;
}

// The database itself, or the one in use of an index folder.
std::optional<PartPlace> local_place(std::string_view text, const fs::path& folder,
                                     bool index_folder) {
  if (text.empty() || text.find('\0') != std::string_view::npos) return {};
  PartPlace out;
  out.database = (folder / fs::path(text)).lexically_normal();
  std::error_code ignored;
  if (index_folder && !fs::exists(out.database / "iamglass", ignored)) {
    const std::string name = index_internal::current_database(out.database);
    if (name.empty()) return {};
    out.database /= name;
  }
  if (!fs::exists(out.database / "iamglass", ignored)) return {};
  return out;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r')) {
    text.remove_suffix(1);
  }
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  return text;
}

Error wrong(const std::string& file, size_t line, std::string reason) {
  return {ErrorCode::kInvalidArgument, std::move(reason), file + ":" + std::to_string(line),
          kForms};
}

}  // namespace

std::string PartPlace::name() const {
  return host.empty() ? database.string() : host + ":" + std::to_string(port);
}

std::string PartPlace::bare_host() const {
  return host.starts_with("[") ? host.substr(1, host.size() - 2) : host;
}

std::string PartPlace::bare_name() const { return bare_host() + ":" + std::to_string(port); }

Result<std::vector<PartPlace>> parse_part_list(std::string_view text, const fs::path& folder,
                                               const std::string& file) {
  std::vector<PartPlace> out;
  size_t number = 0;
  while (!text.empty()) {
    ++number;
    const size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = trimmed(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.empty() || line.front() == '#') continue;
    const size_t blank = std::min(line.find(' '), line.size());
    const std::string_view kind = line.substr(0, blank);
    const std::string_view rest = trimmed(line.substr(blank));
    std::optional<PartPlace> place;
    if (kind == "remote") {
      place = remote_place(rest);
      if (!place) return wrong(file, number, "cần tên hoặc địa chỉ máy và cổng");
    } else if (kind == "auto" || kind == "glass") {
      place = local_place(rest, folder, kind == "auto");
      if (!place) return wrong(file, number, "không có phần chỉ mục trong thư mục này");
    } else {
      return wrong(file, number, "dòng không hợp lệ");
    }
    const bool twice = std::any_of(out.begin(), out.end(), [&](const PartPlace& other) {
      return other.name() == place->name();
    });
    if (twice) return wrong(file, number, "phần chỉ mục này đã nêu ở trên");
    if (out.size() == kMaxParts) {
      return wrong(file, number, "quá " + std::to_string(kMaxParts) + " phần chỉ mục");
    }
    out.push_back(std::move(*place));
  }
  if (out.empty()) return wrong(file, std::max<size_t>(number, 1), "chưa nêu phần chỉ mục nào");
  return out;
}

Result<std::vector<PartPlace>> read_part_list(const fs::path& file) {
  std::error_code error;
  if (!fs::is_regular_file(file, error)) {
    return Error{ErrorCode::kNotFound, "không có tệp danh sách các phần chỉ mục", file.string(),
                 kForms};
  }
  std::ifstream in(file, std::ios::binary);
  std::string text(kMaxListBytes + 1, '\0');
  in.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<size_t>(in.gcount()));
  if (in.bad() || (text.empty() && !in.eof())) {
    return Error{ErrorCode::kUnreadable, "không đọc được tệp", file.string(),
                 "Hãy kiểm tra quyền đọc tệp này."};
  }
  if (text.size() > kMaxListBytes) {
    return Error{ErrorCode::kInvalidArgument, "tệp danh sách các phần chỉ mục quá lớn",
                 file.string(), kForms};
  }
  return parse_part_list(text, fs::absolute(file, error).parent_path(), file.string());
}

}  // namespace rasoat
