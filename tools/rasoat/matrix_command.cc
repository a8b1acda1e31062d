#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <iostream>
#include <memory>

#include "command_line.h"
#include "commands.h"
#include "duty_flags.h"
#include "grid_output.h"
#include "names.h"
#include "report/task_matrix.h"
#include "table.h"
#include "task_source.h"
#include "terminal.h"
#include "workspace/output_json.h"

namespace rasoat::cli {
namespace {

struct Flags {
  std::vector<std::string> documents, agencies, levels;
  GridOutput output;
};

Result<MatrixFilter> filter_of(const Flags& flags, const Lexicon& lexicon) {
  MatrixFilter out;
  for (const std::string& words : flags.agencies) {
    const std::vector<std::string> keys = agency_keys_from_words(words, lexicon);
    if (keys.empty()) {
      return Error{ErrorCode::kInvalidArgument, "không nhận ra cơ quan nào trong các từ này", words,
                   "Viết tên cơ quan kèm cấp, ví dụ \"UBND huyện\", \"Sở Tư pháp\"."};
    }
    out.agencies.insert(out.agencies.end(), keys.begin(), keys.end());
  }
  for (const std::string& words : flags.levels) out.levels.push_back(*level_from_words(words));
  return out;
}

// Bodies are numbered columns, with their names below.
Result<void> print_matrix(const TaskMatrix& matrix) {
  constexpr size_t kFixed = 56;  // place, task, remark at their narrowest
  constexpr size_t kOfBody = 5;  // a mark and a rule
  constexpr size_t kWords = 25;
  const size_t width = terminal_columns(STDOUT_FILENO);
  if (kFixed + kOfBody * matrix.bodies.size() > width) {
    return Error{ErrorCode::kTooLarge,
                 fmt::format("bảng có {} cơ quan, rộng hơn màn hình", matrix.bodies.size()), "",
                 "Ghi ra tệp: -o ma-tran.xlsx hoặc -o ma-tran.html; hoặc nêu một văn bản, thêm "
                 "--agency, --level."};
  }
  std::vector<Column> columns = {{"Nơi quy định"}, {"Nhiệm vụ", false, 3}};
  for (size_t i = 0; i < matrix.bodies.size(); ++i) columns.push_back({std::to_string(i + 1)});
  columns.push_back({"Ghi chú", false, 2});
  std::vector<std::vector<std::string>> rows;
  const bool many = std::any_of(matrix.rows.begin(), matrix.rows.end(), [&](const auto& row) {
    return row.document.id != matrix.rows.front().document.id;
  });
  for (const TaskMatrix::Row& row : matrix.rows) {
    const std::string place = place_name(row.provision);
    std::vector<std::string> cells = {many ? place + ", " + short_name(row.document) : place,
                                      shortened(row.text, kWords)};
    cells.resize(columns.size());
    for (const auto& [body, cell] : row.cells) {
      for (const std::string& mark : cell.marks) {
        std::string& out = cells[2 + body];
        out += (out.empty() ? "" : " ") + mark;
      }
    }
    for (const std::string& remark : remarks(row)) {
      cells.back() += (cells.back().empty() ? "" : "; ") + remark;
    }
    rows.push_back(std::move(cells));
  }
  if (!rows.empty()) {
    print_table(columns, rows);
    std::cout << '\n';
    for (size_t i = 0; i < matrix.bodies.size(); ++i) {
      std::cout << fmt::format("{:>3}  {}\n", i + 1, matrix.bodies[i].name);
    }
    if (!matrix.legend.empty()) std::cout << '\n' << legend_in_words(matrix) << '\n';
  }
  std::cout << fmt::format("{} nhiệm vụ, {} cơ quan\n", rows.size(), matrix.bodies.size());
  return {};
}

void run(const Flags& flags, Session& session) {
  const Result<GridFormat> format = format_of(flags.output);
  if (!format) return fail(session, format.error());
  const Result<TaskSource> source = read_tasks(session, flags.documents);
  if (!source) return fail(session, source.error());
  const Result<MatrixFilter> filter = filter_of(flags, source->lexicon());
  if (!filter) return fail(session, filter.error());
  const Result<std::vector<LeadFinding>> findings = source->findings();
  if (!findings) return fail(session, findings.error());
  const TaskMatrix matrix =
      task_matrix(source->rows.duties, source->rows.tasks, *findings, *filter, source->lexicon());
  switch (*format) {
    case GridFormat::kTable: {
      const Result<void> printed = print_matrix(matrix);
      if (!printed) fail(session, printed.error());
      return;
    }
    case GridFormat::kJson:
      std::cout << matrix_json(matrix) << '\n';
      return;
    case GridFormat::kXlsx:
    case GridFormat::kHtml:
    case GridFormat::kCsv:
      if (matrix.rows.size() * matrix.bodies.size() > kMostMatrixCells) {
        return fail(session, {ErrorCode::kTooLarge,
                              fmt::format("bảng có {} nhiệm vụ và {} cơ quan, quá lớn để đọc",
                                          matrix.rows.size(), matrix.bodies.size()),
                              "", "Nêu văn bản, hoặc thêm --agency, --level."});
      }
      return write_grid(
          matrix_grid(matrix), *format, flags.output,
          fmt::format("{} nhiệm vụ, {} cơ quan", matrix.rows.size(), matrix.bodies.size()),
          session);
  }
}

}  // namespace

void register_matrix(CLI::App& app, Session& session) {
  const auto flags = std::make_shared<Flags>();
  CLI::App* command = add_command(
      app, "matrix", "Ma trận nhiệm vụ và cơ quan: ai quyết định, ai chủ trì, ai phối hợp",
      "  rasoat matrix ke-hoach.docx\n"
      "  rasoat matrix 12/KH-UBND -o ma-tran.xlsx\n"
      "  rasoat matrix --agency \"Sở Tư pháp\" -o ma-tran.html");
  command->add_option("DOC", flags->documents,
                      "Tệp, hoặc số, ký hiệu, mã của văn bản trong kho; không nêu: mọi văn bản "
                      "trong kho");
  command
      ->add_option("--agency", flags->agencies,
                   "Chỉ nhiệm vụ có cơ quan này; nêu nhiều lần để lấy nhiều cơ quan")
      ->type_name("TÊN")
      ->expected(1)
      ->take_all();
  add_level_option(
      *command, flags->levels,
      "Chỉ nhiệm vụ có cơ quan cấp này: trung-uong, tinh, huyen, xa; nêu được nhiều lần");
  add_grid_output(*command, flags->output);
  command->callback([flags, &session] { run(*flags, session); });
}

}  // namespace rasoat::cli
