// What the writers of XLSX share: cells that a sheet can hold, and their looks.
#pragma once

#include <xlsxwriter.h>

#include <cstddef>
#include <string>

namespace rasoat {

// At most as much as a cell holds (32,767 UTF-16 units), with " […]" where it was cut.
std::string bounded_cell(const std::string& text);
// Lines that text takes in a column so many digits wide.
size_t wrapped_lines(const std::string& text, double width);
// Times New Roman (Nghị định 30/2020/NĐ-CP, Phụ lục I), wrapped, at the top of the cell.
lxw_format* make_format(lxw_workbook* book, double size);

}  // namespace rasoat
