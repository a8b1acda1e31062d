#include "report/plan_list.h"

#include "report/provision_table.h"

namespace rasoat {
namespace {

std::string lines_of(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "" : "\n") + name;
  return out;
}

}  // namespace

Grid plan_list(const std::vector<PlanRow>& tasks) {
  Grid out;
  out.title = "DANH MỤC NHIỆM VỤ CỦA KẾ HOẠCH";
  out.sheet = "Nhiệm vụ";
  out.notes = {std::to_string(tasks.size()) + " nhiệm vụ. Lập tự động, cần đối chiếu với văn bản."};
  out.columns = {{"STT", 5, true}, {"Văn bản", 20},         {"Mục", 16},
                 {"Nhiệm vụ", 60}, {"Chủ trì", 24},         {"Phối hợp", 28},
                 {"Thời hạn", 24}, {"Ngày cuối", 12, true}, {"Sản phẩm", 24}};
  for (const PlanRow& task : tasks) {
    const bool dated = task.deadline && task.deadline->to;
    out.rows.push_back({{std::to_string(out.rows.size() + 1)},
                        {document_in_words(task.document)},
                        {task.provision.name},
                        {task.text},
                        {lines_of(task.lead_names)},
                        {lines_of(task.coordinate_names)},
                        {task.deadline_text},
                        {dated ? task.deadline->to->vietnamese() : ""},
                        {task.product}});
  }
  return out;
}

}  // namespace rasoat
