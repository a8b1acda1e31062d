#include "authority/find.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "authority/small_document.h"

namespace rasoat {
namespace {

using testing::small_document;
using testing::SmallDocument;

// "provision agency role" of each assignment.
std::vector<std::string> assignments(std::string_view text, DocumentHead head = {}) {
  const SmallDocument small =
      small_document("Tên văn bản\nCăn cứ\n" + std::string(text), std::move(head));
  std::vector<std::string> out;
  for (const Assignment& found :
       find_assignments(small.text, small.document, {}, Lexicon::builtin())) {
    out.push_back(small.document.provisions[found.provision].id + " " + found.agency + " " +
                  std::string(name_of(found.role)));
  }
  return out;
}

struct Row {
  const char* reason;
  const char* text;
  std::vector<std::string> found;
};

void check(const std::vector<Row>& rows, const DocumentHead& head = {}) {
  for (const Row& row : rows) EXPECT_EQ(assignments(row.text, head), row.found) << row.reason;
}

TEST(FindAssignments, GivesTheSubjectOfADutyARecord) {
  check({
      {"subject before its verb",
       "Điều 1.\n1. Ủy ban nhân dân cấp huyện quyết định giao đất.",
       {"art_1__clause_1 ubnd:huyen other"}},
      {"a modifier between them",
       "Điều 1.\n1. Ủy ban nhân dân cấp xã nơi cư trú của người yêu cầu thực hiện đăng ký.",
       {"art_1__clause_1 ubnd:xa other"}},
      {"after an adverbial",
       "Điều 1.\n1. Trong thời hạn 05 ngày kể từ ngày nhận đơn, Sở Nội vụ thẩm định hồ sơ.",
       {"art_1__clause_1 so-noi-vu other"}},
      {"the adverbial names another body",
       "Điều 1.\n1. Căn cứ kế hoạch của Chính phủ, Bộ Tài chính ban hành hướng dẫn.",
       {"art_1__clause_1 bo-tai-chinh other"}},
      {"one phrase, two levels",
       "Điều 1.\n1. Chủ tịch Ủy ban nhân dân cấp huyện, cấp xã xử lý vi phạm.",
       {"art_1__clause_1 chu-tich-ubnd:huyen other", "art_1__clause_1 chu-tich-ubnd:xa other"}},
      {"one level, two bodies",
       "Điều 1.\n1. Hội đồng nhân dân, Ủy ban nhân dân cấp huyện xem xét đề án.",
       {"art_1__clause_1 hdnd:huyen other", "art_1__clause_1 ubnd:huyen other"}},
      {"behind a semicolon",
       "Điều 1.\n1. Bộ Nội vụ xem xét hồ sơ cấp tỉnh; Sở Nội vụ xem xét hồ sơ cấp xã.",
       {"art_1__clause_1 bo-noi-vu other", "art_1__clause_1 so-noi-vu other"}},
      {"the agent of a passive",
       "Điều 1.\n1. Việc thu hồi đất do Ủy ban nhân dân cấp huyện quyết định.",
       {"art_1__clause_1 ubnd:huyen other"}},
      {"the doer of a task that was another's",
       "Điều 1.\n1. Nhiệm vụ lập sổ của Ủy ban nhân dân cấp huyện quy định tại khoản 2 Điều 5 Luật "
       "Chợ do Ủy ban nhân dân cấp xã thực hiện.",
       {"art_1__clause_1 ubnd:xa other"}},
      {"a verb behind a level word is no committee of the Party",
       "Điều 1.\n1. Ủy ban nhân dân huyện ủy quyền cho Phòng Tư pháp lập sổ.",
       {"art_1__clause_1 ubnd:huyen delegate", "art_1__clause_1 phong-tu-phap other"}},
      {"what a body is there for",
       "Điều 1.\n1. Sở Y tế là cơ quan chuyên môn thực hiện chức năng tham mưu về y tế.",
       {"art_1__clause_1 so-y-te other"}},
      {"execution, with people who are no bodies",
       "Điều 1.\n1. Cơ quan được phân cấp, Chánh Văn phòng Bộ, Thủ trưởng các đơn vị thuộc Bộ và "
       "các "
       "cơ quan, cá nhân liên quan chịu trách nhiệm thi hành Thông tư này.",
       {"art_1__clause_1 chanh-van-phong-bo other",
        "art_1__clause_1 thu-truong-don-vi-thuoc-bo other"}},
      {"execution cut by a semicolon",
       "Điều 1.\n1. Chánh Văn phòng Ủy ban nhân dân tỉnh, Giám đốc Sở Y tế; các tổ chức có liên "
       "quan "
       "chịu trách nhiệm thi hành Quyết định này.",
       {"art_1__clause_1 chanh-van-phong-ubnd:tinh other",
        "art_1__clause_1 giam-doc-so-y-te other"}},
      {"a list under one plural",
       "Điều 1.\n1. Giám đốc các Sở: Tư pháp, Nội vụ tổ chức thực hiện.",
       {"art_1__clause_1 giam-doc-so-tu-phap other", "art_1__clause_1 giam-doc-so-noi-vu other"}},
      {"a leader over a list",
       "Điều 1.\n1. Thủ trưởng cơ quan ngang bộ, cơ quan thuộc Chính phủ tổ chức thực hiện.",
       {"art_1__clause_1 thu-truong-co-quan-ngang-bo other",
        "art_1__clause_1 thu-truong-co-quan-thuoc-chinh-phu other"}},
  });
}

TEST(FindAssignments, GivesMentionsNone) {
  check({
      {"a recipient", "Điều 1.\n1. Hồ sơ được trình Ủy ban nhân dân cấp huyện phê duyệt.", {}},
      {"a recipient of a body's paper",
       "Điều 1.\n1. Phòng Tư pháp trình Chủ tịch Ủy ban nhân dân cấp huyện quyết định.",
       {"art_1__clause_1 phong-tu-phap other"}},
      {"directed by another",
       "Điều 1.\n1. Ủy ban nhân dân cấp tỉnh chỉ đạo Ủy ban nhân dân cấp huyện rà soát hồ sơ.",
       {"art_1__clause_1 ubnd:tinh other"}},
      {"the owner of a paper", "Điều 1.\n1. Giấy phép do Bộ Y tế cấp còn hiệu lực.", {}},
      {"an attribute in another's duty",
       "Điều 1.\n1. Sở Y tế thu hồi giấy tờ do Ủy ban nhân dân cấp huyện cấp sai.",
       {"art_1__clause_1 so-y-te other"}},
      {"the subject of a condition",
       "Điều 1.\n1. Trường hợp Ủy ban nhân dân cấp xã không đồng ý thì Ủy ban nhân dân cấp huyện "
       "quyết "
       "định.",
       {"art_1__clause_1 ubnd:huyen other"}},
      {"scope", "Điều 1. Đối tượng áp dụng\n1. Ủy ban nhân dân các cấp thực hiện quản lý.", {}},
      {"definitions",
       "Điều 1. Giải thích từ ngữ\n1. Cơ quan đăng ký là Ủy ban nhân dân cấp xã thực hiện đăng ký.",
       {}},
      {"a fact",
       "Điều 1.\n1. Ủy ban nhân dân cấp huyện đã ban hành quyết định thì tiếp tục áp dụng.",
       {}},
      {"another subject after an adverbial",
       "Điều 1. Trách nhiệm của Bộ Tư pháp\n1. Căn cứ ý kiến tại cuộc họp, cơ quan soạn thảo "
       "hoàn thiện dự thảo.",
       {}},
      {"the body that another belongs to",
       "Điều 1.\n1. Cơ quan Cảnh sát điều tra Bộ Công an xác minh vụ cháy.",
       {"art_1__clause_1 co-quan-canh-sat-dieu-tra other"}},
      {"an amount that a body fixes",
       "Điều 1.\n1. Mức tham chiếu là mức tiền do Chính phủ quyết định.",
       {}},
      {"who sits in a council",
       "Điều 1.\n1. Thành phần gồm: Cục trưởng Cục Thuế làm Phó trưởng ban.",
       {}},
      {"a paper, not a deed",
       "Điều 1. Nhiệm vụ của Sở Y tế\n1. Báo cáo của người dân về dịch bệnh.",
       {}},
      {"a thing given to a body by another text",
       "Điều 1.\n1. Sở Y tế thông báo các nội dung thông tư giao Ủy ban nhân dân cấp huyện.",
       {"art_1__clause_1 so-y-te other"}},
      {"people", "Điều 1.\n1. Hộ gia đình nộp hồ sơ tại Ủy ban nhân dân cấp xã.", {}},
      {"words that look like bodies",
       "Điều 1.\n1. Bộ luật này quy định về cán bộ, cơ sở và xã hội.",
       {}},
  });
}

TEST(FindAssignments, BuildsBodiesFromWhatTheyAreFor) {
  check({
      {"a function and a level",
       "Điều 1.\n1. Cơ quan quản lý nghề cá cấp huyện lập sổ theo dõi tàu.",
       {"art_1__clause_1 co-quan-quan-ly-nghe-ca:huyen other"}},
      {"a function of several verbs",
       "Điều 1.\n1. Cơ quan phòng, chống lụt bão cấp tỉnh thông báo cho người dân.",
       {"art_1__clause_1 co-quan-phong-chong-lut-bao:tinh other"}},
      {"the function ends at the verb where no level is said",
       "Điều 1.\n1. Cơ quan có chức năng quản lý bến bãi kiểm tra giấy tờ.",
       {"art_1__clause_1 co-quan-co-chuc-nang-quan-ly-ben-bai other"}},
      {"a specialised body of an owner, whose field leaves no trace",
       "Điều 1.\n1. Cơ quan chuyên môn về chợ thuộc Ủy ban nhân dân cấp huyện thẩm định hồ sơ.",
       {"art_1__clause_1 co-quan-chuyen-mon:huyen other"}},
      {"and of a level",
       "Điều 1.\n1. Cơ quan chuyên môn về bến bãi cấp tỉnh thẩm định hồ sơ.",
       {"art_1__clause_1 co-quan-chuyen-mon:tinh other"}},
      {"the level of the body that it belongs to",
       "Điều 1.\n1. Cơ quan thi hành án hình sự Công an cấp huyện lập biên bản.",
       {"art_1__clause_1 co-quan-thi-hanh-an-hinh-su:huyen other"}},
      {"a class of bodies on a level",
       "Điều 1.\n1. Cơ quan thuế cấp huyện thu phí chợ.",
       {"art_1__clause_1 co-quan-thue:huyen other"}},
      {"a board on a level",
       "Điều 1.\n1. Ban chỉ đạo cấp huyện lập kế hoạch. Hội đồng tư vấn mùa vụ cấp xã họp.",
       {"art_1__clause_1 ban-chi-dao:huyen other",
        "art_1__clause_1 hoi-dong-tu-van-mua-vu:xa other"}},
      {"the owner is a body of a level",
       "Điều 1.\n1. Giám thị trại tạm giam thuộc Công an cấp tỉnh, Thủ trưởng cơ quan thi hành án "
       "hình sự lập sổ.",
       {"art_1__clause_1 giam-thi-trai-tam-giam:tinh other",
        "art_1__clause_1 thu-truong-co-quan-thi-hanh-an-hinh-su other"}},
      {"a rank that is no level of government",
       "Điều 1.\n1. Trước ngày 05, cơ quan thi hành án hình sự Công an cấp tỉnh, cơ quan thi hành "
       "án "
       "hình sự cấp quân khu lập sổ.",
       {"art_1__clause_1 co-quan-thi-hanh-an-hinh-su:tinh other",
        "art_1__clause_1 co-quan-thi-hanh-an-hinh-su other"}},
      {"owners of two levels, helped by it",
       "Điều 1.\n1. Các cơ quan chuyên môn thuộc Ủy ban nhân dân cấp tỉnh, Ủy ban nhân dân cấp "
       "huyện "
       "giúp Ủy ban nhân dân cùng cấp giữ sổ.",
       {"art_1__clause_1 co-quan-chuyen-mon:tinh other",
        "art_1__clause_1 co-quan-chuyen-mon:huyen other"}},
      {"a unit of a named city",
       "Điều 1.\n1. Hằng năm, Ủy ban nhân dân quận, thành phố thuộc Thành phố Hồ Chí Minh lập sổ.",
       {"art_1__clause_1 ubnd:huyen other"}},
      {"the chairman of a unit",
       "Điều 1.\n1. Chủ tịch quận tổ chức họp. Chủ tịch phường lập biên bản.",
       {"art_1__clause_1 chu-tich-ubnd:huyen other", "art_1__clause_1 chu-tich-ubnd:xa other"}},
      {"a name up to its level",
       "Điều 1.\n1. Trung tâm y tế huyện có trách nhiệm lập sổ. Cơ quan y tế tuyến huyện kiểm tra.",
       {"art_1__clause_1 trung-tam-y-te other", "art_1__clause_1 co-quan-y-te:huyen other"}},
      {"a name that lost a syllable, and one that begins like it",
       "Điều 1.\n1. Ủy ban nhân cấp huyện lập sổ. Ủy ban Nhân quyền kiểm tra.",
       {"art_1__clause_1 ubnd:huyen other"}},
      {"a hospital of a level",
       "Điều 1.\n1. Bệnh viện đa khoa huyện phải thành lập khoa.",
       {"art_1__clause_1 benh-vien-da-khoa:huyen other"}},
      {"a unit of a body of a level",
       "Điều 1.\n1. Cơ quan quản lý bến thuộc Công an cấp huyện lập sổ.",
       {"art_1__clause_1 co-quan-quan-ly-ben:huyen other"}},
      {"other spellings of a sector",
       "Điều 1.\n1. Phòng Tài chính kế hoạch lập sổ. Phòng Giáo dục - Đào tạo kiểm tra.",
       {"art_1__clause_1 phong-tai-chinh-ke-hoach other",
        "art_1__clause_1 phong-giao-duc-va-dao-tao other"}},
      {"an office of the Party",
       "Điều 1.\n1. Văn phòng huyện ủy gửi báo cáo đến Văn phòng tỉnh ủy.",
       {"art_1__clause_1 van-phong-huyen-uy other"}},
      {"a committee of the Party",
       "Điều 1.\n1. Ban Thường vụ Huyện ủy quyết định mua sắm.",
       {"art_1__clause_1 ban-thuong-vu-huyen-uy other"}},
      {"on a level",
       "Điều 1.\n1. Ủy ban bầu cử ở huyện lập danh sách.",
       {"art_1__clause_1 uy-ban-bau-cu:huyen other"}},
      {"a board named by its task",
       "Điều 1.\n1. Ban cưỡng chế thu hồi bến có trách nhiệm lập phương án.",
       {"art_1__clause_1 ban-cuong-che-thu-hoi-ben other"}},
      {"a local one",
       "Điều 1.\n1. Cơ quan quản lý nghề cá địa phương có trách nhiệm lập sổ.",
       {"art_1__clause_1 co-quan-quan-ly-nghe-ca other"}},
      {"a verb behind the function",
       "Điều 1.\n1. Cơ quan thú y tổng hợp số liệu cấp huyện.",
       {"art_1__clause_1 co-quan-thu-y other"}},
      {"nobody in particular",
       "Điều 1.\n1. Cơ quan có thẩm quyền cấp huyện kiểm tra. Cơ quan, đơn vị cấp huyện báo cáo. "
       "Cơ quan liên quan cấp huyện rà soát.",
       {}},
      {"a recipient between them",
       "Điều 1.\n1. Cơ quan gửi hồ sơ đến cấp huyện kiểm tra giấy tờ.",
       {}},
  });
}

TEST(FindAssignments, EndsANameThatNoTableKnowsAtTheVerb) {
  check({
      {"an act of two words, whose first word ends no name",
       "Điều 1.\n1. Cục Bến bãi cấp giấy phép cho chủ bến.",
       {"art_1__clause_1 cuc-ben-bai other"}},
      {"the verb in a name is written as a name",
       "Điều 1.\n1. Trung tâm Cấp phép bến bãi kiểm tra hồ sơ.",
       {"art_1__clause_1 trung-tam-cap-phep-ben-bai other"}},
      {"a decision",
       "Điều 1.\n1. Cục Bến bãi ra quyết định thu hồi giấy phép.",
       {"art_1__clause_1 cuc-ben-bai other"}},
      {"abroad, which is no place here",
       "Điều 1.\n1. Cục Bến bãi ngoài nước kiểm tra giấy tờ.\n2. Vụ Chợ trong nước lập sổ theo "
       "dõi.",
       {"art_1__clause_1 cuc-ben-bai-ngoai-nuoc other", "art_1__clause_2 vu-cho-trong-nuoc other"}},
      {"a place",
       "Điều 1.\n1. Cục Bến bãi ngoài việc kiểm tra còn lập sổ theo dõi.",
       {"art_1__clause_1 cuc-ben-bai other"}},
      {"a sector behind \"và\", in lower case",
       "Điều 1.\n1. Cục Kế hoạch và tài chính lập sổ theo dõi.\n2. Cục Bến bãi và tài chính kiểm "
       "tra "
       "giấy tờ.",
       {"art_1__clause_1 cuc-ke-hoach-va-tai-chinh other",
        "art_1__clause_2 cuc-ben-bai-va-tai-chinh other"}},
      {"an auxiliary",
       "Điều 1.\n1. Cục Bến bãi sẽ hủy hồ sơ.",
       {"art_1__clause_1 cuc-ben-bai other"}},
      {"another body behind \"hoặc\"",
       "Điều 1.\n1. Cục Bến bãi hoặc Sở Y tế kiểm tra giấy tờ.",
       {"art_1__clause_1 cuc-ben-bai other", "art_1__clause_1 so-y-te other"}},
      {"a sector that a dash carries on",
       "Điều 1.\n1. Vụ Lao động - Tiền công lập sổ theo dõi.",
       {"art_1__clause_1 vu-lao-dong-tien-cong other"}},
  });
}

TEST(FindAssignments, ReadsListsThatNoTableKnowsToTheEnd) {
  check({
      {"people at the end of a list of subjects",
       "Điều 1.\n1. Người đứng đầu Bộ, Chủ tịch Ủy ban nhân dân cấp huyện, chủ bến, chủ tàu chịu "
       "trách nhiệm về an toàn.",
       {"art_1__clause_1 nguoi-dung-dau-bo other", "art_1__clause_1 chu-tich-ubnd:huyen other"}},
      {"units that are described, after an adverbial",
       "Điều 1.\n1. Trước ngày nghỉ, Ủy ban nhân dân cấp xã, đơn vị được giao giữ bến bàn giao sổ.",
       {"art_1__clause_1 ubnd:xa other"}},
      {"others between semicolons",
       "Điều 1.\n1. Giám đốc Sở Y tế; Thủ trưởng các cơ quan, đơn vị liên quan; Chủ tịch Ủy ban "
       "nhân "
       "dân các huyện chịu trách nhiệm thi hành Quyết định này.",
       {"art_1__clause_1 giam-doc-so-y-te other", "art_1__clause_1 chu-tich-ubnd:huyen other"}},
      {"a power of the whole list",
       "Điều 1.\n1. Ủy ban nhân dân cấp xã, cơ quan Công an, đơn vị Quân đội có thẩm quyền tiếp "
       "nhận.",
       {"art_1__clause_1 ubnd:xa other", "art_1__clause_1 co-quan-cong-an other",
        "art_1__clause_1 don-vi-quan-doi other"}},
      {"a partner behind many others",
       "Điều 1.\n1. Sở Công Thương chủ trì, phối hợp với các sở, ban, ngành, các cơ quan, tổ chức "
       "có liên quan và Ủy ban nhân dân các huyện, thành, thị lập đề án.",
       {"art_1__clause_1 so-cong-thuong lead", "art_1__clause_1 so-ban-nganh coordinate",
        "art_1__clause_1 ubnd:huyen coordinate"}},
      {"a recipient behind another that no table knows",
       "Điều 1.\n1. Chủ tàu gửi đơn cho chủ bến, Ủy ban nhân dân cấp huyện nơi đỗ.",
       {}},
  });
}

TEST(FindAssignments, ReadsDutiesBehindAttributes) {
  check({
      {"who was charged",
       "Điều 1.\n1. Ủy ban nhân dân cấp huyện được chọn làm điểm phải báo cáo kết quả.",
       {"art_1__clause_1 ubnd:huyen other"}},
      {"who did something before",
       "Điều 1.\n1. Tòa án đã thụ lý vụ việc có trách nhiệm giải quyết.",
       {"art_1__clause_1 toa-an other"}},
      {"who has the matter",
       "Điều 1.\n1. Trường hợp bến hỏng thì cơ quan Công an đang thụ lý vụ việc tiến hành xác "
       "minh.",
       {"art_1__clause_1 co-quan-cong-an other"}},
      {"whose act was objected to",
       "Điều 1.\n1. Tòa án có quyết định bị kháng nghị phải báo cáo.",
       {"art_1__clause_1 toa-an other"}},
      {"a body that no row names, behind another's paper",
       "Điều 1.\n1. Trong thời hạn 05 ngày kể từ ngày nhận được báo cáo của Ủy ban nhân dân cấp "
       "xã, cơ "
       "quan quản lý bến cấp huyện phải xem xét.",
       {"art_1__clause_1 co-quan-quan-ly-ben:huyen other"}},
      {"another duty in the same breath",
       "Điều 1.\n1. Chủ bến có quyền gửi đơn đề nghị, Viện kiểm sát có quyền kiến nghị.",
       {"art_1__clause_1 vien-kiem-sat other"}},
      {"the recipient goes on",
       "Điều 1.\n1. Phòng Tư pháp trình Ủy ban nhân dân cấp huyện, Ủy ban nhân dân cấp huyện có "
       "trách "
       "nhiệm xem xét.",
       {"art_1__clause_1 phong-tu-phap other", "art_1__clause_1 ubnd:huyen other"}},
      {"who did something before has a power",
       "Điều 1.\n1. Chánh án Tòa án nhân dân cấp tỉnh đã bổ nhiệm người đó có thẩm quyền xử lý.",
       {"art_1__clause_1 chanh-an-toa-an:tinh other"}},
      {"whom another may appoint",
       "Điều 1.\n1. Giám đốc Sở Y tế đang là ủy viên được cấp có thẩm quyền bổ nhiệm lại.",
       {}},
      {"the same level as the council before",
       "Điều 1.\n1. Nghị quyết của Hội đồng nhân dân cấp huyện, cấp xã được niêm yết. Nơi niêm yết "
       "do "
       "Chủ tịch Ủy ban nhân dân cùng cấp quyết định.",
       {"art_1__clause_1 chu-tich-ubnd:huyen other", "art_1__clause_1 chu-tich-ubnd:xa other"}},
      {"an exception first",
       "Điều 1.\n1. Trừ trường hợp quy định tại khoản 2 Điều này, Sở Y tế lập sổ.",
       {"art_1__clause_1 so-y-te other"}},
      {"a condition without a verb of the tables, and no clause behind",
       "Điều 1.\n1. Trường hợp nước lớn, Ủy ban nhân dân cấp xã thông báo cho chủ đò.",
       {"art_1__clause_1 ubnd:xa other"}},
      {"a condition without a known verb",
       "Điều 1.\n1. Trường hợp vùng biên có dịch, Ủy ban nhân dân cấp tỉnh lập chốt.",
       {"art_1__clause_1 ubnd:tinh other"}},
      {"a condition about somebody else",
       "Điều 1.\n1. Trường hợp người được tha chết, Ủy ban nhân dân cấp xã, đơn vị quân đội thông "
       "báo cho gia đình.",
       {"art_1__clause_1 ubnd:xa other", "art_1__clause_1 don-vi-quan-doi other"}},
      {"clauses of one verb",
       "Điều 1.\n1. Nơi không có xã thì Ủy ban nhân dân cấp huyện thực hiện nhiệm vụ của Ủy ban "
       "nhân "
       "dân cấp xã, Chủ tịch Ủy ban nhân dân cấp huyện thực hiện nhiệm vụ của Chủ tịch Ủy ban nhân "
       "dân "
       "cấp xã.",
       {"art_1__clause_1 ubnd:huyen other", "art_1__clause_1 chu-tich-ubnd:huyen other"}},
      {"equals of a unit have no other duty",
       "Điều 1.\n1. Tòa án nhân dân huyện, quận và tương đương có Thẩm phán quy định tại Điều 2.",
       {}},
      {"a list after a paper of another body",
       "Điều 1.\n1. Trong thời hạn 03 ngày kể từ ngày nhận quyết định của Tòa án, Ủy ban nhân dân "
       "cấp xã nơi người đó cư trú phải lập sổ.",
       {"art_1__clause_1 ubnd:xa other"}},
      {"a month before the subject",
       "Điều 1.\n1. Tháng 4 hằng năm, Ủy ban nhân dân cấp huyện lập sổ.",
       {"art_1__clause_1 ubnd:huyen other"}},
      {"a time before the subject",
       "Điều 1.\n1. Hai tháng trước khi hết hạn, chủ bến, Ủy ban nhân dân cấp xã nơi có bến lập "
       "sổ.",
       {"art_1__clause_1 ubnd:xa other"}},
      {"a deputy is not the council",
       "Điều 1.\n1. Đại biểu Hội đồng nhân dân cấp huyện chất vấn người đứng đầu.",
       {}},
      {"papers are no subject",
       "Điều 1.\n1. Trường hợp chưa được quy định trong văn bản của Chính phủ, Bộ Y tế và Thông tư "
       "này thì Bộ trưởng Bộ Công an xem xét.",
       {"art_1__clause_1 bo-truong-bo-cong-an other"}},
      {"recipients behind people",
       "Điều 1.\n1. Ngay sau khi ra quyết định, Tòa án phải gửi cho người bị phạt, Trưởng Công an "
       "cấp "
       "huyện và Ủy ban nhân dân cấp xã nơi người đó cư trú để thi hành.",
       {"art_1__clause_1 toa-an other"}},
      {"recipients behind semicolons",
       "Điều 1.\n1. Tòa án phải gửi quyết định cho người bị kết án; Viện kiểm sát nơi đã xét xử, "
       "người có quyền lợi.",
       {"art_1__clause_1 toa-an other"}},
  });
}

TEST(FindAssignments, TellsPowersInThePassive) {
  check({
      {"who settles a matter",
       "Điều 1.\n1. Tranh chấp về tiếp nhận đơn giữa các xã do Chủ tịch Ủy ban nhân dân cấp huyện "
       "giải quyết.",
       {"art_1__clause_1 chu-tich-ubnd:huyen other"}},
      {"a matter of a place",
       "Điều 1.\n1. Giá ghép bến tại nơi neo đậu, giá gửi thuyền do Ủy ban nhân dân cấp huyện "
       "quyết "
       "định.",
       {"art_1__clause_1 ubnd:huyen other"}},
      {"decided by one, approved by another",
       "Điều 1.\n1. Việc chia bến do Ủy ban nhân dân cấp xã quyết định và được Ủy ban nhân dân cấp "
       "huyện phê chuẩn.",
       {"art_1__clause_1 ubnd:xa other", "art_1__clause_1 ubnd:huyen other"}},
      {"papers of a list",
       "Điều 1.\n1. Hồ sơ gồm:\na) Sơ đồ bến do Ủy ban nhân dân cấp huyện lập;\nb) Đơn.",
       {}},
      {"whose power it is",
       "Điều 1.\n1. Việc miễn phí thuộc thẩm quyền của Tòa án nhân dân cấp huyện.",
       {"art_1__clause_1 toa-an:huyen other"}},
      {"in the place just named",
       "Điều 1.\n1. Bến thuộc huyện nào thì do Ủy ban nhân dân cấp huyện đó quản lý.",
       {"art_1__clause_1 ubnd:huyen other"}},
      {"no main clause yet",
       "Điều 1.\n1. Đối với bến do Ủy ban nhân dân cấp huyện quản lý:\na) Đơn;\nb) Sổ.",
       {}},
      {"who appoints the body of a heading",
       "Điều 1. Phó Chánh án Tòa án nhân dân cấp tỉnh\n1. Phó Chánh án Tòa án nhân dân cấp tỉnh do "
       "Chánh án Tòa án nhân dân tối cao bổ nhiệm.",
       {"art_1__clause_1 chanh-an-toa-an-nhan-dan-toi-cao other"}},
      {"what must be done by a body",
       "Điều 1.\n1. Phương án đón khách phải được Ủy ban nhân dân cấp huyện phê duyệt.",
       {"art_1__clause_1 ubnd:huyen other"}},
      {"a condition",
       "Điều 1.\n1. Trường hợp phương án phải được Ủy ban nhân dân cấp huyện phê duyệt thì Sở Du "
       "lịch thông báo.",
       {"art_1__clause_1 so-du-lich other"}},
      {"an attribute", "Điều 1.\n1. Bến được Ủy ban nhân dân cấp huyện công nhận.", {}},
      {"the main clause behind a condition",
       "Điều 1.\n1. Trường hợp bến hỏng thì việc đóng bến do Chủ tịch Ủy ban nhân dân cấp huyện "
       "quyết định.",
       {"art_1__clause_1 chu-tich-ubnd:huyen other"}},
      {"by a decision of a body",
       "Điều 1.\n1. Việc đóng bến thực hiện theo quyết định của Ủy ban nhân dân cấp huyện.",
       {}},
      {"a power that may be used",
       "Điều 1.\n1. Tùy theo mùa, Sở Du lịch hoặc Phòng Văn hóa có thể cử người trực.",
       {"art_1__clause_1 so-du-lich other", "art_1__clause_1 phong-van-hoa other"}},
  });
}

TEST(FindAssignments, ReadsDirectedBodiesAboveAList) {
  check({
      {"who directs has the tasks",
       "Điều 1.\n1. Ủy ban nhân dân cấp tỉnh chỉ đạo Sở Y tế\na) Thẩm định hồ sơ;\nb) Tổng hợp.",
       {"art_1__clause_1__point_a ubnd:tinh other", "art_1__clause_1__point_b ubnd:tinh other"}},
      {"who hands on a task of a lead-in",
       "Điều 1.\n1. Ủy ban nhân dân cấp tỉnh có trách nhiệm:\na) Giao Ủy ban nhân dân cấp huyện "
       "lập "
       "sổ;\nb) Kiểm tra.",
       {"art_1__clause_1__point_a ubnd:tinh delegate", "art_1__clause_1__point_a ubnd:huyen other",
        "art_1__clause_1__point_b ubnd:tinh other"}},
      {"who directs, above paragraphs",
       "Điều 1.\n1. Trách nhiệm của Ủy ban nhân dân cấp huyện chỉ đạo Ủy ban nhân dân cấp xã:\nLập "
       "sổ bến.\nKiểm tra bến.",
       {"art_1__clause_1 ubnd:huyen other"}},
      {"carrying out is no title",
       "Điều 1.\n1. Ủy ban nhân dân cấp xã có trách nhiệm:\na) Tổ chức thực hiện chỉ đạo của Ủy "
       "ban nhân dân cấp huyện.",
       {"art_1__clause_1__point_a ubnd:xa other"}},
  });
}

TEST(FindAssignments, ReadsSentencesAboutThings) {
  check({
      {"a thing, whatever verbs stand in its name",
       "Điều 1.\n1. Kinh phí bảo đảm chế độ theo quy định tại Điều này do Ủy ban nhân dân cấp "
       "huyện "
       "bảo đảm đối với bến do xã quản lý.",
       {"art_1__clause_1 ubnd:huyen other"}},
      {"a board that is set up",
       "Điều 1.\n1. Hội đồng đăng ký bến do Chủ tịch Ủy ban nhân dân cấp huyện quyết định thành "
       "lập theo đề nghị của cơ quan có thẩm quyền.",
       {"art_1__clause_1 chu-tich-ubnd:huyen other"}},
      {"in the place of somebody",
       "Điều 1.\n1. Trường hợp bến hỏng thì việc sửa bến do Ủy ban nhân dân cấp huyện nơi có bến "
       "thực hiện.",
       {"art_1__clause_1 ubnd:huyen other"}},
      {"approved by",
       "Điều 1.\n1. Phương án giữ bến được Ủy ban nhân dân cấp huyện phê duyệt trước ngày 15 tháng "
       "4.",
       {"art_1__clause_1 ubnd:huyen other"}},
      {"what follows a condition",
       "Điều 1.\n1. Người giữ bến giỏi thì được Ủy ban nhân dân cấp huyện xem xét khen thưởng.",
       {"art_1__clause_1 ubnd:huyen other"}},
      {"a reserve is not suffered",
       "Điều 1.\n1. Địa điểm tập trung tàu dự bị do Ủy ban nhân dân cấp huyện xác định.",
       {"art_1__clause_1 ubnd:huyen other"}},
      {"what is said by the way",
       "Điều 1.\n1. Văn bản của chủ bến (trường hợp bến do Ủy ban nhân dân cấp huyện quản lý) về "
       "việc "
       "đóng bến.",
       {}},
      {"a paper that is said to be something",
       "Điều 1.\n1. Giấy phép do Ủy ban nhân dân cấp huyện cấp là căn cứ để mở bến.",
       {}},
      {"a paper that is said to be something, approved",
       "Điều 1.\n1. Phương án được Ủy ban nhân dân cấp huyện phê duyệt là căn cứ để mở bến.",
       {}},
      {"a paper that was approved before",
       "Điều 1.\n1. Phương án đã được Ủy ban nhân dân cấp huyện phê duyệt theo Điều 2.",
       {}},
      {"things of a list",
       "Điều 1.\n1. Căn cứ mở bến bao gồm:\na) Phương án được Ủy ban nhân dân cấp huyện phê "
       "duyệt;\nb) Kế hoạch do Ủy ban nhân dân cấp huyện lập.",
       {}},
      {"somebody's task that another gives",
       "Điều 1.\n1. Nhiệm vụ khác do Ủy ban nhân dân cấp huyện giao.",
       {}},
  });
}

TEST(FindAssignments, ReadsWhoIsCompetent) {
  check({
      {"whose the competence is",
       "Điều 1.\n1. Thẩm quyền cấp giấy phép mở bến thuộc Ủy ban nhân dân cấp huyện.",
       {"art_1__clause_1 ubnd:huyen other"}},
      {"where it belongs to something else",
       "Điều 1.\n1. Thẩm quyền xử lý vi phạm thuộc lĩnh vực của Sở Y tế được giữ nguyên.",
       {}},
      {"the competent body",
       "Điều 1.\n1. Cơ quan có thẩm quyền cấp giấy phép bến là Ủy ban nhân dân cấp huyện nơi có "
       "bến.",
       {"art_1__clause_1 ubnd:huyen other"}},
      {"the one who decides",
       "Điều 1.\n1. Người quyết định đóng bến là Chủ tịch Ủy ban nhân dân cấp huyện.",
       {"art_1__clause_1 chu-tich-ubnd:huyen other"}},
      {"the one that leads",
       "Điều 1.\n1. Cơ quan chủ trì soạn thảo là Phòng Tư pháp.",
       {"art_1__clause_1 phong-tu-phap lead"}},
      {"a body that gives permits",
       "Điều 1.\n1. Phòng Kinh tế thuộc Ủy ban nhân dân cấp huyện là cơ quan cấp giấy phép bến.",
       {"art_1__clause_1 phong-kinh-te other"}},
      {"bodies that take fees, parted by semicolons",
       "Điều 1.\n1. Cục Đường thủy (Bộ Xây dựng); Sở Xây dựng các tỉnh; Ủy ban nhân dân cấp huyện; "
       "Ủy ban nhân dân cấp xã là tổ chức thu phí bến.",
       {"art_1__clause_1 so-xay-dung other", "art_1__clause_1 ubnd:huyen other",
        "art_1__clause_1 ubnd:xa other"}},
      {"a user is no doer",
       "Điều 1.\n1. Ban Chỉ huy quân sự huyện; Công an huyện là người sử dụng đất của bến.",
       {}},
      {"a fact about what was described",
       "Điều 1.\n1. Ban của Hội đồng nhân dân cấp huyện là cơ quan của Hội đồng nhân dân, có nhiệm "
       "vụ thẩm tra dự thảo.\nTrường hợp họp thường xuyên thì có 01 Phó Trưởng Ban.",
       {"art_1__clause_1 ban-hdnd:huyen other"}},
      {"a power that may be handed on",
       "Điều 1.\n1. Chủ tịch Ủy ban nhân dân cấp tỉnh được ủy quyền cho Chủ tịch Ủy ban nhân dân "
       "cấp huyện quyết định đóng bến.",
       {"art_1__clause_1 chu-tich-ubnd:tinh delegate",
        "art_1__clause_1 chu-tich-ubnd:huyen other"}},
      {"the same in a list, to a deputy as well",
       "Điều 1.\n1. Chủ tịch Ủy ban nhân dân cấp tỉnh có quyền:\na) Được ủy quyền cho cấp phó, "
       "Chủ tịch Ủy ban nhân dân cấp huyện quyết định đóng bến.",
       {"art_1__clause_1__point_a chu-tich-ubnd:tinh delegate",
        "art_1__clause_1__point_a chu-tich-ubnd:huyen other"}},
      {"what a body may use",
       "Điều 1.\n1. Căn cứ tình hình, Ủy ban nhân dân cấp huyện được tập trung nguồn vốn để mở "
       "bến.",
       {"art_1__clause_1 ubnd:huyen other"}},
      {"a power to hand on",
       "Điều 1.\n1. Ủy ban nhân dân cấp huyện được quyền phân cấp cho Phòng Y tế giữ sổ.",
       {"art_1__clause_1 ubnd:huyen delegate", "art_1__clause_1 phong-y-te other"}},
      {"in order that another does it",
       "Điều 1.\n1. Sở Xây dựng báo cáo Ủy ban nhân dân cấp tỉnh để phân cấp cho Phòng Quản lý đô "
       "thị cấp huyện thực hiện việc thu phí bến.",
       {"art_1__clause_1 so-xay-dung delegate", "art_1__clause_1 phong-quan-ly-do-thi other"}},
  });
}

TEST(FindAssignments, ReadsListsWithUnknownNames) {
  check({
      {"handed to several, parted by semicolons",
       "Điều 1.\n1. Người có thẩm quyền giao cơ quan, đơn vị thuộc bộ, cơ quan ngang bộ; đơn vị "
       "quản lý bến; Ủy ban nhân dân cấp huyện tổ chức lập hồ sơ.",
       {"art_1__clause_1 don-vi-thuoc-bo other", "art_1__clause_1 co-quan-ngang-bo other",
        "art_1__clause_1 ubnd:huyen other"}},
      {"a subject whose items are described",
       "Điều 1.\n1. Bộ trưởng, người đứng đầu tổ chức do Chính phủ thành lập mà không phải đơn vị "
       "sự nghiệp công lập, Ủy ban nhân dân cấp huyện quyết định số bến.",
       {"art_1__clause_1 bo-truong other", "art_1__clause_1 ubnd:huyen other"}},
      {"heads of a power, parted by semicolons",
       "Điều 1.\n1. Trưởng Công an cấp huyện; Trưởng phòng nghiệp vụ thuộc Cục Đường thủy; Thuyền "
       "trưởng có quyền:\na) Kiểm tra bến.",
       {"art_1__clause_1__point_a truong-cong-an:huyen other"}},
      {"partners behind what they are",
       "Điều 1.\n1. Bộ đội Biên phòng chủ trì, phối hợp với các sở, ngành, gồm: Công an tỉnh, Kế "
       "hoạch và Đầu tư, Xây dựng và Ủy ban nhân dân cấp huyện có cửa khẩu tiến hành khảo sát.",
       {"art_1__clause_1 bo-doi-bien-phong lead", "art_1__clause_1 so-nganh coordinate",
        "art_1__clause_1 cong-an:tinh coordinate", "art_1__clause_1 ubnd:huyen coordinate"}},
      {"the head of a unit that no table knows",
       "Điều 1.\n1. Thủ trưởng đơn vị cấp phòng thuộc Công an cấp tỉnh, Trưởng Công an cấp huyện "
       "chủ "
       "trì họp.",
       {"art_1__clause_1 truong-cong-an:huyen lead"}},
      {"partners that are described",
       "Điều 1.\n1. Sở Xây dựng phối hợp với các tổ chức, cá nhân có nhu cầu sử dụng bến, Ủy ban "
       "nhân "
       "dân cấp huyện nơi có bến lấy ý kiến.",
       {"art_1__clause_1 so-xay-dung coordinate", "art_1__clause_1 ubnd:huyen coordinate"}},
      {"one more object of the body above",
       "Điều 1. Nhiệm vụ của Ủy ban nhân dân cấp tỉnh\n1. Căn cứ quy định khung, quy định tiêu "
       "chuẩn "
       "của sở và Phòng Y tế, bảo đảm phù hợp.",
       {"art_1__clause_1 ubnd:tinh other"}},
      {"posts of which others have a say",
       "Điều 1.\n1. Hội đồng nhân dân cấp huyện lấy phiếu tín nhiệm đối với những người sau "
       "đây:\na) "
       "Chủ tịch Hội đồng nhân dân, Trưởng Ban của Hội đồng nhân dân;\nb) Phó Chủ tịch Ủy ban nhân "
       "dân, ủy viên khác.",
       {"art_1__clause_1 hdnd:huyen other"}},
      {"where there is no commune",
       "Điều 1.\n1. Ủy ban nhân dân cấp xã, Ủy ban nhân dân cấp huyện nơi không có xã: Chỉ đạo "
       "việc "
       "giữ bến.",
       {"art_1__clause_1 ubnd:xa other", "art_1__clause_1 ubnd:huyen other"}},
      {"the main clause of a condition about people",
       "Điều 1.\n1. Trường hợp có đất do hộ gia đình, cá nhân đang sử dụng thì trong thời hạn "
       "không "
       "quá ba mươi (30) ngày kể từ ngày nhận được quyết định của Ủy ban nhân dân cấp tỉnh, Ủy ban "
       "nhân dân cấp huyện có trách nhiệm lập sổ.",
       {"art_1__clause_1 ubnd:huyen other"}},
      {"an alias is no other body",
       "Điều 1.\n1. Chủ tịch Ủy ban nhân dân huyện, quận, thị xã (sau đây gọi chung là Ủy ban nhân "
       "dân cấp huyện); Chủ tịch Ủy ban nhân dân xã, phường (sau đây gọi chung là Ủy ban nhân dân "
       "cấp xã) quyết định mở bến.",
       {"art_1__clause_1 chu-tich-ubnd:huyen other", "art_1__clause_1 chu-tich-ubnd:xa other"}},
      {"parts of a whole",
       "Điều 1.\n1. Đoàn kiểm tra gồm: Công an cấp huyện, Đồn Biên phòng, cảng vụ, cơ quan bảo vệ "
       "bến cấp huyện.",
       {}},
      {"recipients, one of them unknown",
       "Điều 1.\n1. Sở Y tế gửi hồ sơ cho Cục Đường thủy; chủ tàu; Ủy ban nhân dân cấp huyện.",
       {"art_1__clause_1 so-y-te other"}},
      {"asked, behind others that no table knows",
       "Điều 1.\n1. Trường hợp sổ ghi thiếu, Sở Tư pháp đề nghị các bến phà, Tòa án nhân dân cấp "
       "huyện, "
       "Công an cấp huyện xác minh.",
       {"art_1__clause_1 so-tu-phap other"}},
      {"one of the doers of a list",
       "Điều 1.\n1. Do trưởng thôn; Ủy ban nhân dân cấp xã; Giám thị trại giam nơi người đó ở giao "
       "sổ.",
       {"art_1__clause_1 ubnd:xa other", "art_1__clause_1 giam-thi-trai-giam other"}},
      {"directed bodies, parted by a semicolon",
       "Điều 1. Trách nhiệm của Bộ Y tế\n1. Chỉ đạo cơ quan y tế huyện; cơ quan y tế xã có trách "
       "nhiệm:\na) Lập sổ.",
       {"art_1__clause_1__point_a bo-y-te other"}},
      {"execution, of all who are named",
       "Điều 1.\n1. Các cơ quan được giao quản lý bến, các cơ quan chuyên môn thuộc Ủy ban nhân "
       "dân "
       "cấp huyện thực hiện chức năng quản lý bến và các tổ chức, cá nhân có liên quan chịu trách "
       "nhiệm thi hành Thông tư này.",
       {"art_1__clause_1 co-quan-chuyen-mon:huyen other"}},
      {"execution, by those named behind the units of a ministry",
       "Điều 1.\n1. Vụ trưởng Vụ Đường thủy, Thủ trưởng các đơn vị thuộc Bộ Xây dựng, Chủ tịch Ủy "
       "ban "
       "nhân dân huyện, trưởng bến, trưởng cảng, tổ chức và cá nhân có liên quan chịu trách nhiệm "
       "thi "
       "hành Thông tư này.",
       {"art_1__clause_1 vu-truong-vu-duong-thuy other",
        "art_1__clause_1 thu-truong-don-vi-thuoc-bo-xay-dung other",
        "art_1__clause_1 chu-tich-ubnd:huyen other"}},
      {"whom an execution of punishments concerns",
       "Điều 1.\n1. Sở Y tế gửi quyết định đến bến, Tòa án đã ra quyết định, cơ quan chịu trách "
       "nhiệm thi hành hình phạt.",
       {"art_1__clause_1 so-y-te other"}},
  });
}

TEST(FindAssignments, ReadsCouncilsAndTeams) {
  check({
      {"a council that no table holds, by its duty",
       "Điều 1.\n1. Hội đồng đánh giá bến có nhiệm vụ đo mực nước.",
       {"art_1__clause_1 hoi-dong-danh-gia-ben other"}},
      {"a team by its power",
       "Điều 1.\n1. Đội quản lý bến có quyền lập biên bản.",
       {"art_1__clause_1 doi-quan-ly-ben other"}},
      {"a council of the tables, without words for a duty",
       "Điều 1.\n1. Hội đồng xét xử phúc thẩm hủy bản án.",
       {"art_1__clause_1 hoi-dong-xet-xu other"}},
      {"the row is but the begin of its name",
       "Điều 1.\n1. Hội đồng thẩm định quy hoạch bến cấp tỉnh họp.",
       {"art_1__clause_1 hoi-dong-tham-dinh-quy-hoach-ben:tinh other"}},
      {"its name ends before the adverb",
       "Điều 1.\n1. Ban Quản lý khu kinh tế còn có nhiệm vụ đo mực nước.",
       {"art_1__clause_1 ban-quan-ly-khu-kinh-te other"}},
      {"levels behind a kind of body",
       "Điều 1.\n1. Bệnh viện đa khoa quận, huyện lập sổ.",
       {"art_1__clause_1 benh-vien-da-khoa:huyen other"}},
      {"a stroke inside what it is for",
       "Điều 1.\n1. Cơ quan giám sát bệnh tả/lỵ cấp huyện lập sổ.",
       {"art_1__clause_1 co-quan-giam-sat-benh-ta-ly:huyen other"}},
      {"a board of a people's council",
       "Điều 1.\n1. Ban Dân tộc của Hội đồng nhân dân tỉnh thẩm tra dự thảo.\n"
       "2. Ban Dân tộc tỉnh lập sổ.\n"
       "3. Ban Văn hóa - xã hội của Hội đồng nhân dân cấp huyện thẩm tra dự thảo.",
       {"art_1__clause_1 ban-hdnd:tinh other", "art_1__clause_2 ban-dan-toc other",
        "art_1__clause_3 ban-hdnd:huyen other"}},
      {"offices of private people, and a council of the state that sounds like one",
       "Điều 1.\n1. Văn phòng luật sư có trách nhiệm lập sổ.\n2. Hội đồng trọng tài lao động họp.",
       {"art_1__clause_2 hoi-dong-trong-tai-lao-dong other"}},
      {"a percentage among names that no table knows",
       "Điều 1.\n1. Sở Tài chính, Chủ tịch công ty giữ 100% vốn có trách nhiệm lập sổ.",
       {"art_1__clause_1 so-tai-chinh other"}},
      {"a long list of those who execute",
       "Điều 1.\n1. Giám đốc Sở Y tế, Chủ tịch Hội đồng thành viên hoặc Chủ tịch công ty của doanh "
       "nghiệp do Nhà nước giữ vốn, chủ bến, chủ tàu, chủ hàng và người đứng đầu các hợp tác xã "
       "vận "
       "tải ở các bến sông, bến cảng có trách nhiệm thi hành Quyết định này.",
       {"art_1__clause_1 giam-doc-so-y-te other"}},
      {"who set the team up",
       "Điều 1.\n1. Trưởng đoàn kiểm tra do Giám đốc Sở Y tế thành lập có trách nhiệm lập sổ.\n2. "
       "Chánh Thanh tra tỉnh, Trưởng đoàn thanh tra do Chánh Thanh tra tỉnh thành lập có "
       "quyền:\na) "
       "Lập biên bản;",
       {"art_1__clause_1 truong-doan-kiem-tra other",
        "art_1__clause_2__point_a chanh-thanh-tra:tinh other",
        "art_1__clause_2__point_a truong-doan-thanh-tra other"}},
  });
}

TEST(FindAssignments, ReadsOfficesByWhatTheyDo) {
  check({
      {"a duty said outright ends what it does",
       "Điều 1.\n1. Cơ quan kiểm tra bến có trách nhiệm lập sổ.",
       {"art_1__clause_1 co-quan-kiem-tra-ben other"}},
      {"whoever is competent, whoever was charged",
       "Điều 1.\n1. Cơ quan có thẩm quyền có trách nhiệm lập sổ.\n2. Cơ quan được giao việc có "
       "trách "
       "nhiệm lập sổ.\n3. Cơ quan nhà nước có trách nhiệm lập sổ.",
       {}},
      {"a row of the tables is its key, whatever follows",
       "Điều 1.\n1. Cơ quan chủ trì thẩm định quy hoạch có trách nhiệm lập sổ.",
       {"art_1__clause_1 co-quan-chu-tri-tham-dinh other"}},
      {"those who pay wages", "Điều 1.\n1. Cơ quan chi trả thu nhập có trách nhiệm lập sổ.", {}},
  });
}

TEST(FindAssignments, TellsMainClausesFromWhatStandsAroundThem) {
  check({
      {"a second doer behind a comma",
       "Điều 1.\n1. Phương án bến do Sở Xây dựng lập, Ủy ban nhân dân cấp tỉnh quản lý.",
       {"art_1__clause_1 so-xay-dung other", "art_1__clause_1 ubnd:tinh other"}},
      {"whose consent is needed",
       "Điều 1.\n1. Việc sửa bến phải được sự chấp thuận bằng văn bản của Ủy ban nhân dân cấp "
       "tỉnh.",
       {"art_1__clause_1 ubnd:tinh other"}},
      {"a consent in a condition",
       "Điều 1.\n1. Khi việc sửa bến phải có sự đồng ý của Ủy ban nhân dân cấp tỉnh.",
       {}},
      {"recipients behind the duty of others",
       "Điều 1.\n1. Trường hợp mất sổ, chủ bến có trách nhiệm báo ngay với cơ quan công an, Sở Y "
       "tế "
       "nơi có bến để xử lý.",
       {}},
      {"what only announces how a thing is done, behind a duty",
       "Điều 1.\n1. Sở Tài chính bảo đảm nguồn chi. Trường hợp nguồn chi thiếu được xử lý như "
       "sau:\n"
       "a) Tạm ứng từ quỹ;\nb) Ủy ban nhân dân cấp tỉnh quyết định tạm ứng.",
       {"art_1__clause_1 so-tai-chinh other", "art_1__clause_1__point_b ubnd:tinh other"}},
  });
}

TEST(FindAssignments, KnowsMassOrganisationsOfALevel) {
  check({
      {"an association of a level",
       "Điều 1.\n1. Hội Nông dân huyện có trách nhiệm vận động hội viên. Hội Làm vườn cấp huyện tổ "
       "chức hội thi.",
       {"art_1__clause_1 hoi-nong-dan other", "art_1__clause_1 hoi-lam-vuon:huyen other"}},
      {"a town", "Điều 1.\n1. Hội An có bến tàu. Hội An tổ chức hội thi.", {}},
      {"a library",
       "Điều 1.\n1. Thư viện cấp huyện lập sổ.",
       {"art_1__clause_1 thu-vien:huyen other"}},
  });
}

TEST(FindAssignments, NamesTheBodyThatAnArticleIntroduces) {
  SmallDocument small = small_document(
      "Hướng dẫn chức năng, nhiệm vụ của Sở Y tế và Phòng Y tế\nCăn cứ\nĐiều 1. Vị trí và chức "
      "năng\n1. Sở Y tế là cơ quan chuyên môn thuộc Ủy ban nhân dân tỉnh, thực hiện chức năng quản "
      "lý.\nĐiều 2. Nhiệm vụ và quyền hạn\n1. Lập kế hoạch.\nĐiều 3. Vị trí và chức năng\n1. Phòng "
      "Y tế là cơ quan chuyên môn thuộc Ủy ban nhân dân huyện, tham mưu về y tế.\nĐiều 4. Nhiệm vụ "
      "và quyền hạn\n1. Tổng hợp số liệu.");
  const auto found = find_assignments(small.text, small.document, {}, Lexicon::builtin());
  ASSERT_EQ(found.size(), 4u);
  EXPECT_EQ(found[1].agency, "so-y-te");
  EXPECT_EQ(found[3].agency, "phong-y-te") << "the body of the article before, not of the title";
}

TEST(FindAssignments, ReadsWordsWithTheNumberOfAFootnote) {
  check({
      {"behind a body that a table knows, and a verb",
       "Điều 1.\n1. Bộ Công an13 kiểm tra4 giấy tờ.",
       {"art_1__clause_1 bo-cong-an other"}},
      {"behind a body that none knows",
       "Điều 1.\n1. Cục Bến bãi2 kiểm tra giấy tờ.",
       {"art_1__clause_1 cuc-ben-bai other"}},
  });
}

TEST(FindAssignments, LeavesOutNotesOfEditors) {
  check({
      {"a note on a later change",
       "Điều 1.\n1. [12] Sở Y tế kiểm tra. [Khoản này do Ủy ban nhân dân cấp xã thực hiện bởi Nghị "
       "định 1/2025/NĐ-CP]",
       {"art_1__clause_1 so-y-te other"}},
      {"a note before the words",
       "Điều 1.\n1. [Khoản này được sửa đổi bởi Luật Chợ] Sở Y tế chủ trì lập sổ.",
       {"art_1__clause_1 so-y-te lead"}},
      {"a bracket that does not close",
       "Điều 1.\n1. Sở Y tế kiểm tra [xem ghi chú. Sở Nội vụ lập sổ.",
       {"art_1__clause_1 so-y-te other", "art_1__clause_1 so-noi-vu other"}},
  });
}

TEST(FindAssignments, TellsRoles) {
  check({
      {"a power handed over, to nobody named",
       "Điều 1.\n1. Hội đồng nhân dân cấp tỉnh quyết định hoặc phân cấp thẩm quyền quyết định mua "
       "bến.",
       {"art_1__clause_1 hdnd:tinh delegate"}},
      {"lead and partner",
       "Điều 1.\n1. Sở Tài chính chủ trì, phối hợp với Sở Xây dựng thẩm định dự toán.",
       {"art_1__clause_1 so-tai-chinh lead", "art_1__clause_1 so-xay-dung coordinate"}},
      {"both coordinate",
       "Điều 1.\n1. Bộ Ngoại giao phối hợp với Bộ Tư pháp hướng dẫn.",
       {"art_1__clause_1 bo-ngoai-giao coordinate", "art_1__clause_1 bo-tu-phap coordinate"}},
      {"handing over",
       "Điều 1.\n1. Chủ tịch Ủy ban nhân dân cấp huyện ủy quyền cho Chủ tịch Ủy ban nhân dân cấp "
       "xã "
       "phê duyệt dự án.",
       {"art_1__clause_1 chu-tich-ubnd:huyen delegate", "art_1__clause_1 chu-tich-ubnd:xa other"}},
      {"handed by nobody who is named",
       "Điều 1.\n1. Giao Sở Y tế chủ trì, phối hợp với Sở Nội vụ kiểm tra.",
       {"art_1__clause_1 so-y-te lead", "art_1__clause_1 so-noi-vu coordinate"}},
      {"a partner behind others whom no table knows",
       "Điều 1.\n1. Cơ quan lập quy hoạch phối hợp với các cơ quan, tổ chức liên quan, Ủy ban nhân "
       "dân cấp "
       "huyện xây dựng quy hoạch.",
       {"art_1__clause_1 ubnd:huyen coordinate"}},
      {"the receiver leads, not the giver",
       "Điều 1.\n1. Thủ tướng Chính phủ giao cho một bộ chủ trì soạn thảo.",
       {"art_1__clause_1 thu-tuong delegate"}},
      {"whoever was charged elsewhere",
       "Điều 1.\n1. Bộ trưởng thành lập ban soạn thảo khi bộ được phân công chủ trì soạn thảo.",
       {"art_1__clause_1 bo-truong other"}},
      {"a directed unit coordinates",
       "Điều 1.\n1. Sở Y tế chỉ đạo các đơn vị trực thuộc phối hợp với Sở Nội vụ kiểm tra.",
       {"art_1__clause_1 so-y-te other", "art_1__clause_1 so-noi-vu coordinate"}},
      {"what somebody else leads",
       "Điều 1.\n1. Sở Y tế tham gia phiên họp do người phụ trách chủ trì.",
       {"art_1__clause_1 so-y-te other"}},
      {"the word inside a name",
       "Điều 1.\n1. Sở Tư pháp xây dựng quy chế phối hợp trình cấp trên.",
       {"art_1__clause_1 so-tu-phap other"}},
      {"the directed body's role is not the director's",
       "Điều 1.\n1. Ủy ban nhân dân cấp tỉnh chỉ đạo Sở Y tế chủ trì thực hiện.",
       {"art_1__clause_1 ubnd:tinh other"}},
  });
}

TEST(FindAssignments, HandsBodiesDownTheTree) {
  check({
      {"a lead-in",
       "Điều 1.\n1. Ủy ban nhân dân cấp xã có trách nhiệm:\na) Tổ chức thực hiện;\nb) Báo cáo kết "
       "quả.",
       {"art_1__clause_1__point_a ubnd:xa other", "art_1__clause_1__point_b ubnd:xa other"}},
      {"a bare lead-in",
       "Điều 1.\n1. Ủy ban nhân dân cấp xã:\na) Tổ chức thực hiện;\nb) Báo cáo kết quả.",
       {"art_1__clause_1__point_a ubnd:xa other", "art_1__clause_1__point_b ubnd:xa other"}},
      {"a lead-in with roles",
       "Điều 1.\n1. Sở Y tế chủ trì, phối hợp với Sở Nội vụ:\na) Kiểm tra;\nb) Tổng hợp.",
       {"art_1__clause_1__point_a so-y-te lead", "art_1__clause_1__point_a so-noi-vu coordinate",
        "art_1__clause_1__point_b so-y-te lead", "art_1__clause_1__point_b so-noi-vu coordinate"}},
      {"a lead-in with several duties",
       "Điều 1. Nhiệm vụ của Ủy ban nhân dân các cấp\n1. Ủy ban nhân dân cấp huyện có các nhiệm "
       "vụ, "
       "quyền hạn sau đây:\na) Chỉ đạo việc giữ bến.",
       {"art_1__clause_1__point_a ubnd:huyen other"}},
      {"those who hold a power",
       "Điều 1.\n1. Những người sau đây có quyền đóng bến:\na) Chánh án Tòa án nhân dân cấp huyện, "
       "Giám đốc Sở Y tế; Đồn trưởng Đồn Biên phòng;\nb) Chủ tàu.",
       {"art_1__clause_1__point_a chanh-an-toa-an:huyen other",
        "art_1__clause_1__point_a giam-doc-so-y-te other",
        "art_1__clause_1__point_a don-truong-don-bien-phong other"}},
      {"those who hold a power, some of them unknown, and tasks of people",
       "Điều 1.\n1. Những người sau đây có thẩm quyền đóng bến:\na) Trưởng đồn Công an, Trưởng "
       "Công an "
       "cấp huyện, Cục trưởng Cục Đường sông, kênh, rạch, Giám đốc Sở Y tế;\nb) Chủ bến.\n2. Chủ "
       "bến có "
       "trách nhiệm sau đây:\na) Lập sổ gửi Sở Y tế và Ủy ban nhân dân cấp huyện.",
       {"art_1__clause_1__point_a truong-cong-an:huyen other",
        "art_1__clause_1__point_a cuc-truong-cuc-duong-song other",
        "art_1__clause_1__point_a giam-doc-so-y-te other"}},
      {"a lead-in with a duty of its own",
       "Điều 1.\n1. Ủy ban nhân dân cấp xã quản lý chợ và có nhiệm vụ sau đây:\na) Thu phí.",
       {"art_1__clause_1 ubnd:xa other", "art_1__clause_1__point_a ubnd:xa other"}},
      {"things, not tasks",
       "Điều 1.\n1. Sở Y tế lập hồ sơ gồm:\na) Đơn;\nb) Bản sao giấy phép.",
       {"art_1__clause_1 so-y-te other"}},
      {"an article's heading",
       "Điều 1. Trách nhiệm của Ủy ban nhân dân cấp xã\n1. Tổ chức thực hiện.\n2. Chủ tịch Ủy ban "
       "nhân "
       "dân cấp xã báo cáo kết quả.\n3. Cá nhân khai báo tạm trú.",
       {"art_1__clause_1 ubnd:xa other", "art_1__clause_2 chu-tich-ubnd:xa other"}},
      {"a numbered title",
       "Điều 1.\n1. Sở Tư pháp\na) Kiểm tra hồ sơ.",
       {"art_1__clause_1__point_a so-tu-phap other"}},
      {"a plan's labels",
       "I. NỘI DUNG\n1. Rà soát văn bản.\n- Cơ quan chủ trì: Phòng Tư pháp.\n- Cơ quan phối hợp: "
       "Phòng "
       "Nội vụ và các cơ quan có liên quan.",
       {"sec_1__clause_1 phong-tu-phap lead", "sec_1__clause_1 phong-noi-vu coordinate"}},
  });
}

TEST(FindAssignments, FillsLevelsFromTheIssuerAndTheDate) {
  DocumentHead district;
  district.issuer = "Ủy ban nhân dân huyện Sông Lam";
  check({{"the bare name is the issuer's level",
          "Điều 1.\n1. Ủy ban nhân dân ban hành kế hoạch.",
          {"art_1__clause_1 ubnd:huyen other"}}},
        district);
  DocumentHead city;
  city.issuer = "Ủy ban nhân dân thành phố Huế";
  city.date = Date{2025, 8, 1};
  check({{"a city under the centre",
          "Điều 1.\n1. Ủy ban nhân dân thành phố phân bổ vốn.",
          {"art_1__clause_1 ubnd:tinh other"}}},
        city);
  DocumentHead decree;
  decree.issuer = "Chính phủ";
  decree.date = Date{2025, 8, 1};
  check({{"the levels in force",
          "Điều 1.\n1. Ủy ban nhân dân các cấp tổ chức thực hiện.",
          {"art_1__clause_1 ubnd:tinh other", "art_1__clause_1 ubnd:xa other"}}},
        decree);
  decree.date = Date{2020, 8, 1};
  check({{"before the reform",
          "Điều 1.\n1. Ủy ban nhân dân các cấp tổ chức thực hiện.",
          {"art_1__clause_1 ubnd:tinh other", "art_1__clause_1 ubnd:huyen other",
           "art_1__clause_1 ubnd:xa other"}}},
        decree);
}

TEST(FindAssignments, FillsLevelsFromHeadings) {
  DocumentHead law;
  law.issuer = "Quốc hội";
  law.date = Date{2015, 6, 22};
  check({{"the article's heading",
          "Điều 1. Thẩm tra dự thảo của Hội đồng nhân dân cấp huyện\n1. Ủy ban nhân dân gửi hồ sơ.",
          {"art_1__clause_1 ubnd:huyen other"}},
         {"the same body earlier in the paragraph",
          "Điều 1.\n1. Ủy ban nhân dân cấp xã lập hồ sơ. Ủy ban nhân dân trình dự toán.",
          {"art_1__clause_1 ubnd:xa other"}},
         {"a court without a level keeps none",
          "Điều 1.\n1. Tòa án quyết định đình chỉ vụ án.",
          {"art_1__clause_1 toa-an other"}}},
        law);
}

TEST(FindAssignments, NamesTheBodyInTheTitleUnderABareHeading) {
  SmallDocument small = small_document(
      "Quy định chức năng, nhiệm vụ của Sở Xây dựng\nCăn cứ\nĐiều 1. Nhiệm vụ và quyền hạn\n1. Lập "
      "kế "
      "hoạch.\n2. Giám đốc Sở ban hành quy chế.");
  const auto found = find_assignments(small.text, small.document, {}, Lexicon::builtin());
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].agency, "so-xay-dung");
  EXPECT_EQ(found[1].agency, "giam-doc-so-xay-dung") << "the short form stands for the same body";
}

TEST(FindAssignments, ReadsTheShortFormInAHeading) {
  check({{"of a department",
          "Điều 1. Nhiệm vụ, quyền hạn của sở\n1. Lập kế hoạch.",
          {"art_1__clause_1 so other"}}});
}

TEST(FindAssignments, KnowsAliases) {
  check({{"an alias in brackets",
          "Điều 1.\n1. Hội đồng Thi đua ngành Y tế (sau đây gọi tắt là Hội đồng xét) họp hằng "
          "quý.\n2. Hội "
          "đồng xét quyết định khen thưởng.",
          {"art_1__clause_1 hoi-dong-thi-dua-nganh-y-te other",
           "art_1__clause_2 hoi-dong-thi-dua-nganh-y-te other"}}});
}

TEST(FindAssignments, KeepsOutOfQuotedWordingAndAsides) {
  SmallDocument small = small_document(
      "Tên\nCăn cứ\nĐiều 1.\n1. Sở Y tế kiểm tra.\n2. Sửa đổi như sau:\nSở Nội vụ kiểm tra.\nSở "
      "Tài chính "
      "kiểm tra.");
  const std::string_view text = small.text.text();
  const auto at = [&](std::string_view words) { return static_cast<uint32_t>(text.find(words)); };
  small.document.quoted = {{at("Sở Nội vụ"), at("\nSở Tài")}};
  small.document.asides = {{at("Sở Tài"), static_cast<uint32_t>(text.size())}};
  const auto found = find_assignments(small.text, small.document, {}, Lexicon::builtin());
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].agency, "so-y-te");
}

TEST(FindAssignments, SurvivesHostileInput) {
  std::string many = "Điều 1.\n1. ";
  for (int i = 0; i < 3000; ++i) many += "giao cho Ủy ban nhân dân, phối hợp với Sở Y tế, ";
  assignments(many);
  std::string nested = "Điều 1.\n1. ";
  for (int i = 0; i < 5000; ++i) nested += "(sau đây gọi là Cơ quan X ";
  assignments(nested);
  assignments("Điều 1.\n1. Ủy ban nhân dân");
  assignments("Điều 1.\n1. ;;;:::...,,,((()))");
  assignments("Điều 1.\n1. Ủy ban nhân dân cấp \xff\xfe huyện, các các các");
}

}  // namespace
}  // namespace rasoat
