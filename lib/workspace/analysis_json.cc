// The shape of `rasoat analyze`; docs/json.md describes it.
#include <nlohmann/json.hpp>

#include "workspace/analysis.h"
#include "workspace/json_text.h"
#include "workspace/reference_json.h"

namespace rasoat {
namespace {

using nlohmann::json;

json deadline_json(const TextBuffer& text, const std::optional<Deadline>& deadline) {
  if (!deadline) return nullptr;
  json out;
  out["text"] = text.of(deadline->span);
  out["from"] = deadline->from ? json(deadline->from->iso()) : json();
  out["to"] = deadline->to ? json(deadline->to->iso()) : json();
  out["recurrence"] = deadline->recurrence.empty() ? json() : json(deadline->recurrence);
  return out;
}

}  // namespace

std::string analysis_json(const std::string& file, const AnalyzedDocument& analysis) {
  const TextBuffer& text = analysis.text;
  const Document& document = analysis.document;
  const auto id_of = [&](int32_t provision) {
    return provision < 0 ? std::string() : document.provisions[provision].id;
  };

  json out;
  out["file"] = file;
  out["id"] = analysis.id;
  const DocumentHead& head = document.head;
  out["document"] = {{"type", head.type},     {"number", head.number},
                     {"issuer", head.issuer}, {"date", head.date ? json(head.date->iso()) : json()},
                     {"title", head.title},   {"place", head.place},
                     {"signer", head.signer}, {"recipients", head.recipients}};

  json& provisions = out["provisions"] = json::array();
  for (const Provision& provision : document.provisions) {
    json row{{"id", provision.id}};
    if (!provision.heading.empty()) row["heading"] = text.of(provision.heading);
    provisions.push_back(std::move(row));
  }
  json references = json::array(), generic = json::array();
  for (const Reference& reference : analysis.references) {
    if (reference.outcome == Outcome::kGeneric) {
      generic.push_back({{"from", id_of(reference.from)},
                         {"text", text.of(reference.span)},
                         {"quoted", reference.quoted}});
      continue;
    }
    json row = {{"from", id_of(reference.from)},   {"text", text.of(reference.span)},
                {"document", reference.document},  {"provision", reference.provision},
                {"kind", name_of(reference.kind)}, {"quoted", reference.quoted}};
    add_versions(row, reference);
    references.push_back(std::move(row));
  }
  out["references"] = std::move(references);
  out["generic"] = std::move(generic);
  json& assignments = out["assignments"] = json::array();
  for (const Assignment& assignment : analysis.assignments) {
    json row{{"provision", id_of(assignment.provision)},
             {"agency", assignment.agency},
             {"role", name_of(assignment.role)},
             {"text", text.of(assignment.agent)},
             {"quote", text.of(assignment.quote)}};
    if (assignment.deadline) row["deadline"] = deadline_json(text, assignment.deadline);
    assignments.push_back(std::move(row));
  }
  if (!analysis.tasks.empty()) {
    json& tasks = out["tasks"] = json::array();
    for (const PlanTask& task : analysis.tasks) {
      tasks.push_back({{"provision", id_of(task.provision)},
                       {"text", text.of(task.text)},
                       {"lead", task.lead},
                       {"coordinate", task.coordinate},
                       {"deadline", deadline_json(text, task.deadline)},
                       {"product", text.of(task.product)}});
    }
  }
  if (!analysis.transfers.empty()) {
    json& transfers = out["transfers"] = json::array();
    for (const Transfer& transfer : analysis.transfers) {
      const Reference& unit = analysis.references[transfer.reference];
      transfers.push_back({{"provision", id_of(transfer.provision)},
                           {"from", transfer.from},
                           {"to", transfer.to},
                           {"document", unit.document},
                           {"target", unit.provision},
                           {"text", text.of(transfer.holder)},
                           {"quote", text.of(transfer.quote)}});
    }
  }
  if (!analysis.delegations.empty()) {
    json& delegations = out["delegations"] = json::array();
    for (const Delegation& delegation : analysis.delegations) {
      json kinds = json::array();
      for (const DelegationKind kind : delegation.kinds) kinds.push_back(name_of(kind));
      delegations.push_back({{"provision", id_of(delegation.provision)},
                             {"kinds", std::move(kinds)},
                             {"from", delegation.from},
                             {"to", delegation.to},
                             {"more_to", delegation.more_to},
                             {"matter", text.of(delegation.matter)},
                             {"act", text.of(delegation.act)},
                             {"quote", text.of(delegation.quote)}});
    }
  }
  json& diagnostics = out["diagnostics"] = json::array();
  for (const auto* list : {&text.diagnostics(), &document.diagnostics}) {
    for (const Diagnostic& diagnostic : *list) {
      diagnostics.push_back({{"code", diagnostic.code}, {"message", diagnostic.message}});
    }
  }
  return json_text(out);
}

std::string analysis_error_json(const std::string& file, const Error& error) {
  return json_text({{"file", file},
                    {"error",
                     {{"code", error_code_name(error.code)},
                      {"message", error.message},
                      {"remedy", error.remedy}}}});
}

}  // namespace rasoat
