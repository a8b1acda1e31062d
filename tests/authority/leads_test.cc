#include "authority/leads.h"

#include <gtest/gtest.h>

#include "authority/find.h"
#include "authority/small_document.h"

namespace rasoat {
namespace {

DocumentHead head() {
  DocumentHead out;
  out.type = "Kế hoạch";
  out.issuer = "Ủy ban nhân dân tỉnh Sông Lam";
  return out;
}

struct Read {
  testing::SmallDocument small;
  std::vector<Assignment> assignments;
};

Read read(const std::string& sentence) {
  Read out{testing::small_document("Kế hoạch thử\nMở đầu\nI. NỘI DUNG\n1. " + sentence, head()),
           {}};
  out.assignments = find_assignments(out.small.text, out.small.document, {}, Lexicon::builtin());
  return out;
}

// The claims of the first sentence.
std::vector<LeadClaim> claims_of(const Read& read) {
  std::vector<LeadClaim> out;
  for (const Assignment& it : read.assignments) {
    if (it.quote == read.assignments.front().quote)
      out.push_back({it.agency, it.role, it.agent, it.quote});
  }
  return out;
}

std::string rivals(const std::string& sentence) {
  const Read found = read(sentence);
  const auto claims = claims_of(found);
  if (claims.empty()) return "nobody";
  std::string out;
  for (const size_t rival : Lexicon::builtin().derived<LeadJudge>().rival_leads(
           claims, found.small.text.of(claims.front().quote))) {
    out += (out.empty() ? "" : ",") + std::string(claims[rival].agency);
  }
  return out;
}

std::string words(const std::string& sentence) {
  const Read found = read(sentence);
  const auto claims = claims_of(found);
  if (claims.empty()) return "nobody";
  return Lexicon::builtin().derived<LeadJudge>().task_words(
      claims, found.small.text.of(claims.front().quote));
}

TEST(RivalLeads, AreTwoBodiesThatLeadOneTask) {
  EXPECT_EQ(rivals("Sở Tư pháp, Sở Nội vụ chủ trì xây dựng đề án kiểm kê bến đò."),
            "so-tu-phap,so-noi-vu");
  EXPECT_EQ(rivals("Giao Sở Tư pháp và Sở Nội vụ chủ trì, phối hợp với Sở Y tế xây dựng đề án."),
            "so-tu-phap,so-noi-vu");
  EXPECT_EQ(rivals("Kiểm kê bến đò.\n- Cơ quan chủ trì: Sở Tư pháp; Sở Nội vụ."),
            "so-tu-phap,so-noi-vu")
      << "a label of a plan";
}

TEST(RivalLeads, AreNoneWhereEachHasItsPart) {
  EXPECT_EQ(rivals("Sở Tư pháp chủ trì, phối hợp với Sở Nội vụ xây dựng đề án."), "");
  EXPECT_EQ(rivals("Các sở, ngành và Ủy ban nhân dân cấp xã chủ trì kiểm kê bến đò."), "")
      << "classes of bodies";
  EXPECT_EQ(rivals("Sở Tư pháp, Ủy ban nhân dân các xã chủ trì kiểm kê bến đò."), "")
      << "bodies of two levels";
  EXPECT_EQ(rivals("Sở Tư pháp, Sở Nội vụ chủ trì kiểm kê theo lĩnh vực được giao."), "");
  EXPECT_EQ(rivals("Bộ Quốc phòng, Bộ Công an chủ trì xây dựng quy hoạch doanh trại."), "")
      << "each for its own forces";
  EXPECT_EQ(rivals("Sở Tư pháp hoặc Sở Nội vụ chủ trì xây dựng đề án kiểm kê."), "");
  EXPECT_EQ(rivals("Sở Tư pháp chủ trì lập đề án; Sở Nội vụ chủ trì thẩm định đề án."), "")
      << "two tasks";
  EXPECT_EQ(rivals("Ủy ban nhân dân các cấp chủ trì xây dựng đề án kiểm kê bến đò."), "")
      << "one name with several keys";
}

TEST(TaskWords, AreTheSameForTheSameTask) {
  const std::string same = "xây dựng đề án kiểm kê bến đò ngang sông năm 2031";
  EXPECT_EQ(words("Sở Tư pháp chủ trì, phối hợp với Sở Y tế xây dựng Đề án kiểm kê bến đò ngang "
                  "sông năm 2031."),
            same);
  EXPECT_EQ(words("Giao Sở Nội vụ chủ trì xây dựng đề án kiểm kê bến đò ngang sông, năm 2031."),
            same);
  EXPECT_EQ(words("Sở Nội vụ chủ trì xây dựng đề án bến đò."), "") << "too few words to be sure";
  EXPECT_EQ(words("Sở Nội vụ chủ trì xây dựng báo cáo về những nội dung nêu tại Kế hoạch này."), "")
      << "means something else in another document";
  EXPECT_EQ(words("Sở Nội vụ chủ trì xây dựng báo cáo kết quả kiểm kê thuộc phạm vi quản lý của "
                  "ngành."),
            "")
      << "each its own";
}

TEST(LeadJudge, KnowsClassesOfBodies) {
  const LeadJudge& judge = Lexicon::builtin().derived<LeadJudge>();
  for (const char* key : {"so-tu-phap", "ubnd:tinh", "phong-noi-vu", "giam-doc-so-y-te", "bo-y-te",
                          "chu-tich-ubnd:xa"}) {
    EXPECT_TRUE(judge.is_one_body(key)) << key;
  }
  for (const char* key : {"so", "so-nganh", "bo", "bo-truong", "giam-doc-so", "don-vi-su-nghiep",
                          "co-quan-chuyen-mon:huyen", "bo-y-te12"}) {
    EXPECT_FALSE(judge.is_one_body(key)) << key;
  }
  EXPECT_TRUE(judge.names_doer("Các cơ quan, đơn vị rà soát hồ sơ."));
  EXPECT_TRUE(judge.names_doer("Thời gian tổng kết trước ngày 01/12."));
  EXPECT_FALSE(judge.names_doer("Rà soát hồ sơ bến đò."));
}

// "agency: words" of leads that are partners too.
std::string also_partners(const std::string& text) {
  const Read found = read(text);
  std::string out;
  for (const Assignment& it : found.assignments) {
    if (it.also_partner.empty()) continue;
    EXPECT_EQ(it.role, Role::kLead);
    out += it.agency + ": " + std::string(found.small.text.of(it.also_partner));
  }
  return out;
}

TEST(AlsoPartner, KeepsThatABodyLeadsAndIsItsPartner) {
  EXPECT_EQ(
      also_partners("Kiểm kê bến đò.\n- Cơ quan chủ trì: Sở Tư pháp.\n- Cơ quan phối hợp: Sở Tư "
                    "pháp, Sở Nội vụ."),
      "so-tu-phap: - Cơ quan phối hợp: Sở Tư pháp, Sở Nội vụ.");
  EXPECT_EQ(also_partners("Sở Tư pháp chủ trì, phối hợp với Sở Nội vụ, Sở Tư pháp lập đề án."),
            "so-tu-phap: Sở Tư pháp chủ trì, phối hợp với Sở Nội vụ, Sở Tư pháp lập đề án.");
  EXPECT_EQ(
      also_partners("Sở Tư pháp chủ trì, phối hợp với Sở Nội vụ lập đề án. Sở Nội vụ chủ trì, phối "
                    "hợp với Sở Tư pháp kiểm kê."),
      "")
      << "two tasks";
  EXPECT_EQ(
      also_partners("Ủy ban nhân dân cấp xã chủ trì, phối hợp với Ủy ban nhân dân cấp xã nơi khác "
                    "kiểm kê."),
      "")
      << "another of its kind";
}

TEST(PlanTask, SaysWhereItsDoerIsNoKnownBody) {
  const auto unread = [](const std::string& text) {
    const Read found = read(text);
    std::string out;
    for (const PlanTask& task : find_plan_tasks(found.small.text, found.small.document,
                                                found.assignments, Lexicon::builtin())) {
      out += task.lead.empty() ? (task.unread_doer ? "unread " : "none ") : "lead ";
    }
    return out;
  };
  EXPECT_EQ(unread("Kiểm kê bến đò.\n- Cơ quan chủ trì: Nhóm bảy.\n- Thời gian thực hiện: Thường "
                   "xuyên."),
            "unread ");
  EXPECT_EQ(unread("Kiểm kê bến đò.\n- Thời gian thực hiện: Thường xuyên."), "none ");
  EXPECT_EQ(
      unread("Kiểm kê\na) Bến đò.\nb) Cơ quan chủ trì: Nhóm bảy.\nc) Thời gian thực hiện: Thường "
             "xuyên."),
      "unread ");
}

}  // namespace
}  // namespace rasoat
