#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "cli/program.h"

namespace rasoat::testing {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;

constexpr const char* kDecision =
    R"(ỦY BAN NHÂN DÂN
TỈNH SÔNG LAM
Số: 31/2025/QĐ-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Sông Lam, ngày 05 tháng 9 năm 2025
QUYẾT ĐỊNH
Về việc quản lý bến đò
Điều 1. Bến đò
1. Ủy ban nhân dân tỉnh phân cấp cho Ủy ban nhân dân cấp xã quản lý bến đò ngang.
2. Ủy ban nhân dân tỉnh ủy quyền cho Sở Xây dựng công bố luồng đò dọc.
)";

class DelegationsCommandTest : public ProgramTest {
 protected:
  void SetUp() override {
    folder_.write("31.txt", kDecision);
    ASSERT_EQ(rasoat({"add", "31.txt"}).exit_code, 0);
  }
};

TEST_F(DelegationsCommandTest, TellsWhoHandsWhatToWhom) {
  const json out = json::parse(rasoat({"delegations", "--format", "json"}).out);
  ASSERT_EQ(out["total"], 2);
  const json& first = out["delegations"][0];
  EXPECT_EQ(first["provision"], "art_1__clause_1");
  EXPECT_EQ(first["kinds"], json::array({"phan-cap"}));
  EXPECT_EQ(first["from"], json::array({"ubnd:tinh"}));
  EXPECT_EQ(first["to_names"], json::array({"Ủy ban nhân dân cấp xã"}));
  EXPECT_EQ(first["matter"], "quản lý bến đò ngang");
  EXPECT_EQ(first["act"], first["quote"]);
  EXPECT_EQ(first["line"], 10);
  const json one =
      json::parse(rasoat({"delegations", "--to", "so xay dung", "--format", "json"}).out);
  EXPECT_EQ(one["total"], 1);
  const json analysis = json::parse(rasoat({"analyze", "31.txt"}).out);
  EXPECT_EQ(analysis["delegations"].size(), 2u);
  EXPECT_EQ(analysis["delegations"][1]["kinds"], json::array({"uy-quyen"}));
}

TEST_F(DelegationsCommandTest, PrintsAndWrites) {
  EXPECT_THAT(rasoat({"delegations"}).out, HasSubstr("2 phân cấp, phân quyền, ủy quyền\n"));
  EXPECT_THAT(rasoat({"delegations", "--format", "csv"}).out,
              HasSubstr(",phân cấp,Ủy ban nhân dân cấp tỉnh,Ủy ban nhân dân cấp xã,"));
  EXPECT_THAT(rasoat({"delegations", "-o", "phan-cap.xlsx"}).out, HasSubstr("Đã ghi 2 dòng"));
  EXPECT_THAT(rasoat({"delegations", "--format", "html"}).out,
              HasSubstr("<td>quản lý bến đò ngang</td>"));
}

}  // namespace
}  // namespace rasoat::testing
