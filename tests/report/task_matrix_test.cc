#include "report/task_matrix.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace rasoat {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

DocumentLabel decision() {
  return {"qd_1",           "Quyết định", "1/2025/QĐ-UBND", "Ủy ban nhân dân tỉnh Sông Lam",
          Date{2025, 9, 1}, "Về bến đò"};
}

// A duty whose sentence begins with the body's name.
DutyRow duty(uint32_t position, const std::string& name, const std::string& agency, Role role,
             const std::string& rest, uint32_t begin = 0) {
  DutyRow out;
  out.document = decision();
  out.provision = {"art_1__clause_" + std::to_string(position),
                   "khoản " + std::to_string(position) + " Điều 1", "", position};
  out.agency = agency;
  out.role = role;
  out.quote = name + " " + rest;
  out.agent = name;
  begin += position * 1000;
  out.agent_span = {begin, begin + static_cast<uint32_t>(name.size())};
  out.quote_span = {begin, begin + static_cast<uint32_t>(out.quote.size())};
  return out;
}

PlanRow task(uint32_t position, const std::string& text) {
  PlanRow out;
  out.document = decision();
  out.document.id = "kh_1";
  out.provision.position = position;
  out.text = text;
  return out;
}

TaskMatrix matrix(const std::vector<DutyRow>& duties, const std::vector<PlanRow>& tasks = {},
                  const MatrixFilter& filter = {}) {
  const Lexicon& lexicon = Lexicon::builtin();
  const auto findings =
      lead_findings(duties, tasks, lexicon, [](const auto&, const auto&) { return false; });
  return task_matrix(duties, tasks, findings, filter, lexicon);
}

// "agency=marks" of a row, '!' where red.
std::string row(const TaskMatrix& matrix, size_t at) {
  std::string out;
  for (const auto& [place, cell] : matrix.rows.at(at).cells) {
    out += (out.empty() ? "" : " ") + matrix.bodies[place].agency + "=";
    for (const std::string& mark : cell.marks) out += mark;
    if (cell.conflict) out += "!";
  }
  return out;
}

TEST(TaskMatrix, TellsWhoDecidesLeadsAndTakesPart) {
  DutyRow lead = duty(1, "Sở Tư pháp", "so-tu-phap", Role::kLead, "chủ trì kiểm kê bến đò");
  DutyRow partner = lead;
  partner.agency = "so-noi-vu";
  partner.role = Role::kCoordinate;
  partner.agent_span = {5000, 5010};  // named above
  const TaskMatrix found =
      matrix({lead, partner,
              duty(2, "Ủy ban nhân dân tỉnh", "ubnd:tinh", Role::kOther, "phê duyệt danh mục"),
              duty(3, "Ủy ban nhân dân cấp xã", "ubnd:xa", Role::kOther, "giữ gìn bến đò")});
  ASSERT_EQ(found.rows.size(), 3u);
  EXPECT_EQ(row(found, 0), "so-noi-vu=PH so-tu-phap=CT");
  EXPECT_EQ(found.rows[0].text, "kiểm kê bến đò") << "without the body in front";
  EXPECT_EQ(row(found, 1), "ubnd:tinh=QĐ");
  EXPECT_EQ(row(found, 2), "ubnd:xa=TH");
  EXPECT_EQ(found.bodies.front().agency, "ubnd:tinh") << "the province before the commune";
  EXPECT_EQ(found.bodies.back().agency, "ubnd:xa");
  EXPECT_THAT(legend_in_words(found), HasSubstr("QĐ: quyết định"));
  EXPECT_THAT(legend_in_words(found), Not(HasSubstr("BC"))) << "only marks that occur";
}

TEST(TaskMatrix, ShowsTwoLeadsInRedAndNoLeadInGrey) {
  DutyRow first =
      duty(1, "Sở Tư pháp", "so-tu-phap", Role::kLead, "và Sở Nội vụ chủ trì kiểm kê bến đò");
  DutyRow second = first;
  second.agency = "so-noi-vu";
  const auto at = static_cast<uint32_t>(first.quote.find("Sở Nội vụ"));
  second.agent_span = {first.quote_span.begin + at,
                       first.quote_span.begin + at + static_cast<uint32_t>(strlen("Sở Nội vụ"))};
  const TaskMatrix found = matrix({first, second}, {task(4, "Rà soát hồ sơ bến đò.")});
  ASSERT_EQ(found.rows.size(), 2u);
  EXPECT_EQ(row(found, 0), "so-noi-vu=CT! so-tu-phap=CT!");
  EXPECT_TRUE(found.rows[1].no_lead);
  const Grid grid = matrix_grid(found);
  ASSERT_EQ(grid.rows.size(), 2u);
  for (const auto& cells : grid.rows) ASSERT_EQ(cells.size(), grid.columns.size());
  EXPECT_EQ(grid.rows[0][grid.frozen].tone, Grid::Tone::kConflict);
  EXPECT_EQ(grid.rows[0].back().text, "Nhiệm vụ có hai cơ quan chủ trì") << "in words too";
  for (const Grid::Cell& cell : grid.rows[1]) EXPECT_EQ(cell.tone, Grid::Tone::kMissing);
}

TEST(TaskMatrix, TakesThePlansTasks) {
  DutyRow lead = duty(4, "Sở Tư pháp", "so-tu-phap", Role::kLead, "chủ trì kiểm kê");
  lead.document.id = "kh_1";
  DutyRow purpose = duty(1, "Sở Tư pháp", "so-tu-phap", Role::kOther, "làm đúng tiến độ");
  purpose.document.id = "kh_1";
  PlanRow led = task(4, "Kiểm kê bến đò");
  led.lead = {"so-tu-phap"};
  led.coordinate = {"so-noi-vu"};
  const TaskMatrix found = matrix({purpose, lead}, {led});
  ASSERT_EQ(found.rows.size(), 1u) << "what is no task of the plan is no row";
  EXPECT_EQ(found.rows[0].text, "Kiểm kê bến đò");
  EXPECT_EQ(row(found, 0), "so-noi-vu=PH so-tu-phap=CT");
}

TEST(TaskMatrix, KeepsRowsThatTheFilterWants) {
  const std::vector<DutyRow> duties = {
      duty(1, "Sở Tư pháp", "so-tu-phap", Role::kOther, "kiểm kê"),
      duty(2, "Ủy ban nhân dân cấp xã", "ubnd:xa", Role::kOther, "kiểm kê")};
  MatrixFilter filter;
  filter.agencies = {"so-tu-phap"};
  EXPECT_EQ(matrix(duties, {}, filter).rows.size(), 1u);
  EXPECT_EQ(matrix(duties, {}, filter).bodies.size(), 1u) << "no column without a mark";
  filter = {};
  filter.levels = {AdminLevel::kCommune};
  ASSERT_EQ(matrix(duties, {}, filter).rows.size(), 1u);
  EXPECT_EQ(matrix(duties, {}, filter).bodies[0].agency, "ubnd:xa");
}

TEST(TaskMatrix, SaysWhereNobodyIsKnown) {
  const TaskMatrix found = matrix({}, {task(4, "Các đơn vị rà soát hồ sơ bến đò.")});
  EXPECT_FALSE(found.rows.at(0).no_lead) << "somebody does it";
  EXPECT_EQ(remarks(found.rows.at(0)), std::vector<std::string>{"Chưa xác định được cơ quan"});
  const DutyRow shared = duty(1, "Sở Tư pháp", "so-tu-phap", Role::kOther,
                              "và cơ quan, tổ chức khác thi hành Quyết định này");
  EXPECT_EQ(matrix({shared}).rows.at(0).text, shared.quote)
      << "others do it too: the whole sentence";
}

TEST(TaskMatrix, EscapesWhatDocumentsSay) {
  const Grid grid = matrix_grid(
      matrix({duty(1, "Sở Tư pháp", "so-tu-phap", Role::kOther, "làm <b>=1+1</b>\x1b[31m")}));
  const std::string html = grid_html(grid);
  EXPECT_THAT(html, HasSubstr("&lt;b&gt;=1+1&lt;/b&gt;"));
  EXPECT_THAT(html, Not(HasSubstr("\x1b")));
  EXPECT_THAT(html, HasSubstr("class=\"upright\""));
}

TEST(Shortened, CutsAtAWord) {
  EXPECT_EQ(shortened("một  hai\nba bốn", 3), "một hai ba …");
  EXPECT_EQ(shortened("một hai", 3), "một hai");
}

}  // namespace
}  // namespace rasoat
