// The words and marks of a text, as the phrase book of the authority module knows them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/span.h"

namespace rasoat {

// A syllable, a number, a mark of punctuation or a line end.
struct Word {
  enum class Kind : uint8_t { kWord, kNumber, kMark, kLineEnd };
  Span span;
  int32_t id = -1;  // in the vocabulary; -1 for a word that no phrase of the lexicon has
  Kind kind = Kind::kWord;
  char mark = 0;          // of a kMark: its ASCII form (dashes are '-', quotes '"')
  bool capital = false;   // begins with a capital letter
  bool all_caps = false;  // two letters or more, the last a capital as well
};

class Vocabulary {
 public:
  int32_t intern(std::string_view word);
  int32_t find(std::string_view word) const;  // -1 if it is not there

 private:
  struct Hash {
    using is_transparent = void;
    size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };
  std::unordered_map<std::string, int32_t, Hash, std::equal_to<>> ids_;
};

// Splits a text (and its shadow in lower case, of equal length). A word holds letters, digits and
// an inner '&' ("TN&MT"); everything else but white space is a mark. Linear.
std::vector<Word> split_words(std::string_view text, std::string_view lower,
                              const Vocabulary& vocabulary);

}  // namespace rasoat
