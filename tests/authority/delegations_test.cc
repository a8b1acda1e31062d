#include "authority/delegations.h"

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
using Rows = std::vector<std::string>;

std::string joined(const std::vector<std::string>& keys) {
  std::string out;
  for (const std::string& key : keys) out += (out.empty() ? "" : "+") + key;
  return out;
}

// "provision kinds from>to: matter" of each delegation.
Rows delegations(const std::string& text, const std::string& title = "Quyết định về chợ") {
  DocumentHead head;
  head.date = Date::from_iso("2025-09-20");
  head.issuer = "Ủy ban nhân dân tỉnh Sông Vân";
  SmallDocument small = small_document(title + "\nCăn cứ\n" + text, std::move(head));
  for (const Provision& provision : small.document.provisions) {
    if (provision.level == Level::kTitle) small.document.head.title_span = provision.own;
  }
  const Lexicon& lexicon = Lexicon::builtin();
  const auto references = find_references(small.text, small.document, lexicon);
  const auto assignments = find_assignments(small.text, small.document, references, lexicon);
  Rows out;
  for (const Delegation& found :
       find_delegations(small.text, small.document, assignments, lexicon)) {
    std::vector<std::string> kinds;
    for (const DelegationKind kind : found.kinds) kinds.emplace_back(name_of(kind));
    out.push_back(small.document.provisions[found.provision].id + " " + joined(kinds) + " " +
                  joined(found.from) + ">" + joined(found.to) + (found.more_to ? "+" : "") + ": " +
                  std::string(small.text.of(found.matter)));
  }
  return out;
}

TEST(FindDelegations, ReadsWhoHandsWhatToWhom) {
  EXPECT_EQ(delegations("Điều 3. Chợ\n"
                        "1. Ủy ban nhân dân tỉnh phân cấp cho Ủy ban nhân dân cấp xã quản lý chợ "
                        "dân sinh.\n"
                        "2. Chủ tịch Ủy ban nhân dân tỉnh ủy quyền cho Giám đốc Sở Công Thương "
                        "quyết định việc đóng cửa chợ tạm."),
            (Rows{"art_3__clause_1 phan-cap ubnd:tinh>ubnd:xa: quản lý chợ dân sinh",
                  "art_3__clause_2 uy-quyen chu-tich-ubnd:tinh>giam-doc-so-cong-thuong: quyết định "
                  "việc đóng cửa chợ tạm"}));
}

TEST(FindDelegations, ReadsOneActWithTwoNames) {
  EXPECT_EQ(delegations("Điều 3. Ủy ban nhân dân tỉnh phân cấp hoặc ủy quyền cho Sở Công Thương "
                        "xếp hạng chợ đầu mối."),
            (Rows{"art_3 phan-cap+uy-quyen ubnd:tinh>so-cong-thuong: xếp hạng chợ đầu mối"}));
}

TEST(FindDelegations, HandsALeadInDownToTheTasksBelow) {
  EXPECT_EQ(delegations("Điều 3. Chợ\n"
                        "1. Ủy ban nhân dân tỉnh phân cấp cho Ủy ban nhân dân cấp xã thực hiện các "
                        "nhiệm vụ sau:\n"
                        "a) Lập sổ theo dõi sạp hàng;\n"
                        "b) Thu phí chợ."),
            (Rows{"art_3__clause_1__point_a phan-cap ubnd:tinh>ubnd:xa: Lập sổ theo dõi sạp hàng",
                  "art_3__clause_1__point_b phan-cap ubnd:tinh>ubnd:xa: Thu phí chợ."}));
}

TEST(FindDelegations, TakesTheOwnerOfThePowerForTheGiver) {
  EXPECT_EQ(delegations("Điều 3. Ủy quyền cho Sở Công Thương thực hiện nhiệm vụ, quyền hạn của Ủy "
                        "ban nhân dân tỉnh về xếp hạng chợ."),
            (Rows{"art_3 uy-quyen ubnd:tinh>so-cong-thuong: thực hiện nhiệm vụ, quyền hạn của Ủy "
                  "ban nhân dân tỉnh về xếp hạng chợ"}));
  EXPECT_EQ(delegations("Điều 3. Phân cấp cho Sở Công Thương quản lý kho của Sở Tư pháp."),
            (Rows{"art_3 phan-cap >so-cong-thuong: quản lý kho của Sở Tư pháp"}))
      << "the owner of a thing hands nothing over";
}

TEST(FindDelegations, TakesTheGiverFromATitleThatHandsOverToTheSame) {
  const std::string title =
      "Quyết định về việc ủy quyền cho Sở Công Thương thực hiện nhiệm vụ của "
      "Ủy ban nhân dân tỉnh";
  EXPECT_EQ(delegations("Điều 1. Ủy quyền cho Sở Công Thương xếp hạng chợ.", title),
            (Rows{"art_1 uy-quyen ubnd:tinh>so-cong-thuong: xếp hạng chợ"}));
  EXPECT_EQ(delegations("Điều 1. Ủy quyền cho Sở Tư pháp xếp hạng chợ.", title),
            (Rows{"art_1 uy-quyen >so-tu-phap: xếp hạng chợ"}));
}

TEST(FindDelegations, NamesNoMatterBehindAListThatGoesOn) {
  EXPECT_EQ(delegations("Điều 3. Ủy ban nhân dân tỉnh phân cấp cho Sở Công Thương, hợp tác xã chợ "
                        "thu phí chợ."),
            (Rows{"art_3 phan-cap ubnd:tinh>so-cong-thuong+: "}));
}

TEST(FindDelegations, TakesNoNounForAnAct) {
  EXPECT_EQ(delegations("Điều 3. Chợ\n"
                        "1. Ủy ban nhân dân cấp xã quản lý chợ theo phân cấp.\n"
                        "2. Sở Công Thương thực hiện nhiệm vụ do Ủy ban nhân dân tỉnh phân cấp, ủy "
                        "quyền.\n"
                        "3. Ủy ban nhân dân cấp xã không ủy quyền cho Ban quản lý chợ thu phí.\n"
                        "4. Người bán hàng ủy quyền cho người khác ký hợp đồng."),
            Rows{});
}

// However often the verb comes, and with nothing around it, the reading ends soon and is empty.
TEST(FindDelegations, StaysLinearOnVerbsAlone) {
  std::string text = "Điều 3. ";
  for (int i = 0; i < 20000; ++i) text += "phân cấp cho ";
  EXPECT_EQ(delegations(text), Rows{});
}

}  // namespace
}  // namespace rasoat
