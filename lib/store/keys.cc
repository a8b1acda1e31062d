#include "store/keys.h"

#include "text/lower.h"

namespace rasoat {
namespace {

constexpr std::string_view kNamePrefix = "name:";

std::string single_spaces(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\t' || c == '\n';
    if (!space) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

}  // namespace

std::string name_key(const DocumentHead& head) {
  const std::string type = single_spaces(lower_same_length(head.type));
  if (type != "luật" && type != "bộ luật" && type != "pháp lệnh" && type != "hiến pháp") return {};
  const std::string title = single_spaces(lower_same_length(head.title));
  if (title.empty() || title == type) return type;
  if (title.starts_with(type + " ")) return title;
  return type + " " + title;
}

std::string name_key(std::string_view reference_document) {
  if (!reference_document.starts_with(kNamePrefix)) return {};
  reference_document.remove_prefix(kNamePrefix.size());
  return single_spaces(
      lower_same_length(reference_document.substr(0, reference_document.find('|'))));
}

std::string target_key(std::string_view reference_document) {
  if (reference_document.empty() || reference_document == "this") return {};
  if (reference_document.starts_with(kNamePrefix)) {
    return std::string(kNamePrefix) + name_key(reference_document);
  }
  return number_key(reference_document);
}

}  // namespace rasoat
