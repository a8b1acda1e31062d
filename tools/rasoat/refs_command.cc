#include <fmt/format.h>

#include <iostream>
#include <memory>

#include "command_line.h"
#include "commands.h"
#include "find_provision.h"
#include "names.h"
#include "open_workspace.h"
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
  OutputFormat format = OutputFormat::kTable;
};

std::optional<Outcome> outcome_from_name(const std::string& name) {
  for (const Outcome outcome : kOutcomes) {
    if (name_of(outcome) == name) return outcome;
  }
  return std::nullopt;
}

void print_references(const std::vector<ReferenceRow>& references, Direction direction) {
  std::vector<Column> columns = {{"Tại"}, {"Lời dẫn", false, 2}, {"Đến"}, {"Loại"}, {"Kết quả"}};
  if (direction == Direction::kIncoming) columns.insert(columns.begin(), Column{"Văn bản dẫn"});
  std::vector<std::vector<std::string>> rows;
  for (const ReferenceRow& row : references) {
    std::vector<std::string> cells = {place_name(row.provision), row.text, target_name(row),
                                      vietnamese(row.reference.kind),
                                      vietnamese(row.reference.outcome)};
    if (direction == Direction::kIncoming) cells.insert(cells.begin(), short_name(row.document));
    rows.push_back(std::move(cells));
  }
  if (!rows.empty()) {
    print_table(columns, rows);
    std::cout << '\n';
  }
  std::cout << fmt::format("{} viện dẫn\n", rows.size());
}

void run(const Flags& flags, Session& session) {
  const auto workspace = open_workspace(session, Workspace::Mode::kRead);
  if (!workspace) return;
  const Result<NamedPlace> place = find_place(*workspace, flags.document, flags.provision);
  if (!place) return fail(session, place.error());
  ReferenceFilter filter;
  filter.document = place->document.record.id;
  filter.provision = place->provision_id();
  filter.direction = flags.incoming ? Direction::kIncoming : Direction::kOutgoing;
  filter.outcome = outcome_from_name(flags.outcome);
  const Result<std::vector<ReferenceRow>> references = workspace->references(filter);
  if (!references) return fail(session, references.error());
  if (flags.format == OutputFormat::kJson) {
    std::cout << references_json(*references) << '\n';
  } else {
    print_references(*references, filter.direction);
  }
}

}  // namespace

void register_refs(CLI::App& app, Session& session) {
  const auto flags = std::make_shared<Flags>();
  CLI::App* command =
      add_command(app, "refs", "Viện dẫn đi và đến của một văn bản hoặc một quy định",
                  "  rasoat refs 12/2023/QĐ-UBND --outgoing --outcome dangling\n"
                  "  rasoat refs 12/2023/QĐ-UBND \"Điều 5\" --incoming");
  command->add_option("DOC", flags->document, "Số, ký hiệu, mã hoặc tệp của văn bản")->required();
  command->add_option("PROVISION", flags->provision,
                      "Quy định: \"khoản 2 Điều 5\" hoặc art_5__clause_2");
  CLI::Option* incoming =
      command->add_flag("--incoming", flags->incoming, "Những chỗ dẫn đến văn bản, quy định này");
  command
      ->add_flag("--outgoing", flags->outgoing,
                 "Những chỗ mà văn bản, quy định này dẫn đi (mặc định)")
      ->excludes(incoming);
  command
      ->add_option("--outcome", flags->outcome,
                   "Chỉ những viện dẫn: resolved (đã tìm thấy), ambiguous (nhiều văn bản phù hợp), "
                   "dangling (văn bản không có quy định ấy), not-held (chưa có văn bản), generic "
                   "(dẫn chung)")
      ->type_name("KẾT_QUẢ")
      ->check([](const std::string& name) {
        return outcome_from_name(name)
                   ? std::string()
                   : "\"" + name +
                         "\" không phải là resolved, ambiguous, dangling, not-held hoặc "
                         "generic";
      });
  add_format_option(*command, flags->format);
  command->callback([flags, &session] { run(*flags, session); });
}

}  // namespace rasoat::cli
