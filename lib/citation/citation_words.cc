#include "citation/citation_words.h"

#include <algorithm>

#include "text/lower.h"

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

bool begins_with_any(std::string_view text, const std::vector<std::string>& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return text.starts_with(word); });
}

bool ends_with_any(std::string_view text, const std::vector<std::string>& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return text.ends_with(word); });
}

bool holds_any(std::string_view text, const std::vector<std::string>& words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    return text.find(word) != std::string_view::npos;
  });
}

}  // namespace rasoat
