// Whether a unit that a held text does not show is truly not there.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "citation/reference.h"

namespace rasoat {

// The numbered units of one kind that a text has in one place.
struct UnitRun {
  int last = 0;        // the highest number, or the place of the letter; 0: there are none
  bool whole = false;  // they run from the first on without a hole, in whatever order they stand
};

// Of parts of ids of one kind: "clause_1", "clause_2", "clause_2a".
UnitRun run_of(const std::vector<std::string>& parts);

// What is known of a held text around a unit that it lacks.
struct UnitPlace {
  std::string above;  // the lowest unit above it that the text has; "" for the text
  std::string next;   // the part below that which is missing: "clause_4"
  UnitRun run;        // the units of its kind that the text has there
};

// Splits the missing unit at the lowest unit above it for which `has` is true.
template <typename Has>
UnitPlace place_of(std::string_view unit, const Has& has) {
  UnitPlace out;
  const size_t attached = unit.starts_with("att_") ? unit.find("__") : std::string_view::npos;
  size_t end = unit.size();
  while (true) {
    const size_t cut = unit.rfind("__", end == 0 ? 0 : end - 1);
    if (cut == std::string_view::npos || cut == attached) {
      const size_t begin = attached == std::string_view::npos ? 0 : attached + 2;
      out.above = std::string(unit.substr(0, begin == 0 ? 0 : attached));
      out.next = std::string(unit.substr(begin, end - begin));
      return out;
    }
    if (has(unit.substr(0, cut))) {
      out.above = std::string(unit.substr(0, cut));
      out.next = std::string(unit.substr(cut + 2, end - cut - 2));
      return out;
    }
    end = cut;
  }
}

// "clause" of "clause_4".
std::string_view kind_of_part(std::string_view part);

// Why nothing can be said; kNone where the unit is surely not in the text. Sure it is only where
// the units of its kind that stand in that place run from the first on without a hole, and the
// missing one would be a later one of them, with a plain number or letter: a hole is a text that is
// held in part (codified texts leave repealed units out) or was read wrongly, "Điều 12a" and "khoản
// 2a" are brought by amendments, and where no unit of the kind stands, the text may count
// paragraphs.
Doubt doubt_of(const UnitPlace& place);

}  // namespace rasoat
