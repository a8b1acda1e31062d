#include "structure/dump.h"

#include <string_view>
#include <vector>

namespace rasoat {
namespace {

// The first words of a span, at most `bytes` of them, in one line.
std::string first_words(const TextBuffer& text, Span span, size_t bytes = 60) {
  std::string_view words = text.of(span);
  words = words.substr(0, words.find('\n'));
  if (words.size() <= bytes) return std::string(words);
  const size_t cut = words.rfind(' ', bytes);
  return std::string(words.substr(0, cut == std::string_view::npos ? 0 : cut)) + " …";
}

void add_field(std::string& out, std::string_view name, std::string_view value) {
  if (value.empty()) return;
  out += name;
  out += ": ";
  out += value;
  out += '\n';
}

}  // namespace

std::string dump(const Document& document, const TextBuffer& text) {
  std::string out;
  const DocumentHead& head = document.head;
  add_field(out, "type", head.type);
  add_field(out, "number", head.number);
  add_field(out, "issuer", head.issuer);
  add_field(out, "place", head.place);
  if (head.date) add_field(out, "date", head.date->iso());
  add_field(out, "title", head.title);
  add_field(out, "signer", head.signer);
  for (const std::string& recipient : head.recipients) add_field(out, "recipient", recipient);

  std::vector<int> depth;
  for (const Provision& provision : document.provisions) {
    depth.push_back(provision.parent < 0 ? 0 : depth[provision.parent] + 1);
    out.append(2 * static_cast<size_t>(depth.back()), ' ');
    out += provision.id;
    if (!provision.heading.empty()) out += " [" + first_words(text, provision.heading) + "]";
    const Span body{provision.label_span.end > provision.own.begin ? provision.label_span.end
                                                                   : provision.own.begin,
                    provision.own.end};
    if (provision.heading.empty() && !body.empty()) {
      std::string words = first_words(text, body);
      if (words.starts_with(' ')) words.erase(0, 1);
      if (!words.empty()) out += " " + words;
    }
    out += '\n';
  }
  for (const Span quoted : document.quoted) add_field(out, "quoted", first_words(text, quoted));
  for (const Span aside : document.asides) add_field(out, "aside", first_words(text, aside));
  for (const Diagnostic& diagnostic : document.diagnostics) {
    add_field(out, "diagnostic", diagnostic.code);
  }
  return out;
}

}  // namespace rasoat
