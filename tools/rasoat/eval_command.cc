#include <fmt/format.h>

#include <fstream>
#include <iostream>
#include <memory>

#include "command_line.h"
#include "commands.h"
#include "interrupt.h"
#include "table.h"
#include "workspace/evaluation.h"
#include "workspace/output_json.h"

namespace rasoat::cli {
namespace {

struct Flags {
  std::string gold;
  std::string texts;
  std::string diff;
  bool documents = false;
  OutputFormat format = OutputFormat::kTable;
};

std::string part_in_words(const std::string& part) {
  static const std::map<std::string, std::string> words = {
      {"structure", "Cấu trúc"},
      {"references", "Viện dẫn"},
      {"pinpoint", "Viện dẫn đến điều, khoản, điểm"},
      {"kinds", "Loại viện dẫn"},
      {"assignments", "Giao nhiệm vụ"},
      {"exact place", "– đúng điều, khoản, điểm"},
      {"roles", "Vai trò"},
      {"transfers", "Chuyển giao nhiệm vụ"},
      {"tasks", "Nhiệm vụ của kế hoạch"},
  };
  if (part.starts_with("kind:")) return "– " + part.substr(5);
  const auto it = words.find(part);
  return it == words.end() ? part : it->second;
}

void print_parts(const Evaluation& evaluation) {
  std::vector<std::vector<std::string>> rows;
  for (const auto& [part, score] : evaluation.parts()) {
    rows.push_back({part_in_words(part), fmt::format("{:.4f}", score.precision()),
                    fmt::format("{:.4f}", score.recall()), fmt::format("{:.4f}", score.f1()),
                    std::to_string(score.gold), std::to_string(score.output)});
  }
  std::cout << fmt::format("{} văn bản, {} đã phân tích\n\n", evaluation.documents().size(),
                           evaluation.analysed());
  print_table({{"Phần"},
               {"Chính xác", true},
               {"Đầy đủ", true},
               {"F1", true},
               {"Chuẩn", true},
               {"Kết quả", true}},
              rows);
}

void print_documents(const Evaluation& evaluation) {
  std::vector<std::vector<std::string>> rows;
  for (const DocumentScore& document : evaluation.documents()) {
    rows.push_back({document.name, fmt::format("{:.3f}", document.references.f1()),
                    std::to_string(document.references.gold),
                    fmt::format("{:.3f}", document.assignments.f1()),
                    std::to_string(document.assignments.gold)});
  }
  std::cout << '\n';
  print_table(
      {{"Văn bản"}, {"Viện dẫn F1", true}, {"Chuẩn", true}, {"Nhiệm vụ F1", true}, {"Chuẩn", true}},
      rows);
}

void run(const Flags& flags, Session& session) {
  const std::filesystem::path gold = flags.gold;
  const std::filesystem::path texts =
      flags.texts.empty() ? gold / ".." / "texts" : std::filesystem::path(flags.texts);
  AnalyzeOptions options;
  const Result<EvaluationResult> result = evaluate(gold, texts, Lexicon::builtin(), options);
  if (!result) return fail(session, result.error());
  if (flags.format == OutputFormat::kJson) {
    std::cout << evaluation_json(result->evaluation) << '\n';
  } else {
    print_parts(result->evaluation);
    if (flags.documents) print_documents(result->evaluation);
  }
  if (!flags.diff.empty()) {
    std::ofstream out(flags.diff, std::ios::binary);
    for (const std::string& line : result->evaluation.differences()) out << line << '\n';
    if (!out.flush()) {
      fail(session, {ErrorCode::kWrite, "không ghi được tệp", flags.diff, "Kiểm tra thư mục."});
    }
  }
  for (const Error& error : result->failed) fail(session, error);
}

}  // namespace

void register_eval(CLI::App& app, Session& session) {
  const auto flags = std::make_shared<Flags>();
  CLI::App* command =
      add_command(app, "eval", "So kết quả phân tích với bản chuẩn (gold) do người đọc lập",
                  "  rasoat eval corpus/gold/gold --texts corpus/gold/texts --diff khac-biet.txt");
  command->add_option("GOLD_DIR", flags->gold, "Thư mục chứa các tệp chuẩn *.json")->required();
  command
      ->add_option("--texts", flags->texts,
                   "Thư mục chứa văn bản (mặc định: \"texts\" bên cạnh GOLD_DIR)")
      ->type_name("THƯ_MỤC");
  command->add_option("--diff", flags->diff, "Ghi mọi chỗ thiếu (-), thừa (+), khác loại (~)")
      ->type_name("TỆP");
  command->add_flag("--documents", flags->documents, "In thêm điểm của từng văn bản");
  add_format_option(*command, flags->format);
  command->callback([flags, &session] { run(*flags, session); });
}

}  // namespace rasoat::cli
