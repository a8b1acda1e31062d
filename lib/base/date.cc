#include "base/date.h"

#include <charconv>
#include <chrono>
#include <cstdio>

namespace rasoat {

std::optional<Date> Date::make(int year, int month, int day) {
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1 || day > 31) return {};
  const std::chrono::year_month_day ymd{std::chrono::year(year),
                                        std::chrono::month(static_cast<unsigned>(month)),
                                        std::chrono::day(static_cast<unsigned>(day))};
  if (!ymd.ok()) return {};
  return Date{static_cast<int16_t>(year), static_cast<int8_t>(month), static_cast<int8_t>(day)};
}

std::optional<Date> Date::from_iso(std::string_view iso) {
  if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return {};
  const auto number = [&](size_t at, size_t length) {
    int value = -1;
    const char* end = iso.data() + at + length;
    const auto [stop, error] = std::from_chars(iso.data() + at, end, value);
    return error == std::errc() && stop == end ? value : -1;
  };
  return make(number(0, 4), number(5, 2), number(8, 2));
}

std::string Date::iso() const {
  char out[32];
  std::snprintf(out, sizeof out, "%04d-%02d-%02d", year, month, day);
  return out;
}

std::string Date::vietnamese() const {
  char out[32];
  std::snprintf(out, sizeof out, "%02d/%02d/%04d", day, month, year);
  return out;
}

}  // namespace rasoat
