#include "report/transfer_list.h"

#include "report/cited_words.h"
#include "report/provision_table.h"
#include "text/display.h"

namespace rasoat {

std::string held_in_words(const TransferRow& row) {
  if (!row.target_provision.empty()) return "có trong kho";
  if (row.target) return "chưa thấy điều khoản trong bản đang lưu";
  return row.unit.outcome == Outcome::kAmbiguous ? "nhiều văn bản phù hợp" : "không có trong kho";
}

std::string former_in_words(const TransferRow& row) {
  if (!row.from.empty()) return row.from_name;
  std::string out;
  for (const std::string& name : row.former_names) out += (out.empty() ? "" : "; ") + name;
  return out;
}

Grid transfer_list(const TransferList& transfers) {
  Grid out;
  out.title = "DANH MỤC NHIỆM VỤ, QUYỀN HẠN ĐƯỢC CHUYỂN GIAO";
  out.sheet = "Chuyển giao";
  out.notes = {std::to_string(transfers.total) +
               " nhiệm vụ, quyền hạn. Lập tự động, cần đối chiếu với văn bản trước khi kết luận."};
  if (transfers.rows.size() < transfers.total) {
    out.notes.push_back("Bảng này có " + std::to_string(transfers.rows.size()) + " dòng.");
  }
  out.columns = {{"STT", 5, true},
                 {"Quy định giao nhiệm vụ", 30},
                 {"Trong kho", 14},
                 {"Cơ quan trước đây", 24},
                 {"Cơ quan thực hiện hiện nay", 24},
                 {"Quy định chuyển giao", 30},
                 {"Nguyên văn", 60},
                 {"Trang", 7, true},
                 {"Dòng", 7, true}};
  const auto number = [](uint32_t value) { return value > 0 ? std::to_string(value) : ""; };
  for (const TransferRow& row : transfers.rows) {
    const std::string held = held_in_words(row);
    const std::string former = former_in_words(row);
    out.rows.push_back(
        {{std::to_string(out.rows.size() + 1)},
         {printable(cited_in_words(row.unit))},
         {held, row.target_provision.empty() ? Grid::Tone::kMissing : Grid::Tone::kPlain},
         {former.empty() ? "không nêu"
                         : printable(former) + (row.from.empty() ? "\n(theo quy định ấy)" : "")},
         {printable(row.to_name)},
         {provision_in_line(row.provision) + "\n" + document_in_words(row.document)},
         {printable(row.quote)},
         {number(row.place.page)},
         {number(row.place.line)}});
  }
  return out;
}

}  // namespace rasoat
