#include "lexicon/table.h"

#include <algorithm>
#include <string>
#include <unordered_map>

namespace rasoat {
namespace {

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> out;
  size_t begin = 0;
  while (true) {
    const size_t end = text.find(separator, begin);
    out.emplace_back(text.substr(begin, end - begin));
    if (end == std::string_view::npos) return out;
    begin = end + 1;
  }
}

std::string_view trim(std::string_view text) {
  const size_t first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

Error table_error(std::string_view name, size_t line, std::string message) {
  return Error{ErrorCode::kInvalidArgument, std::move(message),
               std::string(name) + ":" + std::to_string(line),
               "Sửa dòng này trong bảng từ điển (các ô cách nhau bằng phím TAB)."};
}

}  // namespace

Result<Table> Table::parse(std::string_view name, std::string_view tsv) {
  Table table;
  table.name_ = name;
  const auto file = std::make_shared<const std::string>(name);
  size_t number = 0;
  for (std::string& line : split(tsv, '\n')) {
    ++number;
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (line.empty() || line.front() == '#') continue;
    std::vector<std::string> cells = split(line, '\t');
    if (table.columns_.empty()) {
      for (size_t i = 0; i < cells.size(); ++i) {
        if (std::find(cells.begin(), cells.begin() + i, cells[i]) != cells.begin() + i) {
          return table_error(name, number, "tên cột \"" + cells[i] + "\" bị lặp");
        }
      }
      table.columns_ = std::move(cells);
      continue;
    }
    if (cells.size() > table.columns_.size()) {
      return table_error(name, number, "dòng có nhiều ô hơn số cột");
    }
    cells.resize(table.columns_.size());
    table.rows_.push_back(std::move(cells));
    table.places_.push_back({file, number});
  }
  return table;
}

bool Table::has_column(std::string_view column) const {
  return std::find(columns_.begin(), columns_.end(), column) != columns_.end();
}

std::string_view Table::first_column() const {
  return columns_.empty() ? std::string_view() : std::string_view(columns_.front());
}

std::string Table::place(size_t row) const {
  return *places_[row].file + ":" + std::to_string(places_[row].line);
}

std::string_view Table::cell(size_t row, std::string_view column) const {
  const auto it = std::find(columns_.begin(), columns_.end(), column);
  if (it == columns_.end()) return {};
  return rows_[row][it - columns_.begin()];
}

std::vector<std::string> Table::values(size_t row, std::string_view column) const {
  std::vector<std::string> out;
  const std::string_view all = cell(row, column);
  if (all.empty()) return out;
  for (const std::string& value : split(all, '|')) {
    if (const std::string_view trimmed = trim(value); !trimmed.empty()) out.emplace_back(trimmed);
  }
  return out;
}

Result<void> Table::overlay(const Table& other) {
  for (const std::string& column : other.columns_) {
    if (!has_column(column)) {
      return table_error(other.name_, 1, "bảng gốc không có cột \"" + column + "\"");
    }
  }
  std::unordered_map<std::string, size_t> row_of;
  for (size_t row = 0; row < rows_.size(); ++row) row_of.emplace(rows_[row][0], row);
  for (size_t row = 0; row < other.rows_.size(); ++row) {
    std::vector<std::string> cells;
    for (const std::string& column : columns_) cells.emplace_back(other.cell(row, column));
    const auto [it, added] = row_of.emplace(cells[0], rows_.size());
    if (added) {
      rows_.push_back(std::move(cells));
      places_.push_back(other.places_[row]);
    } else {
      rows_[it->second] = std::move(cells);
      places_[it->second] = other.places_[row];
    }
  }
  return {};
}

}  // namespace rasoat
