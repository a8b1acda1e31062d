#include "citation/find.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "citation/support.h"

namespace rasoat {
namespace {

using ::testing::ElementsAreArray;

struct Case {
  const char* reason;
  const char* sentence;               // stands as khoản 2 of Điều 4 of a Quyết định
  std::vector<std::string> expected;  // "document provision"
};

std::vector<std::string> targets(const char* sentence) {
  const auto found = testing::find_in(
      std::string("Số: 12/2024/QĐ-UBND\nQUYẾT ĐỊNH\nVề việc quản lý bến thuyền\n"
                  "Điều 1. Phạm vi\n1. Bến thuyền.\nĐiều 2. Đối tượng\n1. Chủ bến.\n"
                  "Điều 3. Giải thích\n1. Bến.\nĐiều 4. Quy định chung\n1. Mở đầu.\n2. ") +
      sentence);
  std::vector<std::string> out;
  for (const Reference& reference : found.references)
    out.push_back(reference.document + " " + reference.provision);
  return out;
}

const Case kCases[] = {
    {"one chain, small to large",
     "Theo điểm a khoản 2 Điều 5 Quyết định này.",
     {"this art_5__clause_2__point_a"}},
    {"the other order", "Theo Điều 5 khoản 2 của Quyết định này.", {"this art_5__clause_2"}},
    {"a list of clauses shares its article",
     "Theo khoản 1 và khoản 3 Điều 5.",
     {"this art_5__clause_1", "this art_5__clause_3"}},
    {"numbers without their word",
     "Theo các khoản 1, 2 và 4 Điều 5.",
     {"this art_5__clause_1", "this art_5__clause_2", "this art_5__clause_4"}},
    {"letters; d and đ differ",
     "Theo các điểm d, đ và e khoản 1 Điều 7.",
     {"this art_7__clause_1__point_d", "this art_7__clause_1__point_đ",
      "this art_7__clause_1__point_e"}},
    {"a range in the legal alphabet, which has no f",
     "Theo từ điểm d đến điểm g khoản 1 Điều 7.",
     {"this art_7__clause_1__point_d", "this art_7__clause_1__point_đ",
      "this art_7__clause_1__point_e", "this art_7__clause_1__point_g"}},
    {"a range of articles",
     "Theo từ Điều 5 đến Điều 8.",
     {"this art_5", "this art_6", "this art_7", "this art_8"}},
    {"two complete chains",
     "Theo khoản 1 Điều 5 và điểm b khoản 2 Điều 6.",
     {"this art_5__clause_1", "this art_6__clause_2__point_b"}},
    {"the whole article after a clause",
     "Theo khoản 1 Điều 5 và Điều 6.",
     {"this art_5__clause_1", "this art_6"}},
    {"a point and a clause share the article",
     "Theo khoản 6, điểm d khoản 7 Điều 2.",
     {"this art_2__clause_6", "this art_2__clause_7__point_d"}},
    {"comma between levels", "Theo điểm a, khoản 1, Điều 5.", {"this art_5__clause_1__point_a"}},
    {"inserted units", "Theo điểm a1 khoản 2a Điều 12b.", {"this art_12b__clause_2a__point_a1"}},
    {"relative: this clause", "Theo điểm a khoản này.", {"this art_4__clause_2__point_a"}},
    {"relative: this article", "Theo khoản 1 Điều này.", {"this art_4__clause_1"}},
    {"a clause alone is of the same article",
     "Trường hợp tại khoản 1 thì làm lại.",
     {"this art_4__clause_1"}},
    {"a decree by number",
     "Theo Điều 3 Nghị định số 34/2016/NĐ-CP ngày 14/5/2016 của Chính phủ.",
     {"34/2016/NĐ-CP art_3"}},
    {"spaces inside a number",
     "Theo Nghị quyết số 190/2025/QH 15 và Quyết định số 608/QĐ- TTg.",
     {"190/2025/QH15 ", "608/QĐ-TTg "}},
    {"the term read wrongly", "Theo Luật số 64/2025/QHI5.", {"64/2025/QH15 "}},
    {"numbers of a list",
     "Theo các Nghị định số 78/2025/NĐ-CP, số 79/2025/NĐ-CP và 187/2025/NĐ-CP.",
     {"78/2025/NĐ-CP ", "79/2025/NĐ-CP ", "187/2025/NĐ-CP "}},
    {"old forms", "Theo Nghị định 66-HĐBT và Quyết định 299/TTg.", {"66-HĐBT ", "299/TTg "}},
    {"a law by name and year",
     "Theo Điều 62 Luật Đất đai năm 2013.",
     {"name:luật đất đai|2013 art_62"}},
    {"a law by name and date",
     "Theo Luật Tổ chức chính quyền địa phương ngày 16/6/2025.",
     {"name:luật tổ chức chính quyền địa phương|2025 "}},
    {"a law by name and number", "Theo Luật Lưu trữ số 33/2024/QH15.", {"33/2024/QH15 "}},
    {"a name with commas, from the table",
     "Theo Luật Phòng, chống tham nhũng và các quy định khác.",
     {"name:luật phòng, chống tham nhũng "}},
    {"one amending law, one mention",
     "Theo Luật sửa đổi, bổ sung một số điều của Luật Xây dựng số 62/2020/QH14.",
     {"62/2020/QH14 "}},
    {"a regulation issued with a decision",
     "Theo Điều 7 Quy chế ban hành kèm theo Quyết định số 05/2019/QĐ-UBND.",
     {"05/2019/QĐ-UBND att_1__art_7"}},
    {"no account, no time, no lawyer",
     "Nộp vào tài khoản 112, tại thời điểm a; Luật sư và Quyết định của mình; Chương trình 3 mục "
     "tiêu.",
     {}},
    {"trọng điểm is a word, trọng khoản none: the clause is read",
     "Vi phạm nghiêm trọng khoản 4 và khoản 5 Điều 5.",
     {"this art_5__clause_4", "this art_5__clause_5"}},
    {"no space after the comma of a list",
     "Theo các khoản 1,2 và 3 Điều này.",
     {"this art_4__clause_1", "this art_4__clause_2", "this art_4__clause_3"}},
    {"texts without Điều call a clause điểm",
     "Theo điểm 2 mục III Thông tư số 10/2004/TT-BTC.",
     {"10/2004/TT-BTC sec_3__clause_2"}},
    {"comma between such levels, and a list",
     "Theo điểm 1, điểm 2, mục IV Thông tư số 10/2004/TT-BTC.",
     {"10/2004/TT-BTC sec_4__clause_1", "10/2004/TT-BTC sec_4__clause_2"}},
    {"a clause of two numbers carries the one above it",
     "Theo điểm 2.1 Mục I Thông tư số 10/2004/TT-BTC.",
     {"10/2004/TT-BTC sec_1__clause_2__clause_2-1"}},
    {"a numbered point of a resolution",
     "Theo điểm 13 của Nghị quyết số 142/2024/QH15.",
     {"142/2024/QH15 clause_13"}},
    {"marks are no units", "Đạt từ điểm 5 trở lên theo thang điểm 10.", {}},
    {"the law in a treaty's name is no law",
     "Theo Công ước của Liên hợp quốc về Luật Biển năm 1982.",
     {}},
    {"pháp luật in capitals is no law", "TUYÊN TRUYỀN PHÁP LUẬT CHO MỘT SỐ NGƯỜI", {}},
    {"counted things", "Bổ sung 1 Điều và 2 khoản; xếp hạng 3 điểm b.", {}},
    {"a form issued with this text is a form",
     "Theo Mẫu số 01 ban hành kèm theo Quyết định này.",
     {}},
    {"a mục below an article is a clause",
     "Theo điểm b, mục 3, Điều 4 Nghị định số 30/1998/NĐ-CP.",
     {"30/1998/NĐ-CP art_4__clause_3__point_b"}},
    {"comma between Mục and Phần",
     "Theo Mục II, Phần A Thông tư số 10/2004/TT-BTC.",
     {"10/2004/TT-BTC sec_a__sec_2"}},
    {"the level below a numbered point",
     "Theo tiết 2.1 điểm 2 mục II và tiết a điểm 2 mục III Thông tư số 10/2004/TT-BTC.",
     {"10/2004/TT-BTC sec_2__clause_2__clause_2-1", "10/2004/TT-BTC sec_3__clause_2__point_a"}},
    {"the level below a point with a letter has no id",
     "Theo tiết 1 điểm a khoản 2 Điều 5.",
     {"this art_5__clause_2__point_a"}},
    {"the last number of a list before other words",
     "Các khoản 1, 2 và 3 nêu trên; khoản 1, 2 và 4 thì bỏ.",
     {"this art_4__clause_1", "this art_4__clause_2", "this art_4__clause_3",
      "this art_4__clause_1", "this art_4__clause_2", "this art_4__clause_4"}},
    {"a number that counts things is none of the list",
     "Theo khoản 1 và 30 chủ bến.",
     {"this art_4__clause_1"}},
    {"a part of the unit that is named after it",
     "Theo khoản 1 và một số điểm, khoản của Điều 3 Nghị định số 34/2016/NĐ-CP.",
     {"34/2016/NĐ-CP art_3__clause_1", "34/2016/NĐ-CP art_3"}},
    {"lists of points below lists of clauses",
     "Theo các điểm a, b và c khoản 1, các điểm a và b khoản 2 Điều 5 và khoản 3 Điều 6 Luật Thủ "
     "đô.",
     {"name:luật thủ đô art_5__clause_1__point_a", "name:luật thủ đô art_5__clause_1__point_b",
      "name:luật thủ đô art_5__clause_1__point_c", "name:luật thủ đô art_5__clause_2__point_a",
      "name:luật thủ đô art_5__clause_2__point_b", "name:luật thủ đô art_6__clause_3"}},
    {"articles, clauses and points in one list",
     "Theo Điều 5, khoản 2 Điều 6 và điểm a khoản 1 Điều 7 của Quyết định này.",
     {"this art_5", "this art_6__clause_2", "this art_7__clause_1__point_a"}},
    {"spaces around the dash of a symbol",
     "Theo Nghị định số 34 /2016/ NĐ – CP và Quyết định số 608/QĐ - TTg.",
     {"34/2016/NĐ-CP ", "608/QĐ-TTg "}},
    {"a dash of the sentence is none of the symbol",
     "Theo Nghị định số 34/2016/NĐ-CP – Quy định chung.",
     {"34/2016/NĐ-CP "}},
    {"symbols without the stroke, with a low line, without a space before them",
     "Theo Nghị định số 35/2016/ND-CP, Thông tư số 99/1998/TT_BTC và Tờ trình số374/TTr-CP.",
     {"35/2016/NĐ-CP ", "99/1998/TT-BTC ", "374/TTr-CP "}},
    {"a type in short, or one that is no type, before a number",
     "Theo NĐ 34/2016/NĐ-CP và Kết luận 127-KL/TW; NĐ khác.",
     {"34/2016/NĐ-CP ", "127-KL/TW "}},
    {"a number without its symbol is that of a document named before",
     "Theo Nghị định số 34/2016/NĐ-CP và Nghị định số 35/2018/NĐ-CP. Theo Điều 2 Nghị định 34, "
     "Điều 3 Nghị định số 35/2018 và Nghị định 36.",
     {"34/2016/NĐ-CP ", "35/2018/NĐ-CP ", "34/2016/NĐ-CP art_2", "35/2018/NĐ-CP art_3"}},
    {"a bracketed short number defines an alias, and is no mention",
     "Theo Nghị định số 34/2016/NĐ-CP (Nghị định 34). Theo Điều 2 Nghị định 34.",
     {"34/2016/NĐ-CP ", "34/2016/NĐ-CP art_2"}},
    {"two aliases of one type are told by their numbers",
     "Theo Quyết định số 1/2017/QĐ-TTg (sau đây gọi là Quyết định số 1/2017) và Quyết định số "
     "5/2019/QĐ-TTg sửa đổi Quyết định số 1/2017 (sau đây gọi là Quyết định số 5/2019). Theo Quyết "
     "định số 5/2019.",
     {"1/2017/QĐ-TTg ", "5/2019/QĐ-TTg ", "1/2017/QĐ-TTg ", "5/2019/QĐ-TTg "}},
    {"a law with a name in small letters behind its unit",
     "Theo khoản 4 Điều 3 Luật bến bãi ven sông.",
     {"name:luật bến bãi ven sông art_3__clause_4"}},
    {"the name of an amending law ends with the laws that it names",
     "Thi hành Luật sửa đổi, bổ sung một số điều của Luật Xây dựng trên địa bàn tỉnh.",
     {"name:luật sửa đổi, bổ sung một số điều của luật xây dựng "}},
    {"words about words are no references",
     "Thay cụm từ “khoản 1 Điều 8” thành cụm từ “khoản 2 Điều 8” cho gọn.",
     {}},
    {"notes of portals stand inside references",
     "Theo điểm m [Điểm này được hướng dẫn bởi Điều 3 Thông tư 01/2020/TT-BNV] khoản 2 Điều 5[1] "
     "của Luật Thủ đô.",
     {"name:luật thủ đô art_5__clause_2__point_m"}},
    {"the mark of a footnote before what it says",
     "7 Điều 11 của Thông tư số 12/2024/TT-BXD có hiệu lực.",
     {"12/2024/TT-BXD art_11"}},
    {"a law's name goes on to its number",
     "Theo Luật phòng lũ, chống lụt và cứu hộ bến bãi số 55/2024/QH15.",
     {"55/2024/QH15 "}},
    {"an amending law that gives the numbers of the laws it amends is one mention",
     "Theo Luật sửa đổi, bổ sung một số điều của Luật Đất đai số 31/2024/QH15, Luật Nhà ở số "
     "27/2023/QH15 ngày 29 tháng 6 năm 2024.",
     {"name:luật sửa đổi, bổ sung một số điều của luật đất đai số 31/2024/qh15, luật nhà ở số "
      "27/2023/qh15|2024 "}},
    {"laws in general", "Theo Luật về thuế và các Luật liên quan đến bến bãi.", {}},
    {"a regulation issued with a decision, without theo",
     "Theo Điều 12 Quy trình ban hành kèm Quyết định 19/QĐ-TCHQ.",
     {"19/QĐ-TCHQ att_1__art_12"}},
    {"units of a Phụ lục that is named behind them",
     "Sửa đổi mục 5 phần B và mục 12 phần B Phụ lục III; điểm a.1 mục 2.",
     {}},
    {"this article is of this text, whatever the list ends with",
     "Theo khoản 1 Điều này và điểm n khoản 1 Điều 2 của Luật Thủ đô.",
     {"this art_4__clause_1", "name:luật thủ đô art_2__clause_1__point_n"}},
    {"an exception shares the document that is named behind it",
     "Theo các điều 9 và 12, trừ quy định tại khoản 1 Điều 12 của Luật Thủ đô.",
     {"name:luật thủ đô art_9", "name:luật thủ đô art_12", "name:luật thủ đô art_12__clause_1"}},
    {"a bare type is the only document of it that was named",
     "Theo Nghị định số 34/2016/NĐ-CP. Theo khoản 1 Điều 33 của Nghị định.",
     {"34/2016/NĐ-CP ", "34/2016/NĐ-CP art_33__clause_1"}},
    {"a text that the words do not tell is no target",
     "Theo khoản 1 Điều 33 của Nghị định và Điều 12 của Điều lệ bến.",
     {}},
    {"articles of treaties and contracts are not of this text",
     "Theo Điều 5 Hiệp định về bến và khoản 2 Điều 6 của Hợp đồng này.",
     {}},
    {"this text, with a word about it",
     "Bến theo Quyết định phê duyệt này và Quyết định có hiệu lực năm này.",
     {"this "}},
    {"a paper that the text speaks of is not the text",
     "Lập biên bản giao bến. Văn bản này gửi chủ bến; các kết luận này do chủ bến giữ.",
     {}},
    {"and none that a number named before",
     "Theo Văn bản số 15/BGTVT-VT. Văn bản này gửi chủ bến.",
     {"15/BGTVT-VT "}},
    {"the heading of new wording", "Tên như sau: “Điều 5. Bến thuyền”.", {}},
    {"a heading that a source left in a paragraph",
     "QUY ĐỊNH CHUNG Điều 9. Nguyên tắc quản lý",
     {}},
    {"portals' notes are not the text",
     "Lập hồ sơ [Khoản này được hướng dẫn bởi Điều 3 Thông tư 01/2020/TT-BNV].",
     {}},
};

TEST(FindReferencesTest, ReadsEachShape) {
  for (const Case& c : kCases)
    EXPECT_THAT(targets(c.sentence), ElementsAreArray(c.expected)) << c.reason << "\n"
                                                                   << c.sentence;
}

TEST(FindReferencesTest, TellsKindsInAnAmendingDecision) {
  const auto found = testing::find_in(
      "Số: 20/2025/QĐ-UBND\nQUYẾT ĐỊNH\nSửa đổi, bổ sung một số điều của Quyết định số "
      "12/2024/QĐ-UBND\n"
      "Căn cứ Luật Đất đai số 31/2024/QH15;\n"
      "Điều 1. Sửa đổi, bổ sung một số điều của Quyết định số 12/2024/QĐ-UBND\n"
      "1. Sửa đổi, bổ sung khoản 2 Điều 4 như sau:\n"
      "“2. Theo Điều này và Điều 9.”.\n"
      "2. Bổ sung khoản 3 vào sau khoản 2 Điều 4 như sau:\n"
      "“3. Chủ bến lập sổ.”.\n"
      "3. Bãi bỏ điểm a khoản 1 Điều 6.\n"
      "4. Thay thế cụm từ “bến đò” bằng cụm từ “bến thuyền” tại Điều 7.\n"
      "Điều 2. Quyết định này thay thế Quyết định số 03/2020/QĐ-UBND; Quyết định số "
      "04/2020/QĐ-UBND hết hiệu lực từ ngày ký.");
  EXPECT_THAT(found.lines(),
              ElementsAreArray({
                  "title > 12/2024/QĐ-UBND  amend",
                  "preamble > 31/2024/QH15  basis",
                  "art_1 > 12/2024/QĐ-UBND  amend",
                  "art_1__clause_1 > 12/2024/QĐ-UBND art_4__clause_2 amend",
                  "art_1__clause_2 > 12/2024/QĐ-UBND art_4__clause_3 insert",
                  "art_1__clause_2 > 12/2024/QĐ-UBND art_4__clause_2 cite",
                  "art_1__clause_3 > 12/2024/QĐ-UBND art_6__clause_1__point_a repeal",
                  "art_1__clause_4 > 12/2024/QĐ-UBND art_7 replace",
                  "art_2 > this  cite",
                  "art_2 > 03/2020/QĐ-UBND  replace",
                  "art_2 > 04/2020/QĐ-UBND  repeal",
              }));
}

struct KindCase {
  const char* reason;
  const char* sentence;               // stands as khoản 2 of Điều 1 of a Quyết định
  std::vector<std::string> expected;  // "document provision kind"
};

const KindCase kKindCases[] = {
    {"the documents of a list all cease",
     "Quyết định số 3/2011/QĐ-UBND quy định bến đò, Quyết định số 4/2012/QĐ-UBND; Quyết định số "
     "5/2013/QĐ-UBND hết hiệu lực từ ngày ký.",
     {"3/2011/QĐ-UBND  repeal", "4/2012/QĐ-UBND  repeal", "5/2013/QĐ-UBND  repeal"}},
    {"what follows takes effect, what stands before ceases",
     "Quyết định này thay thế Quyết định số 3/2011/QĐ-UBND; Quyết định số 4/2012/QĐ-UBND hết hiệu "
     "lực.",
     {"this  cite", "3/2011/QĐ-UBND  replace", "4/2012/QĐ-UBND  repeal"}},
    {"a text ends itself", "Quyết định này hết hiệu lực từ năm 2030.", {"this  repeal"}},
    {"a verb of the matter amends nothing",
     "Bổ sung hồ sơ quy định tại khoản 1 Điều 5 Quyết định số 3/2011/QĐ-UBND.",
     {"3/2011/QĐ-UBND art_5__clause_1 cite"}},
    {"nor does a text amend itself",
     "Thay thế chủ bến quy định tại khoản 1 Điều này; bổ sung khoản 1.",
     {"this art_1__clause_1 cite", "this art_1__clause_1 cite"}},
    {"several verbs in one breath: the first",
     "Sửa đổi, bãi bỏ, thay thế một số điều, phụ lục của Quyết định số 3/2011/QĐ-UBND.",
     {"3/2011/QĐ-UBND  amend"}},
    {"units before the document that they share",
     "Bãi bỏ khoản 6 Điều 1; cụm từ “bến đò” tại khoản 1 Điều 2 và Điều 3 Quyết định số "
     "3/2011/QĐ-UBND.",
     {"3/2011/QĐ-UBND art_1__clause_6 repeal", "3/2011/QĐ-UBND art_2__clause_1 repeal",
      "3/2011/QĐ-UBND art_3 repeal"}},
    {"what is issued with a decision is taken out of it",
     "Bãi bỏ Quy trình cấp phép bến ban hành kèm theo Quyết định số 3/2011/QĐ-UBND.",
     {"3/2011/QĐ-UBND  repeal"}},
    {"a portal's note says nothing of the target",
     "Theo Quyết định số 3/2011/QĐ-UBND [Khoản này hết hiệu lực bởi Điều 3 Luật Thủ đô].",
     {"3/2011/QĐ-UBND  cite"}},
    {"what goes on of a text that ends",
     "Quyết định số 3/2011/QĐ-UBND hết hiệu lực, trừ các quy định tại Điều 9.",
     {"3/2011/QĐ-UBND  repeal", "3/2011/QĐ-UBND art_9 cite"}},
    {"a correction",
     "Đính chính lỗi kỹ thuật tại Quyết định số 3/2011/QĐ-UBND.",
     {"3/2011/QĐ-UBND  amend"}},
};

TEST(FindReferencesTest, TellsWhatIsDoneToEachTarget) {
  for (const KindCase& c : kKindCases) {
    const auto found =
        testing::find_in(std::string("Số: 12/2024/QĐ-UBND\nQUYẾT ĐỊNH\nVề việc quản lý bến thuyền\n"
                                     "Điều 1. Quy định chung\n1. Mở đầu.\n2. ") +
                         c.sentence);
    std::vector<std::string> lines;
    for (const Reference& r : found.references)
      lines.push_back(r.document + " " + r.provision + " " + std::string(name_of(r.kind)));
    EXPECT_THAT(lines, ElementsAreArray(c.expected)) << c.reason << "\n" << c.sentence;
  }
}

TEST(FindReferencesTest, ItemsOfAListThatIsIntroducedAbove) {
  const auto found = testing::find_in(
      "THÔNG TƯ\nQuy định về bến\nĐiều 1. Hiệu lực\n"
      "1. Kể từ ngày Thông tư này có hiệu lực, các quy định sau đây hết hiệu lực:\n"
      "a) Khoản 8 Điều 1 Thông tư số 1/2019/TT-BXD sửa đổi, bổ sung một số điều của Thông tư số "
      "2/2017/TT-BXD quy định về bến;\n"
      "b) Khoản 6 Điều 1; cụm từ “Điều 10” tại khoản 1 Điều 2; cụm từ “bến đò”, cụm từ “bến cũ” "
      "tại "
      "Điều 3 Thông tư số 3/2021/TT-BXD.");
  EXPECT_THAT(found.lines(), ElementsAreArray({
                                 "art_1__clause_1 > this  cite",
                                 "art_1__clause_1__point_a > 1/2019/TT-BXD art_1__clause_8 repeal",
                                 "art_1__clause_1__point_a > 2/2017/TT-BXD  cite",
                                 "art_1__clause_1__point_b > 3/2021/TT-BXD art_1__clause_6 repeal",
                                 "art_1__clause_1__point_b > 3/2021/TT-BXD art_2__clause_1 repeal",
                                 "art_1__clause_1__point_b > 3/2021/TT-BXD art_3 repeal",
                             }));
}

TEST(FindReferencesTest, TheBasesOfATextAreReadOverBrokenLines) {
  const auto found = testing::find_in(
      "THÔNG TƯ\nHướng dẫn việc ghi sổ\nCăn cứ Luật Hộ tịch số 60/2014/QH13;\n"
      "Luật Thủ đô số 39/2024/QH15;\n"
      "Căn cứ các Nghị định của Chính phủ: số 1/2019/NĐ-CP quy định bến bãi; số 2/2020/NĐ-CP về "
      "ghi sổ và số 3/2021/NĐ-CP về bến;\n"
      "Theo đề nghị của Cục trưởng tại Tờ trình số 7/TTr-CBB.\n"
      "Điều 1. Phạm vi\nGhi sổ.");
  EXPECT_THAT(found.lines(), ElementsAreArray({
                                 "preamble > 60/2014/QH13  basis",
                                 "preamble > 39/2024/QH15  basis",
                                 "preamble > 1/2019/NĐ-CP  basis",
                                 "preamble > 2/2020/NĐ-CP  basis",
                                 "preamble > 3/2021/NĐ-CP  basis",
                                 "preamble > 7/TTr-CBB  cite",
                             }));
}

TEST(FindReferencesTest, AnAmendingLawNamesTheLawThatItAmends) {
  const auto found = testing::find_in(
      "Luật số: 9/2030/QH16\nLUẬT\nSỬA ĐỔI, BỔ SUNG MỘT SỐ ĐIỀU CỦA LUẬT HỘ TỊCH\n"
      "Quốc hội ban hành Luật sửa đổi, bổ sung một số điều của Luật Hộ tịch số 60/2014/QH13.\n"
      "Điều 1. Sửa đổi, bổ sung một số điều của Luật Hộ tịch\n"
      "1. Sửa đổi, bổ sung tên Điều và khoản 1, một số điểm của khoản 2 Điều 4 như sau:\n"
      "“1. Ghi sổ.”.");
  EXPECT_THAT(found.lines(), ElementsAreArray({
                                 "title > name:luật hộ tịch  amend",
                                 "preamble > 60/2014/QH13  amend",
                                 "art_1 > name:luật hộ tịch  amend",
                                 "art_1__clause_1 > name:luật hộ tịch art_4__clause_1 amend",
                                 "art_1__clause_1 > name:luật hộ tịch art_4__clause_2 amend",
                             }));
}

TEST(FindReferencesTest, NewUnitsTakeTheirPlaceFromTheUnitBesideThem) {
  const auto found = testing::find_in(
      "THÔNG TƯ\nSửa đổi Thông tư số 1/2019/TT-BXD\n"
      "Điều 1. Sửa đổi, bổ sung một số điều của Thông tư số 1/2019/TT-BXD\n"
      "1. Bổ sung các khoản 1a và 1b vào sau khoản 1 Điều 4 như sau:\n“1a. Bến.”.\n"
      "2. Bổ sung thêm điểm đ vào khoản 2 Điều 4 như sau:\n“đ) Bến.”.\n"
      "3. Bổ sung Điều 6a vào sau\nĐiều 6 như sau:\n“Điều 6a. Bến”.");
  EXPECT_THAT(found.lines(), ElementsAreArray({
                                 "title > 1/2019/TT-BXD  amend",
                                 "art_1 > 1/2019/TT-BXD  amend",
                                 "art_1__clause_1 > 1/2019/TT-BXD art_4__clause_1a insert",
                                 "art_1__clause_1 > 1/2019/TT-BXD art_4__clause_1b insert",
                                 "art_1__clause_1 > 1/2019/TT-BXD art_4__clause_1 cite",
                                 "art_1__clause_2 > 1/2019/TT-BXD art_4__clause_2__point_đ insert",
                                 "art_1__clause_3 > 1/2019/TT-BXD art_6a insert",
                                 "art_1__clause_3 > 1/2019/TT-BXD art_6 cite",
                             }));
}

TEST(FindReferencesTest, ATitleListsTheDocumentsThatItAmendsWithTheirNames) {
  const auto found = testing::find_in(
      "THÔNG TƯ\nSửa đổi một số điều của Thông tư số 1/2019/TT-BXD ngày 02 tháng 01 năm 2019 của "
      "Bộ trưởng Bộ Xây dựng hướng dẫn quản lý bến và bãi, Thông tư số 2/2020/TT-BXD ngày 03 tháng "
      "02 năm 2020 của Bộ trưởng Bộ Xây dựng quy định về cầu theo Nghị định số 3/2018/NĐ-CP\n"
      "Điều 1. Phạm vi\n1. Bến.");
  EXPECT_THAT(found.lines(), ElementsAreArray({
                                 "title > 1/2019/TT-BXD  amend",
                                 "title > 2/2020/TT-BXD  amend",
                                 "title > 3/2018/NĐ-CP  cite",
                             }));
}

TEST(FindReferencesTest, UnitsThatATextDetailsAreTheLaws) {
  const std::string head =
      "NGHỊ ĐỊNH\nQuy định chi tiết một số điều của Luật Bến đò\nĐiều 1. Phạm vi\n";
  EXPECT_THAT(
      testing::find_in(head + "Nghị định này quy định chi tiết khoản 3 Điều 22, Điều 34; biện "
                              "pháp thi hành Luật Bến đò.\nĐiều 2. Bến\n1. Theo Điều 5.")
          .lines(),
      ElementsAreArray({
          "title > name:luật bến đò  cite",
          "art_1 > this  cite",
          "art_1 > name:luật bến đò art_22__clause_3 cite",
          "art_1 > name:luật bến đò art_34 cite",
          "art_1 > name:luật bến đò  cite",
          "art_2__clause_1 > this art_5 cite",
      }));
  EXPECT_THAT(
      testing::find_in(head + "Nghị định này quy định chi tiết các điều sau đây của Bộ luật Hàng "
                              "hải:\n1. Bến theo khoản 3 Điều 12.\n2. Phí theo Điều 13.")
          .lines(),
      ElementsAreArray({
          "title > name:luật bến đò  cite",
          "art_1 > this  cite",
          "art_1 > name:bộ luật hàng hải  cite",
          "art_1__clause_1 > name:bộ luật hàng hải art_12__clause_3 cite",
          "art_1__clause_2 > name:bộ luật hàng hải art_13 cite",
      }));
}

TEST(FindReferencesTest, UnitsMayStandBehindWhatHoldsThem) {
  const struct {
    const char* words;
    std::vector<std::string> found;
  } kRows[] = {
      {"Điều 9, khoản 1, điểm a Luật Bến đò", {"name:luật bến đò art_9__clause_1__point_a cite"}},
      {"Điều 9, khoản 1 và khoản 2 của Quyết định này",
       {"this art_9__clause_1 cite", "this art_9__clause_2 cite"}},
      {"Điều 9, khoản 1 Điều 10 Luật Bến đò",
       {"name:luật bến đò art_9 cite", "name:luật bến đò art_10__clause_1 cite"}},
      {"Luật Bến đò năm 2013, Điều 9 khoản 1", {"name:luật bến đò|2013 art_9__clause_1 cite"}},
      {"Nghị định số 3/2018/NĐ-CP, Điều 9, khoản 1", {"3/2018/NĐ-CP art_9__clause_1 cite"}},
      {"Nghị định số 3/2018/NĐ-CP (các Điều 9, 10)",
       {"3/2018/NĐ-CP art_9 cite", "3/2018/NĐ-CP art_10 cite"}},
      {"Luật Bến đò, Điều 9 Nghị định số 3/2018/NĐ-CP",
       {"name:luật bến đò  cite", "3/2018/NĐ-CP art_9 cite"}},
      {"Luật Bến đò, khoản 2 Điều này", {"name:luật bến đò  cite", "this art_1__clause_2 cite"}},
      {"Điều 8 Luật Bến đò, Điều 9 và quy định khác",
       {"name:luật bến đò art_8 cite", "this art_9 cite"}},
  };
  for (const auto& row : kRows) {
    std::vector<std::string> wanted;
    for (const std::string& one : row.found) wanted.push_back("art_1__clause_1 > " + one);
    const auto found = testing::find_in(
        std::string("QUYẾT ĐỊNH\nVề bến đò\nĐiều 1. Bến đò\n1. Chủ bến thực hiện ") + row.words +
        ".\n2. Bến.");
    EXPECT_EQ(found.lines(), wanted) << row.words;
  }
}

TEST(FindReferencesTest, NewWordingAmendsNothing) {
  const auto found = testing::find_in(
      "THÔNG TƯ\nSửa đổi Thông tư số 1/2019/TT-BXD\n"
      "Điều 1. Sửa đổi, bổ sung một số điều của Thông tư số 1/2019/TT-BXD\n"
      "1. Sửa đổi, bổ sung khoản 1 Điều 3 như sau:\n“Điều 3. Bến\n"
      "1. Bến quy định tại các khoản 5 và 6 Điều 7 của Luật Đường thủy phải có biển.”.");
  ASSERT_EQ(found.references.size(), 5U);
  for (size_t i = 3; i < found.references.size(); ++i) {
    EXPECT_TRUE(found.references[i].quoted);
    EXPECT_EQ(found.references[i].kind, ReferenceKind::kCite);
  }
}

TEST(FindReferencesTest, PointsTakeTheClauseThatIsNamedBehindThem) {
  const auto found = testing::find_in(
      "THÔNG TƯ\nSửa đổi Thông tư số 1/2019/TT-BXD\n"
      "Điều 1. Sửa đổi, bổ sung một số điều của Thông tư số 1/2019/TT-BXD\n"
      "1. Sửa đổi điểm đ; bổ sung điểm g khoản 1 Điều 2 như sau:\n“đ) Bến;”.");
  EXPECT_THAT(found.lines(), ElementsAreArray({
                                 "title > 1/2019/TT-BXD  amend",
                                 "art_1 > 1/2019/TT-BXD  amend",
                                 "art_1__clause_1 > 1/2019/TT-BXD art_2__clause_1__point_đ amend",
                                 "art_1__clause_1 > 1/2019/TT-BXD art_2__clause_1__point_g insert",
                             }));
}

TEST(FindReferencesTest, AFootnoteTellsTheHistoryOfAUnitThatItDoesNotName) {
  const auto found = testing::find_in(
      "NGHỊ ĐỊNH\nQuy định về bến\nĐiều 1. Phạm vi\n1. Bến.\n"
      "3 Khoản này được sửa đổi theo Điều 3 Nghị định số 2/2021/NĐ-CP.\n"
      "2. Khoản này được áp dụng ngay.");
  EXPECT_THAT(found.lines(), ElementsAreArray({"art_1__clause_1 > 2/2021/NĐ-CP art_3 cite",
                                               "art_1__clause_2 > this art_1__clause_2 cite"}));
}

TEST(FindReferencesTest, AConsolidatedTextSpeaksAsTheTextThatItConsolidates) {
  const auto found = testing::find_in(
      "BỘ XÂY DỰNG\nSố: 7/VBHN-BXD\nVĂN BẢN HỢP NHẤT\nNGHỊ ĐỊNH\nQuy định về bến\n"
      "Nghị định số 1/2019/NĐ-CP của Chính phủ quy định về bến, được sửa đổi, bổ sung bởi:\n"
      "1. Nghị định số 2/2021/NĐ-CP của Chính phủ sửa đổi, bổ sung một số điều của Nghị định số "
      "1/2019/NĐ-CP.\n"
      "Điều 1. Phạm vi\nNghị định này quy định về bến theo Điều 3 Nghị định này.");
  EXPECT_THAT(found.lines(), ElementsAreArray({
                                 "preamble > 1/2019/NĐ-CP  cite",
                                 "preamble > 2/2021/NĐ-CP  cite",
                                 "preamble > 1/2019/NĐ-CP  cite",
                                 "art_1 > this  cite",
                                 "art_1 > this art_3 cite",
                             }));
}

TEST(FindReferencesTest, EachLawOfAListIsAmendedWhateverAmendedTheOneBefore) {
  const auto found = testing::find_in(
      "Luật số: 9/2030/QH16\nLUẬT\nSỬA ĐỔI CÁC LUẬT VỀ BẾN\n"
      "Quốc hội ban hành Luật sửa đổi, bổ sung một số điều của Luật Hộ tịch số 60/2014/QH13 đã "
      "được "
      "sửa đổi, bổ sung theo Luật số 1/2018/QH14, Luật Thủ đô số 39/2024/QH15.\n"
      "Điều 1. Phạm vi\nBến.");
  EXPECT_THAT(found.lines(), ElementsAreArray({
                                 "preamble > 60/2014/QH13  amend",
                                 "preamble > 1/2018/QH14  cite",
                                 "preamble > 39/2024/QH15  amend",
                             }));
}

TEST(FindReferencesTest, AChapterThatAmendsIsReadOverItsBrokenHeading) {
  const auto found = testing::find_in(
      "Số: 20/2025/TT-BXD\nTHÔNG TƯ\nSửa đổi các thông tư về bến\n"
      "Chương I\nSỬA ĐỔI THÔNG TƯ SỐ 1/2019/TT-BXD\nĐiều 1. Bãi bỏ Điều 5\nĐiều 2. Bãi bỏ Điều 6\n"
      "Chương II\nSỬA ĐỔI, BỔ SUNG MỘT SỐ ĐIỀU CỦA THÔNG TƯ\nSỐ 2/2020/TT-BXD VỀ BẾN\n"
      "Điều 3. Bãi bỏ Điều 7\n");
  EXPECT_THAT(found.lines(), ElementsAreArray({
                                 "chp_1 > 1/2019/TT-BXD  amend",
                                 "art_1 > 1/2019/TT-BXD art_5 repeal",
                                 "art_2 > 1/2019/TT-BXD art_6 repeal",
                                 "chp_2 > 2/2020/TT-BXD  amend",
                                 "art_3 > 2/2020/TT-BXD art_7 repeal",
                             }));
}

TEST(FindReferencesTest, UnitsAreReadOverABrokenLine) {
  const auto found = testing::find_in(
      "THÔNG TƯ\nVề bến\nĐiều 1. Phạm vi\n1. Theo khoản 7 và khoản 8\nĐiều 11 Nghị định số "
      "1/2019/NĐ-CP.\nĐiều 2. Ghi sổ theo khoản 1\n1. Ghi sổ.");
  EXPECT_THAT(found.lines(), ElementsAreArray({
                                 "art_1__clause_1 > 1/2019/NĐ-CP art_11__clause_7 cite",
                                 "art_1__clause_1 > 1/2019/NĐ-CP art_11__clause_8 cite",
                                 "art_2 > this art_2__clause_1 cite",
                             }));
}

TEST(FindReferencesTest, AnAliasStandsForItsDocumentFromThereOn) {
  const auto found = testing::find_in(
      "THÔNG TƯ\nHướng dẫn việc ghi sổ\n"
      "Điều 1. Phạm vi\n"
      "Thông tư này hướng dẫn Luật Hộ tịch số 60/2014/QH13 (sau đây gọi là Luật).\n"
      "Điều 2. Ghi sổ\n"
      "Việc ghi sổ theo khoản 2 Điều 12 của Luật; Luật sư không ghi sổ.");
  EXPECT_THAT(found.lines(), ElementsAreArray({"art_1 > this  cite", "art_1 > 60/2014/QH13  cite",
                                               "art_2 > 60/2014/QH13 art_12__clause_2 cite"}));
}

TEST(FindReferencesTest, ARuleThatIsFollowedIsCitedWhateverTheSentenceDoes) {
  const auto found = testing::find_in(
      "THÔNG TƯ\nHướng dẫn việc ghi sổ\nCăn cứ vào Luật Hộ tịch số 60/2014/QH13;\n"
      "Điều 1. Xử lý\n1. Ghi sổ.\n"
      "2. Đình chỉ việc ghi sổ theo quy định tại khoản 1 Điều 3 Nghị định số 34/2016/NĐ-CP.\n"
      "3. Bãi bỏ khoản 2 Điều 3 Nghị định số 34/2016/NĐ-CP.");
  EXPECT_THAT(found.lines(), ElementsAreArray({
                                 "preamble > 60/2014/QH13  basis",
                                 "art_1__clause_2 > 34/2016/NĐ-CP art_3__clause_1 cite",
                                 "art_1__clause_3 > 34/2016/NĐ-CP art_3__clause_2 repeal",
                             }));
}

TEST(FindReferencesTest, AdversarialTextsEndAndStayWithinBounds) {
  for (const char* piece : {"khoản 1, ", "(", "điểm a ", "Điều 1 và ", "Luật ", "số 1/",
                            "từ Điều 1 đến Điều 9999, ", "sau đây gọi là ", "ngày 1 tháng "}) {
    std::string text = "Điều 1. ";
    while (text.size() < 300'000) text += piece;
    const auto found = testing::find_in(text);
    EXPECT_LE(found.references.size(), text.size()) << piece;
  }
}

}  // namespace
}  // namespace rasoat
