// Parses a text given as paragraphs, for the tests of structure.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "structure/parse.h"
#include "text/repair.h"

namespace rasoat::testing {

struct ParsedText {
  TextBuffer text;
  Document document;
};

// Each line is a whole paragraph unless `wrapped`.
inline ParsedText parse(std::string_view content, bool wrapped = false) {
  RawText raw;
  raw.paragraphs_known = !wrapped;
  uint32_t number = 0;
  for (size_t begin = 0; begin <= content.size();) {
    const size_t end = std::min(content.find('\n', begin), content.size());
    RawLine line;
    line.text = content.substr(begin, end - begin);
    line.line = ++number;
    line.ends_paragraph = !wrapped;
    raw.lines.push_back(std::move(line));
    begin = end + 1;
  }
  ParsedText out;
  out.text = repair(std::move(raw));
  out.document = parse_document(out.text, Lexicon::builtin());
  return out;
}

}  // namespace rasoat::testing
