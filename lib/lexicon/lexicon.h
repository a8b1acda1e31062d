// The data tables that tell rasoat the words of Vietnamese legal documents.
//
// The tables of corpus/lexicon are embedded at build time. A `lexicon/` folder in a workspace may
// hold tables of the same names, whose rows are added to or put over the embedded ones.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include "lexicon/table.h"

namespace rasoat {

// Immutable once loaded; const access from any number of threads.
class Lexicon {
 public:
  // The embedded tables alone. Never fails: the build checks them.
  static const Lexicon& builtin();
  // The embedded tables with the *.tsv of a folder put over them. An absent folder is no error.
  static Result<Lexicon> with_overrides(const std::filesystem::path& folder);

  // The table of this name ("agencies" for agencies.tsv). The name must be one of corpus/lexicon.
  const Table& table(std::string_view name) const;

 private:
  std::map<std::string, Table, std::less<>> tables_;
};

}  // namespace rasoat
