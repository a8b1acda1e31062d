#include "report/delegation_list.h"

#include "report/provision_table.h"
#include "text/display.h"

namespace rasoat {
namespace {

std::string joined(const std::vector<std::string>& names, const std::string& separator) {
  std::string out;
  for (const std::string& name : names) {
    if (!out.empty()) out += separator;
    out += printable(name);
  }
  return out;
}

}  // namespace

std::string kinds_in_words(const DelegationRow& row) {
  std::vector<std::string> names;
  for (const DelegationKind kind : row.kinds) names.emplace_back(vietnamese_name(kind));
  return joined(names, ", ");
}

std::string givers_in_words(const DelegationRow& row, const std::string& separator) {
  return joined(row.from_names, separator);
}

std::string receivers_in_words(const DelegationRow& row, const std::string& separator) {
  std::string out = joined(row.to_names, separator);
  if (row.more_to && !out.empty()) out += separator + "và cơ quan khác";
  return out;
}

Grid delegation_list(const DelegationList& delegations) {
  Grid out;
  out.title = "DANH MỤC PHÂN CẤP, PHÂN QUYỀN, ỦY QUYỀN";
  out.sheet = "Phân cấp, ủy quyền";
  out.notes = {std::to_string(delegations.total) +
               " trường hợp. Lập tự động, cần đối chiếu với văn bản trước khi kết luận."};
  if (delegations.rows.size() < delegations.total) {
    out.notes.push_back("Bảng này có " + std::to_string(delegations.rows.size()) + " dòng.");
  }
  out.columns = {{"STT", 5, true},     {"Hình thức", 13},  {"Cơ quan giao", 24},
                 {"Cơ quan nhận", 24}, {"Nội dung", 44},   {"Quy định tại", 30},
                 {"Nguyên văn", 56},   {"Trang", 7, true}, {"Dòng", 7, true}};
  const auto number = [](uint32_t value) { return value > 0 ? std::to_string(value) : ""; };
  const auto named = [](std::string names) {
    return names.empty() ? std::string("không nêu") : names;
  };
  for (const DelegationRow& row : delegations.rows) {
    out.rows.push_back({{std::to_string(out.rows.size() + 1)},
                        {kinds_in_words(row)},
                        {named(givers_in_words(row, "\n"))},
                        {named(receivers_in_words(row, "\n"))},
                        {printable(row.matter)},
                        {provision_in_line(row.provision) + "\n" + document_in_words(row.document)},
                        {row.act == row.quote ? printable(row.quote)
                                              : printable(row.act) + "\n" + printable(row.quote)},
                        {number(row.place.page)},
                        {number(row.place.line)}});
  }
  return out;
}

}  // namespace rasoat
