#include "citation/citation_words.h"

#include <algorithm>

#include "text/lower.h"
#include "text/word_set.h"

namespace rasoat {

std::vector<std::string> citation_cues(const Lexicon& lexicon, std::string_view wanted) {
  const Table& table = lexicon.table("citation_cues");
  std::vector<std::string> out;
  for (size_t row = 0; row < table.size(); ++row) {
    if (table.cell(row, "class") == wanted)
      out.push_back(lower_same_length(table.cell(row, "words")));
  }
  return out;
}

bool CueWords::end(std::string_view text) const {
  return std::any_of(words_.begin(), words_.end(),
                     [&](std::string_view word) { return ends_with(text, word); });
}

size_t CueWords::last_in(std::string_view text) const {
  size_t last = std::string_view::npos;
  scan_.for_each(text, [&](const LiteralMatch& match) {
    if (last == std::string_view::npos || match.span.begin > last) last = match.span.begin;
  });
  return last;
}

}  // namespace rasoat
