#include "task_source.h"

#include <filesystem>

namespace rasoat::cli {

const Lexicon& TaskSource::lexicon() const {
  return workspace ? workspace->lexicon() : Lexicon::builtin();
}

Result<std::vector<LeadFinding>> TaskSource::findings() const {
  if (workspace) return lead_findings(*workspace, rows);
  return lead_findings(rows.duties, rows.tasks, lexicon(),
                       [](const DocumentLabel&, const DocumentLabel&) { return false; });
}

Result<TaskSource> read_tasks(const Session& session, const std::vector<std::string>& names) {
  TaskSource out;
  std::vector<std::string> held;
  for (const std::string& name : names) {
    std::error_code error;
    if (!std::filesystem::is_regular_file(name, error)) {
      held.push_back(name);
      continue;
    }
    const Result<AnalyzedFile> file = analyze_file(name, Lexicon::builtin());
    if (!file) return file.error();
    append(out.rows, task_rows(file->analysis, name, Lexicon::builtin()));
  }
  if (!names.empty() && held.empty()) return out;
  Result<std::unique_ptr<Workspace>> workspace =
      Workspace::open(session.workspace, Workspace::Mode::kRead);
  if (!workspace) return workspace.error();
  out.workspace = std::move(*workspace);
  Result<TaskRows> rows = task_rows(*out.workspace, held);
  if (!rows) return rows.error();
  append(out.rows, std::move(*rows));
  return out;
}

}  // namespace rasoat::cli
