// Phrases of the lexicon, found word by word: a trie over words.
#pragma once

#include <cstdint>
#include <string_view>
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

  // `phrase` in lower case with new tone placement, as in TextBuffer::lower(). Returns the id of
  // its first word; -1 for a phrase without words.
  int32_t add(std::string_view phrase, int32_t meaning);
  // The id of a word in texts split with vocabulary(), also of one that no phrase holds.
  int32_t intern(std::string_view word);

  // Calls `visit(Match)` for the phrases that begin at words[at], shorter ones first. The time is
  // bounded by the longest phrase.
  template <typename Visit>
  void for_each(const std::vector<Word>& words, size_t at, Visit&& visit) const {
    if (at >= words.size() || words[at].id < 0) return;
    uint32_t node = first_[static_cast<size_t>(words[at].id)];
    for (size_t i = at + 1; node != 0; ++i) {
      for (const int32_t meaning : nodes_[node])
        visit(Match{static_cast<uint32_t>(i - at), meaning});
      if (i >= words.size() || words[i].id < 0) return;
      node = next(node, words[i].id);
    }
  }
  // The same as a list; `out` is cleared.
  void find(const std::vector<Word>& words, size_t at, std::vector<Match>& out) const;

  const Vocabulary& vocabulary() const { return vocabulary_; }

 private:
  struct Edge {
    uint64_t key = 0;   // node << 32 | word; no edge leaves the root here, so that 0 is none
    uint32_t node = 0;  // that it leads to
  };

  static size_t slot(uint64_t key, size_t mask) {
    return static_cast<size_t>((key * 0x9E3779B97F4A7C15U) >> 32) & mask;
  }
  // 0 where no phrase goes on with the word.
  uint32_t next(uint32_t node, int32_t word) const {
    const uint64_t key = uint64_t{node} << 32 | static_cast<uint32_t>(word);
    const size_t mask = edges_.size() - 1;
    for (size_t at = slot(key, mask);; at = (at + 1) & mask) {
      if (edges_[at].key == key) return edges_[at].node;
      if (edges_[at].key == 0) return 0;
    }
  }
  void add_edge(uint64_t key, uint32_t node);

  Vocabulary vocabulary_;
  std::vector<std::vector<int32_t>> nodes_{1};       // meanings by node
  std::vector<uint32_t> first_;                      // word id → node, 0 for none
  std::vector<Edge> edges_ = std::vector<Edge>(64);  // open addressing, at most half full
  size_t edge_count_ = 0;
};

}  // namespace rasoat
