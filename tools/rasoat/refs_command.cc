#include <fmt/format.h>

#include <iostream>
#include <memory>

#include "command_line.h"
#include "commands.h"
#include "find_provision.h"
#include "names.h"
#include "open_workspace.h"
#include "report/cited_words.h"
#include "table.h"
#include "workspace/output_json.h"

namespace rasoat::cli {
namespace {

constexpr Outcome kOutcomes[] = {Outcome::kResolved, Outcome::kAmbiguous, Outcome::kDangling,
                                 Outcome::kNotHeld, Outcome::kGeneric};

struct Flags {
  std::string document, provision, outcome;
  bool incoming = false;
  bool outgoing = false;
  uint64_t offset = 0;
  std::optional<uint64_t> limit;
  OutputFormat format = OutputFormat::kTable;
};

// Of a whole workspace, where --limit does not say.
constexpr uint64_t kWorkspaceLimit = 1000;

std::optional<Outcome> outcome_from_name(const std::string& name) {
  for (const Outcome outcome : kOutcomes) {
    if (name_of(outcome) == name) return outcome;
  }
  return std::nullopt;
}

// `many`: the references stand in more than one document.
void print_references(const ReferenceList& references, uint64_t offset, bool many) {
  std::vector<Column> columns = {{"Tại"}, {"Lời dẫn", false, 2}, {"Đến"}, {"Loại"}, {"Kết quả"}};
  if (many) columns.insert(columns.begin(), Column{"Văn bản dẫn"});
  std::vector<std::vector<std::string>> rows;
  for (const ReferenceRow& row : references.rows) {
    std::vector<std::string> cells = {place_name(row.provision), row.text,
                                      cited_in_words(row.reference), vietnamese(row.reference.kind),
                                      outcome_in_words(row.reference)};
    if (many) cells.insert(cells.begin(), short_name(row.document));
    rows.push_back(std::move(cells));
  }
  if (!rows.empty()) {
    print_table(columns, rows);
    std::cout << '\n';
  }
  const uint64_t shown_to = offset + rows.size();
  if (shown_to < references.total || offset > 0) {
    std::cout << fmt::format("{} viện dẫn, hiện từ {} đến {}", references.total,
                             rows.empty() ? offset : offset + 1, shown_to);
    if (shown_to < references.total) std::cout << fmt::format("; xem tiếp: --offset {}", shown_to);
    std::cout << '\n';
  } else {
    std::cout << fmt::format("{} viện dẫn\n", references.total);
  }
}

void run(const Flags& flags, Session& session) {
  const auto workspace = open_workspace(session, Workspace::Mode::kRead);
  if (!workspace) return;
  ReferenceFilter filter;
  filter.incoming = flags.incoming;
  filter.outcome = outcome_from_name(flags.outcome);
  filter.offset = flags.offset;
  if (flags.document.empty()) {
    filter.limit = flags.limit.value_or(kWorkspaceLimit);
  } else {
    const Result<NamedPlace> place = find_place(*workspace, flags.document, flags.provision);
    if (!place) return fail(session, place.error());
    filter.document = place->document.record.id;
    filter.provision = place->provision_id();
    filter.limit = flags.limit.value_or(0);
  }
  const Result<ReferenceList> references = workspace->references(filter);
  if (!references) return fail(session, references.error());
  if (flags.format == OutputFormat::kJson) {
    std::cout << references_json(*references) << '\n';
  } else {
    print_references(*references, filter.offset, filter.incoming || filter.document.empty());
  }
}

}  // namespace

void register_refs(CLI::App& app, Session& session) {
  const auto flags = std::make_shared<Flags>();
  CLI::App* command =
      add_command(app, "refs", "Viện dẫn đi và đến của một văn bản hoặc một quy định",
                  "  rasoat refs 12/2023/QĐ-UBND --outgoing --outcome dangling\n"
                  "  rasoat refs 12/2023/QĐ-UBND \"Điều 5\" --incoming\n"
                  "  rasoat refs --outcome dangling --limit 50");
  CLI::Option* document =
      command->add_option("DOC", flags->document,
                          "Số, ký hiệu, mã hoặc tệp của văn bản; không nêu: mọi văn bản trong kho");
  command->add_option("PROVISION", flags->provision,
                      "Quy định: \"khoản 2 Điều 5\" hoặc art_5__clause_2");
  CLI::Option* incoming =
      command->add_flag("--incoming", flags->incoming, "Những chỗ dẫn đến văn bản, quy định này")
          ->needs(document);
  command
      ->add_flag("--outgoing", flags->outgoing,
                 "Những chỗ mà văn bản, quy định này dẫn đi (mặc định)")
      ->excludes(incoming);
  command
      ->add_option(
          "--outcome", flags->outcome,
          "Chỉ những viện dẫn: resolved (đã tìm thấy), ambiguous (nhiều văn bản phù hợp), "
          "dangling (văn bản không có quy định ấy), not-held (chưa có văn bản, hoặc chưa đủ "
          "căn cứ về quy định ấy), generic (dẫn chung)")
      ->type_name("KẾT_QUẢ")
      ->check([](const std::string& name) {
        return outcome_from_name(name)
                   ? std::string()
                   : "\"" + name +
                         "\" không phải là resolved, ambiguous, dangling, not-held hoặc "
                         "generic";
      });
  command
      ->add_option("--limit", flags->limit,
                   "Số viện dẫn in ra (0: tất cả; mặc định: tất cả của một văn bản, 1000 của kho)")
      ->type_name("SỐ");
  command->add_option("--offset", flags->offset, "Bỏ qua bao nhiêu viện dẫn đầu")->type_name("SỐ");
  add_format_option(*command, flags->format);
  command->callback([flags, &session] { run(*flags, session); });
}

}  // namespace rasoat::cli
