// What documents give bodies to do, as rows: duties and tasks of plans together, of files that are
// read on the spot or of documents that are held.
#pragma once

#include <string>
#include <vector>

#include "store/lead_findings.h"
#include "workspace/analysis.h"
#include "workspace/workspace.h"

namespace rasoat {

struct TaskRows {
  std::vector<DutyRow> duties;
  std::vector<PlanRow> tasks;
};

void append(TaskRows& out, TaskRows rows);

// In the order of the text. `path` is that of its source.
TaskRows task_rows(const AnalyzedDocument& analysis, const std::string& path,
                   const Lexicon& lexicon);
// Of held documents, named as in Workspace::find_document(); of all where none is named.
Result<TaskRows> task_rows(const Workspace& workspace, const std::vector<std::string>& documents);

// lead_findings() with what the workspace knows of amendments.
Result<std::vector<LeadFinding>> lead_findings(const Workspace& workspace, const TaskRows& rows);

}  // namespace rasoat
