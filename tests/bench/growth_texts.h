// Texts that would show time or memory growing faster than their length: one document many times
// over, and what is hostile to one stage or another.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rasoat::bench {

struct HostileText {
  std::string name;
  std::string text;
};

inline std::string repeated_to(std::string_view piece, size_t bytes) {
  std::string out;
  out.reserve(bytes + piece.size());
  while (out.size() < bytes) out += piece;
  return out;
}

// What a document of the usual kind looks like; invented.
inline std::string_view usual_document() {
  return "ỦY BAN NHÂN DÂN TỈNH SÔNG VÂN\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
         "Số: 41/2025/QĐ-UBND\nSông Vân, ngày 14 tháng 7 năm 2025\nQUYẾT ĐỊNH\n"
         "Quy định quản lý bến khách ngang sông trên địa bàn tỉnh\n"
         "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;\n"
         "Căn cứ Nghị định số 08/2021/NĐ-CP ngày 28 tháng 01 năm 2021 của Chính phủ quy định về "
         "quản lý hoạt động đường thủy nội địa (sau đây gọi là Nghị định số 08);\n"
         "Theo đề nghị của Giám đốc Sở Xây dựng tại Tờ trình số 77/TTr-SXD.\nQUYẾT ĐỊNH:\n"
         "Chương I\nQUY ĐỊNH CHUNG\nĐiều 1. Phạm vi điều chỉnh\n"
         "1. Quyết định này quy định việc mở, công bố và quản lý bến khách ngang sông.\n"
         "2. Bến thủy nội địa khác thực hiện theo Điều 3 và khoản 2 Điều 15 Nghị định số 08.\n"
         "Điều 2. Hồ sơ\n1. Hồ sơ công bố bến gồm:\na) Đơn theo Mẫu số 01 kèm theo;\n"
         "b) Bản vẽ mặt bằng đã được xác nhận theo điểm a, điểm c khoản 1 Điều 7 của Nghị định "
         "này;\nc) Giấy tờ về đất theo quy định của Luật Đất đai năm 2024.\n"
         "2. Ủy ban nhân dân cấp xã tiếp nhận hồ sơ nêu tại khoản 1 Điều này và trả kết quả trong "
         "05 ngày làm việc.\nChương II\nTRÁCH NHIỆM\nĐiều 3. Trách nhiệm của Sở Xây dựng\n"
         "1. Chủ trì, phối hợp với Công an tỉnh kiểm tra bến trước ngày 31 tháng 12 hằng năm.\n"
         "2. Báo cáo Chủ tịch Ủy ban nhân dân tỉnh kết quả thực hiện Điều 2 Quyết định này.\n"
         "Điều 4. Hiệu lực\nQuyết định này có hiệu lực từ ngày 01 tháng 8 năm 2025 và bãi bỏ Quyết "
         "định số 12/2016/QĐ-UBND ngày 04 tháng 5 năm 2016 của Ủy ban nhân dân tỉnh.\n"
         "Nơi nhận:\n- Như Điều 3;\n- Lưu: VT.\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nĐinh Văn Sông\n";
}

// Each about `bytes` long.
inline std::vector<HostileText> hostile_texts(size_t bytes) {
  std::vector<HostileText> out;
  for (const std::string_view piece : {"khoản 1, ",
                                       "(",
                                       "[",
                                       "điểm a ",
                                       "Điều 1. ",
                                       "“",
                                       "”",
                                       "\"",
                                       "a) ",
                                       "7",
                                       "1. ",
                                       "Luật ",
                                       "số ",
                                       "số 1/",
                                       "căn cứ ",
                                       "(sau đây gọi là ",
                                       "(sau đây gọi là Luật) ",
                                       "Luật này ",
                                       "khoản 1 đến khoản 200, ",
                                       "Điều 1 khoản 2 điểm a Luật Đất đai năm 2013, ",
                                       "Nghị định số 34/2016/NĐ-CP, ",
                                       "ngày 5 tháng 3 ",
                                       "Ủy ban nhân dân ",
                                       "Sở ",
                                       "chủ trì, phối hợp với ",
                                       "trong vòng 05 ngày ",
                                       "x",
                                       "- ",
                                       "và ",
                                       ", ",
                                       "|",
                                       ".",
                                       ";"}) {
    out.push_back({std::string(piece), repeated_to(piece, bytes)});
  }
  for (const std::string_view piece : {"\n",
                                       "Điều 1.\n",
                                       "Điều\n",
                                       "1. x\n",
                                       "a) x\n",
                                       "1.1.1. x\n",
                                       "I. x\n",
                                       "Chương I\n",
                                       "Phụ lục\n",
                                       "QUY CHẾ\n",
                                       "(Kèm theo Quyết định số 1/QĐ-UBND)\n",
                                       "“1. như sau:\n",
                                       "Sửa đổi khoản 1 Điều 2 như sau:\n“\n",
                                       "Nơi nhận:\n",
                                       "TM. ỦY BAN NHÂN DÂN\n",
                                       "x\n",
                                       "12\n",
                                       "Căn cứ Luật Đất đai;\n",
                                       "Số: 1/QĐ-UBND\n",
                                       "Điều 1. Luật này\n",
                                       "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n",
                                       "quy định tại khoản 1\n",
                                       "NĐ-\n"}) {
    std::string name(piece);
    for (size_t at; (at = name.find('\n')) != std::string::npos;) name.replace(at, 1, "⏎");
    out.push_back({std::move(name), repeated_to(piece, bytes)});
  }
  out.push_back({"combining marks", "a" + repeated_to("\u0301\u0323", bytes)});
  out.push_back({"a mark on each letter", repeated_to("e\u0323\u0302", bytes)});
  out.push_back({"bytes that are no UTF-8", repeated_to("\xFF\xE1\xBB", bytes)});
  out.push_back({"zero-width spaces", repeated_to("\u200B", bytes)});

  const auto behind = [&](std::string_view lead, std::string_view piece) {
    return repeated_to(lead, bytes / 2) + ":\n" + repeated_to(piece, bytes / 2);
  };
  out.push_back({"behind a long lead-in", behind("Điều 1. xa xa ", "Điều 2 Luật Đất đai;\n")});
  out.push_back(
      {"behind a long heading", behind("Điều 1. xa xa ", "1. Bỏ Điều 2 Luật Đất đai;\n")});
  out.push_back({"behind many dashes", "Điều 1. x\n" + repeated_to("- ", bytes / 2) +
                                           repeated_to("khoản 1 Điều 2 ", bytes / 2)});
  out.push_back({"many regulations", "QUYẾT ĐỊNH\nBan hành Quy chế\nĐiều 1. x\n" +
                                         repeated_to("QUY CHẾ\nchợ\n(Ban hành kèm theo Quyết định "
                                                     "số 1/QĐ-UBND)\nĐiều 1. Theo Luật này\n",
                                                     bytes)});

  std::string numbered, aliases, laws, sentence(usual_document());
  for (size_t n = 1; numbered.size() < bytes; ++n) {
    numbered += "Điều " + std::to_string(n) + ". Theo Điều " + std::to_string(n * 7) + "\n";
  }
  for (size_t n = 1; aliases.size() < bytes; ++n) {
    const std::string number = std::to_string(n);
    aliases += "Nghị định số " + number + "/2016/NĐ-CP (sau đây gọi là Nghị định số " + number +
               "), Điều 1 Nghị định số " + number + ", ";
  }
  for (size_t n = 1; laws.size() < bytes; ++n) {
    laws += "Điều 1 Luật này và Thông tư số " + std::to_string(n) + "/2016/TT-BTC, ";
  }
  for (char& c : sentence) c = c == '\n' ? ' ' : c;
  out.push_back({"numbered articles", std::move(numbered)});
  out.push_back({"an alias in each sentence", std::move(aliases)});
  out.push_back({"\"Luật này\" behind other documents", std::move(laws)});
  out.push_back({"sentences in one line", repeated_to(sentence, bytes)});
  return out;
}

}  // namespace rasoat::bench
