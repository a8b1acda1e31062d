// The words and marks of a text, as the phrase book of the authority module knows them.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "authority/vocabulary.h"
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

// Splits a text (and its shadow in lower case, of equal length). A word holds letters, digits and
// an inner '&' ("TN&MT"); everything else but white space is a mark. Linear.
std::vector<Word> split_words(std::string_view text, std::string_view lower,
                              const Vocabulary& vocabulary);

// Without what an editor put between square brackets: footnote marks ("[12]") and notes on later
// changes ("[Khoản này được sửa đổi bởi ...]"). A bracket that does not close in its line stays.
void drop_editor_notes(std::vector<Word>& words);

}  // namespace rasoat
