// Two things hold of every document, whatever its text: the XML is valid against the schema of the
// standard, and the string value of its root element is the text, byte for byte.
#include "akn/akn_xml.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <string>

#include "akn/xml_reading.h"
#include "support/shared_data.h"
#include "workspace/analysis.h"

namespace rasoat {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

AnalyzedDocument analyzed(std::string_view text) {
  RawText raw;
  raw.paragraphs_known = true;
  for (size_t at = 0; at <= text.size();) {
    const size_t end = std::min(text.find('\n', at), text.size());
    RawLine line;
    line.text = std::string(text.substr(at, end - at));
    line.line = static_cast<uint32_t>(raw.lines.size()) + 1;
    raw.lines.push_back(std::move(line));
    at = end + 1;
  }
  return analyze_text(std::move(raw), Lexicon::builtin());
}

std::string xml_of(const AnalyzedDocument& document) {
  return akn_xml(document, {Lexicon::builtin(), {}, {}});
}

// Null where the schema is not here; parsed once.
const testing::AknSchema* schema() {
  static const auto parsed =
      testing::AknSchema::present() ? std::make_unique<testing::AknSchema>() : nullptr;
  return parsed.get();
}

void expect_faithful(const AnalyzedDocument& document, const std::string& what) {
  const std::string xml = xml_of(document);
  EXPECT_TRUE(testing::text_of_xml(xml) == document.text.text()) << what;
  if (schema() != nullptr) {
    EXPECT_EQ(schema()->faults_of(xml), "") << what;
  }
}

const std::string kDecision =
    "ỦY BAN NHÂN DÂN\n"
    "TỈNH ĐẮK LẮK\n"
    "Số: 41/2025/QĐ-UBND\n"
    "Đắk Lắk, ngày 12 tháng 9 năm 2025\n"
    "QUYẾT ĐỊNH\n"
    "Ban hành Quy chế trông giữ thuyền\n"
    "Căn cứ Nghị định số 12/2024/NĐ-CP ngày 05 tháng 02 năm 2024 của Chính phủ;\n"
    "QUYẾT ĐỊNH:\n"
    "Điều 1. Ban hành quy chế\n"
    "1. Ban hành kèm theo Quyết định này Quy chế trông giữ thuyền.\n"
    "2. Sở A & Sở B < 2 việc:\n"
    "a) Việc thứ nhất theo khoản 1 Điều này;\n"
    "d) Việc thứ hai;\n"
    "đ) Việc thứ ba.\n"
    "Điều 2. Sửa đổi khoản 1 Điều 5 Nghị định số 12/2024/NĐ-CP như sau:\n"
    "“1. Chủ thuyền báo tin.\n"
    "2. Bến thuyền ghi sổ.”.\n"
    "Nơi nhận:\n"
    "- Như Điều 2;\n"
    "TM. ỦY BAN NHÂN DÂN\n"
    "QUY CHẾ\n"
    "Trông giữ thuyền\n"
    "(Ban hành kèm theo Quyết định số 41/2025/QĐ-UBND)\n"
    "Chương I\n"
    "QUY ĐỊNH CHUNG\n"
    "Điều 1. Phạm vi\n"
    "Quy chế này nói về thuyền.\n"
    "Phụ lục I\n"
    "MẪU SỔ\n"
    "Số thứ tự\n";

TEST(AknXml, ADecisionHasItsPartsInTheElementsOfTheStandard) {
  const std::string xml = xml_of(analyzed(kDecision));
  for (const char* part :
       {"<act name=\"quyet-ddinh\">", "<preface>", "<docNumber>41/2025/QĐ-UBND</docNumber>",
        "<docDate date=\"2025-09-12\">", "<preamble eId=\"preamble\">",
        "<article eId=\"art_1\"><num>Điều 1.</num> <heading>Ban hành quy chế</heading>",
        "<paragraph eId=\"art_1__para_2\"><num>2.</num> <intro><p>Sở A &amp; Sở B &lt; 2 việc:</p>",
        "<point eId=\"art_1__para_2__point_đ\"><num>đ)</num>", "<conclusions>",
        "<attachment eId=\"att_1\"><doc name=\"quy-che\">",
        "<chapter eId=\"att_1__chp_1\"><num>Chương I</num>\n<heading>QUY ĐỊNH CHUNG</heading>",
        "<article eId=\"att_1__art_1\">", "<attachment eId=\"annex_1\"><doc name=\"phu-luc\">"}) {
    EXPECT_THAT(xml, HasSubstr(part));
  }
  expect_faithful(analyzed(kDecision), "decision");
}

TEST(AknXml, NewWordingIsAQuotedStructureWithoutUnitsOfItsOwn) {
  EXPECT_THAT(xml_of(analyzed(kDecision)),
              HasSubstr("<p><mod eId=\"art_2__mod_1\"><quotedStructure "
                        "eId=\"art_2__mod_1__qstr_1\"><p>“1. Chủ thuyền báo tin.</p>\n"
                        "<p>2. Bến thuyền ghi sổ.”.</p></quotedStructure></mod></p>"));
}

TEST(AknXml, ReferencesLeadToUnitsOfThisFileAndToNamesFromTheWords) {
  const std::string xml = xml_of(analyzed(kDecision));
  EXPECT_THAT(xml, HasSubstr("<ref href=\"#art_1__para_1\" class=\"cite resolved\">"));
  EXPECT_THAT(xml, HasSubstr("href=\"/akn/vn/act/nghi-ddinh/chinh-phu/2024-02-05/"
                             "12-2024-ndd-cp\" class=\"basis not-held\">"));
}

TEST(AknXml, AReferenceToAHeldDocumentHasItsName) {
  AnalyzedDocument document = analyzed(kDecision);
  for (Reference& reference : document.references) {
    if (reference.document != "12/2024/NĐ-CP") continue;
    reference.outcome = Outcome::kResolved;
    reference.candidates = {"nghi-dinh_x"};
  }
  const DocumentNames names = document_names(
      {"nghi-dinh_x", "Nghị định", "12/2024/NĐ-CP", "Chính phủ", {}}, Lexicon::builtin());
  const auto held = [&](std::string_view id) { return id == "nghi-dinh_x" ? &names : nullptr; };
  const std::string xml = akn_xml(document, {Lexicon::builtin(), held, {}});
  EXPECT_THAT(xml, HasSubstr("href=\"" + names.akn + "/~art_5__para_1\" class=\"amend resolved\""));
}

TEST(AknXml, AReferenceWithSeveralHeldCandidatesStaysPlainWords) {
  AnalyzedDocument document = analyzed(kDecision);
  for (Reference& reference : document.references) {
    reference.outcome = Outcome::kAmbiguous;
    reference.candidates = {"a", "b"};
    if (reference.document == "this") reference.document = "1/2020/QĐ-UBND";
  }
  EXPECT_THAT(xml_of(document), Not(HasSubstr("<ref ")));
}

TEST(AknXml, PlansHaveSectionsParagraphsAndSubparagraphs) {
  const AnalyzedDocument plan = analyzed(
      "ỦY BAN NHÂN DÂN\nTỈNH SÔNG VÂN\nSố: 9/KH-UBND\nSông Vân, ngày 3 tháng 4 năm 2025\n"
      "KẾ HOẠCH\nTổ chức hội thuyền\nI. MỤC ĐÍCH\n1. Vui\n1.1. Vui chung.\n1.2. Vui riêng.\n"
      "II. NỘI DUNG\n1. Đua thuyền.\n");
  const std::string xml = xml_of(plan);
  for (const char* part :
       {"<doc name=\"ke-hoach\">", "<mainBody>", "<section eId=\"sec_1\">",
        "<paragraph eId=\"sec_1__para_1\">", "<subparagraph eId=\"sec_1__para_1__subpara_1-1\">"}) {
    EXPECT_THAT(xml, HasSubstr(part));
  }
  expect_faithful(plan, "plan");
}

TEST(AknXml, TextsOfWhichLittleIsUnderstoodAreFaithfulToo) {
  for (const std::string text :
       {"", " ", "một dòng", "QUYẾT ĐỊNH", "NGHỊ ĐỊNH\nVề thuyền\nKhông có điều nào.\nHết.",
        "Điều 1.", "Điều 1. ", "“", "”", "Điều 1. Sửa như sau:\n“", "Phụ lục I",
        "Điều 1. A\nPhụ lục I\nPhụ lục I\nPhụ lục I\nMẫu số 01\nMẫu số 01", "]]> <!-- & &amp; -->",
        "Điều 1. ]]>\n1. <ref href=\"x\">y</ref> & z\n2. '\"", "Điều 1. \xEF\xBF\xBE\xEF\xBF\xBF",
        "Điều 1. \x01\x0B\x1F\x7F\xC2\x85 a\r\nb\rc", "Chương I\nChương II\nĐiều 1. A",
        "\xF0\x9F\x98\x80 \xFF\xFE \xC0\x80"}) {
    expect_faithful(analyzed(text), "\"" + text + "\"");
  }
}

const char* const kPieces[] = {"Điều 1. Phạm vi",
                               "Điều 2. Quyết định này có hiệu lực.",
                               "Điều 3. Sửa đổi khoản 2 Điều 4 Nghị định 5/2020/NĐ-CP như sau:",
                               "1. Theo các điểm a, b và d khoản 2 Điều này & Điều 7.",
                               "2. Hai <hai>:",
                               "a) Thứ nhất;",
                               "b) Thứ hai;",
                               "d) Thứ tư; từ Điều 1 đến Điều 3",
                               "1.1. Con",
                               "1.1.1. Cháu",
                               "I. MỤC ĐÍCH",
                               "A. CHUNG",
                               "Phần thứ nhất",
                               "Chương I",
                               "QUY ĐỊNH CHUNG",
                               "Mục 1",
                               "Tiểu mục 1",
                               "“2. Mới",
                               "”.",
                               "\"4. Mới nữa\".",
                               "thay từ “cũ” bằng từ “mới” như sau: “3. Trong dòng”; “4”",
                               "QUY CHẾ",
                               "(Ban hành kèm theo Quyết định số 1/QĐ-UBND)",
                               "Phụ lục I",
                               "Mẫu số 01",
                               "Nơi nhận:",
                               "TM. ỦY BAN NHÂN DÂN",
                               "",
                               "Luật Thuyền. Điều 4. Sau tên",
                               "Căn cứ Luật Đất đai ngày 18 tháng 01 năm 2024;",
                               "NGHỊ ĐỊNH",
                               "QUYẾT ĐỊNH:",
                               "Số: 01/2024/QĐ-UBND",
                               "Hà Nội, ngày 2 tháng 3 năm 2024",
                               "]]>",
                               "\xFF\xFE \xEF\xBF\xBF"};

TEST(AknXml, EveryShuffleOfLinesIsFaithful) {
  std::mt19937 random(20251127);
  for (int round = 0; round < 400 && !HasFailure(); ++round) {
    std::string text;
    const int lines = 1 + static_cast<int>(random() % 60);
    for (int i = 0; i < lines; ++i) {
      text += std::string(kPieces[random() % std::size(kPieces)]) + "\n";
    }
    expect_faithful(analyzed(text), "round " + std::to_string(round) + "\n" + text);
  }
}

// Spans that no parser gives: the text must come through all the same.
TEST(AknXml, EveryTreeIsFaithful) {
  std::mt19937 random(20251128);
  AnalyzedDocument document = analyzed(kDecision);
  const auto size = static_cast<uint32_t>(document.text.text().size());
  const auto somewhere = [&] {  // at the beginning of a character
    uint32_t at = random() % (size + 1);
    while (at < size && (document.text.text()[at] & 0xC0) == 0x80) ++at;
    return at;
  };
  for (int round = 0; round < 300 && !HasFailure(); ++round) {
    AnalyzedDocument broken = document;
    const auto span = [&] {
      const uint32_t a = somewhere();
      const uint32_t b = somewhere();
      return Span{std::min(a, b), std::max(a, b)};
    };
    for (Provision& provision : broken.document.provisions) {
      if (random() % 4 == 0) provision.label_span = span();
      if (random() % 4 == 0) provision.heading = span();
      if (random() % 4 == 0) provision.own = span();
    }
    for (Reference& reference : broken.references) {
      if (random() % 2 == 0) reference.span = span();
    }
    Span quoted = span();
    broken.document.quoted = {quoted};
    broken.document.asides = {span()};
    broken.document.head.title_span = span();
    broken.document.head.date_span = span();
    expect_faithful(broken, "round " + std::to_string(round));
  }
}

TEST(AknXml, LongTextsOfOneKindOfLineAreFaithful) {
  for (const char* piece :
       {"1. x\n", "a) x\n", "Điều 1. x\n", "“1. như sau:\n", "1.1. x\n", "Phụ lục I\n",
        "như sau:\n“\n", "Chương I\n", "khoản 1, ", "như sau: “1. x”; ", "(", "điểm a ", "& < "}) {
    std::string text = "Điều 1. Mở đầu\n";
    while (text.size() < 300'000) text += piece;
    expect_faithful(analyzed(text), piece);
  }
}

TEST(AknXml, SamplesAreFaithful) {
  size_t read = 0;
  for (const auto& entry :
       std::filesystem::directory_iterator(testing::source_dir() / "corpus/samples")) {
    const Result<AnalyzedFile> file = analyze_file(entry.path(), Lexicon::builtin());
    ASSERT_TRUE(file) << entry.path() << file.error().message;
    expect_faithful(file->analysis, entry.path().filename().string());
    ++read;
  }
  EXPECT_GT(read, 10u);
}

TEST(AknXml, RealDocumentsAreFaithful) {
  RASOAT_NEEDS_SHARED_DATA();
  const auto files = testing::files_below(testing::shared_dir() / "data/documents", ".txt");
  ASSERT_FALSE(files.empty());
  for (const auto& path : files) {
    const Result<AnalyzedFile> file = analyze_file(path, Lexicon::builtin());
    ASSERT_TRUE(file) << path;
    expect_faithful(file->analysis, path.filename().string());
  }
}

// The other tests validate too where the schema is here; this one says so where it is not.
TEST(AknXml, TheSchemaTellsValidFromInvalid) {
  if (schema() == nullptr) GTEST_SKIP() << "the schema (../shared/standards) is not here";
  std::string xml = xml_of(analyzed(kDecision));
  EXPECT_EQ(schema()->faults_of(xml), "");
  xml.replace(xml.find("<preface>"), 9, "<proface>");
  xml.replace(xml.find("</preface>"), 10, "</proface>");
  EXPECT_NE(schema()->faults_of(xml), "");
}

}  // namespace
}  // namespace rasoat
