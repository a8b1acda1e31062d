#include "query/document_number.h"

#include "citation/number_key.h"
#include "text/characters.h"
#include "text/lower.h"

namespace rasoat {
namespace {

bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

// A space between two letters stands for a dash: "tt btp". Other spaces fall away.
std::string with_dashes(std::string_view folded) {
  std::string out;
  bool space = false;
  for (const char c : folded) {
    if (c == ' ') {
      space = true;
      continue;
    }
    if (space && !out.empty() && is_letter(out.back()) && is_letter(c)) out += '-';
    space = false;
    out += c;
  }
  return out;
}

}  // namespace

std::optional<std::string> document_number(std::string_view typed) {
  std::string folded = fold_marks(typed);
  for (const std::string_view dash : {"–", "—", "‑", "−", "‐"}) {
    for (size_t at = folded.find(dash); at != std::string::npos; at = folded.find(dash, at + 1)) {
      folded.replace(at, dash.size(), "-");
    }
  }
  std::string_view rest = folded;
  while (rest.starts_with(' ')) rest.remove_prefix(1);
  if (rest.starts_with("so ") || rest.starts_with("so:")) rest.remove_prefix(3);
  std::string number = number_key(with_dashes(rest));

  size_t at = 0;
  while (at < number.size() && is_digit(number[at])) ++at;
  if (at == 0) return {};
  if (at < number.size() && is_letter(number[at])) ++at;  // "24a/2025/…"
  const size_t first = at;
  if (at == number.size() || (number[at] != '/' && number[at] != '-')) return {};
  size_t end = ++at;
  while (end < number.size() && is_digit(number[end])) ++end;
  const bool year =
      end - at == 4 && end < number.size() && (number[end] == '/' || number[end] == '-');
  if (number[first] == '-' && !year) return {};
  number[first] = '/';
  if (year) {
    number[end] = '/';
    at = end + 1;
  }
  // What follows are letters that stand for the type and the issuer; without a year a dash must
  // part them ("04/nq-cp", but not "12/tháng").
  const std::string_view tail = std::string_view(number).substr(at);
  if (tail.empty() || !is_letter(tail[0])) return {};
  if (!year && tail.find('-') == std::string_view::npos) return {};
  for (const char c : tail) {
    if (!is_letter(c) && !is_digit(c) && c != '-' && c != '&' && c != '.') return {};
  }
  return number;
}

}  // namespace rasoat
