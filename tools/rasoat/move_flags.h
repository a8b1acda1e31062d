// The flags of `transfers` and `delegations`: from whom, to whom, where, which page.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/error.h"
#include "grid_output.h"
#include "session.h"
#include "workspace/workspace.h"

namespace CLI {
class App;
}

namespace rasoat::cli {

struct MoveFlags {
  std::vector<std::string> from, to;
  std::string document;
  uint64_t offset = 0;
  uint64_t limit = 0;
  GridOutput output;
};

// `document_help` says which documents --document takes.
void add_move_flags(CLI::App& command, MoveFlags& flags, const std::string& document_help);

// Fills in the agencies, the document and the page of a TransferFilter or DelegationFilter.
template <typename Filter>
Result<Filter> filter_of(const Workspace& workspace, const MoveFlags& flags) {
  Filter out;
  for (const auto& [words, keys] : {std::pair(&flags.from, &out.from), {&flags.to, &out.to}}) {
    for (const std::string& typed : *words) {
      const Result<std::vector<std::string>> found = workspace.agency_keys(typed);
      if (!found) return found.error();
      keys->insert(keys->end(), found->begin(), found->end());
    }
  }
  if (!flags.document.empty()) {
    const Result<DocumentRecord> document = workspace.find_document(flags.document);
    if (!document) return document.error();
    out.document = document->id;
  }
  out.offset = flags.offset;
  out.limit = flags.limit;
  return out;
}

// "12 chuyển giao", or which of them are shown and how to see the next.
void print_total(uint64_t total, uint64_t offset, size_t shown, const std::string& what);

// Says on stderr where an older rasoat read documents without looking for transfers and the like:
// what is missing there must not be taken for what does not exist.
void warn_of_older(const Workspace& workspace, Session& session);

}  // namespace rasoat::cli
