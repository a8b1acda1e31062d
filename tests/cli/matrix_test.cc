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
- Cơ quan chủ trì: Sở Nội vụ.
- Cơ quan phối hợp: Ủy ban nhân dân các xã, phường.
3. Tuyên truyền cho người lái đò.
- Thời gian thực hiện: Thường xuyên.
)";

class MatrixCommandTest : public ProgramTest {
 protected:
  void SetUp() override { folder_.write("ke-hoach.txt", kPlan); }
};

TEST_F(MatrixCommandTest, ShowsAFileAndWhatIsHeld) {
  const ProgramRun run = rasoat({"matrix", "ke-hoach.txt", "--format", "json"});
  ASSERT_EQ(run.exit_code, 0) << run.err;
  const json out = json::parse(run.out);
  ASSERT_EQ(out["rows"].size(), 3u);
  EXPECT_EQ(out["bodies"].back()["agency"], "ubnd:xa");
  EXPECT_EQ(out["rows"][0]["cells"],
            json::array({{{"agency", "so-noi-vu"}, {"marks", {"CT"}}, {"conflict", true}},
                         {{"agency", "so-tu-phap"}, {"marks", {"CT"}}, {"conflict", true}}}));
  EXPECT_EQ(out["rows"][1]["cells"][1]["marks"], json::array({"PH"}));
  EXPECT_EQ(out["rows"][2]["findings"], json::array({"no-lead"}));
  ASSERT_EQ(rasoat({"add", "ke-hoach.txt"}).exit_code, 0);
  json held = json::parse(rasoat({"matrix", "15/KH-UBND", "--format", "json"}).out);
  for (json& row : held["rows"]) row["file"] = "ke-hoach.txt";
  EXPECT_EQ(held, out);
}

TEST_F(MatrixCommandTest, FitsTheTerminalOrSaysWhatToDo) {
  const std::string table = rasoat({"matrix", "ke-hoach.txt"}).out;
  EXPECT_THAT(table, HasSubstr("  3  Ủy ban nhân dân cấp xã\n"));
  EXPECT_THAT(table, HasSubstr("CT: chủ trì; PH: phối hợp\n3 nhiệm vụ, 3 cơ quan\n"));
  const ProgramRun narrow = run_shell("COLUMNS=60 \"$RASOAT\" matrix ke-hoach.txt", folder_.path());
  EXPECT_EQ(narrow.exit_code, 1);
  EXPECT_THAT(narrow.err, HasSubstr("-o ma-tran.xlsx"));
}

TEST_F(MatrixCommandTest, FiltersAndWritesFiles) {
  EXPECT_THAT(rasoat({"matrix", "ke-hoach.txt", "--level", "xa", "-o", "ma-tran.xlsx"}).out,
              HasSubstr("Đã ghi 1 nhiệm vụ, 2 cơ quan"));
  const std::string html =
      rasoat({"matrix", "ke-hoach.txt", "--agency", "so tu phap", "--format", "html"}).out;
  EXPECT_THAT(html, HasSubstr("<td class=\"centred conflict\">CT</td>"));
  EXPECT_EQ(rasoat({"matrix", "ke-hoach.txt", "--agency", "bến đò"}).exit_code, 2);
}

}  // namespace
}  // namespace rasoat::testing
