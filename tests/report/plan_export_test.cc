#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

#include "report/plan_calendar.h"
#include "report/plan_list.h"

namespace rasoat {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

PlanRow task(std::string provision, std::string text, std::optional<Deadline> deadline) {
  PlanRow out;
  out.document.id = "ke-hoach_5-kh-ubnd";
  out.document.number = "5/KH-UBND";
  out.document.date = Date{2025, 3, 1};
  out.provision = {std::move(provision), "khoản 1 Mục II", "", 3};
  out.text = std::move(text);
  out.lead_names = {"Phòng Tư pháp"};
  out.deadline = std::move(deadline);
  return out;
}

std::vector<PlanRow> tasks() {
  return {task("sec_2__clause_1", "Rà soát, lập danh mục;\nbáo cáo",
               Deadline{{}, Date{2025, 4, 1}, Date{2025, 4, 15}, ""}),
          task("sec_2__clause_1", "Tổng hợp", Deadline{{}, {}, {}, "hang-nam-truoc-12-01"}),
          task("sec_2__clause_2", "Tuyên truyền", Deadline{{}, {}, {}, "thuong-xuyen"})};
}

TEST(PlanCalendar, WritesTasks) {
  const std::string out = plan_calendar(tasks(), Date{2025, 5, 1});
  EXPECT_TRUE(out.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"));
  EXPECT_THAT(out, HasSubstr("DTSTART;VALUE=DATE:20250401\r\nDUE;VALUE=DATE:20250415\r\n"));
  EXPECT_THAT(out, HasSubstr("DTSTART;VALUE=DATE:20251130\r\nRRULE:FREQ=YEARLY\r\n"
                             "DUE;VALUE=DATE:20251201\r\n"));
  EXPECT_THAT(out, HasSubstr("SUMMARY:Rà soát\\, lập danh mục\\; báo cáo\r\n"));
  EXPECT_THAT(out, HasSubstr("DESCRIPTION:Tuyên truyền\\nChủ trì: Phòng Tư pháp"));
  const size_t last = out.find("SUMMARY:Tuyên truyền");
  ASSERT_NE(last, std::string::npos);
  EXPECT_THAT(out.substr(last), Not(HasSubstr("DUE"))) << "no day follows from the words";
}

TEST(PlanCalendar, KeepsUidsAndTellsTasksOfOneProvisionApart) {
  const auto uids = [](const std::string& text) {
    std::vector<std::string> out;
    for (size_t at = 0; (at = text.find("UID:", at)) != std::string::npos; ++at) {
      out.push_back(text.substr(at, text.find('\r', at) - at));
    }
    return out;
  };
  const auto first = uids(plan_calendar(tasks(), Date{2025, 5, 1}));
  ASSERT_EQ(first.size(), 3u);
  EXPECT_NE(first[0], first[1]);
  EXPECT_EQ(first, uids(plan_calendar(tasks(), Date{2026, 5, 1})));
}

TEST(PlanCalendar, FoldsLinesBetweenCharacters) {
  std::string words;
  for (int i = 0; i < 60; ++i) words += "được ";
  const std::string out = plan_calendar({task("clause_1", words, {})}, Date{2025, 5, 1});
  std::string unfolded;
  for (size_t begin = 0; begin < out.size();) {
    const size_t end = out.find("\r\n", begin);
    ASSERT_NE(end, std::string::npos);
    EXPECT_LE(end - begin, 75u);
    const bool folded = out[begin] == ' ';
    EXPECT_NE(static_cast<unsigned char>(out[begin + (folded ? 1 : 0)]) & 0xC0, 0x80);
    unfolded +=
        (folded ? "" : "\n") + out.substr(begin + (folded ? 1 : 0), end - begin - (folded ? 1 : 0));
    begin = end + 2;
  }
  EXPECT_THAT(unfolded, HasSubstr("\nSUMMARY:" + words + "\n"));
}

TEST(PlanList, IsATableAndASheet) {
  const Grid grid = plan_list(tasks());
  ASSERT_EQ(grid.rows.size(), 3u);
  for (const auto& row : grid.rows) ASSERT_EQ(row.size(), grid.columns.size());
  EXPECT_EQ(grid.rows[0][7].text, "15/04/2025");
  const auto path = std::filesystem::path(::testing::TempDir()) /
                    ("rasoat-plan-" + std::to_string(getpid()) + ".xlsx");
  const Result<void> written = write_grid_xlsx(grid, path);
  ASSERT_TRUE(written) << to_string(written.error());
  EXPECT_GT(std::filesystem::file_size(path), 2000u);
  std::filesystem::remove(path);
  EXPECT_FALSE(write_grid_xlsx(grid, "/khong-co/tep.xlsx"));
}

TEST(Grid, HtmlShowsTonesAndIsSafe) {
  Grid grid;
  grid.title = "<Bảng>";
  grid.columns = {{"Cơ quan", 10, true}, {"Việc", 10}};
  grid.rows = {{{"x", Grid::Tone::kConflict}, {"", Grid::Tone::kMissing}}};
  const std::string html = grid_html(grid);
  EXPECT_THAT(html, HasSubstr("&lt;Bảng&gt;"));
  EXPECT_THAT(html, HasSubstr("<td class=\"centred conflict\">x</td><td class=\"missing\"></td>"));
}

TEST(Grid, CsvIsSafeAndHasOneHeading) {
  Grid grid;
  grid.title = "Bảng";
  grid.columns = {{"Cơ quan"}, {"Việc"}};
  grid.rows = {{{"=1+1"}, {"hai\ndòng"}}};
  EXPECT_EQ(grid_csv(grid),
            "\xef\xbb\xbf"
            "Cơ quan,Việc\r\n'=1+1,\"hai\ndòng\"\r\n");
}

}  // namespace
}  // namespace rasoat
