// Duties invented for the tests of reports.
#pragma once

#include "report/provision_table.h"

namespace rasoat::testing {

inline DutyRow sample_duty(std::string provision, std::string name, std::string quote) {
  DutyRow out;
  out.document.id = "quyet-dinh_12-2023-qd-ubnd";
  out.document.type = "Quyết định";
  out.document.number = "12/2023/QĐ-UBND";
  out.document.issuer = "Ủy ban nhân dân tỉnh Thử Nghiệm";
  out.document.date = Date{2023, 4, 5};
  out.document.title = "Ban hành Quy chế quản lý chợ";
  out.provision.id = std::move(provision);
  out.provision.name = std::move(name);
  out.provision.heading = "Trách nhiệm của Ủy ban nhân dân cấp huyện";
  out.agency = "ubnd:huyen";
  out.agency_name = "Ủy ban nhân dân cấp huyện";
  out.level = AdminLevel::kDistrict;
  out.quote = std::move(quote);
  out.place = {"/kho/12-2023.pdf", 3, 14};
  return out;
}

// Three duties in two provisions of one document, one in another.
inline ProvisionListRequest sample_request() {
  ProvisionListRequest out;
  out.date = Date{2026, 1, 15};
  out.filter.agencies = {"ubnd:huyen"};
  out.duties.push_back(sample_duty("art_5__clause_2__point_đ", "điểm đ khoản 2 Điều 5",
                                   "Ủy ban nhân dân huyện chủ trì kiểm tra <chợ> & \"bãi đỗ\""));
  DutyRow coordinate = out.duties.back();
  out.duties.back().role = Role::kLead;
  coordinate.agency = "phong-tai-chinh";
  coordinate.agency_name = "Phòng Tài chính";
  coordinate.role = Role::kCoordinate;
  out.duties.push_back(coordinate);
  out.duties.push_back(sample_duty("art_6", "Điều 6", "=HYPERLINK(\"http://x\") tổ chức"));
  DutyRow other = sample_duty("art_1", "Điều 1", "báo cáo hằng năm");
  other.document = {};
  other.document.id = "ke-hoach_0123abcd";
  other.document.type = "Kế hoạch";
  other.deadline_text = "trước ngày 15 tháng 12 hằng năm";
  out.duties.push_back(other);
  return out;
}

inline ProvisionTable sample_table() {
  const Lexicon& lexicon = Lexicon::builtin();
  return make_provision_table(sample_request(), *ReportTemplate::read(lexicon), lexicon);
}

}  // namespace rasoat::testing
