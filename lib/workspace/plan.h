// The tasks of plans as rows: of a file that is read on the spot, or of the plans that are held.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "authority/due.h"
#include "workspace/analysis.h"
#include "workspace/workspace.h"

namespace rasoat {

// What rows say of the place of a fact; the provision -1 is the whole document.
DocumentLabel document_label(const AnalyzedDocument& analysis);
ProvisionLabel provision_label(const AnalyzedDocument& analysis, int32_t provision);

// In the order of the text; empty where the document is no plan. `path` is that of its source.
std::vector<PlanRow> plan_rows(const AnalyzedDocument& analysis, const std::string& path,
                               const Lexicon& lexicon);
// Of one held document, or for "" of all, in the order of Workspace::list().
Result<std::vector<PlanRow>> plan_rows(const Workspace& workspace, std::string_view document);

// A task with its last day.
struct DueTask {
  PlanRow task;
  Due due;
};

struct DueList {
  Date day;                    // from which days are counted: the earlier of today and `until`
  Date until;                  // the last day that is listed
  std::vector<DueTask> tasks;  // whose last day is not after `until`, by that day
  size_t later = 0;            // tasks with a later day
  size_t undated = 0;          // tasks without a day
};

DueList due_list(const std::vector<PlanRow>& tasks, Date today, Date until);

}  // namespace rasoat
