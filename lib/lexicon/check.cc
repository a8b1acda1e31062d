#include "lexicon/check.h"

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>
#include <unordered_map>

#include "base/date.h"
#include "lexicon/embedded_tables.h"
#include "lexicon/lexicon.h"
#include "text/lower.h"

namespace rasoat {
namespace {

namespace fs = std::filesystem;

enum class Rule {
  kRequired,   // the cell is not empty
  kUnique,     // no other row of the file has the same value, case aside
  kDate,       // empty, or YYYY-MM-DD of the calendar; `argument`: a further value that is allowed
  kNotBefore,  // a date not before that in the column `argument`
  kAfter,      // a date after that in the column `argument`
  kRow,        // empty, or the first cell of a row of this table; `argument` names such a thing
  kNoCircle,   // following the values from row to row never leads back
  kKnown,      // a value that the embedded table has in this column
  kBegins,     // begins with one of `argument`, separated by '|'
  kAgency,     // empty, or keys of bodies: rows of agencies, or the key of a head and a name
  kSlug,       // small letters without marks, digits, '-' between them
  kOneBody,    // none of the names in the cell stands in another row
};

struct ColumnRule {
  std::string_view table, column;
  Rule rule;
  std::string_view argument = {};
};

// The first column of every table must be filled too.
constexpr ColumnRule kRules[] = {
    {"agencies", "key", Rule::kUnique},
    {"agencies", "class", Rule::kKnown},
    {"agencies", "level", Rule::kKnown},
    {"agencies", "parent", Rule::kAgency},
    {"agencies", "parent", Rule::kNoCircle},
    {"agencies", "from", Rule::kDate},
    {"agencies", "end", Rule::kDate},
    {"agencies", "end", Rule::kAfter, "from"},
    {"agencies", "heir", Rule::kAgency},
    {"agencies", "heir", Rule::kNoCircle},
    {"agencies", "names", Rule::kRequired},
    {"agencies", "names", Rule::kOneBody},
    {"agency_heads", "level", Rule::kKnown},
    {"agency_levels", "class", Rule::kKnown},
    {"agency_levels", "level", Rule::kKnown},
    {"agency_level_ends", "key", Rule::kUnique},
    {"agency_level_ends", "end", Rule::kRequired},
    {"agency_level_ends", "end", Rule::kDate},
    {"agency_level_ends", "heir", Rule::kAgency},
    {"agency_sectors", "from", Rule::kDate},
    {"agency_sectors", "bo_end", Rule::kDate, "-"},
    {"agency_sectors", "bo_end", Rule::kAfter, "from"},
    {"agency_sectors", "bo_heir", Rule::kRow, "ngành, lĩnh vực"},
    {"agency_sectors", "bo_heir", Rule::kNoCircle},
    {"agency_sectors", "so_end", Rule::kDate, "-"},
    {"agency_sectors", "so_end", Rule::kAfter, "from"},
    {"agency_sectors", "so_heir", Rule::kRow, "ngành, lĩnh vực"},
    {"agency_sectors", "so_heir", Rule::kNoCircle},
    {"agency_sectors", "phong_end", Rule::kDate, "-"},
    {"agency_sectors", "phong_heir", Rule::kAgency},
    {"agency_sectors", "aliases", Rule::kOneBody},
    {"document_types", "key", Rule::kRequired},
    {"document_types", "class", Rule::kKnown},
    {"action_words", "words", Rule::kUnique},
    {"action_words", "action", Rule::kKnown},
    {"action_words", "class", Rule::kKnown},
    {"actions", "action", Rule::kUnique},
    {"actions", "mark", Rule::kRequired},
    {"actions", "name", Rule::kRequired},
    {"duty_cues", "class", Rule::kKnown},
    {"duty_verbs", "class", Rule::kKnown},
    {"transfer_cues", "class", Rule::kKnown},
    {"delegation_cues", "words", Rule::kUnique},
    {"delegation_cues", "class", Rule::kKnown},
    {"lead_cues", "words", Rule::kUnique},
    {"lead_cues", "class", Rule::kKnown},
    {"effect_cues", "class", Rule::kKnown},
    {"search_synonyms", "class", Rule::kKnown},
    {"search_synonyms", "same", Rule::kRequired},
    {"search_synonyms", "same", Rule::kOneBody},
    {"search_synonyms", "words", Rule::kUnique},
    {"laws", "number", Rule::kUnique},
    {"laws", "name", Rule::kRequired},
    {"laws", "name", Rule::kBegins, "Luật |Bộ luật |Pháp lệnh |Hiến pháp"},
    {"laws", "adopted", Rule::kDate},
    {"laws", "in_force", Rule::kDate},
    {"laws", "in_force", Rule::kNotBefore, "adopted"},
    {"laws", "end", Rule::kDate},
    {"laws", "end", Rule::kAfter, "in_force"},
    {"laws", "end", Rule::kAfter, "adopted"},
    {"laws", "predecessor", Rule::kRow, "văn bản"},
    {"laws", "successor", Rule::kRow, "văn bản"},
    {"laws", "predecessor", Rule::kNoCircle},
    {"laws", "successor", Rule::kNoCircle},
    {"provinces", "name", Rule::kUnique},
    {"provinces", "city_from", Rule::kDate},
    {"provinces", "end", Rule::kDate},
    {"provinces", "end", Rule::kAfter, "city_from"},
    {"provinces", "heir", Rule::kRow, "tỉnh"},
    {"provinces", "heir", Rule::kNoCircle},
    {"question_words", "class", Rule::kKnown},
    {"recurrences", "words", Rule::kUnique},
    {"recurrences", "recurrence", Rule::kRequired},
    {"recurrences", "recurrence", Rule::kSlug},
};

using RowOf = std::unordered_map<std::string, size_t>;

RowOf rows_by_first_cell(const Table& table, std::string_view column) {
  RowOf out;
  for (size_t row = 0; row < table.size(); ++row) {
    out.emplace(lower_same_length(table.cell(row, column)), row);
  }
  return out;
}

class TableCheck {
 public:
  TableCheck(const Table& own, const Table& whole, const Lexicon& embedded)
      : own_(own), whole_(whole), lexicon_(embedded), embedded_(embedded.table(whole.name())) {
    rows_ = rows_by_first_cell(whole_, whole_.first_column());
  }

  std::vector<Error> faults() {
    for (size_t row = 0; row < own_.size(); ++row) {
      if (own_.cell(row, own_.first_column()).empty()) {
        add(row, "ô đầu của dòng để trống", "Điền ô đầu, hoặc xóa dòng này.");
      }
    }
    for (const ColumnRule& rule : kRules) {
      if (rule.table != whole_.name() || !own_.has_column(rule.column)) continue;
      seen_.clear();
      for (size_t row = 0; row < own_.size(); ++row) check(row, rule);
    }
    std::stable_sort(out_.begin(), out_.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<Error> errors;
    for (auto& [row, error] : out_) errors.push_back(std::move(error));
    return errors;
  }

 private:
  void add(size_t row, std::string message, std::string remedy) {
    out_.emplace_back(row, Error{ErrorCode::kInvalidArgument, std::move(message), own_.place(row),
                                 std::move(remedy)});
  }

  void check(size_t row, const ColumnRule& rule) {
    const std::string value(own_.cell(row, rule.column));
    const std::string column(rule.column);
    if (rule.rule == Rule::kRequired) {
      if (value.empty()) add(row, "cột \"" + column + "\" để trống", "Điền cột này.");
      return;
    }
    if (value.empty()) return;
    switch (rule.rule) {
      case Rule::kRequired:
        break;
      case Rule::kUnique:
        if (const auto [at, is_new] = seen_.emplace(lower_same_length(value), row); !is_new) {
          add(row, "\"" + value + "\" đã có ở dòng " + own_.place(at->second),
              "Giữ một dòng, xóa dòng kia.");
        }
        break;
      case Rule::kDate:
        if (value != rule.argument && !Date::from_iso(value)) {
          add(row, "\"" + value + "\" ở cột \"" + column + "\" không phải là ngày",
              "Viết ngày theo dạng 2025-07-01, hoặc để trống nếu chưa rõ.");
        }
        break;
      case Rule::kNotBefore:
      case Rule::kAfter:
        check_order(row, rule, value);
        break;
      case Rule::kRow:
        if (!rows_.contains(lower_same_length(value))) {
          add(row,
              "cột \"" + column + "\" nêu " + std::string(rule.argument) + " \"" + value +
                  "\" không có trong bảng",
              "Thêm dòng cho " + std::string(rule.argument) + " ấy, hoặc sửa lại cột này.");
        }
        break;
      case Rule::kNoCircle:
        if (leads_back(row, column)) {
          add(row, "đi theo cột \"" + column + "\" từ dòng này lại trở về chính nó",
              "Sửa cột này ở một trong các dòng nối vòng.");
        }
        break;
      case Rule::kKnown:
        if (!known(value, rule.column)) {
          add(row, "\"" + value + "\" không phải là giá trị của cột \"" + column + "\"",
              "Dùng một trong các giá trị: " + known_values(rule.column) + ".");
        }
        break;
      case Rule::kBegins:
        if (!begins(value, rule.argument)) {
          add(row, "\"" + value + "\" không phải là tên luật, bộ luật, pháp lệnh hay Hiến pháp",
              "Viết đủ tên, ví dụ \"Luật Đất đai\".");
        }
        break;
      case Rule::kAgency:
        for (const std::string& key : own_.values(row, rule.column)) check_agency(row, column, key);
        break;
      case Rule::kSlug:
        if (!is_slug(value)) {
          add(row, "\"" + value + "\" ở cột \"" + column + "\" không phải là tên viết không dấu",
              "Viết chữ thường không dấu, nối bằng dấu \"-\", ví dụ \"hang-nam\".");
        }
        break;
      case Rule::kOneBody:
        check_names(row, rule.column);
        break;
    }
  }

  // "bo-tai-chinh" needs no row: a head and a name.
  void check_agency(size_t row, const std::string& column, const std::string& key) {
    const std::string body = key.substr(0, key.find(':'));
    const Table& heads = lexicon_.table("agency_heads");
    for (size_t head = 0; head < heads.size(); ++head) {
      const std::string made = std::string(heads.cell(head, "key")) + "-";
      if (body.starts_with(made) || body == heads.cell(head, "alone")) return;
    }
    const bool here = whole_.name() == "agencies" && rows_.contains(body);
    const Table& agencies = lexicon_.table("agencies");
    for (size_t at = 0; !here && at < agencies.size(); ++at) {
      if (agencies.cell(at, "key") == body) return;
    }
    if (here) return;
    add(row, "cột \"" + column + "\" nêu cơ quan \"" + key + "\" không có trong bảng",
        "Thêm dòng cho cơ quan ấy vào agencies.tsv, hoặc sửa lại cột này.");
  }

  void check_names(size_t row, std::string_view column) {
    if (owners_.empty()) {
      for (size_t at = 0; at < whole_.size(); ++at) {
        for (const std::string& name : whole_.values(at, column)) {
          owners_[lower_same_length(name)].insert(at);
        }
      }
    }
    for (const std::string& name : own_.values(row, column)) {
      for (const size_t owner : owners_[lower_same_length(name)]) {
        const std::string_view first = whole_.cell(owner, whole_.first_column());
        if (first == own_.cell(row, own_.first_column())) continue;
        add(row,
            "tên \"" + name + "\" cũng là tên của \"" + std::string(first) + "\" ở " +
                whole_.place(owner),
            "Để mỗi tên ở một dòng.");
      }
    }
  }

  void check_order(size_t row, const ColumnRule& rule, const std::string& value) {
    const auto date = Date::from_iso(value);
    const auto other = Date::from_iso(own_.cell(row, rule.argument));
    if (!date || !other) return;
    if (rule.rule == Rule::kAfter ? *date > *other : *date >= *other) return;
    add(row,
        "ngày ở cột \"" + std::string(rule.column) + "\" (" + value + ") " +
            (rule.rule == Rule::kAfter ? "không sau" : "trước") + " ngày ở cột \"" +
            std::string(rule.argument) + "\" (" + other->iso() + ")",
        "Kiểm tra lại hai ngày.");
  }

  // Follows the column from a row; a chain is no longer than the table.
  bool leads_back(size_t own_row, const std::string& column) const {
    const std::string start = lower_same_length(own_.cell(own_row, own_.first_column()));
    std::string at = lower_same_length(own_.cell(own_row, column));
    for (size_t steps = 0; steps <= whole_.size() && !at.empty(); ++steps) {
      if (at == start) return true;
      const auto next = rows_.find(at);
      if (next == rows_.end()) return false;
      at = lower_same_length(whole_.cell(next->second, column));
    }
    return false;
  }

  bool known(std::string_view value, std::string_view column) const {
    for (size_t row = 0; row < embedded_.size(); ++row) {
      if (embedded_.cell(row, column) == value) return true;
    }
    return false;
  }

  std::string known_values(std::string_view column) const {
    std::set<std::string> values;
    for (size_t row = 0; row < embedded_.size(); ++row) {
      values.emplace(embedded_.cell(row, column));
    }
    std::string out;
    for (const std::string& value : values) {
      if (!value.empty()) out += (out.empty() ? "" : ", ") + value;
    }
    return out;
  }

  static bool is_slug(std::string_view value) {
    for (size_t i = 0; i < value.size(); ++i) {
      const char c = value[i];
      const bool inner = i > 0 && i + 1 < value.size() && value[i - 1] != '-';
      if (!(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9') && !(c == '-' && inner)) return false;
    }
    return true;
  }

  static bool begins(std::string_view value, std::string_view list) {
    while (true) {
      const size_t bar = list.find('|');
      if (value.starts_with(list.substr(0, bar))) return true;
      if (bar == std::string_view::npos) return false;
      list.remove_prefix(bar + 1);
    }
  }

  const Table& own_;
  const Table& whole_;
  const Lexicon& lexicon_;                                    // the embedded tables
  const Table& embedded_;                                     // that of this name
  RowOf rows_;                                                // of whole_
  std::unordered_map<std::string, size_t> seen_;              // values of the column in work
  std::unordered_map<std::string, std::set<size_t>> owners_;  // rows of whole_ by name
  std::vector<std::pair<size_t, Error>> out_;
};

}  // namespace

std::vector<Error> check_table(const Table& own, const Table& whole, const Lexicon& embedded) {
  return TableCheck(own, whole, embedded).faults();
}

std::vector<Error> check_lexicon(const fs::path& folder) {
  const Lexicon& embedded = Lexicon::builtin();
  std::vector<Error> out;
  const auto append = [&](std::vector<Error> faults) {
    out.insert(out.end(), std::make_move_iterator(faults.begin()),
               std::make_move_iterator(faults.end()));
  };
  for (const EmbeddedTable& one : embedded_tables()) {
    const Table& table = embedded.table(one.name);
    append(check_table(table, table, embedded));
  }
  std::error_code ignored;
  std::vector<fs::path> files;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, ignored)) {
    if (entry.path().extension() == ".tsv") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  for (const fs::path& file : files) {
    const std::string name = file.stem().string();
    if (!embedded.has_table(name)) {
      out.push_back({ErrorCode::kInvalidArgument, "không có bảng nào tên \"" + name + "\"",
                     file.string(), "Đổi tên tệp thành tên một bảng (docs/lexicon.md), hoặc xóa."});
      continue;
    }
    const Result<Table> own = Lexicon::read_table(file);
    if (!own) {
      out.push_back(own.error());
      continue;
    }
    Table whole = embedded.table(name);
    if (const Result<void> done = whole.overlay(*own); !done) {
      out.push_back(done.error());
      continue;
    }
    append(check_table(*own, whole, embedded));
  }
  return out;
}

}  // namespace rasoat
