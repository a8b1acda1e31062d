// The filter of a spreadsheet needs the document in every row, so no rows stand between the groups:
// the first row of a document has a strong upper border, and below it the document's name is grey.
#include <xlsxwriter.h>

#include <algorithm>

#include "report/provision_list.h"
#include "report/xlsx_cells.h"

namespace rasoat {
namespace {

constexpr size_t kMostRows = 1'000'000;  // a sheet holds 1,048,576

struct Formats {
  lxw_format* title = nullptr;
  lxw_format* meta = nullptr;
  lxw_format* caution = nullptr;
  lxw_format* header = nullptr;
  lxw_format* cell[2] = {};  // [1]: first row of a document
  lxw_format* number[2] = {};
  lxw_format* document[2] = {};
  lxw_format* total = nullptr;
  lxw_format* remark = nullptr;
};

lxw_format* make_cell_format(lxw_workbook* book, bool first_of_document) {
  lxw_format* out = make_format(book, 11);
  format_set_border(out, LXW_BORDER_THIN);
  if (first_of_document) format_set_top(out, LXW_BORDER_MEDIUM);
  return out;
}

Formats make_formats(lxw_workbook* book) {
  Formats out;
  out.title = make_format(book, 14);
  format_set_bold(out.title);
  out.meta = make_format(book, 12);
  out.caution = make_format(book, 11);
  format_set_italic(out.caution);
  for (lxw_format* format : {out.title, out.meta, out.caution}) {
    format_set_align(format, LXW_ALIGN_CENTER);
    format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
  }
  out.header = make_format(book, 11);
  format_set_bold(out.header);
  format_set_border(out.header, LXW_BORDER_THIN);
  format_set_bg_color(out.header, 0xE8EEF5);
  format_set_align(out.header, LXW_ALIGN_CENTER);
  format_set_align(out.header, LXW_ALIGN_VERTICAL_CENTER);
  for (const bool first : {false, true}) {
    out.cell[first] = make_cell_format(book, first);
    out.number[first] = make_cell_format(book, first);
    format_set_align(out.number[first], LXW_ALIGN_CENTER);
    out.document[first] = make_cell_format(book, first);
  }
  format_set_font_color(out.document[false], 0x808080);
  out.total = make_format(book, 11);
  format_set_bold(out.total);
  out.remark = make_format(book, 11);
  return out;
}

class SheetWriter {
 public:
  SheetWriter(lxw_workbook* book, const ProvisionTable& table)
      : table_(table),
        formats_(make_formats(book)),
        sheet_(workbook_add_worksheet(book, table.sheet.c_str())),
        last_column_(static_cast<lxw_col_t>(table.columns.size() - 1)) {}

  // False where the library refused something.
  bool write() {
    set_page();
    write_head();
    write_rows();
    return fine_;
  }

 private:
  void check(lxw_error error) { fine_ = fine_ && error == LXW_NO_ERROR; }

  void put(lxw_row_t row, size_t column, const std::string& text, lxw_format* format) {
    const auto c = static_cast<lxw_col_t>(column);
    check(text.empty()
              ? worksheet_write_blank(sheet_, row, c, format)
              : worksheet_write_string(sheet_, row, c, bounded_cell(text).c_str(), format));
  }

  void put_line(lxw_row_t row, const std::string& text, lxw_format* format, double line_height) {
    double width = 0;
    for (const ReportColumn& column : table_.columns) width += column.width;
    // The head is set in larger letters than the columns are counted in.
    const size_t lines = wrapped_lines(text, width * 0.8);
    worksheet_set_row(sheet_, row, line_height * static_cast<double>(lines), nullptr);
    if (last_column_ == 0) return put(row, 0, text, format);
    check(worksheet_merge_range(sheet_, row, 0, row, last_column_, bounded_cell(text).c_str(),
                                format));
  }

  // Not every program fits the height of a row to its wrapped text when it opens the file.
  void set_height(lxw_row_t row, const ProvisionTable::Row& provision, bool first) {
    constexpr double kLine = 13.8, kMostPoints = 409;
    size_t lines = 1;
    for (size_t c = 0; c < table_.columns.size(); ++c) {
      const ReportColumn& column = table_.columns[c];
      if (column.source == ReportSource::kDocument && !first) continue;  // grey, may be cut
      lines = std::max(lines, wrapped_lines(provision.cells[c], column.width));
    }
    worksheet_set_row(sheet_, row, std::min(kMostPoints, static_cast<double>(lines) * kLine + 3),
                      nullptr);
  }

  void set_page() {
    worksheet_set_landscape(sheet_);
    worksheet_set_paper(sheet_, 9);  // A4
    worksheet_fit_to_pages(sheet_, 1, 0);
    worksheet_set_margins(sheet_, 0.5, 0.4, 0.5, 0.6);
    const std::string footer = "&C&\"Times New Roman\"&10" + table_.page + " &P/&N";
    check(worksheet_set_footer(sheet_, footer.c_str()));
    for (size_t c = 0; c < table_.columns.size(); ++c) {
      const auto column = static_cast<lxw_col_t>(c);
      check(worksheet_set_column(sheet_, column, column, table_.columns[c].width, nullptr));
    }
  }

  void write_head() {
    put_line(0, table_.title, formats_.title, 22);
    put_line(1, table_.question, formats_.meta, 18);
    put_line(2, table_.date + "   ·   " + table_.total, formats_.meta, 18);
    put_line(3, table_.caution, formats_.caution, 18);
    for (size_t c = 0; c < table_.columns.size(); ++c) {
      put(kHeaderRow, c, table_.columns[c].heading, formats_.header);
    }
    worksheet_set_row(sheet_, kHeaderRow, 34, nullptr);
    worksheet_freeze_panes(sheet_, kHeaderRow + 1, 0);
    check(worksheet_repeat_rows(sheet_, kHeaderRow, kHeaderRow));
  }

  void write_rows() {
    lxw_row_t row = kHeaderRow + 1;
    for (const ProvisionTable::Group& group : table_.groups) {
      bool first = true;
      for (const ProvisionTable::Row& provision : group.rows) {
        for (size_t c = 0; c < table_.columns.size(); ++c) {
          const ReportSource source = table_.columns[c].source;
          lxw_format* format = source == ReportSource::kNumber     ? formats_.number[first]
                               : source == ReportSource::kDocument ? formats_.document[first]
                                                                   : formats_.cell[first];
          put(row, c, provision.cells[c], format);
        }
        set_height(row, provision, first);
        first = false;
        ++row;
      }
    }
    if (table_.groups.empty()) put_line(row++, table_.none, formats_.meta, 20);
    check(worksheet_autofilter(sheet_, kHeaderRow, 0, row - 1, last_column_));
    put_line(row + 1, table_.total, formats_.total, 20);
    if (!table_.abolished.empty()) put_line(row + 2, table_.abolished, formats_.remark, 18);
  }

  static constexpr lxw_row_t kHeaderRow = 4;

  const ProvisionTable& table_;
  const Formats formats_;
  lxw_worksheet* const sheet_;
  const lxw_col_t last_column_;
  bool fine_ = true;
};

}  // namespace

Result<void> write_provision_list_xlsx(const ProvisionTable& table,
                                       const std::filesystem::path& path) {
  if (table.provisions > kMostRows) {
    return Error{ErrorCode::kTooLarge, "danh mục có nhiều dòng hơn một bảng tính chứa được",
                 path.string(), "Lọc theo cơ quan hoặc văn bản, hoặc ghi dạng CSV."};
  }
  lxw_workbook* book = workbook_new(path.c_str());
  if (book == nullptr) {
    return Error{ErrorCode::kWrite, "không ghi được tệp", path.string(), "Kiểm tra quyền ghi."};
  }
  std::string title = table.title, caution = table.caution;  // the library wants them writable
  lxw_doc_properties properties = {};
  properties.title = title.data();
  properties.comments = caution.data();
  workbook_set_properties(book, &properties);
  const bool fine = SheetWriter(book, table).write();
  const lxw_error closed = workbook_close(book);
  if (closed != LXW_NO_ERROR || !fine) {
    const std::string reason = closed != LXW_NO_ERROR ? lxw_strerror(closed) : "nội dung";
    return Error{ErrorCode::kWrite, "không ghi được tệp (" + reason + ")", path.string(),
                 "Kiểm tra chỗ trống của ổ đĩa và thư mục tạm."};
  }
  return {};
}

}  // namespace rasoat
