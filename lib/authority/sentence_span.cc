#include "authority/sentence_span.h"

#include <algorithm>
#include <string_view>

namespace rasoat {

bool closes_sentence(const TextBuffer& buffer, uint32_t at) {
  const std::string_view text = buffer.text();
  if (text[at] == '\n') return true;
  if (text[at] != '.' || at + 2 >= text.size() || text[at + 1] != ' ') return false;
  return text[at + 2] != buffer.lower()[at + 2] ||
         (at + 3 < text.size() && text[at + 3] != buffer.lower()[at + 3]);
}

Span sentence_at(const TextBuffer& text, const Provision& provision, uint32_t at) {
  uint32_t begin = std::max(provision.own.begin, provision.label_span.end);
  if (!provision.heading.empty() && provision.heading.end <= at) {
    begin = std::max(begin, provision.heading.end);
  }
  Span out{at, at};
  while (out.begin > begin && !closes_sentence(text, out.begin - 1)) --out.begin;
  while (out.begin < at && text.text()[out.begin] == ' ') ++out.begin;
  while (out.end < provision.own.end && !closes_sentence(text, out.end)) ++out.end;
  return out;
}

Span lead_in_of(const TextBuffer& buffer, const Provision& provision) {
  const uint32_t begin =
      std::max({provision.own.begin, provision.label_span.end, provision.heading.end});
  uint32_t end = std::max(begin, provision.own.end);
  const std::string_view text = buffer.text();
  while (end > begin && (text[end - 1] == '\n' || text[end - 1] == ' ')) --end;
  if (end == begin || text[end - 1] != ':') return {};
  uint32_t from = end - 1;
  while (from > begin && !closes_sentence(buffer, from - 1)) --from;
  return {from, end};
}

}  // namespace rasoat
