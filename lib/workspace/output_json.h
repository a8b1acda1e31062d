// The objects that commands print with --format json; docs/json.md describes their shapes. Each is
// one JSON object without line end, in valid UTF-8 and safe to show on a terminal.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "report/duty_list.h"
#include "report/task_matrix.h"
#include "store/lead_findings.h"
#include "workspace/baseline.h"
#include "workspace/evaluation.h"
#include "workspace/plan.h"
#include "workspace/workspace.h"

namespace rasoat {

std::string add_json(const AddSummary& summary);
std::string list_json(const std::vector<DocumentRecord>& documents, const Lexicon& lexicon);
// The head, and the provision with those below it; all provisions for -1.
std::string document_json(const StoredDocument& document, int32_t provision,
                          const Lexicon& lexicon);
std::string search_json(const SearchResult& result);
std::string parts_json(const std::vector<PartStatus>& parts,
                       const std::vector<MissingPart>& missing);
std::string watches_json(const std::vector<WatchState>& watches);
std::string watch_reports_json(const std::vector<WatchReport>& reports);
// `of_heads`: how many more the heads of the bodies asked for have.
std::string duties_json(const DutyList& list, size_t of_heads);
std::string plan_json(const std::vector<PlanRow>& tasks);
std::string due_json(const DueList& due);
// Each with the rule, both places and their quotations.
std::string leads_json(const std::vector<LeadFinding>& findings);
std::string matrix_json(const TaskMatrix& matrix);
std::string transfers_json(const TransferList& transfers);
std::string delegations_json(const DelegationList& delegations);
std::string references_json(const ReferenceList& references);
std::string status_json(const WorkspaceStatus& status);
// `changes` is what the evaluation gained and lost against a baseline, or null where there is none.
std::string evaluation_json(const Evaluation& evaluation, const BaselineComparison* changes);
// What `rasoat lexicon check` finds.
std::string faults_json(const std::vector<Error>& faults);
// {"error": {...}}: what a command prints on stderr is for people, this is for programs.
std::string error_json(const Error& error);

}  // namespace rasoat
