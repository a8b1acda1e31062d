// The units named by a reference, before it is known in which document they stand.
//
// The grammar is that of docs/architecture.md: units small to large ("điểm a khoản 2 Điều 5") or
// large to small ("Điều 5 khoản 2"), lists and ranges at each level, and lists of such chains. What
// a list leaves out is taken from its right: "khoản 1 và khoản 2 Điều 5" names two clauses of
// Điều 5.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "citation/cursor.h"
#include "lexicon/lexicon.h"

namespace rasoat {

// Levels of a path, small to large.
enum class UnitLevel : uint8_t {
  kPoint,
  kClause,
  kArticle,
  kSubsection,
  kSection,
  kChapter,
  kPart
};
inline constexpr size_t kUnitLevels = 7;

// One unit: the part of its id at each level that the words name ("clause_2"), empty where they
// name none, "this" for "khoản này".
struct UnitPath {
  std::array<std::string, kUnitLevels> part;
  Span span;  // of the chain's own words

  std::string& at(UnitLevel level) { return part[static_cast<size_t>(level)]; }
  const std::string& at(UnitLevel level) const { return part[static_cast<size_t>(level)]; }
  bool has(UnitLevel level) const { return !at(level).empty(); }
  // Whether a level is the one in which the words stand: "khoản này", "khoản 2 Điều này".
  bool is_relative() const;
  std::optional<UnitLevel> lowest() const;
  std::optional<UnitLevel> highest() const;
};

struct Pinpoint {
  std::vector<UnitPath> units;  // lists and ranges expanded, in the order of the text
  Span span;
};

// Words that decide where a list of numbers ends. Made once for a lexicon: Lexicon::derived.
struct PinpointWords {
  explicit PinpointWords(const Lexicon& lexicon);

  std::vector<std::string> after_list;  // may follow the last number of a list
};

// Reads the longest pinpoint at the cursor and leaves the cursor behind it; nothing, and the cursor
// where it was, if no unit stands there. Reads at most kMaxUnits units. `plural`: "các" stands
// before it.
inline constexpr size_t kMaxUnits = 200;
std::optional<Pinpoint> read_pinpoint(std::string_view text, const PinpointWords& words,
                                      Cursor& cursor, bool plural = false);

}  // namespace rasoat
