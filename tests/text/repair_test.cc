// What the repair makes of sources: each row a source, what must come of it, and why.
#include "text/repair.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "support/shared_data.h"
#include "text/repaired.h"

namespace rasoat {
namespace {

using ::testing::ElementsAre;
using ::testing::Field;

struct Row {
  const char* why;
  const char* source;
  const char* text;
};

void expect_rows(const std::vector<Row>& rows) {
  for (const Row& row : rows) EXPECT_EQ(repaired(row.source), row.text) << row.why;
}

TEST(RepairCharacters, ReplacesOddOnes) {
  expect_rows({
      {"no-break spaces",
       "khoản\xC2\xA0"
       "2 \xC2\xA0Điều\xE2\x80\xAF"
       "5",
       "khoản 2 Điều 5"},
      {"zero-width space and byte order mark", "\xEF\xBB\xBFĐi\xE2\x80\x8Bều 1.", "Điều 1."},
      {"Icelandic eth typed for Đ", "Ðiều 5. Xã ðảo", "Điều 5. Xã đảo"},
      {"decomposed letters", "U\xCC\x89y ban nha\xCC\x82n da\xCC\x82n", "Ủy ban nhân dân"},
      {"marks in an odd order", "e\xCC\xA3\xCC\x82", "ệ"},
      {"Cyrillic С and Р in a number", "số 66/NQ-\xD0\xA1\xD0\xA0", "số 66/NQ-CP"},
      {"a number that has no Latin letter left", "số 15/2020/\xD0\xA2\xD0\xA2", "số 15/2020/TT"},
      {"a Cyrillic а inside a Vietnamese word", "Ủy b\xD0\xB0n", "Ủy ban"},
      {"Russian is left alone", "\xD0\xA4\xD0\x97 \xD0\xBE \xD0\xA1\xD0\xA1\xD0\xA1\xD0\xA0",
       "ФЗ о СССР"},
      {"a Greek letter that is meant", "10 μg, β-lactam", "10 μg, β-lactam"},
      {"soft hyphen for the hyphen of a number",
       "số 12/2020/NĐ\xC2\xAD"
       "CP",
       "số 12/2020/NĐ-CP"},
      {"soft hyphen inside a word",
       "trư\xC2\xAD"
       "ờng",
       "trường"},
      {"en dash inside a number", "số 12/2020/NĐ–CP", "số 12/2020/NĐ-CP"},
      {"en dash between years stays", "2021–2025", "2021–2025"},
      {"bullets of symbol fonts", "\xEF\x82\xB7 Một", "• Một"},
      {"control characters", "Điều\x01 5\x7F", "Điều 5"},
      {"tabs and runs of spaces", "\tĐiều 5.\t  Tên ", "Điều 5. Tên"},
      {"ill-formed bytes and NUL's neighbours",
       "a\xFF"
       "b\xE1\xBB",
       "a�b�"},
      {"no characters", "a\xEF\xBF\xBE\xEF\xBF\xBF", "a��"},
      {"marks of Markdown",
       "**Điều 1. **Tên\n*Căn cứ Luật A;*\n**Điều 2.** Tên\n**Điều 3.** Tên TT\\_BTC",
       "Điều 1. Tên\nCăn cứ Luật A;\nĐiều 2. Tên\nĐiều 3. Tên TT_BTC"},
      {"asterisks where there is no Markdown", "* Ghi chú **: xem sau", "* Ghi chú **: xem sau"},
  });
}

TEST(RepairCharacters, CountsInvalidOnesInADiagnostic) {
  const TextBuffer buffer =
      repair(raw_of("a\xFF"
                    "b\xFE"));
  ASSERT_EQ(buffer.diagnostics().size(), 1U);
  EXPECT_EQ(buffer.diagnostics()[0].code, "invalid-characters");
  EXPECT_NE(buffer.diagnostics()[0].message.find("2 ký tự"), std::string::npos);
}

// A paragraph wrapped at about eighty columns, so that the text shows what a full line is.
const char* const kWrapped =
    "Ủy ban nhân dân cấp xã có trách nhiệm tổ chức thực hiện các nhiệm vụ được giao\n"
    "theo quy định của pháp luật, bảo đảm nguồn lực và điều kiện cần thiết để thực hiện\n"
    "các nhiệm vụ đó trên địa bàn; kịp thời báo cáo những khó khăn, vướng mắc phát sinh\n"
    "trong quá trình thực hiện để cơ quan có thẩm quyền xem xét và hướng dẫn theo quy\n"
    "định của pháp luật về tổ chức chính quyền địa phương và các văn bản có liên quan\n"
    "khác do cấp trên ban hành.\n";

// What becomes of lines that stand behind the wrapped paragraph.
std::string after_wrapped(const std::string& lines) {
  const std::string all = repaired(kWrapped + lines);
  const size_t end = all.find('\n');
  return end == std::string::npos ? "" : all.substr(end + 1);
}

TEST(RepairWrap, JoinsASentenceOverItsLines) {
  EXPECT_EQ(repaired(kWrapped).find('\n'), std::string::npos);
}

TEST(RepairWrap, JudgesLinesOfAWrappedText) {
  const std::vector<Row> rows = {
      {"a unit begins a paragraph", "1. Mục đích\n2. Yêu cầu\na) Một;\nđ) Hai;",
       "1. Mục đích\n2. Yêu cầu\na) Một;\nđ) Hai;"},
      {"a heading is not joined with its text",
       "Điều 1. Phạm vi điều chỉnh\nQuyết định này quy định việc ấy.",
       "Điều 1. Phạm vi điều chỉnh\nQuyết định này quy định việc ấy."},
      {"a heading over two lines",
       "Điều 7. Tổ chức thực hiện dự án hỗ trợ phát triển sản xuất ở các xã thuộc vùng\n"
       "biên giới\nQuyết định này nói rõ.",
       "Điều 7. Tổ chức thực hiện dự án hỗ trợ phát triển sản xuất ở các xã thuộc vùng "
       "biên giới\nQuyết định này nói rõ."},
      {"\"Điều\" and its number on two lines", "Điều\n12. Hiệu lực thi hành",
       "Điều 12. Hiệu lực thi hành"},
      {"a number alone with its text below", "1.\nPhạm vi điều chỉnh", "1. Phạm vi điều chỉnh"},
      {"a wrapped reference is no heading",
       "Thực hiện các nhiệm vụ, quyền hạn khác do pháp luật quy định tại khoản 3\nĐiều 12. Trường "
       "hợp khác thì báo cáo.",
       "Thực hiện các nhiệm vụ, quyền hạn khác do pháp luật quy định tại khoản 3 Điều 12. Trường "
       "hợp khác thì báo cáo."},
      {"a city whose name stands in the next line",
       "Hội đồng nhân dân Thành phố Hà Nội, Thành phố\nĐà Nẵng quyết định mức chi.",
       "Hội đồng nhân dân Thành phố Hà Nội, Thành phố Đà Nẵng quyết định mức chi."},
      {"nor is an article without its mark",
       "Trình tự thực hiện theo quy định tại Điều 11,\nĐiều 12 và Điều 13 Nghị định này.",
       "Trình tự thực hiện theo quy định tại Điều 11, Điều 12 và Điều 13 Nghị định này."},
      {"a heading of an amending article is complete",
       "Điều 1. Sửa đổi, bổ sung một số khoản của Điều 2\n1. Sửa đổi khoản 1 như sau:",
       "Điều 1. Sửa đổi, bổ sung một số khoản của Điều 2\n1. Sửa đổi khoản 1 như sau:"},
      {"also before new wording", "Điều 8. Bổ sung Điều 18a\n“Điều 18a. Tên\n1. Một.”",
       "Điều 8. Bổ sung Điều 18a\n“Điều 18a. Tên\n1. Một.”"},
      {"new wording never goes on",
       "1. Sửa đổi điểm b khoản 2\n“b) Hai.”\n2. Sửa đổi khoản\n“3. Ba.”",
       "1. Sửa đổi điểm b khoản 2\n“b) Hai.”\n2. Sửa đổi khoản\n“3. Ba.”"},
      {"a clause after a clause is none of it",
       "1. Bãi bỏ điểm b khoản 2\n2. Bãi bỏ điểm a khoản 3\na) Một",
       "1. Bãi bỏ điểm b khoản 2\n2. Bãi bỏ điểm a khoản 3\na) Một"},
      {"an article without its mark goes on with a clause",
       "Thẩm quyền quy định tại điểm c khoản 2\nĐiều 9 Luật Thú y.",
       "Thẩm quyền quy định tại điểm c khoản 2 Điều 9 Luật Thú y."},
      {"a chapter after its section", "Thực hiện theo quy định tại Mục 2\nChương III Luật này.",
       "Thực hiện theo quy định tại Mục 2 Chương III Luật này."},
      {"items joined by a conjunction", "a) Một; hoặc\nb) Hai; và\nc) Ba.",
       "a) Một; hoặc\nb) Hai; và\nc) Ba."},
      {"an annex is none of the sentence before it", "Tính thêm diện tích các tầng dưới\nPHỤ LỤC I",
       "Tính thêm diện tích các tầng dưới\nPHỤ LỤC I"},
      {"a council's short name in a sentence", "Thực hiện Nghị quyết của\nHĐND tỉnh.",
       "Thực hiện Nghị quyết của HĐND tỉnh."},
      {"a clause number that ends a reference",
       "Hồ sơ, trình tự và thời hạn giải quyết thực hiện theo quy định tại các khoản 1 và "
       "khoản\n2. Nghị định này không áp dụng.",
       "Hồ sơ, trình tự và thời hạn giải quyết thực hiện theo quy định tại các khoản 1 và khoản 2. "
       "Nghị định này không áp dụng."},
      {"a compound that does end a heading", "1. Mở tài khoản\n2. Đóng tài khoản",
       "1. Mở tài khoản\n2. Đóng tài khoản"},
      {"a population is no number of a document", "1. Quy mô dân số\na) Phường: 5000 người;",
       "1. Quy mô dân số\na) Phường: 5000 người;"},
      {"a document's number over two lines",
       "Thực hiện Nghị quyết số 04/NQ-\nCP và Công điện số 168/CĐ-\nTTg của Thủ tướng.",
       "Thực hiện Nghị quyết số 04/NQ-CP và Công điện số 168/CĐ-TTg của Thủ tướng."},
      {"the hyphen on the second line", "Theo Quyết định số 608/QĐ\n-TTg của Thủ tướng.",
       "Theo Quyết định số 608/QĐ-TTg của Thủ tướng."},
      {"a dash between words is no bullet",
       "Chỉ đạo các cơ quan chuyên môn, các hội quần chúng và các tổ chức của tỉnh về chính trị\n- "
       "xã hội của "
       "tỉnh.",
       "Chỉ đạo các cơ quan chuyên môn, các hội quần chúng và các tổ chức của tỉnh về chính trị - "
       "xã hội của "
       "tỉnh."},
      {"a list below a heading is", "Các hoạt động\n- xây dựng chợ\n- 05 việc khác",
       "Các hoạt động\n- xây dựng chợ\n- 05 việc khác"},
      {"a dash at the end of a line", "Phát triển kinh tế -\nxã hội của tỉnh.",
       "Phát triển kinh tế - xã hội của tỉnh."},
      {"the dash of the commonest compound, however short the line",
       "Phát triển kinh tế\n- xã hội của tỉnh.", "Phát triển kinh tế - xã hội của tỉnh."},
      {"a word alone on its line is the rest of a compound",
       "Điều 9. Lập hồ sơ nhà\nở\n1. Chủ sở hữu lập hồ sơ.",
       "Điều 9. Lập hồ sơ nhà ở\n1. Chủ sở hữu lập hồ sơ."},
      {"points below points", "b.1) Một;\nb.2) Hai;", "b.1) Một;\nb.2) Hai;"},
      {"a heading that ends like an open sentence",
       "II. Nhiệm vụ trong thời gian tới\nCác sở rà soát.",
       "II. Nhiệm vụ trong thời gian tới\nCác sở rà soát."},
      {"the mark of a footnote behind the type", "NGHỊ ĐỊNH1\nQuy định về chợ",
       "NGHỊ ĐỊNH1\nQuy định về chợ"},
      {"bullets", "- Một;\n- hai;\n+ Ba.", "- Một;\n- hai;\n+ Ba."},
      {"a chapter and its title", "Chương II\nQUY ĐỊNH CỤ THỂ VỀ\nQUẢN LÝ CHỢ",
       "Chương II\nQUY ĐỊNH CỤ THỂ VỀ QUẢN LÝ CHỢ"},
      {"the type of the document and its title",
       "KẾ HOẠCH\nTriển khai thực hiện Nghị quyết của Hội đồng nhân dân\nvề phát triển chợ",
       "KẾ HOẠCH\nTriển khai thực hiện Nghị quyết của Hội đồng nhân dân về phát triển chợ"},
      {"a signature is not a title",
       "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nNguyễn Văn An",
       "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nNguyễn Văn An"},
      {"new wording in quotation marks", "1. Sửa đổi Điều 5 như sau:\n“Điều 5. Tên mới\n1. Một.”",
       "1. Sửa đổi Điều 5 như sau:\n“Điều 5. Tên mới\n1. Một.”"},
      {"each căn cứ by itself",
       "Căn cứ Luật số\n64/2025/QH15;\nCăn cứ Luật Đất đai;\nTheo đề nghị của Giám đốc Sở\nTư "
       "pháp;",
       "Căn cứ Luật số 64/2025/QH15;\nCăn cứ Luật Đất đai;\nTheo đề nghị của Giám đốc Sở Tư pháp;"},
      {"a date over two lines", "Hoàn thành trước ngày 15 tháng\n12 năm 2025.",
       "Hoàn thành trước ngày 15 tháng 12 năm 2025."},
      {"an empty line ends a paragraph", "Việc thứ nhất làm trong năm\n\nViệc thứ hai làm sau",
       "Việc thứ nhất làm trong năm\nViệc thứ hai làm sau"},
      {"but not a sentence", "Việc thứ nhất làm\n\ntrong năm 2025",
       "Việc thứ nhất làm trong năm 2025"},
  };
  for (const Row& row : rows) EXPECT_EQ(after_wrapped(row.source), row.text) << row.why;
}

TEST(RepairWrap, IgnoresEmptyLinesThatStandBetweenAllLines) {
  std::string spread;
  for (const char c : std::string(kWrapped)) spread += c == '\n' ? "\n\n" : std::string(1, c);
  EXPECT_EQ(repaired(spread), repaired(kWrapped));
}

TEST(RepairWrap, KnowsShortFirstLinesOfSavedPages) {
  std::string source;
  for (int i = 1; i <= 6; ++i) {
    source += std::to_string(i) +
              ". Ủy ban nhân dân cấp\nxã thực hiện các nhiệm vụ được giao theo quy định của pháp "
              "luật và báo cáo kết\n"
              "quả với cơ quan cấp trên trước ngày 15 tháng 12 hằng năm.\n";
  }
  source += "Hội đồng nhân dân giao\nỦy ban nhân dân tổ chức thực hiện Nghị quyết này.";
  const std::string text = repaired(source);
  EXPECT_EQ(text.substr(text.rfind('\n') + 1),
            "Hội đồng nhân dân giao Ủy ban nhân dân tổ chức thực hiện Nghị quyết này.");
}

// A line of a page: its text, its left and right edge and its distance from the top.
RawLine placed(const char* text, float left, float right, float top) {
  RawLine line;
  line.text = text;
  line.page = 1;
  line.left = left;
  line.right = right;
  line.top = top;
  return line;
}

TEST(RepairWrap, UsesThePositionsOfLines) {
  constexpr float kMargin = 0.15F, kIndent = 0.19F, kRight = 0.88F;
  RawText raw;
  float top = 0.1F;
  const auto add = [&](const char* text, float left, float right, float gap = 0.02F) {
    top += gap;
    raw.lines.push_back(placed(text, left, right, top));
    raw.lines.back().line = static_cast<uint32_t>(raw.lines.size());
  };
  for (const char* number : {"1.", "2.", "3.", "4."}) {
    add(number, kIndent, kIndent + 0.02F);
    raw.lines.back().text +=
        " Ủy ban nhân dân cấp xã có trách nhiệm tổ chức thực hiện các nhiệm vụ";
    raw.lines.back().right = kRight;
    add("theo quy định của pháp luật và báo cáo kết quả thực hiện.", kMargin, 0.6F);
  }
  // Narrow letters: many characters, but the line ends far from the edge.
  add("5. Khi có lỗi thì ghi lại lỗi, lỗi nhỏ ghi ở sổ nhỏ, lỗi to ghi ở sổ to", kIndent, 0.70F);
  add("Lỗi khác ghi ở sổ khác.", kIndent, 0.45F);
  // A full line that ends open, and a number at the margin that goes on with it.
  add("6. Trình tự, thủ tục thực hiện như đối với trường hợp thuộc nhóm", kIndent, kRight);
  add("2. Trường hợp khác thì báo cáo.", kMargin, 0.5F);
  const std::string text(repair(raw).text());
  EXPECT_NE(text.find("\nLỗi khác ghi"), std::string::npos) << text;
  EXPECT_NE(text.find("thuộc nhóm 2. Trường hợp"), std::string::npos) << text;
  EXPECT_NE(text.find("các nhiệm vụ theo quy định"), std::string::npos) << text;
}

TEST(RepairWrap, LeavesParagraphsThatTheFormatKnows) {
  RawText raw = raw_of("Một đoạn chưa hết\nvà đoạn sau");
  raw.paragraphs_known = true;
  EXPECT_EQ(repair(raw).text(), "Một đoạn chưa hết\nvà đoạn sau");
}

TEST(RepairWrap, NeverJoinsCellsOfATable) {
  RawText raw = raw_of("việc của\nhuyện\nvà xã");
  for (RawLine& line : raw.lines) line.role = LineRole::kTable;
  raw.lines[1].cell.column = raw.lines[2].cell.column = 1;
  EXPECT_EQ(repair(raw).text(), "việc của\nhuyện và xã");
}

auto furniture(Furniture::Kind kind, const char* text) {
  return ::testing::AllOf(Field(&Furniture::kind, kind), Field(&Furniture::text, text));
}

TEST(RepairFurniture, SetsTheGazettesHeadAndItsPageNumberApart) {
  const TextBuffer buffer =
      repair(raw_of("Ủy ban nhân dân cấp xã nơi dự án được thực hiện có trách nhiệm xác nhận và\n"
                    "CÔNG BÁO/Số 12 + 13/Ngày 01-02-2024\n17\n\nbáo cáo kết quả."));
  EXPECT_EQ(buffer.text(),
            "Ủy ban nhân dân cấp xã nơi dự án được thực hiện có trách nhiệm xác nhận và báo cáo "
            "kết quả.");
  EXPECT_THAT(buffer.furniture(), ElementsAre(furniture(Furniture::Kind::kRunningHead,
                                                        "CÔNG BÁO/Số 12 + 13/Ngày 01-02-2024"),
                                              furniture(Furniture::Kind::kPageNumber, "17")));
}

TEST(RepairFurniture, TakesAStampFromItsSignerToItsTime) {
  expect_rows({
      {"between two paragraphs",
       "Việc một.\nNgười ký: Cổng Thông tin\nEmail: a@b.vn\nCơ quan: Văn phòng\nThời gian ký: "
       "13.06.2022 14:17:08 +07:00\nViệc hai.",
       "Việc một.\nViệc hai."},
      {"a stamp without names, before all else",
       "TRUNG TÂM CÔNG\nBÁO\nabc@tinh.gov.vn\n18.11.2024 07:25:14\n+07:00\nViệc hai.", "Việc hai."},
      {"a time in the text is none", "Họp lúc:\n18.11.2024 07:25:14\nViệc hai.",
       "Họp lúc:\n18.11.2024 07:25:14\nViệc hai."},
      {"a signer named by a portal is no stamp", "Người ký: Nguyễn Văn An\nViệc hai.",
       "Người ký: Nguyễn Văn An\nViệc hai."},
  });
}

TEST(RepairFurniture, TellsPageNumbersFromCells) {
  std::string source;
  for (int number = 2; number < 6; ++number) {
    for (int i = 0; i < 20; ++i) {
      source += "Ủy ban nhân dân cấp xã nơi dự án " + std::string(1 + i % 7, 'a' + number) +
                " được thực hiện có trách nhiệm xác nhận\n";
    }
    source += std::to_string(number) + "\nbáo cáo việc " + std::string(number, 'a') + " đó.\n";
  }
  source += "STT\n1\nXã Một\n2\nXã Hai\n3\nXã Ba\n";
  const TextBuffer buffer = repair(raw_of(source));
  EXPECT_EQ(buffer.furniture().size(), 4U);
  EXPECT_THAT(std::string(buffer.text()),
              ::testing::EndsWith("STT\n1\nXã Một\n2\nXã Hai\n3\nXã Ba"));
}

TEST(RepairFurniture, KnowsNumbersAndHeadsAtTheEdgesOfPages) {
  RawText raw;
  for (uint32_t page = 1; page <= 4; ++page) {
    uint32_t number = 0;
    for (const std::string& text :
         {std::string("Công báo tỉnh A, kỳ 3"), std::string(page, 'a') + " đã xong.",
          std::to_string(page * 11 + 500), std::string(page, 'b') + " hết.",
          std::to_string(page + 9)}) {
      RawLine line;
      line.text = text;
      line.page = page;
      line.line = ++number;
      raw.lines.push_back(line);
    }
  }
  const TextBuffer buffer = repair(raw);
  EXPECT_EQ(buffer.text().find("Công báo"), std::string_view::npos);
  EXPECT_NE(buffer.text().find("511"), std::string_view::npos) << "a number that follows no page";
  EXPECT_EQ(buffer.furniture().size(), 8U);
}

TEST(RepairFurniture, TakesDrawnLinesButNotFormBlanks) {
  expect_rows({
      {"drawn lines", "Một.\n-------\n* * *\n____\nHai.", "Một.\nHai."},
      {"blanks to fill in", "Họ tên:\n..........\nĐịa chỉ:", "Họ tên:\n..........\nĐịa chỉ:"},
  });
}

const char* const kHead =
    "ỦY BAN NHÂN DÂN TỈNH HÒA AN\nSố: 12/2025/QĐ-UBND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
    "Độc lập - Tự do - Hạnh phúc\nHòa An, ngày 5 tháng 8 năm 2025\nQUYẾT ĐỊNH\nVề việc quản lý chợ";

TEST(RepairHead, BringsBothColumnsIntoOrder) {
  const std::vector<Row> rows = {
      {"cell by cell",
       "ỦY BAN NHÂN DÂN\nTỈNH HÒA AN\n-------\n\nCỘNG HÒA XÃ HỘI\nCHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự "
       "do - Hạnh phúc\n"
       "---------------\n\nSố:\n12/2025/QĐ-UBND\n\nHòa An, ngày 5\ntháng 8 năm 2025\n\nQUYẾT "
       "ĐỊNH\nVề việc quản lý chợ",
       kHead},
      {"side by side",
       "ỦY BAN NHÂN DÂN            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
       "  TỈNH HÒA AN                  Độc lập - Tự do - Hạnh phúc\n"
       "Số: 12/2025/QĐ-UBND        Hòa An, ngày 5 tháng 8 năm 2025\nQUYẾT ĐỊNH\nVề việc quản lý "
       "chợ",
       kHead},
      {"side by side with single spaces",
       "ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỈNH HÒA AN Độc lập - Tự do - Hạnh "
       "phúc\n"
       "Số: 12/2025/QĐ-UBND Hòa An, ngày 5 tháng 8 năm 2025\nQUYẾT ĐỊNH\nVề việc quản lý chợ",
       kHead},
      {"interleaved",
       "ỦY BAN NHÂN DÂN\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỈNH HÒA AN\nĐộc lập - Tự do - Hạnh "
       "phúc\n"
       "Số: 12/2025/QĐ-UBND\nHòa An, ngày 5 tháng 8 năm 2025\nQUYẾT ĐỊNH\nVề việc quản lý chợ",
       kHead},
      {"run together, the title behind the date",
       "ỦY BAN NHÂN DÂN TỈNH HÒA AN -------\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - "
       "Hạnh phúc ------\n"
       "Số: 12/2025/QĐ-UBND\nHòa An, ngày 5 tháng 8 năm 2025 QUYẾT ĐỊNH\nVề việc quản lý chợ",
       kHead},
      {"a body above the issuing one, and the subject of a dispatch",
       "BỘ TÀI CHÍNH\nCỤC THUẾ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh "
       "phúc\nSố: 5/CT-CS\n"
       "V/v thuế thu nhập\nHà Nội, ngày 1 tháng 2 năm 2026\nKính gửi: Thuế tỉnh A",
       "BỘ TÀI CHÍNH\nCỤC THUẾ\nSố: 5/CT-CS\nV/v thuế thu nhập\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT "
       "NAM\n"
       "Độc lập - Tự do - Hạnh phúc\nHà Nội, ngày 1 tháng 2 năm 2026\nKính gửi: Thuế tỉnh A"},
      {"a republic in a sentence is no head",
       "Căn cứ Hiến pháp\nQUỐC HỘI NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nkhóa XV",
       "Căn cứ Hiến pháp\nQUỐC HỘI NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nkhóa XV"},
  };
  expect_rows(rows);
}

TEST(RepairHead, ReadsTheCellsOfALayoutTable) {
  RawText raw = raw_of(
      "ỦY BAN NHÂN DÂN\nTỈNH HÒA AN\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh "
      "phúc\n"
      "Số: 12/2025/QĐ-UBND\nHòa An, ngày 5 tháng 8 năm 2025\nQUYẾT ĐỊNH\nVề việc quản lý chợ");
  raw.paragraphs_known = true;
  for (uint32_t i = 0; i < 6; ++i) {
    raw.lines[i].role = LineRole::kTable;
    raw.lines[i].cell = {0, i < 4 ? 0U : 1U, i < 2 || i == 4 ? 0U : 1U};
  }
  EXPECT_EQ(repair(raw).text(), kHead);
}

TEST(RepairPosition, LeadsBackToPageLineAndColumn) {
  RawText raw = raw_of("  Điều 1.  Tên\nvà tên");
  raw.lines[0].page = raw.lines[1].page = 3;
  const TextBuffer buffer = repair(raw);
  ASSERT_EQ(buffer.text(), "Điều 1. Tên và tên");
  const auto at = [&](const char* word) {
    return buffer.locate(static_cast<uint32_t>(buffer.text().find(word)));
  };
  EXPECT_EQ(at("Điều"), (SourcePosition{3, 1, 2}));
  EXPECT_EQ(at("Tên"), (SourcePosition{3, 1, 14}));
  EXPECT_EQ(at("và"), (SourcePosition{3, 2, 0}));
}

TEST(RepairShared, ChangesNothingInItsOwnOutputOfRealTexts) {
  RASOAT_NEEDS_SHARED_DATA();
  for (const auto& path : testing::files_below(testing::shared_dir() / "gold/dev/texts", ".txt")) {
    const std::string once = repaired(testing::read_file(path));
    RawText again = raw_of(once);
    again.paragraphs_known = true;
    EXPECT_EQ(repair(std::move(again)).text(), once) << path;
  }
}

}  // namespace
}  // namespace rasoat
