// The characters of a query are repaired as those of a document are, so that both meet in the
// index.
#include "query/clean.h"

#include "text/clean_lines.h"
#include "text/raw_text.h"

namespace rasoat {
namespace {

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
}

}  // namespace

std::string clean_query(std::string_view text) {
  RawText raw;
  RawLine& line = raw.lines.emplace_back();
  line.text = text;
  for (char& c : line.text) {
    if (static_cast<unsigned char>(c) < ' ') c = ' ';
  }
  const CleanLines clean = clean_lines(raw);
  std::string out;
  for (const CleanLine& part : clean.lines) {
    if (!out.empty()) out += ' ';
    out += clean.of(part);
  }
  for (const std::string_view quote : {"“", "”", "„", "‟"}) replace_all(out, quote, "\"");
  replace_all(out, "\uFFFD", " ");
  // What was replaced may have left spaces side by side.
  std::string single;
  for (const char c : out) {
    if (c != ' ' || (!single.empty() && single.back() != ' ')) single += c;
  }
  while (!single.empty() && single.back() == ' ') single.pop_back();
  return single;
}

}  // namespace rasoat
