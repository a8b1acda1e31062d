#include "report/lead_list.h"

#include "report/provision_table.h"
#include "text/display.h"

namespace rasoat {
namespace {

using Place = LeadFinding::Place;

std::string lines_of(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "" : "\n") + name;
  return out;
}

std::string where(const Place& place) {
  const std::string name = place.provision.name.empty() ? "Cả văn bản" : place.provision.name;
  return printable(name) + "\n" + document_in_words(place.document);
}

}  // namespace

Grid lead_list(const std::vector<LeadFinding>& findings) {
  Grid out;
  out.title = "DANH MỤC NHIỆM VỤ CẦN XEM LẠI CƠ QUAN CHỦ TRÌ";
  out.sheet = "Cơ quan chủ trì";
  out.notes = {std::to_string(findings.size()) +
               " trường hợp. Lập tự động, cần đối chiếu với văn bản trước khi kết luận."};
  out.columns = {{"STT", 5, true},           {"Vấn đề", 20},
                 {"Nơi quy định", 28},       {"Cơ quan", 24},
                 {"Nguyên văn", 50},         {"Nơi quy định khác", 28},
                 {"Cơ quan ở nơi khác", 24}, {"Nguyên văn ở nơi khác", 50}};
  for (const LeadFinding& finding : findings) {
    const auto& other = finding.other;
    out.rows.push_back({{std::to_string(out.rows.size() + 1)},
                        {std::string(vietnamese_name(finding.rule))},
                        {where(finding.here)},
                        {lines_of(finding.here.names)},
                        {printable(finding.here.quote)},
                        {other ? where(*other) : ""},
                        {other ? lines_of(other->names) : ""},
                        {other ? printable(other->quote) : ""}});
  }
  return out;
}

}  // namespace rasoat
