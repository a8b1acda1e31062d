// Sets of words and of fronts of lines, made at compile time, that are done at once with most of
// what they are asked.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <initializer_list>
#include <span>
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

// A set of bytes: those of some characters.
class ByteSet {
 public:
  constexpr explicit ByteSet(std::string_view bytes) {
    for (const char byte : bytes) holds_[static_cast<unsigned char>(byte)] = true;
  }
  constexpr bool operator[](char byte) const { return holds_[static_cast<unsigned char>(byte)]; }

 private:
  std::array<bool, 256> holds_{};
};

// Words in groups, each told by a number below 256; in a group they keep their order.
template <size_t N>
class WordGroups {
 public:
  template <typename KeyOf>
  constexpr WordGroups(const std::string_view (&words)[N], KeyOf key_of) {
    static_assert(N < 256);
    for (const std::string_view word : words) ++first_[key_of(word) + 1];
    for (size_t key = 1; key < first_.size(); ++key) first_[key] += first_[key - 1];
    std::array<uint8_t, 257> next = first_;
    for (const std::string_view word : words) words_[next[key_of(word)]++] = word;
  }
  std::span<const std::string_view> operator[](size_t key) const {
    return {words_.data() + first_[key], words_.data() + first_[key + 1]};
  }

 private:
  std::array<std::string_view, N> words_;
  std::array<uint8_t, 257> first_{};  // group → its first word
};

// A set of words.
template <size_t N>
class WordSet {
 public:
  constexpr explicit WordSet(const std::string_view (&words)[N]) : groups_(words, key_of) {}
  bool contains(std::string_view word) const {
    if (word.empty()) return false;
    for (const std::string_view each : groups_[key_of(word)]) {
      if (each.size() == word.size() && begins_with(word, each)) return true;
    }
    return false;
  }

 private:
  // Few words have the same last byte and size.
  static constexpr size_t key_of(std::string_view word) {
    return (static_cast<unsigned char>(word.back()) * 5 + word.size()) % 256;
  }

  WordGroups<N> groups_;
};

// A set of fronts of lines.
template <size_t N>
class FrontSet {
 public:
  constexpr explicit FrontSet(const std::string_view (&fronts)[N]) : groups_(fronts, key_of) {}
  // The size of the first of the fronts with which the line begins; 0 for none.
  size_t begin(std::string_view line) const {
    if (line.empty()) return 0;
    for (const std::string_view front : groups_[key_of(line)]) {
      if (begins_with(line, front)) return front.size();
    }
    return 0;
  }

 private:
  static constexpr size_t key_of(std::string_view line) {
    return static_cast<unsigned char>(line[0]);
  }

  WordGroups<N> groups_;
};

}  // namespace rasoat
