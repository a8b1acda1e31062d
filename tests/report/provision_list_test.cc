#include "report/provision_list.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "report/sample_duties.h"
#include "support/shared_data.h"

namespace rasoat {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;
using ::testing::Not;
using testing::sample_table;

class ProvisionListTest : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::path(::testing::TempDir()) / ("rasoat-report-" + std::to_string(getpid()));
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  // A part of the XLSX, unpacked.
  std::string part(const fs::path& xlsx, const std::string& name) const {
    const fs::path out = folder_ / "part";
    const std::string line =
        "bsdtar -xOf '" + xlsx.string() + "' " + name + " > '" + out.string() +
        "' 2>/dev/null || " +
        "python3 -c \"import sys,zipfile; sys.stdout.buffer.write(zipfile.ZipFile(sys.argv[1])"
        ".read(sys.argv[2]))\" '" +
        xlsx.string() + "' " + name + " > '" + out.string() + "'";
    if (std::system(line.c_str()) != 0) return {};
    return testing::read_file(out);
  }

  size_t files() const {
    return static_cast<size_t>(
        std::distance(fs::directory_iterator(folder_), fs::directory_iterator()));
  }

  fs::path folder_;
};

TEST_F(ProvisionListTest, CsvIsSafeAndComplete) {
  const std::string csv = provision_list_csv(sample_table());
  EXPECT_TRUE(csv.starts_with("\xef\xbb\xbfSTT,Văn bản,"));
  EXPECT_THAT(csv, HasSubstr("<chợ> & \"\"bãi đỗ\"\"")) << "RFC 4180: quotes are doubled";
  EXPECT_THAT(csv, HasSubstr("\"'=HYPERLINK(\"\"http://x\"\")")) << "no cell is a formula";
  EXPECT_EQ(csv.substr(csv.size() - 2), "\r\n");
}

TEST_F(ProvisionListTest, CsvPrefixesWhateverASpreadsheetWouldRun) {
  ProvisionTable table;
  table.columns.resize(1);
  table.groups.resize(1);
  for (const char* start : {"=", "+", "-", "@", "a"}) {
    table.groups[0].rows = {{{std::string(start) + "1"}}};
    const bool formula = *start != 'a';
    EXPECT_THAT(provision_list_csv(table),
                HasSubstr(std::string("\r\n") + (formula ? "'" : "") + start + "1\r\n"));
  }
}

TEST_F(ProvisionListTest, HtmlIsEscapedAndNeedsNothingElse) {
  const std::string html = provision_list_html(sample_table());
  EXPECT_THAT(html, HasSubstr("<html lang=\"vi\">"));
  EXPECT_THAT(html, HasSubstr("&lt;chợ&gt; &amp; &quot;bãi đỗ&quot;"));
  EXPECT_THAT(html, Not(HasSubstr("<chợ>")));
  EXPECT_THAT(html, HasSubstr("@media print"));
  for (const char* outside : {"src=", "href=", "url(", "<script"}) {
    EXPECT_THAT(html, Not(HasSubstr(outside)));
  }
}

TEST_F(ProvisionListTest, HtmlOfNothingSaysSo) {
  ProvisionListRequest request = testing::sample_request();
  request.duties.clear();
  const Lexicon& lexicon = Lexicon::builtin();
  const ProvisionTable table =
      make_provision_table(request, *ReportTemplate::read(lexicon), lexicon);
  EXPECT_THAT(provision_list_html(table), HasSubstr(table.none));
  EXPECT_TRUE(write_provision_list(table, ReportFormat::kXlsx, folder_ / "rong.xlsx"));
}

TEST_F(ProvisionListTest, XlsxHoldsTextOnlyAndPrintsOnA4) {
  const fs::path path = folder_ / "danh muc.xlsx";
  const Result<void> written = write_provision_list(sample_table(), ReportFormat::kXlsx, path);
  ASSERT_TRUE(written) << to_string(written.error());
  EXPECT_EQ(files(), 1u) << "no temporary file stays";
  const std::string sheet = part(path, "xl/worksheets/sheet1.xml");
  if (sheet.empty()) GTEST_SKIP() << "neither bsdtar nor python3 to open the file";
  EXPECT_THAT(sheet, Not(HasSubstr("<f>"))) << "no formula";
  for (const char* setting : {"state=\"frozen\"", "orientation=\"landscape\"", "paperSize=\"9\"",
                              "fitToHeight=\"0\"", "<autoFilter ref=\"A5:J8\"", "&amp;P/&amp;N"}) {
    EXPECT_THAT(sheet, HasSubstr(setting));
  }
  EXPECT_THAT(part(path, "xl/workbook.xml"), HasSubstr("Print_Titles"));
  EXPECT_THAT(part(path, "xl/sharedStrings.xml"), HasSubstr("=HYPERLINK(")) << "as plain words";
}

TEST_F(ProvisionListTest, XlsxTakesAnyLengthOfText) {
  ProvisionTable table = sample_table();
  std::string longest;
  for (int i = 0; i < 40'000; ++i) longest += "ộ";
  for (std::string& cell : table.groups[0].rows[0].cells) cell = longest;
  const Result<void> written =
      write_provision_list(table, ReportFormat::kXlsx, folder_ / "dai.xlsx");
  EXPECT_TRUE(written) << to_string(written.error());
}

TEST_F(ProvisionListTest, AFailedWriteLeavesTheOldFile) {
  const fs::path target = folder_ / "cu.html";
  std::ofstream(target) << "cũ";
  const fs::path absent = folder_ / "khong-co" / "a.html";
  const Result<void> failed = write_provision_list(sample_table(), ReportFormat::kHtml, absent);
  ASSERT_FALSE(failed);
  EXPECT_EQ(failed.error().code, ErrorCode::kWrite);
  EXPECT_THAT(to_string(failed.error()), HasSubstr("thư mục không tồn tại"));
  EXPECT_FALSE(write_provision_list(sample_table(), ReportFormat::kHtml, folder_))
      << "a folder is no file";
  EXPECT_FALSE(write_provision_list(sample_table(), ReportFormat::kHtml, "/dev/null"))
      << "a device must not be replaced by a file";
  EXPECT_EQ(testing::read_file(target), "cũ");
  EXPECT_TRUE(write_provision_list(sample_table(), ReportFormat::kHtml, target));
  EXPECT_THAT(testing::read_file(target), HasSubstr("</html>"));
  EXPECT_EQ(files(), 1u) << "no temporary file stays";
}

}  // namespace
}  // namespace rasoat
