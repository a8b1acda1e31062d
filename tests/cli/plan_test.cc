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
HUYỆN THỬ NGHIỆM
Số: 15/KH-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Thử Nghiệm, ngày 05 tháng 3 năm 2025
KẾ HOẠCH
Về việc sắp xếp hồ sơ chợ năm 2025
I. MỤC ĐÍCH, YÊU CẦU
1. Bảo đảm đúng tiến độ.
II. NỘI DUNG
1. Lập danh mục hồ sơ chợ.
- Cơ quan chủ trì: Phòng Nội vụ.
- Cơ quan phối hợp: Phòng Tư pháp.
- Thời gian hoàn thành: Trước ngày 10 tháng 4 năm 2025.
- Sản phẩm: Danh mục hồ sơ.
2. Kiểm tra việc lưu trữ.
- Cơ quan chủ trì: Phòng Tư pháp.
- Thời gian hoàn thành: Trước ngày 20 tháng 4 năm 2025.
3. Hướng dẫn các xã.
- Cơ quan chủ trì: Phòng Nội vụ.
- Thời gian thực hiện: Thường xuyên.
)";

class PlanCommandTest : public ProgramTest {
 protected:
  void SetUp() override { folder_.write("ke-hoach.txt", kPlan); }
};

TEST_F(PlanCommandTest, ListsTheTasksOfAFileThatWasNotAdded) {
  const ProgramRun run = rasoat({"plan", "ke-hoach.txt", "--format", "json"});
  ASSERT_EQ(run.exit_code, 0) << run.err;
  const json tasks = json::parse(run.out)["tasks"];
  ASSERT_EQ(tasks.size(), 3u);
  EXPECT_EQ(tasks[0]["provision"], "sec_2__clause_1");
  EXPECT_EQ(tasks[0]["lead"], json::array({"phong-noi-vu"}));
  EXPECT_EQ(tasks[0]["coordinate"], json::array({"phong-tu-phap"}));
  EXPECT_EQ(tasks[0]["deadline"]["to"], "2025-04-10");
  EXPECT_EQ(tasks[0]["product"], "Danh mục hồ sơ.");
  EXPECT_EQ(tasks[2]["deadline"]["recurrence"], "thuong-xuyen");
  const std::string table = rasoat({"plan", "ke-hoach.txt"}).out;
  EXPECT_THAT(table, HasSubstr("Chủ trì"));
  EXPECT_THAT(table, HasSubstr("3 nhiệm vụ\n"));
}

TEST_F(PlanCommandTest, ListsWhatIsDueInAllPlansHeld) {
  EXPECT_EQ(rasoat({"plan"}).exit_code, 1) << "no workspace";
  ASSERT_EQ(rasoat({"add", "ke-hoach.txt"}).exit_code, 0);
  const ProgramRun run = rasoat({"plan", "--due", "2025-04-15", "--format", "json"});
  ASSERT_EQ(run.exit_code, 0) << run.err;
  const json out = json::parse(run.out);
  ASSERT_EQ(out["tasks"].size(), 1u);
  EXPECT_EQ(out["tasks"][0]["due"],
            (json{{"state", "overdue"}, {"date", "2025-04-10"}, {"days", -5}}));
  EXPECT_EQ(out["later"], 1);
  EXPECT_EQ(out["undated"], 1);
  EXPECT_THAT(rasoat({"plan", "15/KH-UBND", "--due", "2025-04-20"}).out,
              HasSubstr("1 nhiệm vụ quá hạn, 1 nhiệm vụ đến hạn"));
  EXPECT_EQ(rasoat({"plan", "--due", "15/4/2025"}).exit_code, 2);
}

TEST_F(PlanCommandTest, WritesSheetAndCalendar) {
  EXPECT_THAT(rasoat({"plan", "ke-hoach.txt", "-o", "lich.ics"}).out,
              HasSubstr("Đã ghi 3 nhiệm vụ"));
  EXPECT_THAT(run_shell("cat lich.ics", folder_.path()).out, HasSubstr("DUE;VALUE=DATE:20250410"));
  EXPECT_EQ(rasoat({"plan", "ke-hoach.txt", "-o", "bang.xlsx"}).exit_code, 0);
  EXPECT_EQ(rasoat({"plan", "ke-hoach.txt", "-o", "bang.doc"}).exit_code, 2);
}

}  // namespace
}  // namespace rasoat::testing
