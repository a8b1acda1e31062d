#include "store/lead_findings.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <unordered_map>

#include "authority/agency.h"
#include "authority/leads.h"
#include "store/duty_sentences.h"
#include "text/lower.h"

namespace rasoat {
namespace {

using Place = LeadFinding::Place;

// The rows of one sentence: [begin, end) of the sorted rows.
struct Sentence {
  size_t begin = 0, end = 0;
};

// "2025" and "2030" of "Kế hoạch … năm 2025, định hướng đến năm 2030".
std::set<std::string> years_in(std::string_view title) {
  std::set<std::string> out;
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  for (size_t i = 0; i < title.size();) {
    if (!digit(title[i])) {
      ++i;
      continue;
    }
    size_t end = i;
    while (end < title.size() && digit(title[end])) ++end;
    const std::string_view number = title.substr(i, end - i);
    if (number.size() == 4 && (number.starts_with("19") || number.starts_with("20"))) {
      out.emplace(number);
    }
    i = end;
  }
  return out;
}

// A consolidated text says what the acts say that it is made of.
bool is_version(const DocumentLabel& document) {
  return lower_same_length(document.type) == "văn bản hợp nhất";
}

class LeadFinder {
 public:
  LeadFinder(const std::vector<DutyRow>& duties, const std::vector<PlanRow>& tasks,
             const Lexicon& lexicon, const Related& related)
      : tasks_(tasks), lexicon_(lexicon), judge_(lexicon.derived<LeadJudge>()), related_(related) {
    rows_.reserve(duties.size());
    for (const DutyRow& duty : duties) rows_.push_back(&duty);
    // Sentences of a provision may come mixed.
    const auto key = [](const DutyRow* row) {
      return std::tie(row->document.id, row->provision.position, row->quote_span.begin,
                      row->quote_span.end);
    };
    std::stable_sort(rows_.begin(), rows_.end(),
                     [&](const DutyRow* a, const DutyRow* b) { return key(a) < key(b); });
    for (size_t i = 0; i < rows_.size(); ++i) {
      if (i == 0 || key(rows_[i]) != key(rows_[i - 1])) sentences_.push_back({i, i});
      sentences_.back().end = i + 1;
    }
  }

  std::vector<LeadFinding> find() {
    for (const Sentence& sentence : sentences_) judge(sentence);
    compare();
    for (const PlanRow& task : tasks_) judge(task);
    return std::move(out_);
  }

 private:
  void judge(const Sentence& sentence) {
    const DutyRow& first = *rows_[sentence.begin];
    std::vector<LeadClaim> claims;
    bool led = false;
    for (size_t i = sentence.begin; i < sentence.end; ++i) {
      const DutyRow& row = *rows_[i];
      claims.push_back(claim_of(row));
      led = led || row.role == Role::kLead;
      if (!row.partner_quote.empty() && judge_.is_one_body(row.agency)) {
        LeadFinding finding{LeadFinding::Rule::kLeadAndPartner, place(row), {}};
        add(finding.here, row);
        if (row.partner_quote != row.quote) {
          finding.other = finding.here;
          finding.other->quote = row.partner_quote;
        }
        out_.push_back(std::move(finding));
      }
    }
    if (!led) return;
    const std::vector<size_t> rivals = judge_.rival_leads(claims, first.quote);
    if (!rivals.empty()) {
      LeadFinding finding{LeadFinding::Rule::kTwoLeads, place(first), {}};
      for (const size_t rival : rivals) add(finding.here, *rows_[sentence.begin + rival]);
      out_.push_back(std::move(finding));
    }
    std::string words = judge_.task_words(claims, first.quote);
    if (!words.empty()) same_words_[std::move(words)].push_back(sentence);
  }

  void judge(const PlanRow& task) {
    if (!task.lead.empty() || task.unread_doer || judge_.names_doer(task.text)) return;
    out_.push_back({LeadFinding::Rule::kNoLead,
                    {task.document, task.provision, task.place, task.text, {}, {}},
                    {}});
  }

  // Sentences whose tasks have the same words.
  void compare() {
    std::vector<LeadFinding> found;
    for (const auto& [words, sentences] : same_words_) {
      for (size_t i = 1; i < sentences.size(); ++i) {
        if (!conflict(sentences.front(), sentences[i])) continue;
        LeadFinding finding{LeadFinding::Rule::kTwoLeads, leads(sentences.front()), {}};
        finding.other = leads(sentences[i]);
        found.push_back(std::move(finding));
      }
    }
    const auto key = [](const LeadFinding& it) {
      return std::tie(it.here.document.id, it.here.provision.position, it.other->document.id,
                      it.other->provision.position);
    };
    std::sort(found.begin(), found.end(),
              [&](const LeadFinding& a, const LeadFinding& b) { return key(a) < key(b); });
    std::move(found.begin(), found.end(), std::back_inserter(out_));
  }

  bool conflict(const Sentence& a, const Sentence& b) const {
    bool led[2] = {false, false};
    for (size_t i = a.begin; i < a.end; ++i) {
      if (rows_[i]->role != Role::kLead) continue;
      led[0] = true;
      if (!judge_.is_one_body(rows_[i]->agency)) return false;
      for (size_t j = b.begin; j < b.end; ++j) {
        if (rows_[j]->role != Role::kLead) continue;
        led[1] = true;
        if (!judge_.is_one_body(rows_[j]->agency) ||
            !judge_.may_compete(rows_[i]->agency, rows_[j]->agency)) {
          return false;
        }
      }
    }
    if (!led[0] || !led[1]) return false;
    const DocumentLabel& first = rows_[a.begin]->document;
    const DocumentLabel& second = rows_[b.begin]->document;
    if (first.id == second.id) return true;
    if (first.issuer.empty() || lower_same_length(first.issuer) != lower_same_length(second.issuer))
      return false;
    if (!first.date || !second.date) return false;
    if (is_version(first) || is_version(second) ||
        lower_same_length(first.title) == lower_same_length(second.title)) {
      return false;
    }
    if (years_in(first.title) != years_in(second.title)) return false;
    const Date later = std::max(*first.date, *second.date);
    for (const Sentence& one : {a, b}) {
      for (size_t i = one.begin; i < one.end; ++i) {
        if (agency_abolished(rows_[i]->agency, later, lexicon_)) return false;
      }
    }
    return !related_(first, second);
  }

  Place leads(const Sentence& sentence) const {
    Place out = place(*rows_[sentence.begin]);
    for (size_t i = sentence.begin; i < sentence.end; ++i) {
      if (rows_[i]->role == Role::kLead) add(out, *rows_[i]);
    }
    return out;
  }

  static Place place(const DutyRow& row) {
    return {row.document, row.provision, row.place, row.quote, {}, {}};
  }

  static void add(Place& place, const DutyRow& row) {
    place.agencies.push_back(row.agency);
    place.names.push_back(row.agency_name);
  }

  const std::vector<PlanRow>& tasks_;
  const Lexicon& lexicon_;
  const LeadJudge& judge_;
  const Related& related_;
  std::vector<const DutyRow*> rows_;
  std::vector<Sentence> sentences_;
  std::unordered_map<std::string, std::vector<Sentence>> same_words_;
  std::vector<LeadFinding> out_;
};

}  // namespace

std::string_view name_of(LeadFinding::Rule rule) {
  switch (rule) {
    case LeadFinding::Rule::kTwoLeads:
      return "two-leads";
    case LeadFinding::Rule::kNoLead:
      return "no-lead";
    case LeadFinding::Rule::kLeadAndPartner:
      return "lead-and-partner";
  }
  return "";
}

std::string_view vietnamese_name(LeadFinding::Rule rule) {
  switch (rule) {
    case LeadFinding::Rule::kTwoLeads:
      return "Nhiệm vụ có hai cơ quan chủ trì";
    case LeadFinding::Rule::kNoLead:
      return "Nhiệm vụ chưa có cơ quan chủ trì";
    case LeadFinding::Rule::kLeadAndPartner:
      return "Cơ quan vừa chủ trì vừa phối hợp";
  }
  return "";
}

std::vector<LeadFinding> lead_findings(const std::vector<DutyRow>& duties,
                                       const std::vector<PlanRow>& tasks, const Lexicon& lexicon,
                                       const Related& related) {
  return LeadFinder(duties, tasks, lexicon, related).find();
}

}  // namespace rasoat
