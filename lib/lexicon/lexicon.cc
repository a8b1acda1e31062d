#include "lexicon/lexicon.h"

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "lexicon/check.h"
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
    const Result<Table> rows = read_table(path);
    if (!rows) return rows.error();
    if (Result<void> done = table.overlay(*rows); !done) return done.error();
    std::vector<Error> faults = check_table(*rows, table, builtin());
    if (!faults.empty()) return std::move(faults.front());
  }
  return out;
}

Result<Table> Lexicon::read_table(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream content;
  if (!in || !(content << in.rdbuf())) return unreadable(file);
  return Table::parse(file.string(), content.view());
}

const Table& Lexicon::table(std::string_view name) const { return tables_.find(name)->second; }

}  // namespace rasoat
