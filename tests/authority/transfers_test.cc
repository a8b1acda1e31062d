#include "authority/transfers.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "authority/find.h"
#include "authority/small_document.h"
#include "citation/find.h"

namespace rasoat {
namespace {

using testing::small_document;
using testing::SmallDocument;

// "provision from>to document target" of each transfer.
std::vector<std::string> transfers(const std::string& title, const std::string& text) {
  DocumentHead head;
  head.date = Date::from_iso("2025-06-20");
  SmallDocument small = small_document(title + "\nCăn cứ\n" + text, std::move(head));
  for (const Provision& provision : small.document.provisions) {
    if (provision.level == Level::kTitle) small.document.head.title_span = provision.own;
  }
  const Lexicon& lexicon = Lexicon::builtin();
  const auto references = find_references(small.text, small.document, lexicon);
  const auto assignments = find_assignments(small.text, small.document, references, lexicon);
  std::vector<std::string> out;
  for (const Transfer& found :
       find_transfers(small.text, small.document, references, assignments, lexicon)) {
    const Reference& unit = references[found.reference];
    out.push_back(small.document.provisions[found.provision].id + " " + found.from + ">" +
                  found.to + " " + unit.document + " " + unit.provision);
  }
  return out;
}

using Rows = std::vector<std::string>;
const std::string kDivides = "Nghị định quy định phân định thẩm quyền trong lĩnh vực chợ";
const std::string kOther = "Nghị định về chợ";

TEST(FindTransfers, ReadsHoldersInHeadingsOfTextsThatDividePowers) {
  const std::string text =
      "Điều 3. Thẩm quyền của Ủy ban nhân dân cấp xã\n"
      "1. Tổ chức kiểm kê sạp hàng theo quy định tại điểm c khoản 2 Điều 8 Nghị định số "
      "999/2024/NĐ-CP.\n"
      "2. Lập sổ theo dõi các sạp hàng quy định tại khoản 1 Điều 4 Nghị định số 999/2024/NĐ-CP "
      "theo "
      "quy định tại khoản 3 Điều 5 Nghị định số 999/2024/NĐ-CP, đã được sửa đổi, bổ sung tại khoản "
      "7 "
      "Điều 1 Nghị định số 998/2024/NĐ-CP.\n"
      "3. Lập biên bản theo quy định tại khoản 1 Điều này.";
  EXPECT_EQ(transfers(kDivides, text),
            (Rows{"art_3__clause_1 >ubnd:xa 999/2024/NĐ-CP art_8__clause_2__point_c",
                  "art_3__clause_2 >ubnd:xa 999/2024/NĐ-CP art_5__clause_3"}));
  EXPECT_EQ(transfers(kOther, text), Rows{}) << "an ordinary decree cites and moves nothing";
}

TEST(FindTransfers, TakesNoRuleOnHowAThingIsDoneForATask) {
  const std::string text =
      "Điều 3. Nghỉ chợ\n"
      "1. Người nghỉ việc mà mức hưởng thực hiện theo quy định tại khoản 3 Điều 8 Nghị định số "
      "999/2024/NĐ-CP và do Sở Tài chính giải quyết.\n"
      "2. Trong 05 ngày làm việc, sạp hàng quy định tại khoản 3 Điều 8 Nghị định số 999/2024/NĐ-CP "
      "do Sở Tài chính giải quyết.\n"
      "3. Việc cấp sạp quy định tại khoản 4 Điều 8 Nghị định số 999/2024/NĐ-CP do Sở Tài chính "
      "thực "
      "hiện.";
  EXPECT_EQ(transfers(kOther, text),
            (Rows{"art_3__clause_3 >so-tai-chinh 999/2024/NĐ-CP art_8__clause_4"}));
}

TEST(FindTransfers, TakesNoNoteOfAnEditorForATitleThatDividesPowers) {
  const std::string text =
      "Điều 3. Thẩm quyền của Ủy ban nhân dân cấp xã\n"
      "1. Tổ chức kiểm kê sạp hàng theo quy định tại khoản 2 Điều 8 Nghị định số 999/2024/NĐ-CP.";
  EXPECT_EQ(transfers("Nghị định [Quy định về phân định thẩm quyền được thực hiện theo Nghị định "
                      "998/2025/NĐ-CP] về chợ",
                      text),
            Rows{});
  EXPECT_EQ(transfers("Nghị định [có ghi chú] về phân định thẩm quyền trong lĩnh vực chợ", text),
            (Rows{"art_3__clause_1 >ubnd:xa 999/2024/NĐ-CP art_8__clause_2"}));
}

TEST(FindTransfers, ReadsWhoHadTheTaskAndWhoHasItNow) {
  EXPECT_EQ(
      transfers(kOther,
                "Điều 4. Chuyển tiếp\n"
                "1. Thẩm quyền xếp hạng chợ của Ủy ban nhân dân cấp huyện quy định tại khoản 2 "
                "Điều 6 Nghị định số 999/2024/NĐ-CP do Chủ tịch Ủy ban nhân dân cấp xã thực "
                "hiện.\n"
                "2. Nhiệm vụ của Ủy ban nhân dân cấp huyện quy định tại khoản 3 và khoản 4 Điều "
                "6 Nghị định số 999/2024/NĐ-CP được chuyển giao cho Ủy ban nhân dân cấp xã."),
      (Rows{"art_4__clause_1 ubnd:huyen>chu-tich-ubnd:xa 999/2024/NĐ-CP art_6__clause_2",
            "art_4__clause_2 ubnd:huyen>ubnd:xa 999/2024/NĐ-CP art_6__clause_3",
            "art_4__clause_2 ubnd:huyen>ubnd:xa 999/2024/NĐ-CP art_6__clause_4"}));
}

TEST(FindTransfers, ReadsWhoHadTheTaskThatASubjectTakesOver) {
  const std::string text =
      "Điều 3. Kiểm kê chợ\n"
      "1. Ủy ban nhân dân cấp xã thực hiện thẩm quyền của Ủy ban nhân dân cấp huyện quy định tại "
      "khoản 2 Điều 8 Nghị định số 999/2024/NĐ-CP.";
  EXPECT_EQ(transfers(kDivides, text),
            (Rows{"art_3__clause_1 ubnd:huyen>ubnd:xa 999/2024/NĐ-CP art_8__clause_2"}));
}

TEST(FindTransfers, HandsALeadInDownToTheUnitsBelow) {
  EXPECT_EQ(
      transfers(kOther,
                "Điều 4. Chuyển tiếp\n"
                "1. Thẩm quyền của Ủy ban nhân dân cấp huyện chuyển giao cho Ủy ban nhân dân cấp "
                "xã thực hiện, bao gồm:\n"
                "a) Xếp hạng chợ quy định tại khoản 2 Điều 6 Nghị định số 999/2024/NĐ-CP;\n"
                "b) Khoản 5 Điều 7 Nghị định số 999/2024/NĐ-CP."),
      (Rows{"art_4__clause_1__point_a ubnd:huyen>ubnd:xa 999/2024/NĐ-CP art_6__clause_2",
            "art_4__clause_1__point_b ubnd:huyen>ubnd:xa 999/2024/NĐ-CP art_7__clause_5"}));
}

TEST(FindTransfers, LeavesEditorsNotesAndUnitsOfTheDocumentItself) {
  EXPECT_EQ(
      transfers(kOther,
                "Điều 4. Xếp hạng\n"
                "1. Ủy ban nhân dân cấp huyện xếp hạng chợ. [Thẩm quyền xếp hạng quy định tại "
                "Khoản này do Ủy ban nhân dân cấp xã thực hiện bởi Điều 9 Nghị định "
                "999/2025/NĐ-CP]\n"
                "2. Nhiệm vụ quy định tại khoản 1 Điều này do Ủy ban nhân dân cấp xã thực hiện."),
      Rows{});
}

TEST(AddAssignments, GivesTheNewHolderOneWhereItIsMissing) {
  std::vector<Assignment> assignments(2);
  assignments[0].provision = 1;
  assignments[0].agency = "ubnd:xa";
  assignments[1].provision = 5;
  assignments[1].agency = "so-tu-phap";
  add_assignments(
      {{1, "", "ubnd:xa", 0, {}, {}}, {3, "ubnd:huyen", "ubnd:tinh", 1, {2, 4}, {1, 9}}},
      assignments);
  ASSERT_EQ(assignments.size(), 3U);
  EXPECT_EQ(assignments[1].agency, "ubnd:tinh");
  EXPECT_EQ(assignments[1].quote, (Span{1, 9}));
}

}  // namespace
}  // namespace rasoat
