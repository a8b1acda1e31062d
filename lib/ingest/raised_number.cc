#include "ingest/raised_number.h"

#include <algorithm>
#include <iterator>

namespace rasoat {

bool is_short_number(std::string_view text) {
  return !text.empty() && text.size() <= 3 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_footnote_mark(std::string_view before, std::string_view raised) {
  if (!is_short_number(raised) || raised[0] == '0') return false;
  if (before.empty() || before.back() == ' ') return true;
  const size_t space = before.find_last_of(" (/.,;\xA0");  // A0 ends a no-break space
  const std::string_view word = before.substr(space == std::string_view::npos ? 0 : space + 1);
  if (word == "10") return false;
  if (raised != "2" && raised != "3") return true;
  const size_t letters = word.find_first_not_of("0123456789");
  const std::string_view unit = letters == std::string_view::npos ? "" : word.substr(letters);
  constexpr std::string_view kUnits[] = {"m", "km", "cm", "mm", "dm", "M", "s"};
  return std::find(std::begin(kUnits), std::end(kUnits), unit) == std::end(kUnits);
}

}  // namespace rasoat
