#include "workspace/plan.h"

#include <algorithm>

#include "structure/provision_words.h"

namespace rasoat {
namespace {

std::string heading_of(const AnalyzedDocument& analysis, int32_t provision) {
  const std::vector<Provision>& provisions = analysis.document.provisions;
  for (int32_t at = provision; at >= 0; at = provisions[static_cast<size_t>(at)].parent) {
    const Span heading = provisions[static_cast<size_t>(at)].heading;
    if (!heading.empty()) return std::string(analysis.text.of(heading));
  }
  return {};
}

std::vector<std::string> names_of(const std::vector<std::string>& keys, const Lexicon& lexicon) {
  std::vector<std::string> out;
  for (const std::string& key : keys) out.push_back(agency_display_name(key, lexicon));
  return out;
}

}  // namespace

DocumentLabel document_label(const AnalyzedDocument& analysis) {
  const DocumentHead& head = analysis.document.head;
  return {analysis.id, head.type, head.number, head.issuer, head.date, head.title};
}

ProvisionLabel provision_label(const AnalyzedDocument& analysis, int32_t provision) {
  if (provision < 0) return {};
  const auto position = static_cast<size_t>(provision);
  return {analysis.document.provisions[position].id,
          provision_in_words(analysis.document, position), heading_of(analysis, provision),
          static_cast<uint32_t>(position)};
}

std::vector<PlanRow> plan_rows(const AnalyzedDocument& analysis, const std::string& path,
                               const Lexicon& lexicon) {
  std::vector<PlanRow> out;
  for (const PlanTask& task : analysis.tasks) {
    PlanRow row;
    row.document = document_label(analysis);
    row.provision = provision_label(analysis, task.provision);
    row.text = analysis.text.of(task.text);
    row.lead = task.lead;
    row.lead_names = names_of(task.lead, lexicon);
    row.coordinate = task.coordinate;
    row.coordinate_names = names_of(task.coordinate, lexicon);
    row.deadline = task.deadline;
    if (task.deadline) row.deadline_text = analysis.text.of(task.deadline->span);
    row.product = analysis.text.of(task.product);
    row.unread_doer = task.unread_doer;
    const SourcePosition at = analysis.text.locate(task.text.begin);
    row.place = {path, at.page, at.line};
    out.push_back(std::move(row));
  }
  return out;
}

Result<std::vector<PlanRow>> plan_rows(const Workspace& workspace, std::string_view document) {
  std::vector<DocumentRecord> records;
  if (document.empty()) {
    Result<std::vector<DocumentRecord>> all = workspace.list();
    if (!all) return all.error();
    records = std::move(*all);
  } else {
    Result<DocumentRecord> found = workspace.find_document(document);
    if (!found) return found.error();
    records.push_back(std::move(*found));
  }
  std::vector<PlanRow> out;
  for (const DocumentRecord& record : records) {
    if (record.tasks == 0) continue;
    const Result<StoredDocument> stored = workspace.document(record.id);
    if (!stored) return stored.error();
    std::string path;
    for (const SourceRecord& source : record.sources) {
      if (source.counts) path = source.path;
    }
    std::vector<PlanRow> rows = plan_rows(stored->analysis, path, workspace.lexicon());
    std::move(rows.begin(), rows.end(), std::back_inserter(out));
  }
  return out;
}

DueList due_list(const std::vector<PlanRow>& tasks, Date today, Date until) {
  DueList out;
  out.day = std::min(today, until);
  out.until = until;
  for (const PlanRow& task : tasks) {
    const Due due = due_on(task.deadline, out.day);
    if (!due.date) {
      ++out.undated;
    } else if (*due.date > until) {
      ++out.later;
    } else {
      out.tasks.push_back({task, due});
    }
  }
  std::stable_sort(
      out.tasks.begin(), out.tasks.end(),
      [](const DueTask& left, const DueTask& right) { return *left.due.date < *right.due.date; });
  return out;
}

}  // namespace rasoat
