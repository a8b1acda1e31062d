// How far the reader of agents looks, in words: what keeps its time linear.
#pragma once

#include <cstddef>

namespace rasoat {

inline constexpr size_t kMaxModifierWords = 60;
inline constexpr size_t kMaxCueWords = 6;
inline constexpr size_t kMaxParenthesis = 60;
inline constexpr size_t kOpeningWords = 4;
inline constexpr size_t kMaxGoverned = 15;
inline constexpr size_t kMaxAdverbs = 4;
inline constexpr size_t kMaxTimeWords = 10;
inline constexpr size_t kMaxOthers = 30;
inline constexpr size_t kMaxReach = 120;  // words that one list looks to either side

}  // namespace rasoat
