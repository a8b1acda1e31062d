#include "report/xlsx_cells.h"

#include <algorithm>
#include <string_view>

#include "text/display.h"

namespace rasoat {

std::string bounded_cell(const std::string& text) {
  constexpr size_t kMostUnits = 32'000;
  size_t units = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if ((byte & 0xc0) == 0x80) continue;
    units += byte >= 0xf0 ? 2 : 1;
    if (units > kMostUnits) return text.substr(0, i) + " […]";
  }
  return text;
}

size_t wrapped_lines(const std::string& text, double width) {
  // Letters of the font are a little narrower than its digits.
  const auto columns = static_cast<size_t>(width * 1.2);
  size_t out = 0;
  for (size_t begin = 0; begin <= text.size();) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    out += wrap_to_width(std::string_view(text).substr(begin, end - begin), columns).size();
    begin = end + 1;
  }
  return out;
}

lxw_format* make_format(lxw_workbook* book, double size) {
  lxw_format* out = workbook_add_format(book);
  format_set_font_name(out, "Times New Roman");
  format_set_font_size(out, size);
  format_set_text_wrap(out);
  format_set_align(out, LXW_ALIGN_VERTICAL_TOP);
  return out;
}

}  // namespace rasoat
