#include "citation/missing_unit.h"

#include <algorithm>
#include <optional>

#include "structure/ordinal.h"

namespace rasoat {
namespace {

// The place of a part in its sequence, from 1; nothing for "12a", "a1" and other inserted ones.
std::optional<int> rank(std::string_view part) {
  const size_t mark = part.find('_');
  if (mark == std::string_view::npos) return {};
  const std::string_view name = part.substr(mark + 1);
  if (kind_of_part(part) == "point") {
    const int place = point_letter_position(name);
    return place > 0 ? std::optional(place) : std::nullopt;
  }
  if (name.empty() || name.size() > 4) return {};
  int out = 0;
  for (const char c : name) {
    if (c < '0' || c > '9') return {};
    out = out * 10 + (c - '0');
  }
  return out;
}

}  // namespace

std::string_view kind_of_part(std::string_view part) { return part.substr(0, part.find('_')); }

UnitRun run_of(const std::vector<std::string>& parts) {
  std::vector<int> ranks;
  for (const std::string& part : parts) {
    if (const auto number = rank(part)) ranks.push_back(*number);
  }
  if (ranks.empty()) return {};
  std::sort(ranks.begin(), ranks.end());
  UnitRun out{ranks.back(), true};
  for (size_t i = 0; i < ranks.size(); ++i) out.whole &= ranks[i] == static_cast<int>(i) + 1;
  return out;
}

Doubt doubt_of(const UnitPlace& place) {
  const std::optional<int> missing = rank(place.next);
  if (!missing) return Doubt::kInserted;
  // A clause or point of the text as a whole: the words left the article out.
  const std::string_view kind = kind_of_part(place.next);
  if (place.run.last == 0) return Doubt::kUnclear;
  if (!place.run.whole || *missing <= place.run.last) return Doubt::kPartial;
  if (place.above.empty() && (kind == "clause" || kind == "point")) return Doubt::kUnclear;
  return Doubt::kNone;
}

}  // namespace rasoat
