// Who had a task, who has it now, and which provision says so.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "cli/program.h"

namespace rasoat::testing {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;
using ::testing::StartsWith;

constexpr const char* kDivision =
    R"(CHÍNH PHỦ
Số: 921/2025/NĐ-CP
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hà Nội, ngày 12 tháng 6 năm 2025
NGHỊ ĐỊNH
Quy định phân định thẩm quyền của chính quyền địa phương 02 cấp về bến thủy
Điều 3. Thẩm quyền của Chủ tịch Ủy ban nhân dân cấp xã
1. Cho phép mở bến theo quy định tại khoản 1 Điều 4 Nghị định số 920/2021/NĐ-CP.
Điều 4. Chuyển tiếp
1. Nhiệm vụ của Ủy ban nhân dân cấp huyện quy định tại khoản 2 Điều 4 Nghị định số 920/2021/NĐ-CP do Ủy ban nhân dân cấp tỉnh thực hiện.
)";

constexpr const char* kWharves =
    R"(CHÍNH PHỦ
Số: 920/2021/NĐ-CP
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hà Nội, ngày 02 tháng 3 năm 2021
NGHỊ ĐỊNH
Về bến thủy
Điều 4. Mở bến, đóng bến
1. Ủy ban nhân dân cấp huyện cho phép mở bến khách ngang sông.
2. Ủy ban nhân dân cấp huyện kiểm tra, quyết định đóng bến không an toàn.
3. Ủy ban nhân dân cấp huyện công bố danh sách bến trước ngày 31 tháng 12 hằng năm.
)";

class TransfersCommandTest : public ProgramTest {
 protected:
  void SetUp() override {
    folder_.write("921.txt", kDivision);
    folder_.write("920.txt", kWharves);
    ASSERT_EQ(rasoat({"add", "921.txt"}).exit_code, 0);
  }
  json rows(std::vector<std::string> arguments) const {
    arguments.insert(arguments.end(), {"--format", "json"});
    const ProgramRun run = rasoat(arguments);
    EXPECT_EQ(run.exit_code, 0) << run.err;
    EXPECT_EQ(run.err, "");
    return json::parse(run.out, nullptr, false);
  }
};

TEST_F(TransfersCommandTest, TellsWhoHadATaskAndWhoHasIt) {
  EXPECT_THAT(rasoat({"transfers", "--format", "csv"}).out, HasSubstr(",không có trong kho,"));
  ASSERT_EQ(rasoat({"add", "920.txt"}).exit_code, 0);
  const json all = rows({"transfers"});
  ASSERT_EQ(all["total"], 2);
  const json& first = all["transfers"][0];
  EXPECT_EQ(first["number"], "921/2025/NĐ-CP");
  EXPECT_EQ(first["provision"], "art_3__clause_1");
  EXPECT_EQ(first["from"], "");
  EXPECT_EQ(first["to"], "chu-tich-ubnd:xa");
  EXPECT_EQ(first["line"], 9);
  EXPECT_EQ(first["unit"]["provision"], "art_4__clause_1");
  EXPECT_EQ(first["unit"]["held_provision"], "art_4__clause_1");
  EXPECT_EQ(first["unit"]["former"], json::array({"ubnd:huyen"}));
  EXPECT_EQ(all["transfers"][1]["from"], "ubnd:huyen");
  EXPECT_THAT(rasoat({"transfers", "--format", "csv"}).out, HasSubstr(",có trong kho,"));
  EXPECT_THAT(rasoat({"transfers"}).out, HasSubstr("2 chuyển giao\n"));
}

TEST_F(TransfersCommandTest, FiltersAndPages) {
  ASSERT_EQ(rasoat({"add", "920.txt"}).exit_code, 0);
  EXPECT_EQ(rows({"transfers", "--from", "uy ban nhan dan huyen"})["total"], 2);
  EXPECT_EQ(rows({"transfers", "--to", "UBND tỉnh"})["total"], 1);
  EXPECT_EQ(rows({"transfers", "--document", "920/2021/NĐ-CP"})["total"], 2);
  const json page = rows({"transfers", "--offset", "1", "--limit", "1"});
  EXPECT_EQ(page["total"], 2);
  EXPECT_EQ(page["transfers"][0]["provision"], "art_4__clause_1");
  EXPECT_THAT(rasoat({"transfers", "--limit", "1"}).out, HasSubstr("xem tiếp: --offset 1"));
  EXPECT_EQ(rasoat({"transfers", "--from", "cái bàn"}).exit_code, 2);
  EXPECT_EQ(rasoat({"transfers", "--document", "1/1999/NĐ-CP"}).exit_code, 1);
}

TEST_F(TransfersCommandTest, MarksTheTasksOfBodiesThatHaveEnded) {
  ASSERT_EQ(rasoat({"add", "920.txt"}).exit_code, 0);
  const json out = rows({"duties", "--abolished", "--on", "2026-01-05"});
  ASSERT_EQ(out["total"], 3);
  EXPECT_EQ(out["on"], "2026-01-05");
  const json& first = out["assignments"][0];
  EXPECT_EQ(first["provision"], "art_4__clause_1");
  EXPECT_EQ(first["abolished"], (json{{"end", "2025-07-01"}, {"instrument", "72/2025/QH15"}}));
  EXPECT_EQ(first["successor"], json::array());
  EXPECT_EQ(first["transfer"]["to"], "chu-tich-ubnd:xa");
  EXPECT_EQ(first["transfer"]["provision"], "art_3__clause_1");
  EXPECT_EQ(first["transfer"]["certainty"], "certain");
  EXPECT_EQ(out["assignments"][1]["transfer"]["to"], "ubnd:tinh");
  EXPECT_TRUE(out["assignments"][2]["transfer"].is_null());
  EXPECT_EQ(rows({"duties", "--abolished", "--on", "2025-06-30"})["total"], 0);

  const json plain = rows({"duties", "--agency", "Chủ tịch UBND xã"});
  ASSERT_EQ(plain["total"], 1);
  EXPECT_TRUE(plain["assignments"][0]["abolished"].is_null());

  EXPECT_THAT(rasoat({"duties", "--abolished", "--format", "csv"}).out,
              HasSubstr(",chưa có căn cứ chuyển giao,"));
  EXPECT_THAT(rasoat({"duties", "--abolished"}).out,
              HasSubstr("3 nhiệm vụ, quyền hạn trong 1 văn bản\n"));
  EXPECT_THAT(rasoat({"duties", "--abolished", "-o", "huyen.xlsx"}).out,
              HasSubstr("Đã ghi 3 nhiệm vụ, quyền hạn trong 1 văn bản"));
  const std::string page = rasoat({"duties", "--abolished", "--format", "html"}).out;
  EXPECT_THAT(page, HasSubstr("<td class=\"missing\">chưa có căn cứ chuyển giao</td>"));
  EXPECT_THAT(page, HasSubstr("Khoản 1 Điều 3, Nghị định số 921/2025/NĐ-CP"));
  EXPECT_EQ(rasoat({"duties", "--abolished", "--on", "2025-13-01"}).exit_code, 2);
}

TEST_F(TransfersCommandTest, WritesFiles) {
  EXPECT_THAT(rasoat({"transfers", "-o", "chuyen.xlsx"}).out, HasSubstr("Đã ghi 2 chuyển giao"));
  EXPECT_THAT(rasoat({"transfers", "--format", "html"}).out,
              HasSubstr("<td class=\"missing\">không có trong kho</td>"));
  EXPECT_THAT(rasoat({"transfers", "--format", "csv"}).out,
              StartsWith("\xef\xbb\xbfSTT,Quy định giao nhiệm vụ,"));
}

}  // namespace
}  // namespace rasoat::testing
