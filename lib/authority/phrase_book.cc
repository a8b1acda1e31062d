#include "authority/phrase_book.h"

namespace rasoat {

int32_t PhraseBook::add(std::string_view phrase, int32_t meaning) {
  uint32_t node = 0;
  int32_t first = -1;
  for (const Word& word : split_words(phrase, phrase, vocabulary_)) {
    const int32_t id = intern(word.kind == Word::Kind::kMark ? std::string_view(&word.mark, 1)
                                                             : word.span.of(phrase));
    if (first < 0) first = id;
    uint32_t after = node == 0 ? first_[static_cast<size_t>(id)] : next(node, id);
    if (after == 0) {
      after = static_cast<uint32_t>(nodes_.size());
      nodes_.emplace_back();
      if (node == 0) {
        first_[static_cast<size_t>(id)] = after;
      } else {
        add_edge(uint64_t{node} << 32 | static_cast<uint32_t>(id), after);
      }
    }
    node = after;
  }
  if (node != 0) nodes_[node].push_back(meaning);
  return first;
}

int32_t PhraseBook::intern(std::string_view word) {
  const int32_t id = vocabulary_.intern(word);
  if (first_.size() < vocabulary_.size()) first_.resize(vocabulary_.size());
  return id;
}

void PhraseBook::add_edge(uint64_t key, uint32_t node) {
  if (2 * ++edge_count_ > edges_.size()) {
    std::vector<Edge> old(edges_.size() * 2);
    old.swap(edges_);
    edge_count_ = 1;
    for (const Edge& edge : old) {
      if (edge.key != 0) add_edge(edge.key, edge.node);
    }
  }
  const size_t mask = edges_.size() - 1;
  size_t at = slot(key, mask);
  while (edges_[at].key != 0) at = (at + 1) & mask;
  edges_[at] = {key, node};
}

void PhraseBook::find(const std::vector<Word>& words, size_t at, std::vector<Match>& out) const {
  out.clear();
  for_each(words, at, [&](const Match& match) { out.push_back(match); });
}

}  // namespace rasoat
