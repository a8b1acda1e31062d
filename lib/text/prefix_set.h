// A set of strings that is asked for the longest of them with which a text begins.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rasoat {

// Immutable once made; const access from any number of threads.
class PrefixSet {
 public:
  PrefixSet() = default;
  explicit PrefixSet(std::vector<std::string> words) : words_(std::move(words)) {
    std::sort(words_.begin(), words_.end());
    words_.erase(std::unique(words_.begin(), words_.end()), words_.end());
  }

  // The size of the longest word with which the text begins and that `fits` accepts; 0 for none.
  // O(size of the longest word · log words), however long the text is.
  template <typename Fits>
  size_t longest(std::string_view text, Fits&& fits) const {
    // A word that begins the text is not greater than it. If the greatest such word does not begin
    // it, all words that do are no longer than what the two share.
    while (!text.empty()) {
      const auto behind = std::upper_bound(words_.begin(), words_.end(), text);
      if (behind == words_.begin()) return 0;
      const std::string_view word = *(behind - 1);
      if (text.starts_with(word)) {
        if (word.empty() || fits(word.size())) return word.size();
        text = text.substr(0, word.size() - 1);
        continue;
      }
      const size_t shared = static_cast<size_t>(
          std::mismatch(word.begin(), word.end(), text.begin(), text.end()).first - word.begin());
      text = text.substr(0, shared);
    }
    return 0;
  }

 private:
  std::vector<std::string> words_;
};

}  // namespace rasoat
