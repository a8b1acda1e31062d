#include "report/provision_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "report/sample_duties.h"

namespace rasoat {
namespace {

using ::testing::HasSubstr;
using testing::sample_request;
using testing::sample_table;

std::string cell(const ProvisionTable& table, size_t group, size_t row, ReportSource source) {
  for (size_t c = 0; c < table.columns.size(); ++c) {
    if (table.columns[c].source == source) return table.groups[group].rows[row].cells[c];
  }
  return "no such column";
}

TEST(ProvisionTableTest, OneRowForEachProvisionGroupedByDocument) {
  const ProvisionTable table = sample_table();
  ASSERT_EQ(table.groups.size(), 2u);
  EXPECT_EQ(table.groups[0].rows.size(), 2u);
  EXPECT_EQ(table.groups[1].rows.size(), 1u);
  EXPECT_EQ(table.provisions, 3u);
  EXPECT_THAT(table.total, HasSubstr("3 quy định trong 2 văn bản"));
  EXPECT_EQ(cell(table, 0, 0, ReportSource::kAgency), "Ủy ban nhân dân cấp huyện;\nPhòng Tài chính")
      << "both bodies of the provision stand in its row";
  EXPECT_EQ(cell(table, 1, 0, ReportSource::kNumber), "3") << "numbers run through the list";
}

TEST(ProvisionTableTest, CellsSayWhatAnOfficerNeeds) {
  const ProvisionTable table = sample_table();
  EXPECT_EQ(cell(table, 0, 0, ReportSource::kDocument),
            "Quyết định số 12/2023/QĐ-UBND ngày 05/04/2023 của Ủy ban nhân dân tỉnh Thử Nghiệm\n"
            "Ban hành Quy chế quản lý chợ\nTệp: 12-2023.pdf");
  EXPECT_EQ(cell(table, 1, 0, ReportSource::kDocument), "Kế hoạch\nTệp: 12-2023.pdf")
      << "no number, no date";
  EXPECT_EQ(cell(table, 0, 0, ReportSource::kProvision),
            "Điểm đ khoản 2 Điều 5\n(Trách nhiệm của Ủy ban nhân dân cấp huyện)");
  EXPECT_EQ(cell(table, 0, 0, ReportSource::kEmpty), "") << "proposals are the officer's";
  EXPECT_THAT(cell(table, 0, 0, ReportSource::kNote), HasSubstr("Phòng Tài chính: phối hợp"));
  EXPECT_THAT(cell(table, 0, 0, ReportSource::kNote), HasSubstr("Trang 3"));
  EXPECT_THAT(cell(table, 1, 0, ReportSource::kNote), HasSubstr("trước ngày 15 tháng 12"));
}

TEST(ProvisionTableTest, SaysWhichBodiesHaveEndedAtItsDate) {
  ProvisionListRequest request = sample_request();
  const Lexicon& lexicon = Lexicon::builtin();
  const ReportTemplate form = *ReportTemplate::read(lexicon);
  EXPECT_THAT(make_provision_table(request, form, lexicon).abolished,
              HasSubstr("Ủy ban nhân dân cấp huyện"));
  request.date = Date{2025, 6, 30};
  EXPECT_EQ(make_provision_table(request, form, lexicon).abolished, "");
}

TEST(ProvisionTableTest, TitleAndQuestionNameWhatWasAsked) {
  ProvisionListRequest request = sample_request();
  request.filter.roles = {Role::kLead};
  request.filter.levels = {AdminLevel::kDistrict};
  request.filter_document = "12/2023/QĐ-UBND";
  const Lexicon& lexicon = Lexicon::builtin();
  const ProvisionTable table =
      make_provision_table(request, *ReportTemplate::read(lexicon), lexicon);
  EXPECT_THAT(table.title, HasSubstr("ỦY BAN NHÂN DÂN CẤP HUYỆN"));
  for (const char* words :
       {"Ủy ban nhân dân cấp huyện", "cấp huyện", "chủ trì", "12/2023/QĐ-UBND"}) {
    EXPECT_THAT(table.question, HasSubstr(words));
  }
}

TEST(ReportTemplateTest, AWorkspaceMayHideRenameAndReorderColumns) {
  const auto folder = std::filesystem::path(::testing::TempDir()) / "rasoat-report-lexicon";
  std::filesystem::create_directories(folder);
  const auto write = [&](const char* content) {
    std::ofstream(folder / "report_columns.tsv") << content;
    return ReportTemplate::read(*Lexicon::with_overrides(folder));
  };
  const Result<ReportTemplate> changed = write(
      "key\torder\theading\twidth\tsource\nde-xuat\t0\t\t10\tempty\n"
      "stt\t50\tTT\t5\tnumber\nvai-tro\t60\tVai trò\t12\trole\n");
  ASSERT_TRUE(changed) << to_string(changed.error());
  const std::vector<ReportColumn>& columns = changed->columns();
  EXPECT_EQ(columns[columns.size() - 2].heading, "TT");
  EXPECT_EQ(columns.back().heading, "Vai trò");
  for (const ReportColumn& column : columns) EXPECT_NE(column.heading, "Đề xuất");

  const Result<ReportTemplate> wrong =
      write("key\torder\theading\twidth\tsource\nstt\t1\tSTT\t5\tsomething\n");
  ASSERT_FALSE(wrong);
  EXPECT_THAT(to_string(wrong.error()), HasSubstr("something"));
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace rasoat
