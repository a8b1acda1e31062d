#include "report/duty_list.h"

#include <algorithm>
#include <set>

#include "report/provision_table.h"
#include "structure/provision_words.h"
#include "text/display.h"

namespace rasoat {
namespace {

constexpr const char* kNoGround = "chưa có căn cứ chuyển giao";

void add_line(std::string& out, const std::string& line) {
  out += (out.empty() ? "" : "\n") + line;
}

std::string fit_in_words(const DutyMove& move, const TransferRow& transfer) {
  const std::string unit = provision_in_words(transfer.target_provision);
  switch (move.fit) {
    case UnitFit::kSame:
      return move.certain ? "" : "cần đối chiếu: nhiều cơ quan cùng liên quan đến " + unit;
    case UnitFit::kWider:
      return "cần đối chiếu: chuyển giao nhiệm vụ tại " + unit;
    case UnitFit::kPart:
      return "cần đối chiếu: chuyển giao một phần, tại " + unit;
  }
  return {};
}

std::string place_in_words(const SourcePlace& place) {
  if (place.page > 0) return "trang " + std::to_string(place.page);
  return place.line > 0 ? "dòng " + std::to_string(place.line) : "";
}

}  // namespace

std::string end_in_words(const DutyFate& fate) {
  if (!fate.end) return {};
  std::string out = "từ ngày " + fate.end->end.vietnamese();
  if (!fate.end->instrument.empty()) out += " (" + fate.end->instrument + ")";
  return out;
}

std::string holders_in_words(const DutyFate& fate, const std::vector<TransferRow>& transfers) {
  if (!fate.end) return {};
  std::vector<std::string> names;
  for (const DutyMove& move : fate.moves) {
    const std::string& name = transfers[move.transfer].to_name;
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  }
  std::string out;
  for (const std::string& name : names) add_line(out, printable(name));
  return out.empty() ? kNoGround : out;
}

std::string grounds_in_words(const DutyFate& fate, const std::vector<TransferRow>& transfers) {
  std::string out;
  std::set<std::string> seen;
  for (const DutyMove& move : fate.moves) {
    const TransferRow& row = transfers[move.transfer];
    std::string line = provision_in_line(row.provision) + ", " + document_in_words(row.document);
    const std::string fit = fit_in_words(move, row);
    if (!fit.empty()) line += " (" + fit + ")";
    if (seen.insert(line).second) add_line(out, line);
  }
  return out;
}

std::string action_in_words(Role role, const DutyParts& parts) {
  if (role != Role::kOther || parts.actions.empty()) return std::string(vietnamese_name(role));
  std::string out;
  for (const Action* action : parts.actions) out += (out.empty() ? "" : "; ") + action->name;
  return out;
}

std::string conditions_in_words(const DutyParts& parts, const DutyRow& duty) {
  std::string out;
  for (const Span part : {parts.condition, parts.exception}) {
    if (!part.empty()) add_line(out, printable(part.of(duty.quote)));
  }
  if (!duty.deadline_text.empty()) add_line(out, printable(duty.deadline_text));
  return out;
}

Grid duty_list(const DutyList& list) {
  const bool all_abolished =
      std::all_of(list.fates.begin(), list.fates.end(), [](const auto& fate) { return fate.end; });
  const bool some_abolished =
      std::any_of(list.fates.begin(), list.fates.end(), [](const auto& fate) { return fate.end; });
  Grid out;
  out.title = all_abolished && some_abolished
                  ? "DANH MỤC NHIỆM VỤ, QUYỀN HẠN CỦA CƠ QUAN ĐÃ CHẤM DỨT HOẠT ĐỘNG"
                  : "DANH MỤC NHIỆM VỤ, QUYỀN HẠN ĐƯỢC GIAO";
  out.sheet = "Nhiệm vụ";
  size_t moved = 0;
  for (const DutyFate& fate : list.fates) moved += fate.moves.empty() ? 0 : 1;
  out.notes = {std::to_string(list.duties.size()) + " nhiệm vụ, quyền hạn, tính đến ngày " +
                   list.on.vietnamese() + "; " + std::to_string(moved) +
                   " có quy định chuyển giao trong các văn bản đã nạp.",
               "Lập tự động, cần đối chiếu với văn bản trước khi kết luận. Cột \"Cơ quan kế thừa\" "
               "để trống khi nhiệm vụ được chuyển theo từng quy định."};
  out.columns = {{"STT", 5, true},           {"Quy định giao nhiệm vụ", 28},
                 {"Cơ quan được giao", 20},  {"Việc phải làm, được làm", 14},
                 {"Nguyên văn", 42},         {"Điều kiện, ngoại lệ, thời hạn", 24},
                 {"Trang, dòng", 9, true},   {"Chấm dứt hoạt động", 16},
                 {"Cơ quan kế thừa", 20},    {"Hiện nay do", 20},
                 {"Căn cứ chuyển giao", 30}, {"Nguyên văn căn cứ", 38}};
  for (size_t i = 0; i < list.duties.size(); ++i) {
    const DutyRow& duty = list.duties[i];
    const DutyFate& fate = list.fates[i];
    std::string heirs, quotes;
    for (const std::string& name : fate.heir_names) add_line(heirs, printable(name));
    std::set<std::string> seen;
    for (const DutyMove& move : fate.moves) {
      const std::string quote = printable(list.transfers[move.transfer].quote);
      if (seen.insert(quote).second) add_line(quotes, quote);
    }
    out.rows.push_back(
        {{std::to_string(i + 1)},
         {provision_in_line(duty.provision) + "\n" + document_in_words(duty.document)},
         {printable(duty.agency_name)},
         {action_in_words(duty.role, list.parts[i])},
         {printable(duty.quote)},
         {conditions_in_words(list.parts[i], duty)},
         {place_in_words(duty.place)},
         {end_in_words(fate)},
         {heirs},
         {holders_in_words(fate, list.transfers),
          fate.end && fate.moves.empty() ? Grid::Tone::kMissing : Grid::Tone::kPlain},
         {grounds_in_words(fate, list.transfers)},
         {quotes}});
  }
  return out;
}

}  // namespace rasoat
