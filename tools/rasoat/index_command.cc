#include <fmt/format.h>

#include <iostream>
#include <memory>
#include <optional>

#include "command_line.h"
#include "commands.h"
#include "open_workspace.h"
#include "progress_bar.h"
#include "table.h"
#include "text/display.h"
#include "workspace/output_json.h"

namespace rasoat::cli {
namespace {

struct Flags {
  bool rebuild = false;
  std::optional<uint32_t> split;  // into so many parts
  std::string folder;             // of --split
  std::string index;
  bool partial = false;
  OutputFormat format = OutputFormat::kTable;
};

std::string megabytes(uint64_t bytes) {
  return fmt::format("{:.1f} MB", static_cast<double>(bytes) / 1e6);
}

void print_status(const WorkspaceStatus& status) {
  print_table({{"Dữ liệu"}, {"Số lượng", true}},
              {{"Văn bản", std::to_string(status.counts.documents)},
               {"Tệp nguồn", std::to_string(status.counts.sources)},
               {"Điều, khoản, điểm", std::to_string(status.counts.provisions)},
               {"Viện dẫn", std::to_string(status.counts.references)},
               {"Giao nhiệm vụ", std::to_string(status.counts.assignments)},
               {"Nhiệm vụ của kế hoạch", std::to_string(status.counts.tasks)},
               {"Quy định trong chỉ mục", std::to_string(status.indexed_provisions)},
               {"Văn bản chưa vào chỉ mục", std::to_string(status.not_indexed)},
               {"Văn bản do bản rasoat cũ đọc", std::to_string(status.older)},
               {"Dung lượng kho", megabytes(status.store_bytes)},
               {"Dung lượng chỉ mục", megabytes(status.index_bytes)}});
}

void print_parts(const std::vector<PartStatus>& parts) {
  std::vector<std::vector<std::string>> rows;
  for (const PartStatus& part : parts) {
    rows.push_back({fmt::format("{}/{}", part.state.part.number, part.state.part.of),
                    part.state.place, std::to_string(part.state.provisions),
                    std::to_string(part.not_indexed)});
  }
  print_table({{"Phần"}, {"Ở", false, 2}, {"Quy định", true}, {"Văn bản chưa vào chỉ mục", true}},
              rows);
}

// The parts of a divided index, of which each must answer and have all that the store has.
void show_parts(const Flags& flags, Session& session) {
  const auto workspace = open_workspace(session, Workspace::Mode::kRead);
  if (!workspace) return;
  const Result<void> used = workspace->use_parts(flags.index, flags.partial);
  if (!used) return fail(session, used.error());
  const Result<std::vector<PartStatus>> parts = workspace->parts();
  if (!parts) return fail(session, parts.error());
  const std::vector<MissingPart> missing = workspace->missing_parts();
  if (flags.format == OutputFormat::kJson) {
    std::cout << parts_json(*parts, missing) << '\n';
  } else {
    print_parts(*parts);
  }
  for (const PartStatus& part : *parts) {
    if (part.not_indexed == 0) continue;
    print_message(fmt::format("phần chỉ mục ở {} cũ hơn kho: thiếu {} thay đổi", part.state.place,
                              part.not_indexed));
    session.exit_code = kExitFailed;
  }
  for (const MissingPart& part : missing) {
    print_message("thiếu phần chỉ mục" + (part.place.empty() ? ": " : " ở " + part.place + ": ") +
                  part.reason);
    session.exit_code = kExitFailed;
  }
}

void split(const Flags& flags, Session& session) {
  const auto workspace = open_workspace(session, Workspace::Mode::kWrite);
  if (!workspace) return;
  ProgressBar bar("Chia chỉ mục");
  const Result<void> divided =
      workspace->divide_index(flags.folder, *flags.split, flags.rebuild,
                              [&](uint64_t done, uint64_t total, const std::string& current) {
                                bar.show(done, total, current);
                              });
  bar.clear();
  if (!divided) return fail(session, divided.error());
  std::cout << fmt::format("Đã chia chỉ mục thành {} phần; danh sách: {}\n", *flags.split,
                           printable((std::filesystem::path(flags.folder) / "parts").string()));
}

void run(const Flags& flags, Session& session) {
  if (!flags.index.empty()) return show_parts(flags, session);
  if (flags.split) return split(flags, session);
  const auto workspace =
      open_workspace(session, flags.rebuild ? Workspace::Mode::kWrite : Workspace::Mode::kRead);
  if (!workspace) return;
  if (flags.rebuild) {
    ProgressBar bar("Lập chỉ mục");
    const Result<void> rebuilt =
        workspace->rebuild_index([&](uint64_t done, uint64_t total, const std::string& current) {
          bar.show(done, total, current);
        });
    bar.clear();
    if (!rebuilt) return fail(session, rebuilt.error());
  }
  const Result<WorkspaceStatus> status = workspace->status();
  if (!status) return fail(session, status.error());
  const Result<std::vector<std::string>> faults = workspace->check();
  if (!faults) return fail(session, faults.error());
  if (flags.format == OutputFormat::kJson) {
    std::cout << status_json(*status) << '\n';
  } else {
    print_status(*status);
  }
  for (const std::string& fault : *faults) {
    print_message(fault);
    session.exit_code = kExitFailed;
  }
}

}  // namespace

void register_index(CLI::App& app, Session& session) {
  const auto flags = std::make_shared<Flags>();
  CLI::App* command = add_command(app, "index", "Xem và kiểm tra dữ liệu, lập lại chỉ mục tìm kiếm",
                                  "  rasoat index                xem tình trạng\n"
                                  "  rasoat index --rebuild      lập lại chỉ mục từ kho văn bản\n"
                                  "  rasoat index --split 2 cac-phan\n"
                                  "  rasoat index --index danh-sach.txt");
  command->add_flag("--rebuild", flags->rebuild, "Lập lại chỉ mục từ đầu; kho văn bản giữ nguyên");
  CLI::Option* folder =
      command->add_option("FOLDER", flags->folder, "Với --split: thư mục chứa các phần");
  CLI::Option* split = command
                           ->add_option("--split", flags->split,
                                        "Chia chỉ mục thành các phần cho nhiều máy "
                                        "(docs/scale-out.md); phần nào còn đúng với kho thì giữ")
                           ->type_name("SỐ")
                           ->needs(folder);
  folder->needs(split);
  CLI::Option* index = command
                           ->add_option("--index", flags->index,
                                        "Xem các phần của chỉ mục chia trên nhiều máy, theo tệp "
                                        "danh sách này")
                           ->type_name("TỆP")
                           ->excludes(split);
  command->add_flag("--partial", flags->partial, "Xem các phần còn lại khi có máy không trả lời")
      ->needs(index);
  add_format_option(*command, flags->format);
  command->callback([flags, &session] { run(*flags, session); });
}

}  // namespace rasoat::cli
