// The words and marks of a text, as the phrase book of the authority module knows them.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

#include "authority/vocabulary.h"
#include "base/span.h"
#include "text/word_set.h"

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
// an inner '&' ("TN&MT"), but not the number of a footnote that stands right behind it ("tạo17");
// everything else but white space is a mark. Linear.
std::vector<Word> split_words(std::string_view text, std::string_view lower,
                              const Vocabulary& vocabulary);

// Without what an editor put between square brackets: footnote marks ("[12]") and notes on later
// changes ("[Khoản này được sửa đổi bởi ...]"). A bracket that does not close in its line stays.
void drop_editor_notes(std::vector<Word>& words);

// The words of a text, for those who read them by their places. Beyond the last word, and before
// the first (at -1), there is none.
class WordText {
 public:
  // `lower`: the shadow of the text, that the spans of the words point into. Both must outlive
  // this.
  WordText(const std::vector<Word>& words, std::string_view lower) : words_(words), lower_(lower) {}

  // Whether this word stands there. `word` in lower case; a literal is compared at once.
  template <size_t kSize>
  bool is(size_t at, const char (&word)[kSize]) const {
    return at < words_.size() && words_[at].span.size() == kSize - 1 &&
           std::memcmp(lower_.data() + words_[at].span.begin, word, kSize - 1) == 0;
  }
  bool is(size_t at, std::string_view word) const {
    return at < words_.size() && words_[at].span.of(lower_) == word;
  }
  template <size_t kCount>
  bool is_any(size_t at, const WordSet<kCount>& words) const {
    return at < words_.size() && words.contains(words_[at].span.of(lower_));
  }
  bool is_mark(size_t at, char mark) const {
    return at < words_.size() && words_[at].kind == Word::Kind::kMark && words_[at].mark == mark;
  }

 protected:
  const std::vector<Word>& words_;
  const std::string_view lower_;
};

}  // namespace rasoat
