// "One task, one lead" over rows of duties and of plan tasks, of one document or of many.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/lexicon.h"
#include "store/records.h"

namespace rasoat {

struct LeadFinding {
  enum class Rule : uint8_t {
    kTwoLeads,        // one sentence, or two places with the same words, with different leads
    kNoLead,          // a task of a plan that nobody is to do
    kLeadAndPartner,  // the same body leads and is its own partner
  };
  struct Place {
    DocumentLabel document;
    ProvisionLabel provision;
    SourcePlace place;
    std::string quote;
    std::vector<std::string> agencies;  // keys of the bodies at fault here
    std::vector<std::string> names;     // their names, in the same order
  };
  Rule rule = Rule::kTwoLeads;
  Place here;
  std::optional<Place> other;  // the place, or the line, that says otherwise
};

std::string_view name_of(LeadFinding::Rule rule);          // "two-leads"
std::string_view vietnamese_name(LeadFinding::Rule rule);  // "Nhiệm vụ có hai cơ quan chủ trì"

// Whether one of two documents amends, replaces or repeals the other.
using Related = std::function<bool(const DocumentLabel& a, const DocumentLabel& b)>;

// Findings in the order of the rows. Sentences of a document are judged by themselves, and against
// one another where the words of their tasks are the same (authority/leads.h). Documents are
// compared where their issuer is the same and their titles differ, though not in a year; where none
// is a consolidated text, none of the bodies had ended when the later one was issued, and they are
// not `related` (asked last). Of a task that many
// places give, each lead is compared with the first. Linear but for sorting.
std::vector<LeadFinding> lead_findings(const std::vector<DutyRow>& duties,
                                       const std::vector<PlanRow>& tasks, const Lexicon& lexicon,
                                       const Related& related);

}  // namespace rasoat
