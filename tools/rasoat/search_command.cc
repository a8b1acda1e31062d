#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <map>
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
  std::string index;  // list of the parts of a divided index; empty: the workspace's own
  bool partial = false;
  OutputFormat format = OutputFormat::kTable;
};

std::string facet_title(const std::string& field) {
  if (field == "type") return "Loại văn bản";
  if (field == "issuer") return "Cơ quan ban hành";
  if (field == "level") return "Cấp được giao việc";
  if (field == "agency") return "Cơ quan được giao việc";
  if (field == "role") return "Vai trò";
  return "Năm ban hành";
}

void print_facets(const SearchResult& result) {
  constexpr size_t kShown = 8;
  for (const Facet& facet : result.facets) {
    std::string line;
    for (size_t i = 0; i < std::min(facet.values.size(), kShown); ++i) {
      const FacetValue& value = facet.values[i];
      const std::optional<Role> role =
          facet.field == "role" ? role_from_name(value.key) : std::nullopt;
      line += fmt::format("{}{} ({})", line.empty() ? "" : ", ",
                          role ? std::string(vietnamese_name(*role)) : printable(value.name),
                          value.count);
    }
    if (facet.values.size() > kShown) line += ", …";
    std::cout << facet_title(facet.field) << ": " << line << '\n';
  }
  if (!result.facets.empty()) std::cout << '\n';
}

void print_hits(const SearchResult& result, const SearchOptions& options) {
  if (options.explain) {
    std::cout << "Hiểu câu hỏi là: " << printable(result.query) << '\n'
              << "Tra chỉ mục: " << printable(result.plan) << "\n\n";
  }
  if (!result.also.empty()) {
    std::string forms;
    for (const std::string& form : result.also) forms += (forms.empty() ? "" : "; ") + form;
    std::cout << "Tìm cả: " << printable(forms) << "\n";
  }
  if (!result.suggestion.empty()) {
    std::cout << "Có phải ý bạn là: " << printable(result.suggestion) << "\n";
  }
  std::vector<std::vector<std::string>> rows;
  for (const SearchHit& hit : result.hits) {
    const std::string others =
        hit.others > 0 ? fmt::format(" (và {} quy định khác)", hit.others) : std::string();
    rows.push_back({short_name(hit.document), place_name(hit.provision) + others, hit.quote});
  }
  if (!rows.empty()) {
    print_table({{"Văn bản"}, {"Điều, khoản, điểm", false, 2}, {"Nội dung", false, 3}}, rows);
    std::cout << '\n';
  }
  print_facets(result);
  const uint64_t shown_to = options.offset + result.hits.size();
  const std::string total = (result.exact ? "" : "hơn ") + std::to_string(result.total);
  if (shown_to < result.total && !result.hits.empty()) {
    std::cout << fmt::format("{} kết quả, hiện từ {} đến {}; xem tiếp: --offset {}\n", total,
                             options.offset + 1, shown_to, shown_to);
  } else {
    std::cout << fmt::format("{} kết quả\n", total);
  }
  if (result.not_indexed > 0) {
    std::cout << fmt::format(
        "Còn {} văn bản chưa vào chỉ mục tìm kiếm; kết quả có thể chưa đủ (rasoat index --rebuild "
        "nếu không có lệnh add nào đang chạy).\n",
        result.not_indexed);
  }
}

void print_missing(const MissingPart& part) {
  print_message("kết quả chưa đủ, thiếu phần chỉ mục" +
                (part.place.empty() ? ": " : " ở " + part.place + ": ") + part.reason);
}

void run(const Flags& flags, Session& session) {
  const auto workspace = open_workspace(session, Workspace::Mode::kRead);
  if (!workspace) return;
  if (!flags.index.empty()) {
    const Result<void> used = workspace->use_parts(flags.index, flags.partial);
    if (!used) return fail(session, used.error());
  }
  std::string query;
  for (const std::string& word : flags.query) query += (query.empty() ? "" : " ") + word;
  const Result<SearchResult> result = workspace->search(query, flags.options);
  if (!result) return fail(session, result.error());
  if (flags.format == OutputFormat::kJson) {
    std::cout << search_json(*result) << '\n';
  } else {
    print_hits(*result, flags.options);
  }
  for (const MissingPart& part : result->missing) print_missing(part);
  if (!result->missing.empty()) session.exit_code = kExitFailed;
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
  command
      ->add_option("--sort", flags->options.sort,
                   "Thứ tự: relevance (sát câu hỏi nhất trước), rank (hiệu lực pháp lý cao trước), "
                   "newest (mới ban hành trước)")
      ->transform(CLI::CheckedTransformer(std::map<std::string, SortBy>{
          {"relevance", SortBy::kRelevance}, {"rank", SortBy::kRank}, {"newest", SortBy::kNewest}}))
      ->type_name("THỨ_TỰ");
  command->add_flag("--group", flags->options.group, "Mỗi văn bản chỉ in quy định sát nhất");
  command->add_flag("--facets", flags->options.facets,
                    "Đếm kết quả theo loại văn bản, cơ quan, cấp, vai trò, năm");
  command->add_flag("--explain", flags->options.explain, "In cách chương trình hiểu câu hỏi");
  CLI::Option* index =
      command
          ->add_option(
              "--index", flags->index,
              "Hỏi chỉ mục chia trên nhiều máy, theo tệp danh sách này (docs/scale-out.md)")
          ->type_name("TỆP");
  command
      ->add_flag("--partial", flags->partial,
                 "Máy nào không trả lời thì bỏ qua và nói rõ; mã kết thúc là 1")
      ->needs(index);
  add_format_option(*command, flags->format);
  command->callback([flags, &session] { run(*flags, session); });
}

}  // namespace rasoat::cli
