// The file that says where the parts of an index are: a stub database of Xapian, of which only what
// makes sense here is taken.
//
//   # comment
//   remote 10.0.0.2:7001        xapian-tcpsrv on another machine; [::1]:7001 for IPv6
//   auto 1                      an index folder (index/search_index.h), from this file's folder on
//   glass /srv/rasoat/1/db-1    the database of one
//
// The file may come from anywhere: lines that start programs (`remote :`), databases in memory,
// lists within lists and other formats are refused with their line, and nothing of it is handed to
// Xapian's own reader of such files.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace rasoat {

inline constexpr size_t kMaxParts = 64;

struct PartPlace {
  std::string host;  // empty: on this machine
  uint16_t port = 0;
  std::filesystem::path database;  // of Xapian's format "glass"; where there is no host

  std::string name() const;       // "10.0.0.2:7001", "[::1]:7001", or the path
  std::string bare_host() const;  // "::1"
  std::string bare_name() const;  // "::1:7001", as Xapian says it
};

// kInvalidArgument, "FILE:LINE: …", for a list that makes no sense. Places are not looked at, but
// for which database of an index folder is in use.
Result<std::vector<PartPlace>> read_part_list(const std::filesystem::path& file);
// The same of its text. `folder` is where relative paths start; `file` is named in errors.
Result<std::vector<PartPlace>> parse_part_list(std::string_view text,
                                               const std::filesystem::path& folder,
                                               const std::string& file);

}  // namespace rasoat
