#include <fmt/format.h>
#include <unistd.h>

#include <iostream>
#include <memory>

#include "command_line.h"
#include "commands.h"
#include "open_workspace.h"
#include "progress_bar.h"

namespace rasoat::cli {
namespace {

struct Flags {
  std::vector<std::string> documents;
  std::string format = "json";
  std::string folder;
};

Progress show_on(ProgressBar& bar) {
  return [&bar](uint64_t done, uint64_t total, const std::string& current) {
    bar.show(done, total, current);
  };
}

// The ids of the documents named; none named: none.
Result<std::vector<std::string>> ids_of(const Workspace& workspace,
                                        const std::vector<std::string>& names) {
  std::vector<std::string> out;
  for (const std::string& name : names) {
    const Result<DocumentRecord> record = workspace.find_document(name);
    if (!record) return record.error();
    out.push_back(record->id);
  }
  return out;
}

void export_json(const Workspace& workspace, const std::vector<std::string>& ids,
                 Session& session) {
  ProgressBar bar("Đang xuất");
  const bool shows_bar = isatty(STDOUT_FILENO) == 0;  // else the lines themselves run by
  const Result<uint64_t> written =
      workspace.export_json(std::cout, shows_bar ? show_on(bar) : Progress(), ids);
  bar.clear();
  if (!written && output_is_open()) fail(session, written.error());
}

void export_akn(const Workspace& workspace, const std::vector<std::string>& ids,
                const std::string& folder, Session& session) {
  if (folder.empty()) {
    const Result<std::string> xml = workspace.akn(ids.front());
    if (!xml) return fail(session, xml.error());
    std::cout << *xml;
    return;
  }
  ProgressBar bar("Đang xuất");
  const Result<uint64_t> written = workspace.export_akn(folder, show_on(bar), ids);
  bar.clear();
  if (!written) return fail(session, written.error());
  std::cout << fmt::format("Đã ghi {} văn bản vào thư mục {}\n", *written, folder);
}

void run(const Flags& flags, Session& session) {
  const bool akn = flags.format == "akn";
  if (akn && flags.folder.empty() && flags.documents.size() != 1) {
    return fail(session, {ErrorCode::kInvalidArgument, "cần thư mục để ghi nhiều tệp XML", "-o",
                          "Ví dụ: -o van-ban-xml"});
  }
  if (!akn && !flags.folder.empty()) {
    return fail(session, {ErrorCode::kInvalidArgument, "JSON được in ra, không ghi vào thư mục",
                          "-o", "Dùng: rasoat export > kho-van-ban.jsonl"});
  }
  const auto workspace = open_workspace(session, Workspace::Mode::kRead);
  if (!workspace) return;
  const Result<std::vector<std::string>> ids = ids_of(*workspace, flags.documents);
  if (!ids) return fail(session, ids.error());
  if (akn) {
    export_akn(*workspace, *ids, flags.folder, session);
  } else {
    export_json(*workspace, *ids, session);
  }
}

}  // namespace

void register_export(CLI::App& app, Session& session) {
  const auto flags = std::make_shared<Flags>();
  CLI::App* command =
      add_command(app, "export", "Xuất văn bản đã nạp cho phần mềm khác: JSON hoặc Akoma Ntoso",
                  "  rasoat export > kho-van-ban.jsonl\n"
                  "  rasoat export --format akn -o van-ban-xml\n"
                  "  rasoat export 12/2023/QĐ-UBND --format akn > quyet-dinh.xml");
  command->add_option("DOC", flags->documents,
                      "Số, ký hiệu, mã hoặc tệp của văn bản; thiếu thì xuất mọi văn bản");
  command
      ->add_option("--format", flags->format,
                   "Dạng: json (mỗi văn bản một dòng, mặc định) hoặc akn (mỗi văn bản một tệp XML "
                   "theo chuẩn Akoma Ntoso 3.0)")
      ->type_name("DẠNG")
      ->check([](const std::string& name) {
        return name == "json" || name == "akn" ? std::string()
                                               : "\"" + name + "\" không phải là json hoặc akn";
      });
  command
      ->add_option("-o,--output", flags->folder,
                   "Thư mục để ghi các tệp XML; thiếu thì in tệp XML của một văn bản ra màn hình")
      ->type_name("THƯ MỤC");
  command->callback([flags, &session] { run(*flags, session); });
}

}  // namespace rasoat::cli
