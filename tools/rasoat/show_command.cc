#include <unistd.h>

#include <iostream>
#include <memory>

#include "command_line.h"
#include "commands.h"
#include "find_provision.h"
#include "open_workspace.h"
#include "terminal.h"
#include "text/display.h"
#include "workspace/output_json.h"

namespace rasoat::cli {
namespace {

struct Flags {
  std::string document, provision;
  bool text = false;
  OutputFormat format = OutputFormat::kTable;
};

void print_field(const char* name, const std::string& value) {
  if (value.empty()) return;
  constexpr size_t kNameColumns = 18;
  const size_t width = terminal_columns(STDOUT_FILENO) - kNameColumns;
  std::string pad(kNameColumns - display_width(name), ' ');
  for (const std::string& line : wrap_to_width(printable(value), width)) {
    std::cout << name << pad << line << '\n';
    name = "";
    pad.assign(kNameColumns, ' ');
  }
}

void print_head(const StoredDocument& stored) {
  const DocumentRecord& record = stored.record;
  print_field("Loại văn bản", record.type);
  print_field("Số, ký hiệu", record.number);
  print_field("Ngày ban hành", record.date ? record.date->vietnamese() : "");
  print_field("Cơ quan ban hành", record.issuer);
  print_field("Trích yếu", record.title);
  print_field("Người ký", record.signer);
  print_field("Mã", record.id);
  for (const SourceRecord& source : record.sources) print_field("Tệp", source.path);
  std::cout << '\n';
}

int depth_below(const Document& document, int32_t provision, int32_t top) {
  int out = 0;
  while (provision != top && document.provisions[static_cast<size_t>(provision)].parent >= 0) {
    provision = document.provisions[static_cast<size_t>(provision)].parent;
    ++out;
  }
  return out;
}

// One line for each provision: its label and how it begins.
void print_tree(const NamedPlace& place) {
  const TextBuffer& text = place.document.analysis.text;
  const Document& document = place.document.analysis.document;
  const size_t width = terminal_columns(STDOUT_FILENO);
  for (size_t i = 0; i < document.provisions.size(); ++i) {
    const Provision& provision = document.provisions[i];
    if (place.provision >= 0 &&
        !document.provisions[static_cast<size_t>(place.provision)].full.contains(provision.full)) {
      continue;
    }
    const int depth = depth_below(document, static_cast<int32_t>(i), place.provision);
    const std::string indent(static_cast<size_t>(depth) * 2, ' ');
    // One line of the terminal is all that is shown; more bytes than this never fit it.
    const std::string_view own = text.of(provision.own).substr(0, width * 4);
    const size_t room = width > indent.size() + 20 ? width - indent.size() - 2 : 20;
    const std::vector<std::string> lines = wrap_to_width(printable(own), room);
    std::cout << indent << lines.front() << (lines.size() > 1 ? " …" : "") << '\n';
    if (!output_is_open()) return;
  }
}

void print_text(const NamedPlace& place) {
  const TextBuffer& text = place.document.analysis.text;
  const Document& document = place.document.analysis.document;
  const std::string_view shown =
      place.provision < 0 ? text.text()
                          : text.of(document.provisions[static_cast<size_t>(place.provision)].full);
  const bool wrap = isatty(STDOUT_FILENO) == 1;
  const size_t width = terminal_columns(STDOUT_FILENO);
  for (size_t begin = 0; begin < shown.size();) {
    const size_t end = std::min(shown.find('\n', begin), shown.size());
    const std::string line = printable(shown.substr(begin, end - begin));
    if (wrap) {
      for (const std::string& part : wrap_to_width(line, width)) std::cout << part << '\n';
    } else {
      std::cout << line << '\n';
    }
    begin = end + 1;
  }
}

void run(const Flags& flags, Session& session) {
  const auto workspace = open_workspace(session, Workspace::Mode::kRead);
  if (!workspace) return;
  const Result<NamedPlace> place = find_place(*workspace, flags.document, flags.provision);
  if (!place) return fail(session, place.error());
  if (flags.format == OutputFormat::kJson) {
    std::cout << document_json(place->document, place->provision, workspace->lexicon()) << '\n';
  } else if (flags.text) {
    print_text(*place);
  } else {
    if (place->provision < 0) print_head(place->document);
    print_tree(*place);
  }
}

}  // namespace

void register_show(CLI::App& app, Session& session) {
  const auto flags = std::make_shared<Flags>();
  CLI::App* command = add_command(app, "show", "Xem cây điều khoản hoặc nội dung của một văn bản",
                                  "  rasoat show 12/2023/QĐ-UBND\n"
                                  "  rasoat show 12/2023/QĐ-UBND \"khoản 2 Điều 5\" --text");
  command->add_option("DOC", flags->document, "Số, ký hiệu, mã hoặc tệp của văn bản")->required();
  command->add_option("PROVISION", flags->provision,
                      "Quy định cần xem: \"khoản 2 Điều 5\" hoặc art_5__clause_2");
  command->add_flag("--text", flags->text, "In toàn bộ nội dung thay cho cây điều khoản");
  add_format_option(*command, flags->format);
  command->callback([flags, &session] { run(*flags, session); });
}

}  // namespace rasoat::cli
