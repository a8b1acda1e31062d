#include "store/lead_findings.h"

#include <gtest/gtest.h>

namespace rasoat {
namespace {

constexpr const char* kTask = " chủ trì xây dựng đề án kiểm kê toàn bộ bến đò ngang sông";

DocumentLabel document(const std::string& id, std::string title = "") {
  if (title.empty()) title = "Về bến đò, phần " + id;
  return {id, "Quyết định", id, "Ủy ban nhân dân tỉnh Sông Lam", Date{2025, 9, 1}, title};
}

DutyRow lead(DocumentLabel where, uint32_t position, const std::string& name,
             const std::string& agency) {
  DutyRow out;
  out.document = std::move(where);
  out.provision.position = position;
  out.agency = agency;
  out.agency_name = name;
  out.role = Role::kLead;
  out.agent = name;
  out.quote = name + kTask;
  const uint32_t begin = position * 1000;
  out.agent_span = {begin, begin + static_cast<uint32_t>(name.size())};
  out.quote_span = {begin, begin + static_cast<uint32_t>(out.quote.size())};
  return out;
}

bool unrelated(const DocumentLabel&, const DocumentLabel&) { return false; }

size_t conflicts(const DutyRow& a, const DutyRow& b, const Related& related = unrelated) {
  return lead_findings({a, b}, {}, Lexicon::builtin(), related).size();
}

TEST(LeadFindings, CompareTheSameTaskInTwoPlaces) {
  const DutyRow first = lead(document("01/QĐ"), 3, "Sở Tư pháp", "so-tu-phap");
  const DutyRow second = lead(document("02/QĐ"), 7, "Sở Nội vụ", "so-noi-vu");
  const auto found = lead_findings({first, second}, {}, Lexicon::builtin(), unrelated);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].rule, LeadFinding::Rule::kTwoLeads);
  EXPECT_EQ(found[0].here.quote, first.quote);
  EXPECT_EQ(found[0].here.agencies, std::vector<std::string>{"so-tu-phap"});
  ASSERT_TRUE(found[0].other);
  EXPECT_EQ(found[0].other->quote, second.quote);
  EXPECT_EQ(found[0].other->names, std::vector<std::string>{"Sở Nội vụ"});
}

TEST(LeadFindings, LeaveOutWhatIsNoConflict) {
  const DutyRow first = lead(document("01/QĐ"), 3, "Sở Tư pháp", "so-tu-phap");
  const DutyRow second = lead(document("02/QĐ"), 7, "Sở Nội vụ", "so-noi-vu");
  ASSERT_EQ(conflicts(first, second), 1u);
  EXPECT_EQ(conflicts(first, lead(document("02/QĐ"), 7, "Sở Tư pháp", "so-tu-phap")), 0u);
  DutyRow version = second;
  version.document.title = first.document.title;
  EXPECT_EQ(conflicts(first, version), 0u) << "two versions of one act";
  version = second;
  version.document.type = "Văn bản hợp nhất";
  EXPECT_EQ(conflicts(first, version), 0u) << "says what the acts say that it is made of";
  EXPECT_EQ(conflicts(first, second, [](const auto&, const auto&) { return true; }), 0u)
      << "one replaces the other";
  DutyRow elsewhere = second;
  elsewhere.document.issuer = "Ủy ban nhân dân tỉnh Sông Trà";
  EXPECT_EQ(conflicts(first, elsewhere), 0u) << "another province has bodies of its own";
  EXPECT_EQ(
      conflicts(first, lead(document("02/QĐ", "Về bến đò năm 2026"), 7, "Sở Nội vụ", "so-noi-vu")),
      0u)
      << "of another year";
  EXPECT_EQ(conflicts(first, lead(document("02/QĐ"), 7, "Sở Tài nguyên và Môi trường",
                                  "so-tai-nguyen-va-moi-truong")),
            0u)
      << "that body had ended";
  EXPECT_EQ(conflicts(first, lead(document("02/QĐ"), 7, "Ủy ban nhân dân cấp xã", "ubnd:xa")), 0u)
      << "a body of another level does it for its own area";
  EXPECT_EQ(conflicts(first, lead(document("01/QĐ"), 9, "Sở Nội vụ", "so-noi-vu")), 1u)
      << "two provisions of one document";
}

TEST(LeadFindings, NameABodyThatIsItsOwnPartner) {
  DutyRow row = lead(document("01/QĐ"), 3, "Sở Tư pháp", "so-tu-phap");
  row.partner_quote = "- Cơ quan phối hợp: Sở Tư pháp";
  auto found = lead_findings({row}, {}, Lexicon::builtin(), unrelated);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].rule, LeadFinding::Rule::kLeadAndPartner);
  ASSERT_TRUE(found[0].other);
  EXPECT_EQ(found[0].other->quote, row.partner_quote);
  row.agency = "so";
  EXPECT_TRUE(lead_findings({row}, {}, Lexicon::builtin(), unrelated).empty()) << "a class";
}

TEST(LeadFindings, NameTasksOfNobody) {
  PlanRow task;
  task.text = "Rà soát hồ sơ bến đò.";
  const auto found = lead_findings({}, {task}, Lexicon::builtin(), unrelated);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].rule, LeadFinding::Rule::kNoLead);
  PlanRow led = task, unread = task, open = task;
  led.lead = {"so-tu-phap"};
  unread.unread_doer = true;
  open.text = "Các đơn vị rà soát hồ sơ bến đò.";
  EXPECT_TRUE(lead_findings({}, {led, unread, open}, Lexicon::builtin(), unrelated).empty());
}

}  // namespace
}  // namespace rasoat
