// A table of the lexicon: rows of named columns, read from a TSV file.
//
// Format: UTF-8; lines that begin with '#' and empty lines are skipped; the first other line names
// the columns; cells are separated by one TAB; a missing last cell is empty; inside a cell, '|'
// separates several values.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace rasoat {

class Table {
 public:
  // `name` is used in errors. Fails on a row with too many cells or a repeated column name.
  static Result<Table> parse(std::string_view name, std::string_view tsv);

  const std::string& name() const { return name_; }
  size_t size() const { return rows_.size(); }
  bool has_column(std::string_view column) const;
  // The column by which rows of a workspace replace rows; empty for a table without columns.
  std::string_view first_column() const;
  // Where the row was read: "laws.tsv:12".
  std::string place(size_t row) const;
  // The cell; empty for a column that the table does not have.
  std::string_view cell(size_t row, std::string_view column) const;
  // The cell split at '|', each value trimmed, empty ones left out.
  std::vector<std::string> values(size_t row, std::string_view column) const;

  // Puts the rows of another table over these: a row whose first cell is here already replaces that
  // row, others are appended. The columns of `other` must be among these.
  Result<void> overlay(const Table& other);

 private:
  std::string name_;
  std::vector<std::string> columns_;
  std::vector<std::vector<std::string>> rows_;
  struct Place {
    std::shared_ptr<const std::string> file;
    size_t line = 0;
  };
  std::vector<Place> places_;  // of rows_
};

}  // namespace rasoat
