// Small decisions written for tests, each of its own number.
#pragma once

#include <string>

namespace rasoat::testing {

struct SampleDecision {
  int number = 1;
  int articles = 3;
  std::string body = "Ủy ban nhân dân huyện";
  std::string matter = "chợ";
  int cites = 0;  // number of another decision; 0: none

  std::string text() const {
    std::string out =
        "ỦY BAN NHÂN DÂN\nTỈNH SÔNG VÂN\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "Độc lập - Tự do - Hạnh phúc\n\nSố: " +
        printed_number(number) +
        "\n\nSông Vân, ngày 14 tháng 3 năm 2025\n\nQUYẾT ĐỊNH\nQuy định về quản lý " + matter +
        " số " + std::to_string(number) +
        "\n\nỦY BAN NHÂN DÂN TỈNH SÔNG VÂN\n\nCăn cứ Luật Tổ chức chính quyền địa phương ngày 19 "
        "tháng 02 năm 2025;\n\nQUYẾT ĐỊNH:\n\n";
    for (int i = 1; i <= articles; ++i) {
      out += "Điều " + std::to_string(i) + ". Quản lý " + matter + " khu vực " + std::to_string(i) +
             "\n1. " + body + " tổ chức thu gom rác thải tại " + matter + " khu vực " +
             std::to_string(i) +
             " trước 17 giờ hằng ngày.\n2. Hộ kinh doanh giữ vệ sinh nơi bán "
             "hàng.\n";
      if (cites > 0 && i == 1) {
        out += "3. Mức thu thực hiện theo Điều 2 Quyết định số " + printed_number(cites) + ".\n";
      }
    }
    return out + "\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nTrần Văn Mẫu\n";
  }

  static std::string printed_number(int number) {
    return std::string(number < 10 ? "0" : "") + std::to_string(number) + "/2025/QĐ-UBND";
  }
};

}  // namespace rasoat::testing
