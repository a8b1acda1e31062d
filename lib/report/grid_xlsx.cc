#include <algorithm>

#include "report/atomic_file.h"
#include "report/grid.h"
#include "report/xlsx_cells.h"
#include "text/display.h"

namespace rasoat {
namespace {

constexpr size_t kMostRows = 1'000'000, kMostColumns = 16'000;  // a sheet holds 2^20 and 2^14
constexpr size_t kTones = 3;

class GridWriter {
 public:
  GridWriter(lxw_workbook* book, const Grid& grid)
      : grid_(grid), sheet_(workbook_add_worksheet(book, grid.sheet.c_str())) {
    title_ = make_format(book, 14);
    format_set_bold(title_);
    note_ = make_format(book, 11);
    format_set_italic(note_);
    header_ = make_format(book, 11);
    format_set_bold(header_);
    format_set_border(header_, LXW_BORDER_THIN);
    format_set_bg_color(header_, 0xE8EEF5);
    format_set_align(header_, LXW_ALIGN_CENTER);
    format_set_align(header_, LXW_ALIGN_VERTICAL_CENTER);
    upright_ = make_format(book, 11);
    format_set_border(upright_, LXW_BORDER_THIN);
    format_set_bg_color(upright_, 0xE8EEF5);
    format_set_align(upright_, LXW_ALIGN_CENTER);
    format_set_align(upright_, LXW_ALIGN_VERTICAL_BOTTOM);
    format_set_rotation(upright_, 90);
    constexpr lxw_color_t kFills[kTones] = {0, 0xF4B6B6, 0xD9D9D9};
    for (const bool centred : {false, true}) {
      for (size_t tone = 0; tone < kTones; ++tone) {
        lxw_format* format = make_format(book, 11);
        format_set_border(format, LXW_BORDER_THIN);
        if (centred) format_set_align(format, LXW_ALIGN_CENTER);
        if (tone > 0) format_set_bg_color(format, kFills[tone]);
        cells_[centred][tone] = format;
      }
    }
  }

  // False where the library refused something.
  bool write() {
    set_page();
    check(worksheet_set_footer(sheet_, "&C&\"Times New Roman\"&10Trang &P/&N"));
    double width = 0;
    for (size_t c = 0; c < grid_.columns.size(); ++c) {
      const auto column = static_cast<lxw_col_t>(c);
      width += grid_.columns[c].width;
      check(worksheet_set_column(sheet_, column, column, grid_.columns[c].width, nullptr));
    }
    lxw_row_t row = 0;
    put_line(row++, grid_.title, title_, 20, width);
    for (const std::string& note : grid_.notes) put_line(row++, note, note_, 16, width);
    write_table(row);
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

  // One page wide, unless nobody could read it then: then the frozen columns come on every page.
  void set_page() {
    constexpr double kMostReadable = 260;  // characters
    double width = 0;
    for (const Grid::Column& column : grid_.columns) width += column.width;
    worksheet_set_landscape(sheet_);
    worksheet_set_paper(sheet_, 9);  // A4
    if (width <= kMostReadable) {
      worksheet_fit_to_pages(sheet_, 1, 0);
    } else if (grid_.frozen > 0) {
      worksheet_set_print_scale(sheet_, 60);
      check(worksheet_repeat_columns(sheet_, 0, static_cast<lxw_col_t>(grid_.frozen - 1)));
    }
  }

  void put_line(lxw_row_t row, const std::string& text, lxw_format* format, double line_height,
                double width) {
    const size_t lines = std::max<size_t>(1, wrapped_lines(text, width * 0.8));
    worksheet_set_row(sheet_, row, line_height * static_cast<double>(lines), nullptr);
    if (grid_.columns.size() == 1) return put(row, 0, text, format);
    check(worksheet_merge_range(sheet_, row, 0, row,
                                static_cast<lxw_col_t>(grid_.columns.size() - 1),
                                bounded_cell(text).c_str(), format));
  }

  void set_height(lxw_row_t row, size_t lines) {
    constexpr double kLine = 15, kMostPoints = 409;
    worksheet_set_row(sheet_, row, std::min(kMostPoints, static_cast<double>(lines) * kLine + 3),
                      nullptr);
  }

  void write_table(lxw_row_t row) {
    const lxw_row_t header = row;
    size_t lines = 1;
    for (size_t c = 0; c < grid_.columns.size(); ++c) {
      const Grid::Column& column = grid_.columns[c];
      put(row, c, column.heading, column.upright ? upright_ : header_);
      // Upwards a heading of two lines needs half its length, in characters of a third of a line.
      lines = std::max(lines, column.upright
                                  ? std::clamp<size_t>(display_width(column.heading) / 4, 6, 12)
                                  : wrapped_lines(column.heading, column.width));
    }
    set_height(row, lines);
    worksheet_freeze_panes(sheet_, header + 1, static_cast<lxw_col_t>(grid_.frozen));
    check(worksheet_repeat_rows(sheet_, header, header));
    for (const std::vector<Grid::Cell>& cells : grid_.rows) {
      ++row;
      lines = 1;
      for (size_t c = 0; c < cells.size(); ++c) {
        const Grid::Column& column = grid_.columns[c];
        put(row, c, cells[c].text, cells_[column.centred][static_cast<size_t>(cells[c].tone)]);
        lines = std::max(lines, wrapped_lines(cells[c].text, column.width));
      }
      set_height(row, lines);
    }
    check(worksheet_autofilter(sheet_, header, 0, row,
                               static_cast<lxw_col_t>(grid_.columns.size() - 1)));
  }

  const Grid& grid_;
  lxw_worksheet* const sheet_;
  lxw_format *title_, *note_, *header_, *upright_;
  lxw_format* cells_[2][kTones];
  bool fine_ = true;
};

}  // namespace

Result<void> write_grid_xlsx(const Grid& grid, const std::filesystem::path& path) {
  if (grid.rows.size() > kMostRows || grid.columns.size() > kMostColumns) {
    return Error{ErrorCode::kTooLarge, "bảng lớn hơn một bảng tính chứa được", path.string(),
                 "Lọc theo cơ quan hoặc văn bản."};
  }
  Result<AtomicFile> file = AtomicFile::create(path);
  if (!file) return file.error();
  lxw_workbook* book = workbook_new(file->path().c_str());
  if (book == nullptr) {
    return Error{ErrorCode::kWrite, "không ghi được tệp", path.string(), "Kiểm tra quyền ghi."};
  }
  const bool fine = GridWriter(book, grid).write();
  const lxw_error closed = workbook_close(book);
  if (closed != LXW_NO_ERROR || !fine) {
    const std::string reason = closed != LXW_NO_ERROR ? lxw_strerror(closed) : "nội dung";
    return Error{ErrorCode::kWrite, "không ghi được tệp (" + reason + ")", path.string(),
                 "Kiểm tra chỗ trống của ổ đĩa và thư mục tạm."};
  }
  return file->commit();
}

}  // namespace rasoat
