#include "lexicon/lexicon.h"

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "lexicon/embedded_tables.h"

namespace rasoat {
namespace {

namespace fs = std::filesystem;

// Vietnamese message for a table that cannot be read.
Error unreadable(const fs::path& path) {
  return Error{ErrorCode::kUnreadable, "không đọc được bảng từ điển", path.string(),
               "Kiểm tra quyền đọc tệp."};
}

}  // namespace

const Lexicon& Lexicon::builtin() {
  static const Lexicon lexicon = [] {
    Lexicon out;
    for (const EmbeddedTable& embedded : embedded_tables()) {
      Result<Table> table = Table::parse(embedded.name, embedded.tsv);
      if (!table) std::abort();  // tests/lexicon parses every embedded table
      out.tables_.emplace(embedded.name, std::move(*table));
    }
    return out;
  }();
  return lexicon;
}

Result<Lexicon> Lexicon::with_overrides(const fs::path& folder) {
  Lexicon out = builtin();
  std::error_code ignored;
  if (!fs::is_directory(folder, ignored)) return out;
  for (auto& [name, table] : out.tables_) {
    const fs::path path = folder / (name + ".tsv");
    if (!fs::exists(path, ignored)) continue;
    std::ifstream in(path, std::ios::binary);
    std::ostringstream content;
    if (!in || !(content << in.rdbuf())) return unreadable(path);
    Result<Table> rows = Table::parse(path.string(), content.view());
    if (!rows) return rows.error();
    if (Result<void> done = table.overlay(*rows); !done) return done.error();
  }
  return out;
}

const Table& Lexicon::table(std::string_view name) const { return tables_.find(name)->second; }

}  // namespace rasoat
