#include <string>
#include <string_view>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "ingest/read_file.h"

namespace rasoat {
namespace {

using namespace std::string_view_literals;

struct Row {
  std::string_view content;
  FileFormat format;
  std::string_view reason;
};

std::string wide(std::string_view ascii) {
  std::string out;
  for (const char c : ascii) out += {c, '\0'};
  return out;
}

TEST(DetectFormat, TellsTheKindFromTheFirstBytes) {
  const Row rows[] = {
      {"%PDF-1.4\n%\xE2\xE3\xCF\xD3\n", FileFormat::kPdf, "a PDF"},
      {"\r\n\r\n%PDF-1.7\n", FileFormat::kPdf, "mail programs put empty lines before the header"},
      {"<html><body>%PDF-</body></html>", FileFormat::kHtml, "a page that speaks of PDF"},
      {"{\\rtf1\\ansi", FileFormat::kRtf, "RTF whatever its name"},
      {"\x89PNG\r\n\x1A\n\0\0"sv, FileFormat::kImage, "a screenshot"},
      {"\xFF\xD8\xFF\xE0", FileFormat::kImage, "a photograph"},
      {"II*\0abc"sv, FileFormat::kImage, "a fax"},
      {"  <!DOCTYPE HTML PUBLIC>", FileFormat::kHtml, "white space before"},
      {"\xEF\xBB\xBF<html>", FileFormat::kHtml, "a byte order mark before"},
      {"\xFF\xFE<\0h\0t\0m\0l\0>\0"sv, FileFormat::kHtml, "UTF-16 as Word saves it"},
      {"<table><tr><td>Số</td></tr></table>", FileFormat::kHtml, "a report that is a table alone"},
      {"<nguồn tin> chưa rõ", FileFormat::kText, "a text that begins with '<'"},
      {"MIME-Version: 1.0\r\nContent-Type: multipart/related", FileFormat::kMhtml, "MHTML"},
      {"<?xml version=\"1.0\"?><?mso-application progid=\"Word.Document\"?>", FileFormat::kWordXml,
       "Word 2003 XML"},
      {"Điều 1. Phạm vi điều chỉnh", FileFormat::kText, "plain text"},
      {"\xFF\xFE\x10\x01i\0"sv, FileFormat::kText, "UTF-16 has NUL bytes and is text"},
      {"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"sv, FileFormat::kOtherZip, "an empty zip"},
      {"\0\x01\x02\x03\0\0\0\x7F"sv, FileFormat::kUnknown, "bytes of no text"},
      {"", FileFormat::kText, "nothing"},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(name_of(detect_format(row.content)), name_of(row.format)) << row.reason;
  }
}

TEST(DetectFormat, TellsOle2FilesByTheirStreams) {
  const std::string ole = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(64, '\0');
  EXPECT_EQ(detect_format(ole + wide("WordDocument")), FileFormat::kDoc);
  EXPECT_EQ(detect_format(ole + wide("Workbook")), FileFormat::kXls);
  EXPECT_EQ(detect_format(ole + wide("EncryptedPackage")), FileFormat::kDocx);
  EXPECT_EQ(detect_format(ole), FileFormat::kUnknown);
}

}  // namespace
}  // namespace rasoat
