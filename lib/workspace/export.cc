// JSON lines of all that is held; docs/json.md.
#include <nlohmann/json.hpp>
#include <ostream>

#include "workspace/analysis.h"
#include "workspace/json_text.h"
#include "workspace/state.h"

namespace rasoat {
namespace {

using nlohmann::json;

std::string export_line(const StoredDocument& stored) {
  std::string file;
  for (const SourceRecord& source : stored.record.sources) {
    if (source.counts) file = source.path;
  }
  json out = json::parse(analysis_json(file, stored.analysis));
  json& sources = out["sources"] = json::array();
  for (const SourceRecord& source : stored.record.sources) {
    sources.push_back({{"path", source.path},
                       {"format", source.format},
                       {"sha256", source.sha256},
                       {"bytes", source.bytes},
                       {"added", source.added},
                       {"counts", source.counts}});
  }
  const auto& references = stored.analysis.references;
  json& rows = out["references"];
  for (size_t i = 0; i < references.size() && i < rows.size(); ++i) {
    rows[i]["outcome"] = name_of(references[i].outcome);
    rows[i]["candidates"] = references[i].candidates;
  }
  json& diagnostics = out["diagnostics"] = json::array();
  for (const Diagnostic& diagnostic : stored.diagnostics) {
    diagnostics.push_back({{"code", diagnostic.code}, {"message", diagnostic.message}});
  }
  return json_text(out);
}

}  // namespace

Result<uint64_t> Workspace::export_json(std::ostream& out, const Progress& progress) const {
  const Result<std::vector<DocumentRecord>> all = list();
  if (!all) return all.error();
  uint64_t done = 0;
  for (const DocumentRecord& record : *all) {
    const Result<std::optional<StoredDocument>> stored = state_->store->read(record.id);
    if (!stored) return stored.error();
    if (*stored) out << export_line(**stored) << '\n';
    if (!out) {
      return Error{ErrorCode::kWrite, "không ghi được kết quả", "",
                   "Hãy kiểm tra dung lượng trống của ổ đĩa."};
    }
    if (progress) progress(++done, all->size(), record.id);
  }
  return done;
}

}  // namespace rasoat
