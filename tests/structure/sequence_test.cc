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
      {"numbers among the cells of a table whose grid is lost",
       "Điều 1. Mức chi\n1. Mức chi được quy định như sau:\nChức danh\nMức 1\nMức 2\n"
       "2. Trưởng ban\n80\n70\n62\n3. Phó Trưởng ban\n60\n55\n2. Mức chi này không gồm thuế.",
       "art_1 art_1__clause_1 art_1__clause_2"},
  });
}

}  // namespace
}  // namespace rasoat
