#include "plan_source.h"

#include <filesystem>

#include "workspace/plan.h"

namespace rasoat::cli {

Result<std::vector<PlanRow>> read_plan(const Session& session, const std::string& name) {
  std::error_code error;
  if (!name.empty() && std::filesystem::is_regular_file(name, error)) {
    const Lexicon& lexicon = Lexicon::builtin();
    const Result<AnalyzedFile> file = analyze_file(name, lexicon);
    if (!file) return file.error();
    return plan_rows(file->analysis, name, lexicon);
  }
  const auto workspace = Workspace::open(session.workspace, Workspace::Mode::kRead);
  if (!workspace) return workspace.error();
  return plan_rows(**workspace, name);
}

}  // namespace rasoat::cli
