#include "move_flags.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <iostream>

namespace rasoat::cli {

void add_move_flags(CLI::App& command, MoveFlags& flags, const std::string& document_help) {
  const auto add_agency = [&](const char* name, std::vector<std::string>& words, const char* help) {
    command.add_option(name, words, help)->type_name("TÊN")->expected(1)->take_all();
  };
  add_agency("--from", flags.from,
             "Cơ quan giao đi: \"UBND huyện\", \"so tu phap\"; nêu được nhiều lần");
  add_agency("--to", flags.to, "Cơ quan nhận; nêu được nhiều lần");
  command.add_option("--document", flags.document, document_help)->type_name("DOC");
  command.add_option("--limit", flags.limit, "Số dòng in ra (mặc định: tất cả)")->type_name("SỐ");
  command.add_option("--offset", flags.offset, "Bỏ qua bao nhiêu dòng đầu")->type_name("SỐ");
  add_grid_output(command, flags.output);
}

void print_total(uint64_t total, uint64_t offset, size_t shown, const std::string& what) {
  const uint64_t shown_to = offset + shown;
  if (shown_to >= total && offset == 0) {
    std::cout << fmt::format("{} {}\n", total, what);
    return;
  }
  std::cout << fmt::format("{} {}, hiện từ {} đến {}", total, what,
                           shown == 0 ? offset : offset + 1, shown_to);
  if (shown_to < total) std::cout << fmt::format("; xem tiếp: --offset {}", shown_to);
  std::cout << '\n';
}

void warn_of_older(const Workspace& workspace, Session& session) {
  const Result<uint64_t> older = workspace.count_older();
  if (!older) return fail(session, older.error());
  if (*older == 0) return;
  print_message(fmt::format(
      "{} văn bản do bản rasoat cũ đọc, chưa tìm chuyển giao, phân cấp, ủy quyền trong đó; hãy "
      "chạy lại rasoat add với các tệp ấy",
      *older));
}

}  // namespace rasoat::cli
