#include <fmt/format.h>

#include <fstream>
#include <iostream>
#include <memory>
#include <optional>

#include "command_line.h"
#include "commands.h"
#include "interrupt.h"
#include "table.h"
#include "text/display.h"
#include "workspace/baseline.h"
#include "workspace/evaluation.h"
#include "workspace/output_json.h"

namespace rasoat::cli {
namespace {

struct Flags {
  std::string gold;
  std::string texts;
  std::string diff;
  std::string baseline;
  bool write_baseline = false;
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

std::string mark_in_words(char mark) {
  return mark == '-' ? "thiếu" : mark == '+' ? "thừa" : "khác loại";
}

void print_changes(const BaselineComparison& changes, const std::filesystem::path& baseline) {
  std::cout << fmt::format("\nSo với mốc {}: được {}, mất {}\n", baseline.string(),
                           changes.gained.size(), changes.lost.size());
  for (const PartChange& part : changes.parts) {
    std::cout << fmt::format("  {}: F1 {:.4f} → {:.4f}\n", part_in_words(part.part),
                             part.before.f1(), part.now.f1());
  }
  for (const ChangedRecord& record : changes.gained) {
    std::cout << printable(fmt::format("+ {}: {}: không còn {}: {}", record.document,
                                       part_in_words(record.part), mark_in_words(record.mark),
                                       record.record))
              << '\n';
  }
  for (const ChangedRecord& record : changes.lost) {
    std::cout << printable(fmt::format("- {}: {}: {}: {}", record.document,
                                       part_in_words(record.part), mark_in_words(record.mark),
                                       record.record))
              << '\n';
  }
}

void write_differences(const std::string& path, const Evaluation& evaluation, Session& session) {
  std::ofstream out(path, std::ios::binary);
  for (const std::string& line : evaluation.differences()) out << line << '\n';
  if (!out.flush()) {
    fail(session, {ErrorCode::kWrite, "không ghi được tệp", path, "Kiểm tra thư mục."});
  }
}

// The baseline to compare with: the one that a flag names, or that of the gold folder; none where
// the latter is not there.
Result<std::optional<Baseline>> baseline_for(const Flags& flags,
                                             const std::filesystem::path& path) {
  const bool expected = !flags.baseline.empty() && !flags.write_baseline;
  if (!expected && !std::filesystem::exists(path)) return std::optional<Baseline>();
  Result<Baseline> baseline = read_baseline(path);
  if (!baseline) return baseline.error();
  return std::optional<Baseline>(std::move(*baseline));
}

void run(const Flags& flags, Session& session) {
  const std::filesystem::path gold = flags.gold;
  const std::filesystem::path texts =
      flags.texts.empty() ? gold / ".." / "texts" : std::filesystem::path(flags.texts);
  const std::filesystem::path baseline_path =
      flags.baseline.empty() ? gold / kBaselineName : std::filesystem::path(flags.baseline);
  AnalyzeOptions options;
  const Result<EvaluationResult> result = evaluate(gold, texts, Lexicon::builtin(), options);
  if (!result) return fail(session, result.error());
  const Evaluation& evaluation = result->evaluation;

  std::optional<BaselineComparison> changes;
  const Result<std::optional<Baseline>> baseline = baseline_for(flags, baseline_path);
  if (!baseline) {
    fail(session, baseline.error());
  } else if (*baseline) {
    changes = compare(**baseline, baseline_of(evaluation));
  }

  if (flags.format == OutputFormat::kJson) {
    std::cout << evaluation_json(evaluation, changes ? &*changes : nullptr) << '\n';
  } else {
    print_parts(evaluation);
    if (flags.documents) print_documents(evaluation);
    if (changes) print_changes(*changes, baseline_path);
  }
  if (!flags.diff.empty()) write_differences(flags.diff, evaluation, session);
  for (const Error& error : result->failed) fail(session, error);
  if (flags.write_baseline) {
    // What could not be analysed would stand there as missed for ever.
    if (!result->failed.empty()) return;
    const Result<void> written = write_baseline(baseline_path, baseline_of(evaluation));
    if (!written) fail(session, written.error());
  } else if (changes && !changes->lost.empty()) {
    session.exit_code = kExitFailed;
  }
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
  command
      ->add_option("--baseline", flags->baseline,
                   "So với tệp mốc này: in chỗ được (+) và chỗ mất (-); mã thoát 1 khi có chỗ mất "
                   "(mặc định: \"baseline.tsv\" trong GOLD_DIR, nếu có)")
      ->type_name("TỆP");
  command->add_flag("--write-baseline", flags->write_baseline,
                    "Ghi kết quả này làm mốc mới, sau khi đã đọc các chỗ mất");
  command->add_flag("--documents", flags->documents, "In thêm điểm của từng văn bản");
  add_format_option(*command, flags->format);
  command->callback([flags, &session] { run(*flags, session); });
}

}  // namespace rasoat::cli
