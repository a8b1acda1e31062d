#include "ingest/read_docx.h"

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "ingest/number_format.h"
#include "ingest/small_docx.h"

namespace rasoat {
namespace {

using ::testing::ElementsAre;
using testing::make_docx;
using testing::part;

RawText read(const std::string& docx) {
  Result<RawText> text = read_docx(docx, {});
  EXPECT_TRUE(text) << to_string(text ? Error{} : text.error());
  return text ? std::move(*text) : RawText();
}

std::vector<std::string> lines_of(const RawText& text) {
  std::vector<std::string> out;
  for (const RawLine& line : text.lines) out.push_back(line.text);
  return out;
}

std::vector<std::string> lines_of(const std::string& body,
                                  const std::map<std::string, std::string>& parts = {}) {
  return lines_of(read(make_docx(body, parts)));
}

std::string p(const std::string& text, const std::string& properties = "") {
  return "<w:p><w:pPr>" + properties + "</w:pPr><w:r><w:t xml:space=\"preserve\">" + text +
         "</w:t></w:r></w:p>";
}

std::string numbered(const std::string& text, int list, int level) {
  return p(text, "<w:numPr><w:ilvl w:val=\"" + std::to_string(level) + "\"/><w:numId w:val=\"" +
                     std::to_string(list) + "\"/></w:numPr>");
}

std::string level(int at, const std::string& format, const std::string& text,
                  const std::string& more = "") {
  return "<w:lvl w:ilvl=\"" + std::to_string(at) + "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" +
         format + "\"/>" + more + "<w:lvlText w:val=\"" + text + "\"/></w:lvl>";
}

TEST(ReadDocx, GivesARowForEachThingInARun) {
  struct Row {
    std::string body;
    std::vector<std::string> lines;
    std::string reason;
  };
  const Row rows[] = {
      {"<w:p><w:r><w:t>Điều 1.</w:t><w:tab/><w:t>Phạm vi</w:t></w:r></w:p>",
       {"Điều 1. Phạm vi"},
       "a tab is a space"},
      {"<w:p><w:r><w:t>TỈNH</w:t><w:br/><w:t>SÔNG VÂN</w:t></w:r></w:p>",
       {"TỈNH", "SÔNG VÂN"},
       "a break ends a line"},
      {"<w:p><w:r><w:t>theo quy định của</w:t><w:br/><w:t>pháp luật;</w:t><w:br/><w:t>b) phí"
       "</w:t></w:r></w:p>",
       {"theo quy định của pháp luật;", "b) phí"},
       "but not within a sentence"},
      {"<w:p><w:r><w:t>NĐ</w:t><w:noBreakHyphen/><w:t>CP</w:t></w:r></w:p>",
       {"NĐ-CP"},
       "the hyphen that Word puts into numbers"},
      {"<w:p><w:del><w:r><w:delText>cũ</w:delText></w:r></w:del><w:ins><w:r><w:t>mới</w:t></w:r>"
       "</w:ins></w:p>",
       {"mới"},
       "deleted text is out, inserted text in"},
      {"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>nửa </w:t></w:r></w:p>"
       "<w:p><w:r><w:t>câu</w:t></w:r></w:p>",
       {"nửa câu"},
       "a paragraph whose end was deleted goes on in the next"},
      {"<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r><w:r><w:t>hiện</w:t></w:r></w:p>",
       {"hiện"},
       "hidden text"},
      {"<w:p><w:r><w:rPr><w:caps/></w:rPr><w:t>Quyết định</w:t></w:r></w:p>",
       {"QUYẾT ĐỊNH"},
       "capitals by format are capitals on paper"},
      {"<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>REF a</w:instrText>"
       "</w:r><w:r><w:t>Điều 4</w:t></w:r></w:p>",
       {"Điều 4"},
       "the result of a field, not its formula"},
      {"<w:sdt><w:sdtContent>" + p("trong khung") + "</w:sdtContent></w:sdt>",
       {"trong khung"},
       "content controls"},
      {"<w:p><w:r><w:t>diện tích 20 m</w:t></w:r><w:r><w:rPr><w:vertAlign w:val=\"superscript\"/>"
       "</w:rPr><w:t>2</w:t></w:r></w:p>",
       {"diện tích 20 m2"},
       "a square metre is no footnote"},
      {"<w:p><w:r><w:t>Điều 5.</w:t></w:r><w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr>"
       "<w:t>7</w:t></w:r></w:p>",
       {"Điều 5.[7]"},
       "a mark typed by hand must not become Điều 5.7"},
      {"<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx>"
       "<w:txbxContent>" +
           p("khung") +
           "</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>"
           "<w:txbxContent>" +
           p("khung") +
           "</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"
           "</w:r></w:p>",
       {"khung"},
       "a text box is written twice in the file, for new and old programs"},
      {"<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"x\"/><mc:Fallback><w:pict>"
       "<w:txbxContent>" +
           p("chỉ bản cũ") +
           "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
           "</w:p>",
       {"chỉ bản cũ"},
       "the fallback when the choice is empty"},
  };
  for (const Row& row : rows) EXPECT_EQ(lines_of(row.body), row.lines) << row.reason;
}

TEST(ReadDocx, WritesTheNumbersThatWordMakes) {
  const std::string numbering =
      part("numbering",
           "<w:abstractNum w:abstractNumId=\"0\">" + level(0, "decimal", "Điều %1.") +
               level(1, "decimal", "%2.") + level(2, "lowerLetter", "%3)") + "</w:abstractNum>" +
               "<w:abstractNum w:abstractNumId=\"1\">" + level(0, "upperRoman", "Phần %1") +
               level(1, "decimal", "%1.%2.", "<w:isLgl/>") + "</w:abstractNum>" +
               "<w:abstractNum w:abstractNumId=\"2\">" + level(0, "bullet", "\xEF\x82\xB7") +
               "</w:abstractNum>"
               "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"
               "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/></w:num>"
               "<w:num w:numId=\"3\"><w:abstractNumId w:val=\"2\"/></w:num>"
               "<w:num w:numId=\"4\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"1\">"
               "<w:startOverride w:val=\"5\"/></w:lvlOverride></w:num>");
  const std::map<std::string, std::string> parts = {{"word/numbering.xml", numbering}};
  EXPECT_THAT(lines_of(numbered("Phạm vi", 1, 0) + numbered("Một", 1, 1) + numbered("Hai", 1, 1) +
                           numbered("chữ a", 1, 2) + numbered("chữ b", 1, 2) +
                           numbered("Đối tượng", 1, 0) + numbered("Lại một", 1, 1),
                       parts),
              ElementsAre("Điều 1. Phạm vi", "1. Một", "2. Hai", "a) chữ a", "b) chữ b",
                          "Điều 2. Đối tượng", "1. Lại một"))
      << "a number sets the deeper levels back";
  EXPECT_THAT(lines_of(numbered("A", 2, 0) + numbered("B", 2, 0) + numbered("C", 2, 1), parts),
              ElementsAre("Phần I A", "Phần II B", "2.1. C"))
      << "isLgl writes all numbers of the label in decimal";
  EXPECT_THAT(lines_of(numbered("gạch", 3, 0), parts), ElementsAre("• gạch"));
  EXPECT_THAT(lines_of(numbered("x", 1, 1) + numbered("y", 4, 1) + numbered("z", 1, 1), parts),
              ElementsAre("1. x", "5. y", "6. z"))
      << "lists of one abstract list count together; startOverride begins anew";
  EXPECT_THAT(lines_of(numbered("không số", 0, 0) + numbered("lạ", 99, 0), parts),
              ElementsAre("không số", "lạ"));
  EXPECT_THAT(lines_of(numbered("", 1, 0) + numbered("Hai", 1, 0), parts),
              ElementsAre("Điều 2. Hai"))
      << "an empty paragraph is counted";
}

TEST(ReadDocx, TakesNumbersAndLooksFromStyles) {
  const std::map<std::string, std::string> parts = {
      {"word/styles.xml",
       part(
           "styles",
           "<w:style w:type=\"paragraph\" w:styleId=\"Goc\"><w:pPr><w:jc w:val=\"center\"/></w:pPr>"
           "<w:rPr><w:b/></w:rPr></w:style>"
           "<w:style w:type=\"paragraph\" w:styleId=\"Dieu\"><w:basedOn w:val=\"Goc\"/><w:pPr>"
           "<w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>"
           "<w:style w:type=\"paragraph\" w:styleId=\"Khoan\"><w:pPr><w:numPr><w:numId "
           "w:val=\"1\"/></w:numPr></w:pPr></w:style>"
           "<w:style w:type=\"paragraph\" w:styleId=\"Vong\"><w:basedOn "
           "w:val=\"Vong\"/></w:style>")},
      {"word/numbering.xml",
       part("numbering", "<w:abstractNum w:abstractNumId=\"0\">" + level(0, "decimal", "Điều %1.") +
                             level(1, "decimal", "%2.", "<w:pStyle w:val=\"Khoan\"/>") +
                             "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/>"
                             "</w:num>")}};
  const RawText text = read(make_docx(p("Phạm vi", "<w:pStyle w:val=\"Dieu\"/>") +
                                          p("Thứ nhất", "<w:pStyle w:val=\"Khoan\"/>") +
                                          p("Vòng", "<w:pStyle w:val=\"Vong\"/>"),
                                      parts));
  EXPECT_THAT(lines_of(text), ElementsAre("Điều 1. Phạm vi", "1. Thứ nhất", "Vòng"));
  EXPECT_TRUE(text.lines[0].bold);
  EXPECT_TRUE(text.lines[0].centered);
  EXPECT_FALSE(text.lines[1].bold);
  EXPECT_TRUE(text.paragraphs_known);
}

TEST(ReadDocx, KeepsTheCellsOfTables) {
  const RawText text =
      read(make_docx("<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr>" + p("a") +
                     "</w:tc><w:tc>" + p("b") + p("b2") + "</w:tc></w:tr><w:tr><w:tc>" + p("c") +
                     "</w:tc><w:tc><w:tbl><w:tr><w:tc>" + p("trong") +
                     "</w:tc></w:tr></w:tbl></w:tc></w:tr></w:tbl>" + p("sau")));
  ASSERT_THAT(lines_of(text), ElementsAre("a", "b", "b2", "c", "trong", "sau"));
  EXPECT_EQ(text.lines[0].cell, (CellPosition{0, 0, 0}));
  EXPECT_EQ(text.lines[1].cell, (CellPosition{0, 0, 2})) << "a cell over two columns is before it";
  EXPECT_EQ(text.lines[2].cell, text.lines[1].cell);
  EXPECT_EQ(text.lines[3].cell, (CellPosition{0, 1, 0}));
  EXPECT_EQ(text.lines[4].cell.table, 1U) << "a table in a cell is another table";
  EXPECT_EQ(text.lines[4].role, LineRole::kTable);
  EXPECT_EQ(text.lines[5].role, LineRole::kBody);
}

TEST(ReadDocx, PutsFootnotesBehindTheBody) {
  const RawText text = read(make_docx(
      "<w:p><w:r><w:t>Điều 1.</w:t></w:r><w:r><w:footnoteReference w:id=\"5\"/></w:r></w:p>" +
          p("sau"),
      {{"word/footnotes.xml",
        part("footnotes", "<w:footnote w:type=\"separator\" w:id=\"-1\">" + p("----") +
                              "</w:footnote><w:footnote w:id=\"5\">" + p("Được sửa đổi") +
                              "</w:footnote><w:footnote w:id=\"6\">" + p("không dùng") +
                              "</w:footnote>")}}));
  ASSERT_THAT(lines_of(text), ElementsAre("Điều 1.[1]", "sau", "[1] Được sửa đổi"));
  EXPECT_EQ(text.lines[2].role, LineRole::kFootnote);
}

ErrorCode error_of(const std::string& content, const IngestLimits& limits = {}) {
  const Result<RawText> text = read_docx(content, limits);
  return text ? ErrorCode::kInternal : text.error().code;
}

TEST(ReadDocx, RefusesWhatIsHostileOrBroken) {
  const std::string good = make_docx(p("Điều 1. " + std::string(3000, 'a')));
  EXPECT_EQ(error_of(good.substr(0, good.size() / 2)), ErrorCode::kDamaged);
  EXPECT_EQ(error_of(testing::make_zip({{"word/document.xml", "<w:document"}})),
            ErrorCode::kDamaged);
  EXPECT_EQ(error_of(testing::make_zip({{"word/other.xml", "<a/>"}})), ErrorCode::kDamaged);
  IngestLimits small;
  small.max_text_bytes = 2000;
  EXPECT_EQ(error_of(good, small), ErrorCode::kTooLarge) << "sizes are looked at while unpacking";
  EXPECT_EQ(error_of(testing::make_zip(
                {{"word/document.xml",
                  "<!DOCTYPE d [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><d>&b;</d>"}})),
            ErrorCode::kDamaged)
      << "no entities of the file's own";
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<w:sdt>";
  EXPECT_EQ(error_of(make_docx(deep)), ErrorCode::kDamaged);
}

TEST(FormatNumber, KnowsTheFormatsOfWord) {
  EXPECT_EQ(format_number(28, "lowerLetter"), "bb");
  EXPECT_EQ(format_number(4, "upperLetter"), "D");
  EXPECT_EQ(format_number(1999, "upperRoman"), "MCMXCIX");
  EXPECT_EQ(format_number(14, "lowerRoman"), "xiv");
  EXPECT_EQ(format_number(7, "decimalZero"), "07");
  EXPECT_EQ(format_number(7, "none"), "");
  EXPECT_EQ(format_number(7, "chineseCounting"), "7");
}

}  // namespace
}  // namespace rasoat
