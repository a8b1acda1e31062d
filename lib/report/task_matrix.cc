#include "report/task_matrix.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <tuple>

#include "authority/duty_parts.h"
#include "authority/leads.h"
#include "report/provision_table.h"
#include "store/duty_sentences.h"
#include "text/display.h"

namespace rasoat {
namespace {

constexpr const char* kLead = "CT";
constexpr const char* kPartner = "PH";
constexpr const char* kDelegate = "PC";
constexpr const char* kOther = "TH";

// Every mark once, those of roles first.
std::vector<TaskMatrix::Mark> all_marks(const DutyPartsReader& reader) {
  std::vector<TaskMatrix::Mark> out = {{kLead, "chủ trì"}, {kPartner, "phối hợp"}};
  for (const Action& action : reader.actions()) out.push_back({action.mark, action.name});
  out.push_back({kDelegate, "giao, phân cấp, ủy quyền"});
  out.push_back({kOther, "thực hiện nhiệm vụ, quyền hạn khác"});
  return out;
}

// Where a body stands among others: from the centre to the commune, then as the tables list it.
class Ranks {
 public:
  explicit Ranks(const Lexicon& lexicon) {
    const Table& table = lexicon.table("agencies");
    for (size_t row = 0; row < table.size(); ++row) rank_.emplace(table.cell(row, "key"), row);
  }

  std::tuple<int, size_t, std::string_view> of(const TaskMatrix::Body& body) const {
    const std::string_view key = std::string_view(body.agency);
    const auto row = rank_.find(key.substr(0, key.find(':')));
    const int level = body.level == AdminLevel::kNone ? 9 : static_cast<int>(body.level);
    return {level, row == rank_.end() ? rank_.size() : row->second, key};
  }

 private:
  std::map<std::string_view, size_t> rank_;
};

void add_once(std::vector<std::string>& marks, std::string mark) {
  if (std::find(marks.begin(), marks.end(), mark) == marks.end()) marks.push_back(std::move(mark));
}

class MatrixMaker {
 public:
  MatrixMaker(const std::vector<DutyRow>& duties, const std::vector<PlanRow>& tasks,
              const std::vector<LeadFinding>& findings, const MatrixFilter& filter,
              const Lexicon& lexicon)
      : duties_(duties),
        tasks_(tasks),
        findings_(findings),
        filter_(filter),
        lexicon_(lexicon),
        judge_(lexicon.derived<LeadJudge>()),
        reader_(lexicon.derived<DutyPartsReader>()) {}

  TaskMatrix make() {
    for (const LeadFinding& finding : findings_) {
      note(finding, finding.here);
      if (finding.other && finding.rule == LeadFinding::Rule::kTwoLeads) {
        note(finding, *finding.other);
      }
    }
    for (size_t i = 0; i < duties_.size(); ++i) {
      const DutyRow& duty = duties_[i];
      of_provision_[{duty.document.id, duty.provision.position}].push_back(i);
      of_body_[{duty.document.id, duty.agency}].push_back(i);
    }
    // Rows stand in the order of the documents; those of plans come from their tasks.
    std::map<std::string_view, std::vector<const PlanRow*>> plans;
    for (const PlanRow& task : tasks_) plans[task.document.id].push_back(&task);
    std::set<std::string_view> done;
    for (size_t i = 0; i < duties_.size(); ++i) {
      const auto plan = plans.find(duties_[i].document.id);
      if (plan == plans.end()) {
        add_sentences(i);
      } else if (done.insert(plan->first).second) {
        for (const PlanRow* task : plan->second) add_task(*task);
      }
    }
    for (const PlanRow& task : tasks_) {  // a plan that names nobody
      if (!done.contains(task.document.id)) add_task(task);
    }
    finish();
    return std::move(out_);
  }

 private:
  using Place = std::pair<std::string_view, uint32_t>;  // document, provision
  struct Fault {
    LeadFinding::Rule rule;
    const LeadFinding::Place* place;
  };

  void note(const LeadFinding& finding, const LeadFinding::Place& place) {
    faults_[{place.document.id, place.provision.position}].push_back({finding.rule, &place});
  }

  size_t column(const std::string& agency) {
    const auto [it, added] = column_.try_emplace(agency, out_.bodies.size());
    if (added) {
      out_.bodies.push_back(
          {agency, agency_display_name(agency, lexicon_), level_of_agency(agency, lexicon_)});
    }
    return it->second;
  }

  // What a body does in its sentence, of which `claims` are all bodies.
  std::string mark(const DutyRow& duty, const std::vector<LeadClaim>& claims) const {
    if (duty.role == Role::kLead) return kLead;
    if (duty.role == Role::kCoordinate) return kPartner;
    if (duty.role == Role::kDelegate) return kDelegate;
    const DutyParts parts = reader_.read(claim_of(duty), claims, duty.quote);
    return parts.actions.empty() ? kOther : parts.actions.front()->mark;
  }

  std::vector<LeadClaim> claims_of(const std::vector<size_t>& rows, Span quote) const {
    std::vector<LeadClaim> out;
    for (const size_t i : rows) {
      if (duties_[i].quote_span == quote) out.push_back(claim_of(duties_[i]));
    }
    return out;
  }

  void put(TaskMatrix::Row& row, const DutyRow& duty, const std::vector<LeadClaim>& claims) {
    TaskMatrix::Cell& cell = row.cells[column(duty.agency)];
    add_once(cell.marks, mark(duty, claims));
    if (!duty.partner_quote.empty()) add_once(cell.marks, kPartner);
  }

  // All sentences of a provision, when its first duty comes by.
  void add_sentences(size_t first) {
    const DutyRow& duty = duties_[first];
    const std::vector<size_t>& rows = of_provision_[{duty.document.id, duty.provision.position}];
    if (rows.front() != first) return;
    std::map<uint32_t, std::vector<size_t>> sentences;  // by begin
    for (const size_t i : rows) sentences[duties_[i].quote_span.begin].push_back(i);
    for (const auto& [begin, sentence] : sentences) {
      const DutyRow& one = duties_[sentence.front()];
      const std::vector<LeadClaim> claims = claims_of(sentence, one.quote_span);
      TaskMatrix::Row row = start(one.document, one.provision, one.place);
      const size_t task = judge_.task_begin(claims, one.quote);
      row.text = task < one.quote.size() ? one.quote.substr(task) : one.quote;
      for (const size_t i : sentence) put(row, duties_[i], claims);
      mark_faults(row, &one.quote);
      keep(std::move(row));
    }
  }

  void add_task(const PlanRow& task) {
    TaskMatrix::Row row = start(task.document, task.provision, task.place);
    row.text = task.text;
    const auto here = of_provision_.find({task.document.id, task.provision.position});
    for (const bool leads : {true, false}) {
      for (const std::string& agency : leads ? task.lead : task.coordinate) {
        const DutyRow* duty = duty_of(task, agency);
        if (duty != nullptr && leads) {
          const bool own =
              here != of_provision_.end() && duty->provision.position == task.provision.position;
          put(row, *duty,
              own ? claims_of(here->second, duty->quote_span) : std::vector<LeadClaim>());
        } else {
          add_once(row.cells[column(agency)].marks, leads ? kOther : kPartner);
        }
      }
    }
    mark_faults(row, nullptr);
    keep(std::move(row));
  }

  // The duty that a task has from its own provision, or from the label behind it.
  const DutyRow* duty_of(const PlanRow& task, const std::string& agency) const {
    const auto rows = of_body_.find({task.document.id, agency});
    if (rows == of_body_.end()) return nullptr;
    const auto at = std::lower_bound(
        rows->second.begin(), rows->second.end(), task.provision.position,
        [&](size_t i, uint32_t position) { return duties_[i].provision.position < position; });
    return at == rows->second.end() ? nullptr : &duties_[*at];
  }

  static TaskMatrix::Row start(const DocumentLabel& document, const ProvisionLabel& provision,
                               const SourcePlace& place) {
    TaskMatrix::Row out;
    out.document = document;
    out.provision = provision;
    out.place = place;
    return out;
  }

  // `quote`: faults of this sentence alone; null: of the whole provision.
  void mark_faults(TaskMatrix::Row& row, const std::string* quote) {
    const auto found = faults_.find({row.document.id, row.provision.position});
    if (found == faults_.end()) return;
    for (const Fault& fault : found->second) {
      const bool no_lead = fault.rule == LeadFinding::Rule::kNoLead;
      if (no_lead ? !row.cells.empty() || fault.place->quote != row.text
                  : quote != nullptr && *quote != fault.place->quote) {
        continue;
      }
      if (std::find(row.faults.begin(), row.faults.end(), fault.rule) == row.faults.end()) {
        row.faults.push_back(fault.rule);
      }
      row.no_lead = row.no_lead || no_lead;
      for (const std::string& agency : fault.place->agencies) {
        row.cells[column(agency)].conflict = true;
      }
    }
  }

  bool wanted(const TaskMatrix::Row& row) const {
    if (filter_.agencies.empty() && filter_.levels.empty()) return true;
    return std::any_of(row.cells.begin(), row.cells.end(), [&](const auto& cell) {
      const TaskMatrix::Body& body = out_.bodies[cell.first];
      const auto has = [](const auto& list, const auto& value) {
        return list.empty() || std::find(list.begin(), list.end(), value) != list.end();
      };
      return has(filter_.agencies, body.agency) && has(filter_.levels, body.level);
    });
  }

  void keep(TaskMatrix::Row row) {
    if (wanted(row)) out_.rows.push_back(std::move(row));
  }

  // Drops bodies of rows that were not kept, sorts the others, and makes the legend.
  void finish() {
    std::set<size_t> used;
    std::set<std::string_view> marks;
    for (const TaskMatrix::Row& row : out_.rows) {
      for (const auto& [place, cell] : row.cells) {
        used.insert(place);
        for (const std::string& mark : cell.marks) marks.insert(mark);
      }
    }
    std::vector<size_t> order(used.begin(), used.end());
    const Ranks ranks(lexicon_);
    std::sort(order.begin(), order.end(), [&](size_t a, size_t b) {
      return ranks.of(out_.bodies[a]) < ranks.of(out_.bodies[b]);
    });
    std::map<size_t, size_t> moved;
    std::vector<TaskMatrix::Body> bodies;
    for (const size_t old : order) {
      moved[old] = bodies.size();
      bodies.push_back(out_.bodies[old]);
    }
    for (TaskMatrix::Row& row : out_.rows) {
      std::map<size_t, TaskMatrix::Cell> cells;
      for (auto& [place, cell] : row.cells) cells.emplace(moved[place], std::move(cell));
      row.cells = std::move(cells);
    }
    for (TaskMatrix::Mark& mark : all_marks(reader_)) {
      if (marks.contains(mark.mark)) out_.legend.push_back(std::move(mark));
    }
    out_.bodies = std::move(bodies);
  }

  const std::vector<DutyRow>& duties_;
  const std::vector<PlanRow>& tasks_;
  const std::vector<LeadFinding>& findings_;
  const MatrixFilter& filter_;
  const Lexicon& lexicon_;
  const LeadJudge& judge_;
  const DutyPartsReader& reader_;
  std::map<Place, std::vector<Fault>> faults_;
  std::map<Place, std::vector<size_t>> of_provision_;
  std::map<std::pair<std::string_view, std::string_view>, std::vector<size_t>> of_body_;
  std::map<std::string, size_t> column_;
  TaskMatrix out_;
};

std::string joined(const std::vector<std::string>& parts, const char* between) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : between) + part;
  return out;
}

}  // namespace

TaskMatrix task_matrix(const std::vector<DutyRow>& duties, const std::vector<PlanRow>& tasks,
                       const std::vector<LeadFinding>& findings, const MatrixFilter& filter,
                       const Lexicon& lexicon) {
  return MatrixMaker(duties, tasks, findings, filter, lexicon).make();
}

std::string legend_in_words(const TaskMatrix& matrix) {
  std::vector<std::string> parts;
  for (const TaskMatrix::Mark& mark : matrix.legend) parts.push_back(mark.mark + ": " + mark.name);
  return joined(parts, "; ");
}

std::vector<std::string> remarks(const TaskMatrix::Row& row) {
  std::vector<std::string> out;
  for (const LeadFinding::Rule rule : row.faults) out.emplace_back(vietnamese_name(rule));
  if (row.cells.empty() && out.empty()) out.emplace_back("Chưa xác định được cơ quan");
  return out;
}

std::string shortened(std::string_view text, size_t words) {
  std::string out;
  size_t count = 0;
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find_first_of(" \n\t", at), text.size());
    if (end > at) {
      if (count++ == words) return out + " …";
      out += (out.empty() ? "" : " ") + std::string(text.substr(at, end - at));
    }
    at = end + 1;
  }
  return out;
}

Grid matrix_grid(const TaskMatrix& matrix) {
  constexpr size_t kWords = 60;
  const bool many = std::any_of(matrix.rows.begin(), matrix.rows.end(), [&](const auto& row) {
    return row.document.id != matrix.rows.front().document.id;
  });
  Grid out;
  out.title = "MA TRẬN PHÂN CÔNG NHIỆM VỤ";
  out.sheet = "Ma trận";
  if (!many && !matrix.rows.empty()) {
    const DocumentLabel& document = matrix.rows.front().document;
    out.notes.push_back(document_in_words(document));
    if (!document.title.empty()) out.notes.push_back(printable(document.title));
  }
  out.notes.push_back(std::to_string(matrix.rows.size()) + " nhiệm vụ, " +
                      std::to_string(matrix.bodies.size()) +
                      " cơ quan. Lập tự động, cần đối chiếu với văn bản.");
  if (!matrix.legend.empty()) out.notes.push_back(legend_in_words(matrix) + ".");
  out.notes.push_back(
      "Ô màu đỏ: hai cơ quan cùng chủ trì, hoặc một cơ quan vừa chủ trì vừa phối hợp. Dòng màu "
      "xám: "
      "chưa có cơ quan chủ trì.");
  out.columns = {{"STT", 5, true}};
  if (many) out.columns.push_back({"Văn bản", 20});
  out.columns.push_back({"Điều, khoản, mục", 14});
  out.columns.push_back({"Nhiệm vụ", 48});
  out.frozen = out.columns.size();
  for (const TaskMatrix::Body& body : matrix.bodies) {
    out.columns.push_back({printable(body.name), 6, true, true});
  }
  out.columns.push_back({"Ghi chú", 18});
  for (const TaskMatrix::Row& row : matrix.rows) {
    const Grid::Tone tone = row.no_lead ? Grid::Tone::kMissing : Grid::Tone::kPlain;
    std::vector<Grid::Cell> cells = {{std::to_string(out.rows.size() + 1), tone}};
    if (many) cells.push_back({document_in_words(row.document), tone});
    cells.push_back(
        {row.provision.name.empty() ? "Cả văn bản" : printable(row.provision.name), tone});
    cells.push_back({printable(shortened(row.text, kWords)), tone});
    const size_t first = cells.size();
    cells.resize(first + matrix.bodies.size(), {"", tone});
    for (const auto& [place, cell] : row.cells) {
      cells[first + place] = {joined(cell.marks, ", "),
                              cell.conflict ? Grid::Tone::kConflict : tone};
    }
    cells.push_back({joined(remarks(row), "\n"), tone});
    out.rows.push_back(std::move(cells));
  }
  return out;
}

}  // namespace rasoat
