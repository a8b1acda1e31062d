// What is wrong in the tables of a lexicon.
#pragma once

#include <filesystem>
#include <vector>

#include "base/error.h"
#include "lexicon/table.h"

namespace rasoat {

class Lexicon;

// The faults of the embedded tables with those of a folder put over them, in the order of tables
// and rows: rows that cannot be read, and what the rules of check.cc forbid. An absent folder is no
// fault. Each names file and line, and what to do.
std::vector<Error> check_lexicon(const std::filesystem::path& folder);

// The faults of the rows of one file (`own`) after it was put over the embedded table, which gives
// `whole`.
std::vector<Error> check_table(const Table& own, const Table& whole, const Lexicon& embedded);

}  // namespace rasoat
