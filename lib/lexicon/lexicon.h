// The data tables that tell rasoat the words of Vietnamese legal documents.
//
// The tables of corpus/lexicon are embedded at build time. A `lexicon/` folder in a workspace may
// hold tables of the same names, whose rows are added to or put over the embedded ones.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <typeindex>

#include "lexicon/table.h"

namespace rasoat {

// Immutable once loaded; const access from any number of threads.
class Lexicon {
 public:
  // The embedded tables alone. Never fails: the build checks them.
  static const Lexicon& builtin();
  // The embedded tables with the *.tsv of a folder put over them. An absent folder is no error; a
  // fault of a row (lexicon/check.h) is one.
  static Result<Lexicon> with_overrides(const std::filesystem::path& folder);

  // The table of this name ("agencies" for agencies.tsv). The name must be one of corpus/lexicon.
  const Table& table(std::string_view name) const;

  bool has_table(std::string_view name) const { return tables_.find(name) != tables_.end(); }
  // A table of a workspace, named by its path.
  static Result<Table> read_table(const std::filesystem::path& file);

  // What a module makes of the tables (a phrase book, a scanner): any type that is built from a
  // `const Lexicon&`, made on first use and kept as long as this lexicon. Thread-safe.
  template <typename Made>
  const Made& derived() const {
    const std::lock_guard lock(cache_.mutex);
    std::shared_ptr<const void>& slot = cache_.made[std::type_index(typeid(Made))];
    if (!slot) slot = std::make_shared<const Made>(*this);
    return *static_cast<const Made*>(slot.get());
  }

 private:
  // A copy of a lexicon starts with an empty cache: its tables may be changed afterwards.
  struct Cache {
    Cache() = default;
    Cache(const Cache&) {}
    Cache& operator=(const Cache&) {
      made.clear();
      return *this;
    }
    std::recursive_mutex mutex;  // making one reader may ask for another
    std::map<std::type_index, std::shared_ptr<const void>> made;
  };

  std::map<std::string, Table, std::less<>> tables_;
  mutable Cache cache_;
};

}  // namespace rasoat
