#include "report/report_template.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <utility>

namespace rasoat {
namespace {

const std::map<std::string_view, ReportSource>& sources() {
  static const std::map<std::string_view, ReportSource> names = {
      {"", ReportSource::kEmpty},
      {"empty", ReportSource::kEmpty},
      {"number", ReportSource::kNumber},
      {"document", ReportSource::kDocument},
      {"provision", ReportSource::kProvision},
      {"quote", ReportSource::kQuote},
      {"agency", ReportSource::kAgency},
      {"role", ReportSource::kRole},
      {"deadline", ReportSource::kDeadline},
      {"place", ReportSource::kPlace},
      {"note", ReportSource::kNote},
  };
  return names;
}

std::optional<int> number_between(std::string_view text, int least, int most) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  if (value < least || value > most) return std::nullopt;
  return value;
}

Error wrong_row(const Table& table, size_t row, std::string_view column) {
  return Error{ErrorCode::kInvalidArgument,
               "ô \"" + std::string(column) + "\" của dòng \"" +
                   std::string(table.cell(row, "key")) + "\" có giá trị không dùng được: \"" +
                   std::string(table.cell(row, column)) + "\"",
               table.name() + ".tsv", "Sửa bảng này trong thư mục lexicon của dữ liệu."};
}

}  // namespace

Result<ReportTemplate> ReportTemplate::read(const Lexicon& lexicon) {
  ReportTemplate out;
  const Table& columns = lexicon.table("report_columns");
  std::vector<std::pair<int, ReportColumn>> ordered;
  for (size_t row = 0; row < columns.size(); ++row) {
    const auto order = number_between(columns.cell(row, "order"), 0, 99);
    if (!order) return wrong_row(columns, row, "order");
    const auto width = number_between(columns.cell(row, "width"), 1, 200);
    if (!width) return wrong_row(columns, row, "width");
    const auto source = sources().find(columns.cell(row, "source"));
    if (source == sources().end()) return wrong_row(columns, row, "source");
    if (*order == 0) continue;
    ordered.emplace_back(*order, ReportColumn{std::string(columns.cell(row, "heading")),
                                              static_cast<double>(*width), source->second});
  }
  if (ordered.empty()) {
    return Error{ErrorCode::kInvalidArgument, "bảng không còn cột nào", "report_columns.tsv",
                 "Đặt order lớn hơn 0 cho ít nhất một cột."};
  }
  std::stable_sort(ordered.begin(), ordered.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  for (auto& [order, column] : ordered) out.columns_.push_back(std::move(column));
  const Table& texts = lexicon.table("report_texts");
  for (size_t row = 0; row < texts.size(); ++row) {
    out.texts_.emplace_back(texts.cell(row, "key"), texts.cell(row, "text"));
  }
  return out;
}

std::string ReportTemplate::text(std::string_view key,
                                 const std::vector<std::string>& arguments) const {
  const auto it = std::find_if(texts_.begin(), texts_.end(),
                               [&](const auto& entry) { return entry.first == key; });
  if (it == texts_.end()) return {};
  std::string out;
  const std::string& pattern = it->second;
  size_t next = 0;
  for (size_t at = 0; at < pattern.size();) {
    if (pattern.compare(at, 2, "{}") == 0) {
      if (next < arguments.size()) out += arguments[next++];
      at += 2;
    } else {
      out += pattern[at++];
    }
  }
  return out;
}

}  // namespace rasoat
