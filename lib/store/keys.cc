#include "store/keys.h"

#include <array>
#include <utility>
#include <vector>

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

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
}

}  // namespace

std::string number_key(std::string_view number) {
  std::string folded = fold_marks(number);
  for (const std::string_view dash : {"–", "—", "‑", "−", "‐"}) replace_all(folded, dash, "-");
  replace_all(folded, "\u00A0", " ");
  std::string_view rest = folded;
  while (!rest.empty() && rest.front() == ' ') rest.remove_prefix(1);
  if (rest.starts_with("so ") || rest.starts_with("so:")) rest.remove_prefix(3);
  std::string out;
  for (size_t i = 0; i < rest.size(); ++i) {
    const char c = rest[i];
    if (c == ' ' || c == '\t' || c == ':') continue;
    const bool starts_run = out.empty() || !is_digit(out.back());
    const bool more = i + 1 < rest.size() && is_digit(rest[i + 1]);
    if (c == '0' && starts_run && more) continue;
    out += c;
  }
  return out;
}

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
