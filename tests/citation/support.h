// Reads a small text into references, for table tests.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "citation/find.h"
#include "structure/parse.h"
#include "text/repair.h"

namespace rasoat::testing {

struct FoundReferences {
  TextBuffer text;
  Document document;
  std::vector<Reference> references;

  // "from > document provision kind", one for each reference outside quotations.
  std::vector<std::string> lines() const {
    std::vector<std::string> out;
    for (const Reference& reference : references) {
      if (reference.quoted) continue;
      out.push_back(document.provisions[reference.from].id + " > " + reference.document + " " +
                    reference.provision + " " + std::string(name_of(reference.kind)));
    }
    return out;
  }
};

inline FoundReferences find_in(std::string_view text) {
  RawText raw;
  raw.paragraphs_known = true;
  uint32_t number = 0;
  for (size_t begin = 0; begin <= text.size();) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    RawLine line;
    line.text = text.substr(begin, end - begin);
    line.line = ++number;
    line.ends_paragraph = true;
    raw.lines.push_back(std::move(line));
    begin = end + 1;
  }
  FoundReferences out;
  out.text = repair(std::move(raw));
  out.document = parse_document(out.text, Lexicon::builtin());
  out.references = find_references(out.text, out.document, Lexicon::builtin());
  return out;
}

}  // namespace rasoat::testing
