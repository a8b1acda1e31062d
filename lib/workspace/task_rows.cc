#include "workspace/task_rows.h"

#include <algorithm>
#include <iterator>

#include "structure/provision_words.h"
#include "workspace/plan.h"

namespace rasoat {
namespace {

// Whether `citing` does more to `cited` than cite it.
Result<bool> changes(const Workspace& workspace, const std::string& citing,
                     const std::string& cited) {
  ReferenceFilter filter;
  filter.document = citing;
  const Result<ReferenceList> references = workspace.references(filter);
  if (!references) return references.error();
  return std::any_of(references->rows.begin(), references->rows.end(), [&](const auto& row) {
    const ReferenceKind kind = row.reference.kind;
    return row.target && row.target->id == cited && kind != ReferenceKind::kCite &&
           kind != ReferenceKind::kBasis;
  });
}

}  // namespace

void append(TaskRows& out, TaskRows rows) {
  std::move(rows.duties.begin(), rows.duties.end(), std::back_inserter(out.duties));
  std::move(rows.tasks.begin(), rows.tasks.end(), std::back_inserter(out.tasks));
}

TaskRows task_rows(const AnalyzedDocument& analysis, const std::string& path,
                   const Lexicon& lexicon) {
  TaskRows out;
  out.tasks = plan_rows(analysis, path, lexicon);
  const TextBuffer& text = analysis.text;
  for (const Assignment& found : analysis.assignments) {
    DutyRow row;
    row.document = document_label(analysis);
    row.provision = provision_label(analysis, found.provision);
    row.agency = found.agency;
    row.agency_name = agency_display_name(found.agency, lexicon);
    row.level = level_of_agency(found.agency, lexicon);
    row.role = found.role;
    row.agent = text.of(found.agent);
    row.quote = text.of(found.quote);
    row.agent_span = found.agent;
    row.quote_span = found.quote;
    row.partner_quote = text.of(found.also_partner);
    row.deadline = found.deadline;
    if (found.deadline) row.deadline_text = text.of(found.deadline->span);
    const SourcePosition at = text.locate(found.quote.begin);
    row.place = {path, at.page, at.line};
    out.duties.push_back(std::move(row));
  }
  return out;
}

Result<TaskRows> task_rows(const Workspace& workspace, const std::vector<std::string>& documents) {
  TaskRows out;
  for (const std::string& name : documents) {
    const Result<DocumentRecord> record = workspace.find_document(name);
    if (!record) return record.error();
    DutyFilter filter;
    filter.document = record->id;
    Result<std::vector<DutyRow>> duties = workspace.duties(filter);
    if (!duties) return duties.error();
    Result<std::vector<PlanRow>> tasks = plan_rows(workspace, record->id);
    if (!tasks) return tasks.error();
    append(out, {std::move(*duties), std::move(*tasks)});
  }
  if (!documents.empty()) return out;
  Result<std::vector<DutyRow>> duties = workspace.duties({});
  if (!duties) return duties.error();
  Result<std::vector<PlanRow>> tasks = plan_rows(workspace, "");
  if (!tasks) return tasks.error();
  return TaskRows{std::move(*duties), std::move(*tasks)};
}

Result<std::vector<LeadFinding>> lead_findings(const Workspace& workspace, const TaskRows& rows) {
  std::optional<Error> failed;
  const Related related = [&](const DocumentLabel& a, const DocumentLabel& b) {
    for (const auto& [citing, cited] : {std::pair(a.id, b.id), std::pair(b.id, a.id)}) {
      const Result<bool> changed = changes(workspace, citing, cited);
      if (!changed) failed = changed.error();
      if (!changed || *changed) return true;
    }
    return false;
  };
  std::vector<LeadFinding> out =
      lead_findings(rows.duties, rows.tasks, workspace.lexicon(), related);
  if (failed) return *failed;
  return out;
}

}  // namespace rasoat
