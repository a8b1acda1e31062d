#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "authority/find.h"
#include "authority/small_document.h"

namespace rasoat {
namespace {

std::string joined(const std::vector<std::string>& keys) {
  std::string out;
  for (const std::string& key : keys) out += (out.empty() ? "" : ",") + key;
  return out;
}

// "provision lead/coordinate to recurrence [product]" of each task.
std::vector<std::string> tasks(std::string_view text, std::string type = "Kế hoạch") {
  DocumentHead head;
  head.type = std::move(type);
  head.issuer = "Ủy ban nhân dân huyện Sông Lam";
  const auto small =
      testing::small_document("Kế hoạch thử\nMở đầu\n" + std::string(text), std::move(head));
  const Lexicon& lexicon = Lexicon::builtin();
  const auto assignments = find_assignments(small.text, small.document, {}, lexicon);
  std::vector<std::string> out;
  for (const PlanTask& task : find_plan_tasks(small.text, small.document, assignments, lexicon)) {
    std::string row = small.document.provisions[task.provision].id + " " + joined(task.lead) + "/" +
                      joined(task.coordinate);
    if (task.deadline && task.deadline->to) row += " " + task.deadline->to->iso();
    if (task.deadline && !task.deadline->recurrence.empty()) row += " " + task.deadline->recurrence;
    if (!task.product.empty()) {
      row += " [" + std::string(small.text.of(task.product)) + "]";
    }
    out.push_back(row);
  }
  return out;
}

TEST(FindPlanTasks, ReadsLabels) {
  EXPECT_EQ(
      tasks("I. MỤC ĐÍCH, YÊU CẦU\n1. Bảo đảm đúng tiến độ trước ngày 01/5/2025.\nII. NỘI DUNG\n1. "
            "Rà soát văn bản.\n- Cơ quan chủ trì: Phòng Tư pháp.\n- Cơ quan phối hợp: Phòng Nội "
            "vụ.\n- Thời gian hoàn thành: Trước ngày 20 tháng 4 năm 2025."),
      std::vector<std::string>{"sec_2__clause_1 phong-tu-phap/phong-noi-vu 2025-04-20"})
      << "purposes set no task, whatever date they name";
}

TEST(FindPlanTasks, SharesATimeLine) {
  EXPECT_EQ(
      tasks("I. NỘI DUNG\n1. Tuyên truyền\na) Phòng Tư pháp phổ biến luật.\nb) Phòng Nội vụ tổng "
            "hợp.\nThời gian thực hiện: Thường xuyên."),
      (std::vector<std::string>{"sec_1__clause_1__point_a phong-tu-phap/ thuong-xuyen",
                                "sec_1__clause_1__point_b phong-noi-vu/ thuong-xuyen"}))
      << "without a dash, behind the last item";
  EXPECT_EQ(
      tasks("I. NỘI DUNG\n1. Tuyên truyền\na) Phổ biến luật.\nb) Thời gian thực hiện: Hằng năm."),
      std::vector<std::string>{"sec_1__clause_1__point_a / hang-nam"})
      << "as an item of its own; nobody is named";
  EXPECT_EQ(
      tasks("I. NỘI DUNG\n1. Tuyên truyền\na) Phòng Tư pháp phổ biến luật.\nb) Phòng Nội vụ tổng "
            "hợp.\n- Thời gian thực hiện: Thường xuyên."),
      (std::vector<std::string>{"sec_1__clause_1__point_a phong-tu-phap/",
                                "sec_1__clause_1__point_b phong-noi-vu/ thuong-xuyen"}))
      << "with a dash it is the item's own";
}

TEST(FindPlanTasks, TakesDatesWithoutABody) {
  EXPECT_EQ(
      tasks(
          "I. THỜI GIAN\n1. Hai đợt.\n- Đợt 1 từ ngày 01/4/2025 đến ngày 05/4/2025.\n- Đợt 2 trước "
          "ngày 30/4/2025."),
      (std::vector<std::string>{"sec_1__clause_1 / 2025-04-05", "sec_1__clause_1 / 2025-04-30"}));
}

TEST(FindPlanTasks, ReadsProducts) {
  EXPECT_EQ(
      tasks("I. NỘI DUNG\n1. Phòng Tư pháp rà soát văn bản.\n- Sản phẩm: Báo cáo rà soát.\n2. "
            "Phòng Nội vụ lập danh sách (sản phẩm: danh sách cán bộ), gửi các xã.\n3. Phòng Y "
            "tế kiểm tra sản phẩm: sữa, bánh."),
      (std::vector<std::string>{"sec_1__clause_1 phong-tu-phap/ [Báo cáo rà soát.]",
                                "sec_1__clause_2 phong-noi-vu/ [danh sách cán bộ]",
                                "sec_1__clause_3 phong-y-te/"}))
      << "a line of its own, words behind a mark; an object is no product";
}

TEST(FindPlanTasks, ReadsLabelsThatAreItems) {
  EXPECT_EQ(
      tasks(
          "I. NỘI DUNG\n1. Tập huấn\na) Biên soạn tài liệu.\nb) Mở lớp.\nc) Cơ quan chủ trì: Phòng "
          "Tư pháp.\nd) Cơ quan phối hợp: Phòng Nội vụ.\nđ) Sản phẩm: Tài liệu.\ne) Thời gian hoàn "
          "thành: Trước ngày 20 tháng 4 năm 2025."),
      (std::vector<std::string>{
          "sec_1__clause_1__point_a phong-tu-phap/phong-noi-vu 2025-04-20 [Tài liệu.]",
          "sec_1__clause_1__point_b phong-tu-phap/phong-noi-vu 2025-04-20 [Tài liệu.]"}))
      << "they cover the items before them";
  EXPECT_EQ(
      tasks(
          "I. NỘI DUNG\n1. Mở lớp tập huấn.\na) Cơ quan chủ trì: Phòng Tư pháp.\nb) Cơ quan phối "
          "hợp: Phòng Nội vụ.\nc) Thời gian thực hiện: Thường xuyên.\n2. In tài liệu.\na) Cơ quan "
          "chủ trì: Phòng Nội vụ.\nb) Sản phẩm: Tài liệu."),
      (std::vector<std::string>{"sec_1__clause_1 phong-tu-phap/phong-noi-vu thuong-xuyen",
                                "sec_1__clause_2 phong-noi-vu/ [Tài liệu.]"}))
      << "without other items beside them they belong to the one above";
  EXPECT_EQ(tasks("I. NỘI DUNG\n1. Tập huấn\na) Biên soạn tài liệu.\nb) Cơ quan chủ trì: Phòng Tư "
                  "pháp.\nc) "
                  "Mở lớp.\nd) Cơ quan chủ trì: Phòng Nội vụ."),
            (std::vector<std::string>{"sec_1__clause_1__point_a phong-tu-phap/",
                                      "sec_1__clause_1__point_c phong-noi-vu/"}))
      << "back to the last label";
}

TEST(FindPlanTasks, IsForPlans) {
  EXPECT_TRUE(tasks("I. NỘI DUNG\n1. Sở Y tế kiểm tra.", "Thông tư").empty());
  EXPECT_TRUE(tasks("Điều 1. Chung\n1. Sở Y tế kiểm tra.", "").empty()) << "articles: no plan";
  EXPECT_EQ(tasks("I. NỘI DUNG\n1. Sở Y tế kiểm tra.", "").size(), 1u) << "a plan without a head";
}

}  // namespace
}  // namespace rasoat
