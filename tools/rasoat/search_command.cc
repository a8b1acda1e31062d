#include <fmt/format.h>

#include <iostream>
#include <memory>

#include "command_line.h"
#include "commands.h"
#include "names.h"
#include "open_workspace.h"
#include "table.h"
#include "text/display.h"
#include "workspace/output_json.h"

namespace rasoat::cli {
namespace {

struct Flags {
  std::vector<std::string> query;
  SearchOptions options;
  OutputFormat format = OutputFormat::kTable;
};

void print_hits(const SearchResult& result, const SearchOptions& options) {
  if (options.explain) {
    std::cout << "Hiểu câu hỏi là: " << printable(result.query) << '\n'
              << "Tra chỉ mục: " << printable(result.plan) << "\n\n";
  }
  std::vector<std::vector<std::string>> rows;
  for (const SearchHit& hit : result.hits) {
    rows.push_back({short_name(hit.document), place_name(hit.provision), hit.quote});
  }
  if (!rows.empty()) {
    print_table({{"Văn bản"}, {"Điều, khoản, điểm", false, 2}, {"Nội dung", false, 3}}, rows);
    std::cout << '\n';
  }
  const uint64_t shown_to = options.offset + result.hits.size();
  if (shown_to < result.total) {
    std::cout << fmt::format("{} kết quả, hiện từ {} đến {}; xem tiếp: --offset {}\n", result.total,
                             options.offset + 1, shown_to, shown_to);
  } else {
    std::cout << fmt::format("{} kết quả\n", result.total);
  }
  if (result.not_indexed > 0) {
    std::cout << fmt::format(
        "Còn {} văn bản chưa vào chỉ mục tìm kiếm; kết quả có thể chưa đủ (rasoat index --rebuild "
        "nếu không có lệnh add nào đang chạy).\n",
        result.not_indexed);
  }
}

void run(const Flags& flags, Session& session) {
  const auto workspace = open_workspace(session, Workspace::Mode::kRead);
  if (!workspace) return;
  std::string query;
  for (const std::string& word : flags.query) query += (query.empty() ? "" : " ") + word;
  const Result<SearchResult> result = workspace->search(query, flags.options);
  if (!result) return fail(session, result.error());
  if (flags.format == OutputFormat::kJson) {
    std::cout << search_json(*result) << '\n';
  } else {
    print_hits(*result, flags.options);
  }
}

}  // namespace

void register_search(CLI::App& app, Session& session) {
  const auto flags = std::make_shared<Flags>();
  CLI::App* command = add_command(
      app, "search", "Tìm quy định theo từ ngữ hoặc câu hỏi, có dấu hay không dấu đều được",
      "  rasoat search \"quy định nào giao nhiệm vụ cho UBND cấp huyện\"\n"
      "  rasoat search \"quan ly cho\" --limit 50");
  command->add_option("QUERY", flags->query, "Câu hỏi hoặc từ cần tìm")->required();
  command->add_option("--limit", flags->options.limit, "Số kết quả in ra (mặc định 20; 0: tất cả)")
      ->type_name("SỐ");
  command->add_option("--offset", flags->options.offset, "Bỏ qua bao nhiêu kết quả đầu")
      ->type_name("SỐ");
  command->add_flag("--explain", flags->options.explain, "In cách chương trình hiểu câu hỏi");
  add_format_option(*command, flags->format);
  command->callback([flags, &session] { run(*flags, session); });
}

}  // namespace rasoat::cli
