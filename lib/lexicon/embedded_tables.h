// The tables of corpus/lexicon as they were when the program was built.
#pragma once

#include <span>
#include <string_view>

namespace rasoat {

struct EmbeddedTable {
  std::string_view name;  // "agencies" for agencies.tsv
  std::string_view tsv;
};

// Sorted by name. Defined in a source that the build generates (tools/cmake/EmbedTables.cmake).
std::span<const EmbeddedTable> embedded_tables();

}  // namespace rasoat
