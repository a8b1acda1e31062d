#include "workspace/output_json.h"

#include <cmath>
#include <nlohmann/json.hpp>

#include "akn/names.h"
#include "structure/provision_words.h"
#include "workspace/json_text.h"
#include "workspace/reference_json.h"

namespace rasoat {
namespace {

using nlohmann::json;

json date_json(const std::optional<Date>& date) { return date ? json(date->iso()) : json(); }

json diagnostics_json(const std::vector<Diagnostic>& diagnostics) {
  json out = json::array();
  for (const Diagnostic& diagnostic : diagnostics) {
    out.push_back({{"code", diagnostic.code}, {"message", diagnostic.message}});
  }
  return out;
}

json error_object(const Error& error) {
  return {{"code", error_code_name(error.code)},
          {"message", error.message},
          {"subject", error.subject},
          {"remedy", error.remedy}};
}

json sources_json(const std::vector<SourceRecord>& sources) {
  json out = json::array();
  for (const SourceRecord& source : sources) {
    out.push_back({{"path", source.path},
                   {"format", source.format},
                   {"sha256", source.sha256},
                   {"bytes", source.bytes},
                   {"added", source.added},
                   {"counts", source.counts}});
  }
  return out;
}

json record_json(const DocumentRecord& record, const Lexicon& lexicon) {
  const DocumentNames names =
      document_names({record.id, record.type, record.number, record.issuer, record.date}, lexicon);
  return {{"document", record.id},
          {"akn", names.akn},
          {"urn", names.urn},
          {"type", record.type},
          {"number", record.number},
          {"issuer", record.issuer},
          {"date", date_json(record.date)},
          {"title", record.title},
          {"place", record.place},
          {"signer", record.signer},
          {"provisions", record.provisions},
          {"references", record.references},
          {"assignments", record.assignments},
          {"tasks", record.tasks},
          {"sources", sources_json(record.sources)}};
}

// What each row says of where it stands.
json place_json(const DocumentLabel& document, const ProvisionLabel& provision,
                const SourcePlace& place) {
  return {{"document", document.id},
          {"type", document.type},
          {"number", document.number},
          {"issuer", document.issuer},
          {"date", date_json(document.date)},
          {"title", document.title},
          {"provision", provision.id},
          {"provision_name", provision.name},
          {"heading", provision.heading},
          {"file", place.path},
          {"page", place.page},
          {"line", place.line}};
}

const char* level_name(Level level) {
  switch (level) {
    case Level::kTitle:
      return "title";
    case Level::kPreamble:
      return "preamble";
    case Level::kPart:
      return "part";
    case Level::kChapter:
      return "chapter";
    case Level::kSection:
      return "section";
    case Level::kSubsection:
      return "subsection";
    case Level::kArticle:
      return "article";
    case Level::kHeading:
      return "heading";
    case Level::kClause:
      return "clause";
    case Level::kPoint:
      return "point";
    case Level::kAnnex:
      return "annex";
  }
  return "";
}

json deadline_json(const std::optional<Deadline>& deadline, const std::string& text) {
  if (!deadline) return nullptr;
  return {{"text", text},
          {"from", date_json(deadline->from)},
          {"to", date_json(deadline->to)},
          {"recurrence", deadline->recurrence.empty() ? json() : json(deadline->recurrence)}};
}

json task_json(const PlanRow& task) {
  json out = place_json(task.document, task.provision, task.place);
  out["text"] = task.text;
  out["lead"] = task.lead;
  out["lead_names"] = task.lead_names;
  out["coordinate"] = task.coordinate;
  out["coordinate_names"] = task.coordinate_names;
  out["deadline"] = deadline_json(task.deadline, task.deadline_text);
  out["product"] = task.product;
  return out;
}

const char* due_name(Due::State state) {
  switch (state) {
    case Due::State::kOverdue:
      return "overdue";
    case Due::State::kDue:
      return "due";
    case Due::State::kRecurring:
      return "recurring";
    case Due::State::kUndated:
      return "undated";
  }
  return "undated";
}

json lead_place_json(const LeadFinding::Place& place) {
  json out = place_json(place.document, place.provision, place.place);
  out["quote"] = place.quote;
  out["agencies"] = place.agencies;
  out["agency_names"] = place.names;
  return out;
}

json transfer_json(const TransferRow& transfer) {
  json out = place_json(transfer.document, transfer.provision, transfer.place);
  out["from"] = transfer.from;
  out["from_name"] = transfer.from_name;
  out["to"] = transfer.to;
  out["to_name"] = transfer.to_name;
  out["text"] = transfer.holder;
  out["quote"] = transfer.quote;
  json& unit = out["unit"] = {{"text", transfer.unit_text},
                              {"document", transfer.unit.document},
                              {"provision", transfer.unit.provision},
                              {"outcome", name_of(transfer.unit.outcome)},
                              {"candidates", transfer.unit.candidates},
                              {"held_provision", transfer.target_provision},
                              {"former", transfer.former},
                              {"former_names", transfer.former_names}};
  unit["target"] = transfer.target ? json(transfer.target->id) : json();
  if (transfer.unit.doubt != Doubt::kNone) unit["doubt"] = name_of(transfer.unit.doubt);
  add_versions(unit, transfer.unit);
  return out;
}

// Of a duty: docs/json.md.
void add_fate(json& row, const DutyFate& fate, const std::vector<TransferRow>& transfers) {
  row["abolished"] = nullptr;
  row["successor"] = json::array();
  row["successor_names"] = fate.heir_names;
  row["transfer"] = nullptr;
  if (!fate.end) return;
  const std::string& instrument = fate.end->instrument;
  row["abolished"] = {{"end", fate.end->end.iso()},
                      {"instrument", instrument.empty() ? json() : json(instrument)}};
  row["successor"] = fate.end->heirs;
  json others = json::array();
  for (size_t i = 0; i < fate.moves.size(); ++i) {
    const DutyMove& move = fate.moves[i];
    json it = transfer_json(transfers[move.transfer]);
    it["fit"] = name_of(move.fit);
    it["certainty"] = move.certain ? "certain" : "likely";
    if (i == 0) {
      row["transfer"] = std::move(it);
    } else {
      others.push_back(std::move(it));
    }
  }
  if (!others.empty()) row["other_transfers"] = std::move(others);
}

double rounded(double value) { return std::round(value * 10000) / 10000; }

json hit_json(const SearchHit& hit) {
  json out = place_json(hit.document, hit.provision, hit.place);
  out["quote"] = hit.quote;
  out["score"] = rounded(hit.score);
  if (hit.others > 0) out["others"] = hit.others;
  json& marks = out["marks"] = json::array();
  for (const Span& mark : hit.marks) marks.push_back({mark.begin, mark.end});
  return out;
}

json missing_json(const std::vector<MissingPart>& parts) {
  json out = json::array();
  for (const MissingPart& part : parts) {
    out.push_back({{"place", part.place}, {"reason", part.reason}});
  }
  return out;
}

json watch_json(const Watch& watch) {
  return {{"name", watch.name},
          {"query", watch.query},
          {"added", watch.added},
          {"last_run", watch.last_run.empty() ? json() : json(watch.last_run)}};
}

json score_json(const Score& score) {
  return {{"precision", rounded(score.precision())},
          {"recall", rounded(score.recall())},
          {"f1", rounded(score.f1())},
          {"gold", score.gold},
          {"output", score.output}};
}

json changed_records_json(const std::vector<ChangedRecord>& records) {
  json out = json::array();
  for (const ChangedRecord& record : records) {
    out.push_back({{"document", record.document},
                   {"part", record.part},
                   {"mark", std::string(1, record.mark)},
                   {"record", record.record}});
  }
  return out;
}

}  // namespace

std::string add_json(const AddSummary& summary) {
  json out = {{"added", summary.added},         {"replaced", summary.replaced},
              {"unchanged", summary.unchanged}, {"failed", summary.failed.size()},
              {"warnings", summary.warnings},   {"cancelled", summary.cancelled}};
  json& files = out["files"] = json::array();
  for (const AddedFile& file : summary.files) {
    json row = {{"file", file.path},
                {"outcome", name_of(file.outcome)},
                {"document", file.document},
                {"number", file.number},
                {"warnings", diagnostics_json(file.warnings)}};
    if (file.error) row["error"] = error_object(*file.error);
    files.push_back(std::move(row));
  }
  json& errors = out["errors"] = json::array();
  for (const Error& error : summary.failed) errors.push_back(error_object(error));
  return json_text(out);
}

std::string list_json(const std::vector<DocumentRecord>& documents, const Lexicon& lexicon) {
  json out;
  json& rows = out["documents"] = json::array();
  for (const DocumentRecord& record : documents) rows.push_back(record_json(record, lexicon));
  return json_text(out);
}

std::string document_json(const StoredDocument& stored, int32_t provision, const Lexicon& lexicon) {
  const TextBuffer& text = stored.analysis.text;
  const Document& document = stored.analysis.document;
  json out = record_json(stored.record, lexicon);
  out["recipients"] = document.head.recipients;
  json& rows = out["provisions"] = json::array();
  for (size_t i = 0; i < document.provisions.size(); ++i) {
    const Provision& row = document.provisions[i];
    const bool shown = provision < 0 ||
                       document.provisions[static_cast<size_t>(provision)].full.contains(row.full);
    if (!shown) continue;
    const SourcePosition position = text.locate(row.full.begin);
    rows.push_back({{"id", row.id},
                    {"name", provision_in_words(document, i)},
                    {"level", level_name(row.level)},
                    {"label", row.label},
                    {"heading", text.of(row.heading)},
                    {"text", text.of(row.own)},
                    {"page", position.page},
                    {"line", position.line}});
  }
  out["diagnostics"] = diagnostics_json(stored.diagnostics);
  return json_text(out);
}

std::string parts_json(const std::vector<PartStatus>& parts,
                       const std::vector<MissingPart>& missing) {
  json out = {{"total", parts.size()}, {"missing", missing_json(missing)}};
  json& rows = out["parts"] = json::array();
  for (const PartStatus& part : parts) {
    rows.push_back({{"place", part.state.place},
                    {"part", part.state.part.number},
                    {"of", part.state.part.of},
                    {"change", part.state.change},
                    {"indexed_provisions", part.state.provisions},
                    {"not_indexed", part.not_indexed}});
  }
  return json_text(out);
}

std::string watches_json(const std::vector<WatchState>& watches) {
  json out = {{"total", watches.size()}};
  json& rows = out["watches"] = json::array();
  for (const WatchState& it : watches) {
    json row = watch_json(it.watch);
    row["changed_documents"] = it.changed_documents;
    rows.push_back(std::move(row));
  }
  return json_text(out);
}

std::string watch_reports_json(const std::vector<WatchReport>& reports) {
  json out;
  uint64_t total = 0;
  json& rows = out["watches"] = json::array();
  for (const WatchReport& report : reports) {
    json row = watch_json(report.watch);
    row["total"] = report.hits.size();
    total += report.hits.size();
    json& hits = row["hits"] = json::array();
    for (const WatchHit& it : report.hits) {
      json hit = hit_json(it.hit);
      hit["change"] = it.is_new ? "new" : "changed";
      hits.push_back(std::move(hit));
    }
    rows.push_back(std::move(row));
  }
  out["total"] = total;
  return json_text(out);
}

std::string search_json(const SearchResult& result) {
  json out = {{"total", result.total},
              {"exact", result.exact},
              {"ranked", result.ranked},
              {"not_indexed", result.not_indexed},
              {"also", result.also}};
  if (!result.missing.empty()) out["missing"] = missing_json(result.missing);
  if (!result.suggestion.empty()) out["suggestion"] = result.suggestion;
  if (!result.facets.empty()) {
    json& facets = out["facets"] = json::object();
    for (const Facet& facet : result.facets) {
      json& values = facets[facet.field] = json::array();
      for (const FacetValue& value : facet.values) {
        values.push_back({{"key", value.key}, {"name", value.name}, {"count", value.count}});
      }
    }
  }
  if (!result.query.empty()) out["query"] = result.query;
  if (!result.plan.empty()) out["plan"] = result.plan;
  json& hits = out["hits"] = json::array();
  for (const SearchHit& hit : result.hits) hits.push_back(hit_json(hit));
  return json_text(out);
}

namespace {

// What the sentence of a duty says: docs/json.md.
void add_parts(json& row, const DutyParts& parts, std::string_view sentence) {
  json& actions = row["actions"] = json::array();
  for (const Action* action : parts.actions) actions.push_back(action->key);
  for (const auto& [name, span] :
       {std::pair("verbs", parts.verbs), std::pair("object", parts.object),
        std::pair("condition", parts.condition), std::pair("exception", parts.exception)}) {
    if (!span.empty()) row[name] = span.of(sentence);
  }
}

}  // namespace

std::string duties_json(const DutyList& list, size_t of_heads) {
  json out = {{"total", list.duties.size()}, {"of_heads", of_heads}, {"on", list.on.iso()}};
  json& rows = out["assignments"] = json::array();
  for (size_t i = 0; i < list.duties.size(); ++i) {
    const DutyRow& duty = list.duties[i];
    json row = place_json(duty.document, duty.provision, duty.place);
    row["agency"] = duty.agency;
    row["agency_name"] = duty.agency_name;
    row["level"] = key_of(duty.level);
    row["role"] = name_of(duty.role);
    row["text"] = duty.agent;
    row["quote"] = duty.quote;
    add_parts(row, list.parts[i], duty.quote);
    if (duty.deadline) row["deadline"] = deadline_json(duty.deadline, duty.deadline_text);
    add_fate(row, list.fates[i], list.transfers);
    rows.push_back(std::move(row));
  }
  return json_text(out);
}

std::string plan_json(const std::vector<PlanRow>& tasks) {
  json out = {{"total", tasks.size()}};
  json& rows = out["tasks"] = json::array();
  for (const PlanRow& task : tasks) rows.push_back(task_json(task));
  return json_text(out);
}

std::string due_json(const DueList& due) {
  json out = {{"total", due.tasks.size()},
              {"day", due.day.iso()},
              {"until", due.until.iso()},
              {"later", due.later},
              {"undated", due.undated}};
  json& rows = out["tasks"] = json::array();
  for (const DueTask& it : due.tasks) {
    json row = task_json(it.task);
    row["due"] = {
        {"state", due_name(it.due.state)}, {"date", date_json(it.due.date)}, {"days", it.due.days}};
    rows.push_back(std::move(row));
  }
  return json_text(out);
}

std::string leads_json(const std::vector<LeadFinding>& findings) {
  json out = {{"total", findings.size()}};
  json& rows = out["findings"] = json::array();
  for (const LeadFinding& finding : findings) {
    json row = lead_place_json(finding.here);
    row["rule"] = name_of(finding.rule);
    row["message"] = vietnamese_name(finding.rule);
    row["severity"] = "warning";
    // Words that name nobody may mean somebody named elsewhere in the plan.
    row["certainty"] = finding.rule == LeadFinding::Rule::kNoLead ? "likely" : "certain";
    row["other"] = finding.other ? lead_place_json(*finding.other) : json();
    rows.push_back(std::move(row));
  }
  return json_text(out);
}

std::string matrix_json(const TaskMatrix& matrix) {
  json out = {{"total", matrix.rows.size()}};
  json& bodies = out["bodies"] = json::array();
  for (const TaskMatrix::Body& body : matrix.bodies) {
    bodies.push_back(
        {{"agency", body.agency}, {"agency_name", body.name}, {"level", key_of(body.level)}});
  }
  json& legend = out["marks"] = json::array();
  for (const TaskMatrix::Mark& mark : matrix.legend) {
    legend.push_back({{"mark", mark.mark}, {"name", mark.name}});
  }
  json& rows = out["rows"] = json::array();
  for (const TaskMatrix::Row& it : matrix.rows) {
    json row = place_json(it.document, it.provision, it.place);
    row["text"] = it.text;
    json& cells = row["cells"] = json::array();
    for (const auto& [body, cell] : it.cells) {
      cells.push_back({{"agency", matrix.bodies[body].agency},
                       {"marks", cell.marks},
                       {"conflict", cell.conflict}});
    }
    json& faults = row["findings"] = json::array();
    for (const LeadFinding::Rule rule : it.faults) faults.push_back(name_of(rule));
    rows.push_back(std::move(row));
  }
  return json_text(out);
}

std::string transfers_json(const TransferList& transfers) {
  json out = {{"total", transfers.total}};
  json& rows = out["transfers"] = json::array();
  for (const TransferRow& transfer : transfers.rows) rows.push_back(transfer_json(transfer));
  return json_text(out);
}

std::string delegations_json(const DelegationList& delegations) {
  json out = {{"total", delegations.total}};
  json& rows = out["delegations"] = json::array();
  for (const DelegationRow& delegation : delegations.rows) {
    json row = place_json(delegation.document, delegation.provision, delegation.place);
    json& kinds = row["kinds"] = json::array();
    for (const DelegationKind kind : delegation.kinds) kinds.push_back(name_of(kind));
    row["from"] = delegation.from;
    row["from_names"] = delegation.from_names;
    row["to"] = delegation.to;
    row["to_names"] = delegation.to_names;
    row["more_to"] = delegation.more_to;
    row["matter"] = delegation.matter;
    row["act"] = delegation.act;
    row["quote"] = delegation.quote;
    rows.push_back(std::move(row));
  }
  return json_text(out);
}

std::string references_json(const ReferenceList& references) {
  json out = {{"total", references.total}};
  json& rows = out["references"] = json::array();
  for (const ReferenceRow& it : references.rows) {
    json row = {{"from", it.provision.id},
                {"from_name", it.provision.name},
                {"text", it.text},
                {"document", it.reference.document},
                {"provision", it.reference.provision},
                {"kind", name_of(it.reference.kind)},
                {"quoted", it.reference.quoted},
                {"outcome", name_of(it.reference.outcome)},
                {"candidates", it.reference.candidates},
                {"citing", it.document.id},
                {"citing_number", it.document.number},
                {"file", it.place.path},
                {"page", it.place.page},
                {"line", it.place.line}};
    row["target"] = it.target ? json(it.target->id) : json();
    if (it.reference.doubt != Doubt::kNone) row["doubt"] = name_of(it.reference.doubt);
    add_versions(row, it.reference);
    rows.push_back(std::move(row));
  }
  return json_text(out);
}

std::string faults_json(const std::vector<Error>& faults) {
  json out = {{"total", faults.size()}};
  json& rows = out["faults"] = json::array();
  for (const Error& fault : faults) {
    rows.push_back(
        {{"place", fault.subject}, {"message", fault.message}, {"remedy", fault.remedy}});
  }
  return json_text(out);
}

std::string status_json(const WorkspaceStatus& status) {
  return json_text({{"documents", status.counts.documents},
                    {"sources", status.counts.sources},
                    {"provisions", status.counts.provisions},
                    {"references", status.counts.references},
                    {"assignments", status.counts.assignments},
                    {"tasks", status.counts.tasks},
                    {"indexed_provisions", status.indexed_provisions},
                    {"not_indexed", status.not_indexed},
                    {"older", status.older},
                    {"store_bytes", status.store_bytes},
                    {"index_bytes", status.index_bytes}});
}

std::string evaluation_json(const Evaluation& evaluation, const BaselineComparison* changes) {
  json out;
  out["analysed"] = evaluation.analysed();
  json& parts = out["parts"] = json::array();
  for (const auto& [part, score] : evaluation.parts()) {
    json row = score_json(score);
    row["part"] = part;
    parts.push_back(std::move(row));
  }
  json& documents = out["documents"] = json::array();
  for (const DocumentScore& document : evaluation.documents()) {
    documents.push_back({{"name", document.name},
                         {"references", score_json(document.references)},
                         {"assignments", score_json(document.assignments)}});
  }
  if (changes != nullptr) {
    json& parts_changed = out["changed_parts"] = json::array();
    for (const PartChange& change : changes->parts) {
      parts_changed.push_back({{"part", change.part},
                               {"before", score_json(change.before)},
                               {"now", score_json(change.now)}});
    }
    out["gained"] = changed_records_json(changes->gained);
    out["lost"] = changed_records_json(changes->lost);
  }
  return json_text(out);
}

std::string error_json(const Error& error) { return json_text({{"error", error_object(error)}}); }

}  // namespace rasoat
