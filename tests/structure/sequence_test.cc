// Which labels open a provision: the sequence of the list around them decides, and what is quoted
// new wording. All texts are invented.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "structure/parsed_text.h"

namespace rasoat {
namespace {

std::string ids_of(const Document& document) {
  std::string out;
  for (const Provision& provision : document.provisions) {
    if (provision.level < Level::kArticle) continue;
    if (!out.empty()) out += ' ';
    out += provision.id;
  }
  return out;
}

struct Row {
  const char* reason;
  const char* text;
  const char* ids;
};

void expect_ids(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    EXPECT_EQ(ids_of(testing::parse(row.text).document), row.ids) << row.reason;
  }
}

TEST(QuotedWording, EndsWhereTheAmendingTextGoesOn) {
  expect_ids({
      {"a stray closing mark after a point does not end the new wording",
       "Điều 1. Sửa đổi Nghị quyết\n1. Sửa đổi khoản 1 Điều 4 như sau:\n“1. Đối tượng:\n"
       "a) Chợ có mái che rộng dưới 900 m2.”;\nb) Chợ không có mái che;”.\n"
       "2. Bãi bỏ khoản 3 Điều 7.",
       "art_1 art_1__clause_1 art_1__clause_2"},
      {"marks typed as two single ones",
       "Điều 1. Sửa đổi, bổ sung Điều 7\n‘‘Điều 7. Giao chợ\n1. Hồ sơ gồm có:\na) Đơn.\n"
       "2. Thời hạn là 05 ngày.’’\nĐiều 2. Thi hành\nChánh Văn phòng thi hành.",
       "art_1 art_2"},
      {"an unclosed one-line quotation ends before the next article in sequence",
       "Điều 1. Sửa đổi khoản 2 Điều 9\n“2. Ban quản lý chợ họp mỗi quý.\n"
       "Điều 2. Tổ chức thực hiện\n1. Sở Công Thương hướng dẫn.",
       "art_1 art_2 art_2__clause_1"},
      {"new wording behind the note of a portal",
       "Điều 1. Sửa đổi Luật Chợ\n1. Sửa đổi khoản 2 Điều 4 như sau: [Khoản này hết hiệu lực từ "
       "ngày "
       "01/7/2025] “2. Chủ chợ có trách nhiệm:\na) Lập sổ;\nb) Thu phí.”\n2. Bãi bỏ Điều 5.",
       "art_1 art_1__clause_1 art_1__clause_2"},
      {"a quoted article under a heading that does not amend",
       "Điều 1. Điều khoản chuyển tiếp\n“Điều 22. Điều khoản chuyển tiếp\n"
       "1. Hợp đồng đã ký thì giữ nguyên.\n2. Hồ sơ đã nộp thì giải quyết tiếp.\n"
       "Điều 2. Hiệu lực thi hành\nQuyết định này có hiệu lực từ ngày ký.",
       "art_1 art_2"},
      {"a quoted khoản that begins with a verb of amending is not the next outer one",
       "Điều 1. Sửa đổi một số quy định\n1. Sửa đổi các điều sau:\na) Sửa đổi Điều 3 như sau:\n"
       "“Điều 3. Điều chỉnh phương án\n1. Điều chỉnh phương án theo Điều 10 của Quy chế.\n"
       "2. Điều chỉnh quy mô theo Điều 11 của Quy chế.”.\nb) Sửa đổi khoản 1 Điều 5 như sau:\n"
       "“1. Ban quản lý chợ lập phương án.”.",
       "art_1 art_1__clause_1 art_1__clause_1__point_a art_1__clause_1__point_b"},
      {"new wording without a label below the heading of an article that amends",
       "Điều 1. Sửa đổi Phụ lục II của Quy chế\n“Phiếu đăng ký có các nội dung sau:\n"
       "1. Tên hộ kinh doanh.\n2. Địa chỉ.”.\nĐiều 2. Thi hành\nCác sở thi hành.",
       "art_1 art_2"},
      {"words quoted at the start of a sentence are no new wording",
       "Điều 1. Bổ sung từ ngữ\n“Chợ đêm” được thêm vào sau “chợ phiên”.\n1. Chợ đêm họp tối.",
       "art_1 art_1__clause_1"},
  });
}

TEST(Sequence, JudgesNumbersByTheListAround) {
  expect_ids({
      {"numbers left out after a whole sentence",
       "Điều 1. Trách nhiệm\n1. Sở Công Thương hướng dẫn.\n2. Ủy ban nhân dân xã kiểm tra.\n"
       "6. Ban quản lý chợ báo cáo.",
       "art_1 art_1__clause_1 art_1__clause_2 art_1__clause_6"},
      {"but not inside a sentence",
       "Điều 1. Trách nhiệm\n1. Sở Công Thương hướng dẫn.\n2. Thực hiện theo quyết định tại mục\n"
       "6. Ban quản lý chợ báo cáo.",
       "art_1 art_1__clause_1 art_1__clause_2"},
      {"a number typed twice stays a unit of its own",
       "Điều 1. Trực\n1. Một người.\n2. Ban ngày:\na) Hai người;\nb) Ba người.\n2. Ban đêm:\n"
       "a) Bốn người.",
       "art_1 art_1__clause_1 art_1__clause_2 art_1__clause_2__point_a art_1__clause_2__point_b "
       "art_1__clause_2-2 art_1__clause_2-2__point_a"},
      {"a list that begins again inside a khoản has no ids, its 2 is no second khoản 2",
       "Điều 1. Hồ sơ\n1. Nơi nộp.\n2. Thành phần:\n1. Đơn đề nghị.\n2. Bản vẽ.\n3. Thời hạn.",
       "art_1 art_1__clause_1 art_1__clause_2 art_1__clause_3"},
      {"a row of such a table may begin with many words",
       "Điều 1. Mức chi\n1. Mức chi được quy định như sau:\nChức danh\nMức 1\nMức 2\n"
       "1. Trưởng ban\n80\n70\n60\n2. Thành viên kiêm nhiệm, người giúp việc cho thành viên kiêm "
       "nhiệm và "
       "người giúp việc cho Trưởng ban quản lý\n60\n55\n40\n2. Mức chi này không gồm thuế.",
       "art_1 art_1__clause_1 art_1__clause_2"},
      {"numbers among the cells of a table whose grid is lost",
       "Điều 1. Mức chi\n1. Mức chi được quy định như sau:\nChức danh\nMức 1\nMức 2\n"
       "2. Trưởng ban\n80\n70\n62\n3. Phó Trưởng ban\n60\n55\n2. Mức chi này không gồm thuế.",
       "art_1 art_1__clause_1 art_1__clause_2"},
  });
}

TEST(QuotedWording, KnowsTheMarksThatPeopleType) {
  for (const char* marks :
       {"“ ”", "\" \"", "„ “", "„ ”", "‟ ”", "« »", "” ”", "'' ''", "‘‘ ’’", "“ \""}) {
    const std::string_view pair = marks;
    const size_t space = pair.find(' ');
    const std::string open(pair.substr(0, space)), close(pair.substr(space + 1));
    const std::string text = "Điều 1. Sửa đổi Quyết định\n1. Sửa đổi khoản 3 Điều 6 như sau:\n" +
                             open + "3. Chủ bến lập sổ:\na) Sổ đi;\nb) Sổ về." + close +
                             ".\n2. Ban quản lý bến báo cáo.\na) Mỗi tháng;\nb) Mỗi quý.";
    EXPECT_EQ(ids_of(testing::parse(text).document),
              "art_1 art_1__clause_1 art_1__clause_2 art_1__clause_2__point_a "
              "art_1__clause_2__point_b")
        << marks;
  }
}

TEST(QuotedWording, EndsOnlyWhereItsOwnMarkCloses) {
  expect_ids({
      {"a pair of straight marks at the end of a line is nested",
       "Điều 1. Sửa đổi\n1. Sửa đổi khoản 1 Điều 3 như sau:\n\"1. Trong Quy chế này gọi là:\n"
       "a) Chợ họp đêm gọi là \"chợ đêm\";\nb) Chợ khác gọi là \"chợ\".\".\n2. Bãi bỏ Điều 4.",
       "art_1 art_1__clause_1 art_1__clause_2"},
      {"a stray mark after khoản 1 of a quoted article",
       "Điều 1. Sửa đổi Điều 8\n“Điều 8. Giao bến\n1. Hồ sơ gồm đơn và sơ đồ.”.\n2. Trình tự:\n"
       "a) Nộp hồ sơ;\nb) Nhận kết quả.”.\nĐiều 2. Thi hành\nCác sở thi hành.",
       "art_1 art_2"},
      {"points that amend below a lead-in that names a point of that letter",
       "Điều 1. Sửa đổi\n1. Sửa đổi điểm d khoản 1; điểm a, c khoản 2 Điều 20 như sau:\n"
       "a) Sửa đổi điểm d khoản 1 như sau:\n“d) Sổ đi;”.\nb) Sửa đổi điểm a, c khoản 2 như "
       "sau:\n“a) Vé;\n"
       "c) Phí.”.\n2. Bãi bỏ Điều 21.",
       "art_1 art_1__clause_1 art_1__clause_1__point_a art_1__clause_1__point_b art_1__clause_2"},
      {"units that are amended in the passive",
       "Điều 1. Sửa đổi\n1. Khoản 2 Điều 3 được sửa đổi như sau:\n“2. Chủ bến nộp:\na) Đơn;\n"
       "2. Điều 4 được bổ sung như sau:\n“Điều 4. Lệ phí\n1. Một.”.",
       "art_1 art_1__clause_1 art_1__clause_2"},
      {"a footnote's quotation, cut by the end of a page, does not swallow the next article",
       "Căn cứ Luật Đường thủy;\n1 Thông tư số 5/2024/TT-BXX có căn cứ ban hành như sau:\n"
       "“Căn cứ Luật Đò;\nChương I\nQUY ĐỊNH CHUNG\nĐiều 1. Phạm vi\n1. Bến đò.\n2. Bến phà.\n"
       "Theo đề nghị của Cục trưởng;”.\nĐiều 2. Đối tượng\nChủ bến.",
       "art_1 art_1__clause_1 art_1__clause_2 art_2"},
      {"the amending words of a law quoted in a footnote are not those of the text",
       "Điều 6. Sổ đò\n1. Chủ bến lập sổ.\nĐiều 9 của Luật số 8/2020/QH14 quy định như sau:\n"
       "“Điều 9. Hiệu lực\n1. Luật này có hiệu lực từ ngày ký.\n2. Bãi bỏ các quy định sau:\n"
       "a) Bãi bỏ khoản 3 Điều 5 của Luật Đò;\nb) Bãi bỏ Điều 7 của Luật Phà.”.\n2. Sổ được giữ "
       "lại.",
       "art_6 art_6__clause_1 art_6__clause_2"},
  });
}

TEST(QuotedWording, OfSeveralArticles) {
  expect_ids({
      {"each article closed by a mark of its own",
       "Điều 1. Sửa đổi\n1. Một.\nĐiều 2. Bổ sung Mục 2a\n“Mục 2a\nBẾN NỔI\nĐiều 8a. Bến\n1. Bến "
       "nổi.”.\n"
       "Điều 8b. Phao\n1. Phao.”.\nĐiều 3. Thi hành\n1. Các sở thi hành.",
       "art_1 art_1__clause_1 art_2 art_3 art_3__clause_1"},
      {"an amended article that is headed as if it amended",
       "Điều 1. Sửa đổi\n1. Sửa đổi Điều 45 và Điều 46 như sau:\n“Điều 45. Giá vé\n1. Giá vé bến.\n"
       "Điều 46. Điều chỉnh giá vé\n1. Điều chỉnh hằng năm.”.\n2. Bãi bỏ Điều 47.",
       "art_1 art_1__clause_1 art_1__clause_2"},
      {"a footnote's quotation without end, then the article goes on",
       "Điều 5. Hiệu lực\nĐiều 2 của Nghị định số 9/2024/NĐ-CP quy định như sau:\n“1. Một.\n2. "
       "Hai.\n"
       "3. Ba.\n1. Nghị định này có hiệu lực từ ngày ký.\n2. Bãi bỏ Nghị định cũ.",
       "art_5 art_5__clause_1 art_5__clause_2"},
  });
}

TEST(Sequence, ArticlesOutOfSequenceAreNoneOfTheText) {
  const auto parsed = testing::parse(
      "Điều 1. Sửa đổi\n1. Sửa đổi Điều 30.\nĐiều 30. Lệ phí\n1. Mức thu.\na) Bến lớn;\nb) Bến "
      "nhỏ.\n"
      "2. Miễn thu.\n2. Bãi bỏ Điều 31.\nĐiều 2. Thi hành\n1. Các sở thi hành.\nĐiều 3. Hiệu lực");
  EXPECT_EQ(ids_of(parsed.document),
            "art_1 art_1__clause_1 art_1__clause_2 art_2 art_2__clause_1 art_3")
      << "new wording that has lost its marks";
  ASSERT_FALSE(parsed.document.diagnostics.empty());
  EXPECT_EQ(parsed.document.diagnostics.front().code, "out-of-sequence");
  expect_ids({{"articles that are missing leave a gap",
               "Điều 1. Phạm vi\nBến đò.\nĐiều 2. Bến\nBến chính.\nĐiều 9. Thi hành\n1. Các sở.",
               "art_1 art_2 art_9 art_9__clause_1"}});
}

TEST(Components, PhuLucAndModelsAreKeptApart) {
  const std::string decision =
      "Điều 1. Phạm vi\nBến đò.\nĐiều 2. Thi hành\nCác sở thi hành.\nNơi nhận:\n- Như Điều 2;\n"
      "KT. CHỦ TỊCH\nTrần Văn Bến\n";
  const auto ids = [&](const std::string& rest) {
    return ids_of(testing::parse(decision + rest).document);
  };
  EXPECT_EQ(
      ids("Số: …/QĐ-UBND\nQUYẾT ĐỊNH\nVề việc cho thuê bến\nCăn cứ Luật Đường thủy;\n"
          "Theo đề nghị của …;\nQUYẾT ĐỊNH:\nĐiều 1. Cho ông (bà) … thuê bến.\nĐiều 2. Thời hạn …"),
      "art_1 art_2")
      << "the model of a decision is no attachment";
  EXPECT_EQ(ids("Phụ lục I\nQUY ĐỊNH VỀ SỔ ĐÒ\n(Kèm theo Quyết định số 5/2025/QĐ-UBND)\nChương I\n"
                "QUY ĐỊNH CHUNG\nĐiều 1. Sổ\n1. Sổ đi.\nPHỤ LỤC II3\nMẪU NỘI QUY\nNỘI QUY\nBến đò\n"
                "Điều 1. Giờ mở\n1. Sáng.\nPhụ lục III\nBẢNG GIÁ"),
            "art_1 art_2 annex_1 annex_2 annex_3")
      << "the title of a Phụ lục and the models inside it";
  EXPECT_EQ(
      ids("QUY ĐỊNH\nVề sổ đò\n(Kèm theo Quyết định số 5/2025/QĐ-UBND)\nĐiều 1. Sổ\n1. Sổ đi.\n"
          "2. Sổ về."),
      "art_1 art_2 att_1__art_1 att_1__art_1__clause_1 att_1__art_1__clause_2")
      << "a regulation is";
  EXPECT_EQ(ids("CHƯƠNG TRÌNH\nAn toàn bến đò\n(Ban hành kèm theo Quyết định số 5/2025/QĐ-UBND)\n"
                "I. MỤC ĐÍCH\n1. An toàn.\nII. NHIỆM VỤ\n1. Kiểm tra."),
            "art_1 art_2 att_1__sec_1 att_1__sec_1__clause_1 att_1__sec_2 att_1__sec_2__clause_1")
      << "and so is a programme without articles";
  EXPECT_EQ(
      ids("QUY CHẾ\nQuản lý bến\n(Kèm theo Quyết định số …/QĐ-UBND ngày …)\n1. Bến.\n2. Phí.\n"
          "Mẫu số 01\nTHỂ LỆ CHỢ PHIÊN\n(Kèm theo Công văn số 5/UBND)\n1. Tên phiên chợ."),
      "art_1 art_2")
      << "but no model with blanks";
}

TEST(Sequence, LettersOfPoints) {
  expect_ids({
      {"two đ where the first should have been d",
       "Điều 1. Hồ sơ\n1. Gồm:\na) Đơn;\nb) Sơ đồ;\nc) Ảnh;\nđ) Sổ;\nđ) Vé;\ne) Biên lai.",
       "art_1 art_1__clause_1 art_1__clause_1__point_a art_1__clause_1__point_b "
       "art_1__clause_1__point_c art_1__clause_1__point_d art_1__clause_1__point_đ "
       "art_1__clause_1__point_e"},
      {"a letter typed twice stays a unit of its own",
       "Điều 1. Hồ sơ\n1. Gồm:\na) Đơn;\nb) Sơ đồ;\nb) Ảnh;\nc) Sổ.",
       "art_1 art_1__clause_1 art_1__clause_1__point_a art_1__clause_1__point_b "
       "art_1__clause_1__point_b-2 art_1__clause_1__point_c"},
      {"two d before a đ",
       "Điều 1. Hồ sơ\n1. Gồm:\na) Đơn;\nb) Sơ đồ;\nc) Ảnh;\nd) Sổ;\nd) Vé;\nđ) Biên lai.",
       "art_1 art_1__clause_1 art_1__clause_1__point_a art_1__clause_1__point_b "
       "art_1__clause_1__point_c art_1__clause_1__point_d art_1__clause_1__point_d-2 "
       "art_1__clause_1__point_đ"},
      {"a list inside a point repeats no letter of its own",
       "Điều 1. Hồ sơ\n1. Gồm:\na) Đơn;\nb) Giấy tờ:\na) Bản chính;\nb) Bản sao.",
       "art_1 art_1__clause_1 art_1__clause_1__point_a art_1__clause_1__point_b"},
      {"letters in parentheses go on with the list, Roman numbers do not",
       "Điều 1. Hồ sơ\n1. Gồm:\na) Đơn nêu:\n(i) Họ tên;\n(ii) Nơi ở;\n(b) Sơ đồ;\n(c) Ảnh;\nd) "
       "Sổ.",
       "art_1 art_1__clause_1 art_1__clause_1__point_a art_1__clause_1__point_b "
       "art_1__clause_1__point_c art_1__clause_1__point_d"},
      {"a list in parentheses below a lead-in, and one inside a point",
       "Điều 1. Hồ sơ gồm:\n(a) Đơn;\n(b) Giấy tờ:\n(a) Bản chính;\n(b) Bản sao;\n(c) Ảnh.",
       "art_1 art_1__point_a art_1__point_b"},
      {"(1) has no rank of its own",
       "Điều 1. Hồ sơ\n1. Gồm:\na) Đơn:\n(1) Bản chính;\n(2) Bản sao;\nb) Ảnh.",
       "art_1 art_1__clause_1 art_1__clause_1__point_a art_1__clause_1__point_b"},
  });
}

TEST(InnerPoints, OpenWhereTheSequenceIsPlain) {
  const auto last_of = [](const char* text) { return ids_of(testing::parse(text).document); };
  EXPECT_EQ(last_of("Điều 1. Bến\n1. Hồ sơ gồm: a) Đơn của chủ bến; b) Sơ đồ; c) Ảnh.\n2. Phí."),
            "art_1 art_1__clause_1 art_1__clause_1__point_a art_1__clause_1__point_b "
            "art_1__clause_1__point_c art_1__clause_2")
      << "a list pasted into one line";
  EXPECT_EQ(last_of("Điều 1. Bến\n1. Gồm:\na) Đơn; b) Sơ đồ. c) Ảnh;\nd) Sổ."),
            "art_1 art_1__clause_1 art_1__clause_1__point_a art_1__clause_1__point_b "
            "art_1__clause_1__point_c art_1__clause_1__point_d")
      << "it goes on from a point that the line opened";
  EXPECT_EQ(last_of("Điều 1. Bến\n1. Hồ sơ gồm: a) Đơn của chủ bến;\nb) Sơ đồ."),
            "art_1 art_1__clause_1 art_1__clause_1__point_a art_1__clause_1__point_b")
      << "the second stands in the next line";
  for (const char* line :
       {"1. Theo điểm a) khoản 1; b) khoản 2 Điều 5 của Quy chế.",
        "1. Theo các điểm: a) và b) Điều 5.", "1. Hồ sơ gồm: a) Đơn của chủ bến.",
        "1. Hồ sơ (a) Đơn; (b) Sơ đồ.", "1. Bến nhóm a) Lớn; b) Nhỏ.",
        "1. Bến. 2. Chủ bến có quyền: a) Thu phí; b) Lập sổ. 3. Ban quản lý kiểm tra."}) {
    const std::string text = std::string("Điều 1. Bến\n") + line + "\n2. Phí.";
    EXPECT_EQ(ids_of(testing::parse(text).document), "art_1 art_1__clause_1 art_1__clause_2")
        << line;
  }
}

TEST(Labels, BehindNotesAndFootnotes) {
  expect_ids({
      {"numbers of footnotes that were raised",
       "Điều 1. Bến đò1\n1.2 Bến chính.\n2.3Bến phụ.\n3.14[13] Bến nổi.\n4.15 (được bãi bỏ)\n5. "
       "Bến tạm.",
       "art_1 art_1__clause_1 art_1__clause_2 art_1__clause_3 art_1__clause_4 art_1__clause_5"},
      {"a true decimal opens no khoản",
       "Điều 1. Bến\n1. Bến chính:\n1.1 Bến sông.\n1.2 Bến hồ.\n2. Bến phụ.\n3.5 m là bề rộng.",
       "art_1 art_1__clause_1 art_1__clause_1__clause_1-1 art_1__clause_1__clause_1-2 "
       "art_1__clause_2"},
      {"a footnote mark or a portal's note before the label",
       "Điều 1. Bến\n[18] 1.[19] Bến chính.\n[Khoản này được bổ sung bởi Khoản 2 Điều 1 Nghị định "
       "5/2025/NĐ-CP] 2.\nBến phụ.\n[20] Điều 2 của Luật số 5/2024/QH15 quy định về phà.\n3. Phà.",
       "art_1 art_1__clause_1 art_1__clause_2 art_1__clause_3"},
  });
}

TEST(Labels, OfClausesInsideALine) {
  expect_ids({
      {"a heading that has lost its line end",
       "Điều 1. Bến chính 1.[21] Chủ bến lập sổ:\na) Sổ đi;\nb) Sổ về.\n2. Ban quản lý kiểm tra.",
       "art_1 art_1__clause_1 art_1__clause_1__point_a art_1__clause_1__point_b art_1__clause_2"},
      {"its words in the next line",
       "Điều 1. Bến chính 1.\nChủ bến lập sổ.\n2. Ban quản lý kiểm tra.",
       "art_1 art_1__clause_1 art_1__clause_2"},
      {"no second number confirms it", "Điều 1. Bến chính 1. Chủ bến lập sổ.\nĐiều 2. Phí",
       "art_1 art_2"},
      {"an article in one line",
       "Điều 1. Bến\nMột.\nĐiều 1a. Phí bến 1. Người qua đò trả phí. 2. Chủ bến thu phí. 3. Xã giữ "
       "sổ.\nĐiều 2. Hết\nHết.",
       "art_1 art_1a art_1a__clause_1 art_1a__clause_2 art_1a__clause_3 art_2"},
      {"numbers of something else in one line",
       "Điều 1. Bến hạng 1. Người qua đò trả phí hạng 2. Chủ bến thu.\nĐiều 2. Hết\nHết.",
       "art_1 art_2"},
      {"a citation in a heading",
       "Điều 1. Sửa đổi khoản 1. Bến chính\n1. Một.\n2. Hai.\nĐiều 2. Bến hạng 1. Bến lớn\n2. Phí.",
       "art_1 art_1__clause_1 art_1__clause_2 art_2"},
      {"behind a portal's note and a repealed khoản",
       "Điều 1. Bến\n1. Bến chính. [Khoản này được sửa đổi từ ngày 01/7/2025] 2.\nBến phụ.\n"
       "3. (được bãi bỏ) 4.[23] (được bãi bỏ)\n5. Bến tạm, xem bảng [2] 7. Bến cũ.",
       "art_1 art_1__clause_1 art_1__clause_2 art_1__clause_3 art_1__clause_4 art_1__clause_5"},
      {"the first khoản typed without its full stop",
       "Điều 1. Tiền tạm ứng đã nộp\n1 Trường hợp không phải chịu phí thì trả lại.\n2. Trường hợp "
       "khác.",
       "art_1 art_1__clause_1 art_1__clause_2"},
      {"a footnote below a heading is no khoản",
       "Điều 1. Bến đò1\n1 Tên Điều này được sửa đổi theo Nghị định số 5/2025/NĐ-CP.\n1. Một.\n2. "
       "Hai.",
       "art_1 art_1__clause_1 art_1__clause_2"},
  });
}

TEST(Sequence, GoesOnBehindWhatInterruptsIt) {
  expect_ids({
      {"an annex behind the article that speaks of it",
       "Điều 1. Bến đò\n1. Bến theo Phụ lục I.\nPhụ lục I\nDANH MỤC BẾN\n1. Bến một\nĐiều 2. Thi "
       "hành\n1. Chủ bến thi hành.\nĐiều 3. Hiệu lực\nTừ nay.",
       "art_1 art_1__clause_1 annex_1 art_2 art_2__clause_1 art_3"},
      {"a model in the annex counts its own articles",
       "Điều 1. Bến đò\nTheo mẫu.\nPhụ lục I\nMẪU QUYẾT ĐỊNH\nĐiều 1. Mở bến\nĐiều 2. Chủ "
       "bến\nĐiều 3. "
       "Hiệu lực",
       "art_1 annex_1"},
      {"so does one behind the signature",
       "Điều 1. Bến đò\nTheo mẫu.\nNơi nhận:\n- Như trên;\nMẫu số 01\nQUYẾT ĐỊNH:\nĐiều 1. Mở "
       "bến\nĐiều 2. Chủ bến",
       "art_1"},
      {"a list of units in the annex is no article",
       "Điều 1. Bến đò\nTheo Phụ lục.\nPhụ lục I\nBến tại các Điều 5,\nĐiều 2. Bến\nHết.",
       "art_1 annex_1"},
      {"a chapter whose title names those who sign",
       "Chương I\nTÒA ÁN\nĐiều 1. Tòa\nMột tòa.\nChương II\nCHÁNH ÁN, PHÓ CHÁNH ÁN\nĐiều 2. Chánh "
       "án\nMột người.",
       "art_1 art_2"},
  });
}

TEST(Sequence, FindsArticlesThatLostTheirLineBreaks) {
  const struct {
    const char* reason;
    const char* text;
    const char* ids;
  } kRows[] = {
      {"behind the mark that ends new wording",
       "Điều 1. Sửa đổi Điều 5 Luật Bến như sau:\n\"Điều 5. Phí\nThu phí.\"Điều 2. Hiệu lực\nTừ "
       "nay.\n",
       "art_1 art_2"},
      {"the same with typographic marks and a full stop",
       "Điều 1. Sửa đổi Điều 5 Luật Bến như sau:\n“Điều 5. Phí\nThu phí.”. Điều 2. Hiệu lực\nTừ "
       "nay.\n",
       "art_1 art_2"},
      {"the mark that opens new wording is none",
       "Điều 1. Sửa đổi Điều 5 Luật Bến như sau: \"Điều 5. Phí\nThu phí.\"\nĐiều 2. Hiệu lực\nTừ "
       "nay.\n",
       "art_1 art_2"},
      {"behind the title of a chapter, its number on the next line",
       "Chương I BẾN ĐÒ Điều\n1. Bến\nMột bến.\nChương II PHÍ VÀ LỆ PHÍ Điều\n2. Phí\nThu phí.\n",
       "art_1 art_2"},
      {"behind a sentence, in a text that wraps its lines",
       "Điều 1. Bến\nChủ bến giữ sổ của bến và ghi vào đó tên của mọi\nngười qua lại trong ngày "
       "cùng "
       "với số tiền mà họ đã\ntrả cho chủ bến và cho người chèo đò, rồi nộp sổ về\nphòng của xã "
       "vào "
       "cuối mỗi tháng để xã biết mà thu.\nĐiều\n2. Phí\nThu phí của người qua lại theo giá mà xã "
       "đã "
       "định ra\nvà ghi rõ ở bến để cho ai cũng đọc được khi qua đò.\n",
       "art_1 art_2"},
      {"the label of the first clause at the end of the heading",
       "Điều 1. Phí bến 1.\nNgười qua đò trả phí.\n2. Chủ bến thu phí.\n",
       "art_1 art_1__clause_1 art_1__clause_2"},
      {"the heading of a chapter and a section behind the sentence above",
       "Chương I BẾN\nĐiều 1. Bến\n1. Một.\n2. Chủ bến giữ sổ. Chương II PHÍ BẾN Mục 1. MỨC "
       "PHÍ\nĐiều 2. "
       "Phí\nThu phí.\n",
       "art_1 art_1__clause_1 art_1__clause_2 art_2"},
      {"a number of something else ends the heading",
       "Điều 1. Bãi bỏ Phụ lục 1.\nĐiều 2. Phí\nThu phí.\n", "art_1 art_2"},
      {"behind what is left of an article",
       "Điều 1. Bến\nMột bến.\nĐiều 2.\n[8] (được bãi bỏ) Điều\n3. Phí\nThu phí.\n",
       "art_1 art_2 art_3"},
      {"a unit cited behind a quotation goes on with its sentence",
       "Điều 1. Bến\nCụm từ \"bến\" Điều 5 và Điều 6 được bỏ.\nĐiều 2. Phí\nThu phí.\n",
       "art_1 art_2"},
  };
  for (const auto& row : kRows) {
    EXPECT_EQ(ids_of(testing::parse(row.text, true).document), row.ids) << row.reason;
  }
}

TEST(Labels, OfOlderTexts) {
  expect_ids({
      {"khoản and điểm closed by a dash, a heading without its space",
       "Điều 1\n1- Chủ bến lập sổ gồm:\na- Sổ đi;\nb- Sổ về.\n2-Ban quản lý kiểm tra.\nĐiều2. Phí\n"
       "1- Thu hằng tháng.",
       "art_1 art_1__clause_1 art_1__clause_1__point_a art_1__clause_1__point_b art_1__clause_2 "
       "art_2 "
       "art_2__clause_1"},
      {"articles without their full stop, one of them lost in the line before",
       "Điều 1 Bến là nơi tàu đỗ.\nĐiều 2 Chủ bến lập sổ.\nĐiều 3 Tàu phải đỗ đúng chỗ.\nĐiều 4 "
       "Phí "
       "thu hằng tháng.\nĐiều 5 Người đi đò trả phí.\nNgười già được miễn. Điều 6 Sổ được giữ năm "
       "năm.\nĐiều 7 Luật này có hiệu lực từ ngày công bố.",
       "art_1 art_2 art_3 art_4 art_5 art_7"},
      {"points closed by a full stop",
       "Điều 1. Sổ gồm:\na. Sổ đi;\nb. Sổ về.\nĐiều 2. Phí\n1- 2 lần mỗi năm thu một lần.",
       "art_1 art_1__point_a art_1__point_b art_2"},
  });
}

TEST(Sequence, PlanInsideAnArticleOfADecision) {
  expect_ids({
      {"I. below the lead-in of an article, numbers begin again below each",
       "Điều 1. Phê duyệt Đề án bến đò với các nội dung sau:\nI. QUAN ĐIỂM\n1. An toàn.\n2. Thuận "
       "lợi.\n"
       "II. MỤC TIÊU\n1. Đến năm 2030:\na) Bến chính;\nb) Bến phụ.\nĐiều 2. Thi hành\n1. Các sở.",
       "art_1 art_1__sec_1 art_1__sec_1__clause_1 art_1__sec_1__clause_2 art_1__sec_2 "
       "art_1__sec_2__clause_1 art_1__sec_2__clause_1__point_a art_1__sec_2__clause_1__point_b "
       "art_2 "
       "art_2__clause_1"},
      {"a Roman number elsewhere is text",
       "Điều 1. Sổ\n1. Sổ theo các nhóm:\nI. Nhóm lớn\nII. Nhóm nhỏ\n2. Phí.",
       "art_1 art_1__clause_1 art_1__clause_2"},
  });
}

TEST(Sequence, HeadingsAboveArticles) {
  const auto all = [](const char* text) {
    std::string out;
    for (const Provision& provision : testing::parse(text).document.provisions) {
      if (provision.level >= Level::kPart) out += (out.empty() ? "" : " ") + provision.id;
    }
    return out;
  };
  EXPECT_EQ(
      all("MỤC LỤC\nChương I: BẾN\nChương II: PHÍ\nChương I:\nBẾN\nĐiều 1. Bến\nChương II:\nPHÍ\n"
          "Điều 2. Phí"),
      "chp_1 art_1 chp_2 art_2")
      << "the chapters of a table of contents";
  EXPECT_EQ(all("Căn cứ Luật Đò;\nMục 1: BẾN\nĐiều 1. Bến\nBến chính.\nMục 2: PHÍ\nĐiều 2. Phí"),
            "sec_1 art_1 sec_2 art_2")
      << "sections without chapters";
  EXPECT_EQ(
      all("Chương I\nBẾN\nĐiều 1 Luật này quy định về bến đò.\nĐiều 2 Luật này áp dụng với chủ "
          "bến.\n"
          "Chương II Nghị định số 5/2021/NĐ-CP có hiệu lực từ ngày ký.\nĐiều 3 Chủ bến lập sổ."),
      "chp_1 art_1 art_2 art_3")
      << "a cited chapter is no heading, an article without a heading is one";
}

TEST(Labels, BelowHeadingsThatEndInTheNameOfAUnit) {
  for (const char* heading : {"Điều 1. Bãi bỏ một số điểm, khoản", "Điều 1. Hỗ trợ xây chợ để ở",
                              "Điều 1. Huân chương", "Điều 1. Thẻ bán hàng tại điểm"}) {
    const std::string text =
        std::string(heading) + "\n\n1. Ban quản lý lập sổ.\n\n2. Sở kiểm tra.\n";
    EXPECT_EQ(ids_of(testing::parse(text, true).document), "art_1 art_1__clause_1 art_1__clause_2")
        << heading;
  }
  EXPECT_EQ(ids_of(testing::parse(
                       "Điều 1. Bến\n1. Một.\nMỤC\n2. HÒA GIẢI\nĐiều 2. Hòa giải\n1. Hai.", true)
                       .document),
            "art_1 art_1__clause_1 art_2 art_2__clause_1")
      << "the heading of a section broken behind its word";
}

}  // namespace
}  // namespace rasoat
