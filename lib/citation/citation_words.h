// The words of corpus/lexicon that tell references from other words and say what they do.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "citation/reference.h"
#include "lexicon/lexicon.h"
#include "text/literal_scan.h"

namespace rasoat {

// Words of a class of the table `citation_cues`, lower case, in the order of the table.
std::vector<std::string> citation_cues(const Lexicon& lexicon, std::string_view wanted);

// A set of words that texts are asked for. Immutable once made.
class CueWords {
 public:
  explicit CueWords(std::vector<std::string> words) : words_(std::move(words)), scan_(words_) {}
  CueWords(const Lexicon& lexicon, std::string_view wanted)
      : CueWords(citation_cues(lexicon, wanted)) {}

  // Whether the text ends with one of the words.
  bool end(std::string_view text) const;
  // Whether one of the words stands in the text.
  bool stand_in(std::string_view text) const { return scan_.any(text); }
  // Where the last of the words begins that stands in the text; npos for none.
  size_t last_in(std::string_view text) const;

  const std::vector<std::string>& words() const { return words_; }

 private:
  std::vector<std::string> words_;
  LiteralScan scan_;
};

}  // namespace rasoat
