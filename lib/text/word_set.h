// Sets of words and of fronts of lines, made at compile time, that are done at once with most of
// what they are asked.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <initializer_list>
#include <iterator>
#include <string_view>

namespace rasoat {

// text.starts_with(front), with a look at the ends of the front before all of it is compared.
inline bool begins_with(std::string_view text, std::string_view front) {
  const size_t size = front.size();
  if (text.size() < size) return false;
  if (size == 0) return true;
  return text[0] == front[0] && text[size - 1] == front[size - 1] &&
         std::memcmp(text.data(), front.data(), size) == 0;
}

// text.ends_with(end), in the same way.
inline bool ends_with(std::string_view text, std::string_view end) {
  if (text.size() < end.size()) return false;
  return begins_with(text.substr(text.size() - end.size()), end);
}

inline bool begins_with_any(std::string_view text, std::initializer_list<std::string_view> fronts) {
  return std::any_of(fronts.begin(), fronts.end(),
                     [&](std::string_view front) { return begins_with(text, front); });
}

// A set of words.
template <size_t N>
class WordSet {
 public:
  constexpr explicit WordSet(const std::string_view (&words)[N]) {
    std::copy(std::begin(words), std::end(words), words_.begin());
    std::sort(words_.begin(), words_.end());
    for (const std::string_view word : words) ends_[ends_of(word)] = true;
  }
  bool contains(std::string_view word) const {
    return !word.empty() && ends_[ends_of(word)] &&
           std::binary_search(words_.begin(), words_.end(), word);
  }

 private:
  // Few words have the same last byte and size.
  static constexpr size_t ends_of(std::string_view word) {
    return (static_cast<unsigned char>(word.back()) * 5 + word.size()) % 256;
  }

  std::array<std::string_view, N> words_;
  std::array<bool, 256> ends_{};
};

// A set of fronts of lines.
template <size_t N>
class FrontSet {
 public:
  constexpr explicit FrontSet(const std::string_view (&fronts)[N]) {
    std::copy(std::begin(fronts), std::end(fronts), fronts_.begin());
    for (const std::string_view front : fronts) first_[static_cast<unsigned char>(front[0])] = true;
  }
  // The size of the first of the fronts with which the line begins; 0 for none.
  size_t begin(std::string_view line) const {
    if (line.empty() || !first_[static_cast<unsigned char>(line[0])]) return 0;
    for (const std::string_view front : fronts_) {
      if (begins_with(line, front)) return front.size();
    }
    return 0;
  }

 private:
  std::array<std::string_view, N> fronts_;
  std::array<bool, 256> first_{};
};

}  // namespace rasoat
