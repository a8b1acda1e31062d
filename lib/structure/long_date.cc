#include "structure/long_date.h"

#include "text/characters.h"

namespace rasoat {

std::optional<Date> read_long_date(std::string_view lower, size_t at, size_t& end) {
  size_t i = at + std::string_view("ngày ").size();
  const auto number = [&]() -> int {
    while (i < lower.size() && lower[i] == ' ') ++i;
    int value = 0;
    const size_t begin = i;
    while (i < lower.size() && i < begin + 4 && is_digit(lower[i]))
      value = value * 10 + (lower[i++] - '0');
    return i == begin ? -1 : value;
  };
  const auto word = [&](std::string_view expected) {
    while (i < lower.size() && lower[i] == ' ') ++i;
    if (!lower.substr(i).starts_with(expected)) return false;
    i += expected.size();
    return true;
  };
  const int day = number();
  if (day < 0) return {};
  if (!word("tháng") && !word("/")) return {};
  const int month = number();
  if (month < 0 || (!word("năm") && !word("/"))) return {};
  const int year = number();
  end = i;
  return Date::make(year, month, day);
}

}  // namespace rasoat
