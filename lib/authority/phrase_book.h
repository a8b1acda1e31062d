// Phrases of the lexicon, found word by word: a trie over words.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "authority/words.h"

namespace rasoat {

// A phrase may have several meanings; what a meaning number stands for is the owner's affair.
// Immutable once filled; const access from any number of threads.
class PhraseBook {
 public:
  struct Match {
    uint32_t length = 0;  // in words
    int32_t meaning = -1;
  };

  // `phrase` in lower case with new tone placement, as in TextBuffer::lower().
  void add(std::string_view phrase, int32_t meaning);
  // The phrases that begin at words[at], shorter ones first; `out` is cleared. The time is bounded
  // by the longest phrase.
  void find(const std::vector<Word>& words, size_t at, std::vector<Match>& out) const;
  const Vocabulary& vocabulary() const { return vocabulary_; }

 private:
  struct Node {
    std::vector<int32_t> meanings;
  };

  Vocabulary vocabulary_;
  std::vector<Node> nodes_{1};
  std::unordered_map<uint64_t, uint32_t> edges_;  // node << 32 | word id → node
};

}  // namespace rasoat
