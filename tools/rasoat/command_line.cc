#include "command_line.h"

#include <map>
#include <memory>
#include <utility>

#include "text/display.h"

namespace rasoat::cli {
namespace {

// A line of help: the name in a column of its own, the description wrapped beside it. CLI11's own
// layout counts bytes, which puts Vietnamese out of line.
std::string help_line(const std::string& name, const std::string& description) {
  constexpr size_t kNameColumns = 26, kWidth = 96;
  std::string out = "  " + name;
  size_t used = display_width(name);
  if (used >= kNameColumns) {
    out += '\n';
    used = 0;
    out += "  ";
  }
  bool first = true;
  for (const std::string& line : wrap_to_width(description, kWidth - kNameColumns)) {
    out += first ? std::string(kNameColumns - used, ' ') : std::string(kNameColumns + 2, ' ');
    out += line + '\n';
    first = false;
  }
  return out;
}

std::string option_name(const CLI::Option& option) {
  const std::string type = option.get_type_size() == 0 ? std::string() : option.get_type_name();
  return option.get_name(false, true) + (type.empty() ? "" : " " + type);
}

std::string usage_of(const CLI::Option& positional) {
  std::string name = positional.get_name(true, false);
  if (positional.get_expected_max() > 1) name += "...";
  return positional.get_required() ? name : "[" + name + "]";
}

class VietnameseFormatter : public CLI::FormatterBase {
 public:
  std::string make_help(const CLI::App* app, std::string, CLI::AppFormatMode) const override {
    const auto positionals =
        app->get_options([](const CLI::Option* option) { return option->get_positional(); });
    const auto options =
        app->get_options([](const CLI::Option* option) { return option->nonpositional(); });
    const auto commands = app->get_subcommands([](const CLI::App*) { return true; });

    std::string out = app->get_description() + "\n\nCách dùng: " + full_name(*app);
    if (!commands.empty()) out += " LỆNH";
    for (const CLI::Option* option : positionals) out += " " + usage_of(*option);
    out += " [TÙY CHỌN]\n";
    if (!commands.empty()) out += "\nCác lệnh:\n";
    for (const CLI::App* command : commands) {
      out += help_line(command->get_name(), command->get_description());
    }
    if (!positionals.empty()) out += "\nTham số:\n";
    for (const CLI::Option* option : positionals) {
      out += help_line(option->get_name(true, false), option->get_description());
    }
    out += "\nTùy chọn:\n";
    for (const CLI::Option* option : options) {
      out += help_line(option_name(*option), option->get_description());
    }
    if (app->get_parent() != nullptr && commands.empty()) {
      out += help_line("--workspace THƯ_MỤC", "Thư mục dữ liệu (mặc định: ./rasoat-data)");
    }
    return out + "\n" + app->get_footer() + "\n";
  }
};

std::string after(const std::string& text, const std::string& mark) {
  const size_t at = text.find(mark);
  return at == std::string::npos ? text : text.substr(at + mark.size());
}

std::string before(const std::string& text, const std::string& mark) {
  return text.substr(0, text.find(mark));
}

}  // namespace

std::string full_name(const CLI::App& command) {
  std::string out;
  for (const CLI::App* at = &command; at != nullptr; at = at->get_parent()) {
    out = at->get_name() + (out.empty() ? "" : " " + out);
  }
  return out;
}

CLI::App* add_command(CLI::App& app, const std::string& name, const std::string& description,
                      const std::string& example) {
  CLI::App* command = app.add_subcommand(name, description);
  command->footer("Ví dụ:\n" + example);
  command->fallthrough();
  return command;
}

void add_format_option(CLI::App& command, OutputFormat& format) {
  static const std::map<std::string, OutputFormat> formats = {{"table", OutputFormat::kTable},
                                                              {"json", OutputFormat::kJson}};
  command
      .add_option_function<std::string>(
          "--format", [&format](const std::string& name) { format = formats.at(name); },
          "Dạng kết quả: table (bảng để đọc) hoặc json (cho chương trình khác)")
      ->type_name("table|json")
      ->check([](const std::string& name) {
        return formats.contains(name) ? std::string()
                                      : "\"" + name + "\" không phải là table hoặc json";
      });
}

void set_vietnamese_help(CLI::App& app) {
  app.formatter(std::make_shared<VietnameseFormatter>());
  app.set_help_flag("-h,--help", "In hướng dẫn này");
}

std::string vietnamese_message(const CLI::ParseError& error) {
  const std::string kind = error.get_name();
  const std::string said = error.what();
  if (kind == "ExtrasError") return "không hiểu tham số: " + after(said, "expected: ");
  if (kind == "RequiredError") {
    if (said.find("ubcommand") != std::string::npos) return "cần nêu một lệnh";
    return "thiếu tham số bắt buộc: " + before(said, " is required");
  }
  if (kind == "ConversionError") return "giá trị không hợp lệ: " + after(said, "convert: ");
  if (kind == "ArgumentMismatch") {
    const std::string name = said.find(" to ") != std::string::npos
                                 ? before(after(said, " to "), ",")
                                 : before(said, ":");
    return "số giá trị không đúng cho " + before(name, ":");
  }
  if (kind == "ExcludesError") {
    return before(said, " excludes ") + " không dùng cùng " + after(said, " excludes ");
  }
  if (kind == "RequiresError") {
    return before(said, " requires ") + " cần có " + after(said, " requires ");
  }
  return said;  // ValidationError: our own checks speak Vietnamese
}

}  // namespace rasoat::cli
