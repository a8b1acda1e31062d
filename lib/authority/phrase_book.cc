#include "authority/phrase_book.h"

namespace rasoat {
namespace {

uint64_t edge(uint32_t node, int32_t word) {
  return (static_cast<uint64_t>(node) << 32) | static_cast<uint32_t>(word);
}

}  // namespace

void PhraseBook::add(std::string_view phrase, int32_t meaning) {
  uint32_t node = 0;
  for (const Word& word : split_words(phrase, phrase, vocabulary_)) {
    const std::string_view text =
        word.kind == Word::Kind::kMark ? std::string_view(&word.mark, 1) : word.span.of(phrase);
    const uint64_t key = edge(node, vocabulary_.intern(text));
    const auto [it, added] = edges_.emplace(key, static_cast<uint32_t>(nodes_.size()));
    if (added) nodes_.emplace_back();
    node = it->second;
  }
  if (node != 0) nodes_[node].meanings.push_back(meaning);
}

void PhraseBook::find(const std::vector<Word>& words, size_t at, std::vector<Match>& out) const {
  out.clear();
  uint32_t node = 0;
  for (size_t i = at; i < words.size() && words[i].id >= 0; ++i) {
    const auto it = edges_.find(edge(node, words[i].id));
    if (it == edges_.end()) return;
    node = it->second;
    for (const int32_t meaning : nodes_[node].meanings) {
      out.push_back({static_cast<uint32_t>(i + 1 - at), meaning});
    }
  }
}

}  // namespace rasoat
