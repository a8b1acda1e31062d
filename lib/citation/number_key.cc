#include "citation/number_key.h"

#include <algorithm>

#include "text/characters.h"
#include "text/lower.h"

namespace rasoat {
namespace {

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
}

}  // namespace

std::string number_key(std::string_view number) {
  std::string folded = fold_marks(number);
  if (std::any_of(folded.begin(), folded.end(), [](char c) { return c & 0x80; })) {
    for (const std::string_view dash : {"–", "—", "‑", "−", "‐"}) replace_all(folded, dash, "-");
    replace_all(folded, "\u00A0", " ");
  }
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

bool is_consolidated(std::string_view number) {
  return number_key(number).find("vbhn") != std::string::npos;
}

}  // namespace rasoat
