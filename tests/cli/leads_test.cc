#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "cli/program.h"

namespace rasoat::testing {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;

constexpr const char* kPlan =
    R"(ỦY BAN NHÂN DÂN
TỈNH SÔNG LAM
Số: 15/KH-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Sông Lam, ngày 05 tháng 9 năm 2025
KẾ HOẠCH
Về việc kiểm kê bến đò
I. NỘI DUNG
1. Lập danh mục bến đò.
- Cơ quan chủ trì: Sở Tư pháp; Sở Nội vụ.
2. Kiểm tra bến đò.
- Cơ quan chủ trì: Sở Tư pháp.
- Cơ quan phối hợp: Sở Nội vụ, Sở Tư pháp.
3. Tuyên truyền cho người lái đò.
- Thời gian thực hiện: Thường xuyên.
4. Sở Tư pháp chủ trì xây dựng đề án di dời toàn bộ bến đò xuống cấp.
)";

class LeadsCommandTest : public ProgramTest {
 protected:
  void SetUp() override { folder_.write("ke-hoach.txt", kPlan); }
};

TEST_F(LeadsCommandTest, ListsFindingsOfAFile) {
  const ProgramRun run = rasoat({"leads", "ke-hoach.txt", "--format", "json"});
  ASSERT_EQ(run.exit_code, 0) << run.err;
  const json findings = json::parse(run.out)["findings"];
  ASSERT_EQ(findings.size(), 3u) << run.out;
  EXPECT_EQ(findings[0]["rule"], "two-leads");
  EXPECT_EQ(findings[0]["provision"], "sec_1__clause_1");
  EXPECT_EQ(findings[0]["agencies"], json::array({"so-tu-phap", "so-noi-vu"}));
  EXPECT_EQ(findings[1]["rule"], "lead-and-partner");
  EXPECT_EQ(findings[1]["other"]["quote"], "- Cơ quan phối hợp: Sở Nội vụ, Sở Tư pháp.");
  EXPECT_EQ(findings[2]["rule"], "no-lead");
  EXPECT_EQ(findings[2]["certainty"], "likely");
  const std::string table = rasoat({"leads", "ke-hoach.txt"}).out;
  EXPECT_THAT(table, HasSubstr("3 trường hợp cần xem lại cơ quan chủ trì\n"));
}

TEST_F(LeadsCommandTest, ComparesWhatIsHeld) {
  std::string other = kPlan;
  const std::string four = "4. Sở Tư pháp chủ trì";
  other.replace(other.find(four), four.size(), "4. Sở Nội vụ chủ trì");
  other.replace(other.find("15/KH"), 5, "16/KH");
  const std::string title = "Về việc kiểm kê bến đò";
  other.replace(other.find(title), title.size(), "Về việc sắp xếp bến đò");
  folder_.write("ke-hoach-2.txt", other);
  ASSERT_EQ(rasoat({"add", "ke-hoach.txt", "ke-hoach-2.txt"}).exit_code, 0);
  const json out = json::parse(rasoat({"leads", "--format", "json"}).out);
  EXPECT_EQ(out["total"], 7);
  size_t compared = 0;
  for (const json& finding : out["findings"]) {
    if (finding["rule"] != "two-leads" || finding["other"].is_null()) continue;
    ++compared;
    EXPECT_EQ(finding["agencies"], json::array({"so-tu-phap"}));
    EXPECT_EQ(finding["other"]["agencies"], json::array({"so-noi-vu"}));
    EXPECT_EQ(finding["other"]["number"], "16/KH-UBND");
  }
  EXPECT_EQ(compared, 1u);
}

TEST_F(LeadsCommandTest, WritesFiles) {
  EXPECT_THAT(rasoat({"leads", "ke-hoach.txt", "-o", "chu-tri.xlsx"}).out,
              HasSubstr("Đã ghi 3 trường hợp"));
  EXPECT_THAT(rasoat({"leads", "ke-hoach.txt", "--format", "html"}).out,
              HasSubstr("<td>Cơ quan vừa chủ trì vừa phối hợp</td>"));
  EXPECT_EQ(rasoat({"leads", "ke-hoach.txt", "--format", "xlsx"}).exit_code, 2);
  EXPECT_EQ(rasoat({"leads", "ke-hoach.txt", "-o", "chu-tri.doc"}).exit_code, 2);
}

}  // namespace
}  // namespace rasoat::testing
