// Each sample, whatever its format, gives the head that its text has.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <set>
#include <string>

#include "workspace/analysis.h"

namespace rasoat {
namespace {

const std::filesystem::path kSamples =
    std::filesystem::path(RASOAT_SOURCE_DIR) / "corpus" / "samples";

struct Head {
  const char* file;
  const char* type;
  const char* number;
  const char* issuer;
  const char* date;
  const char* why;
};

constexpr Head kHeads[] = {
    {"luat-cho-truyen-thong.txt", "Luật", "999/2023/QH15", "Quốc hội", "2023-11-20",
     "columns one below the other, \"Luật số:\""},
    {"999-2024-nd-cp.pdf", "Nghị định", "999/2024/NĐ-CP", "Chính phủ", "2024-04-15",
     "two columns of a PDF page"},
    {"999-2025-nd-cp.html", "Nghị định", "999/2025/NĐ-CP", "Chính phủ", "2025-06-12",
     "a portal's page around it"},
    {"999-2024-tt-bct.docx", "Thông tư", "999/2024/TT-BCT", "Bộ Công Thương", "2024-06-28",
     "a table of Word as head"},
    {"12-2024-qd-ubnd-tinh-song-van.pdf", "Quyết định", "12/2024/QĐ-UBND",
     "Ủy ban nhân dân tỉnh Sông Vân", "2024-05-20", "the attached regulation has a head as well"},
    {"27-2024-qd-ubnd-tinh-song-van.txt", "Quyết định", "27/2024/QĐ-UBND",
     "Ủy ban nhân dân tỉnh Sông Vân", "2024-08-09", "columns side by side in plain text"},
    {"38-2025-qd-ubnd-tinh-song-van.docx", "Quyết định", "38/2025/QĐ-UBND",
     "Ủy ban nhân dân tỉnh Sông Vân", "2025-08-20", "the title holds another number"},
    {"41-2025-qd-ubnd-tinh-song-van.pdf", "Quyết định", "41/2025/QĐ-UBND",
     "Ủy ban nhân dân tỉnh Sông Vân", "2025-09-15", "the title names two issuers"},
    {"05-2024-qd-ubnd-huyen-dong-lam.docx", "Quyết định", "05/2024/QĐ-UBND",
     "Ủy ban nhân dân huyện Đồng Lâm", "2024-03-15", "a district"},
    {"05-2024-qd-ubnd-thi-xa-an-phu-binh.txt", "Quyết định", "05/2024/QĐ-UBND",
     "Ủy ban nhân dân thị xã An Phú Bình", "2024-04-18", "the same number, another issuer"},
    {"03-2025-qd-ubnd-huyen-dong-lam.html", "Quyết định", "03/2025/QĐ-UBND",
     "Ủy ban nhân dân huyện Đồng Lâm", "2025-05-12", "amending"},
    {"03-vbhn-ubnd-huyen-dong-lam.docx", "Văn bản hợp nhất", "03/VBHN-UBND",
     "Ủy ban nhân dân huyện Đồng Lâm", "2025-05-26",
     "the heading says Quyết định, the number more"},
    {"02-2025-qd-ubnd-xa-khe-truc.txt", "Quyết định", "02/2025/QĐ-UBND",
     "Ủy ban nhân dân xã Khe Trúc", "2025-10-20", "a commune"},
    {"15-qd-ubnd-phuong-an-phu.txt", "Quyết định", "15/QĐ-UBND", "Ủy ban nhân dân phường An Phú",
     "2025-11-05", "administrative: no year in the number"},
    {"18-2024-nq-hdnd-tinh-song-van.txt", "Nghị quyết", "18/2024/NQ-HĐND",
     "Hội đồng nhân dân tỉnh Sông Vân", "2024-07-12", "a council"},
    {"112-kh-ubnd-huyen-dong-lam.docx", "Kế hoạch", "112/KH-UBND", "Ủy ban nhân dân huyện Đồng Lâm",
     "2025-03-21", "a plan in Word"},
    {"215-kh-ubnd-tinh-song-van.txt", "Kế hoạch", "215/KH-UBND", "Ủy ban nhân dân tỉnh Sông Vân",
     "2025-09-30", "an empty line after each line"},
    {"88-ubnd-tp-huyen-dong-lam.txt", "Công văn", "88/UBND-TP", "Ủy ban nhân dân huyện Đồng Lâm",
     "2025-02-10", "no type in the text"},
    {"07-ct-ubnd-tinh-song-van.html", "Chỉ thị", "07/CT-UBND", "Ủy ban nhân dân tỉnh Sông Vân",
     "2024-06-25", "no căn cứ"},
};

TEST(SampleHeads, AreRead) {
  for (const Head& row : kHeads) {
    SCOPED_TRACE(std::string(row.file) + ": " + row.why);
    const Result<AnalyzedFile> file = analyze_file(kSamples / row.file, Lexicon::builtin());
    ASSERT_TRUE(file) << file.error().message;
    const DocumentHead& head = file->analysis.document.head;
    EXPECT_EQ(head.type, row.type);
    EXPECT_EQ(head.number, row.number);
    EXPECT_EQ(head.issuer, row.issuer);
    ASSERT_TRUE(head.date);
    EXPECT_EQ(head.date->iso(), row.date);
  }
}

TEST(SampleHeads, CoverEverySample) {
  std::set<std::string> files;
  for (const auto& entry : std::filesystem::directory_iterator(kSamples)) {
    files.insert(entry.path().filename().string());
  }
  std::set<std::string> rows;
  for (const Head& row : kHeads) rows.insert(row.file);
  EXPECT_EQ(files, rows);
}

}  // namespace
}  // namespace rasoat
