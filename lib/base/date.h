// A calendar date as printed on documents. Year, month and day; no time, no zone.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace rasoat {

struct Date {
  int16_t year = 0;  // 1900..2199
  int8_t month = 0;  // 1..12
  int8_t day = 0;    // 1..31, valid for the month

  friend constexpr auto operator<=>(const Date&, const Date&) = default;

  // Nothing when the three numbers make no day of the calendar between 1900 and 2199.
  static std::optional<Date> make(int year, int month, int day);
  // Reads "2025-11-27"; nothing for any other form.
  static std::optional<Date> from_iso(std::string_view iso);

  std::string iso() const;         // "2025-11-27"
  std::string vietnamese() const;  // "27/11/2025"
};

// The day on which the district level ended: Luật 72/2025/QH15, Điều 51.
inline constexpr Date kDistrictLevelEnd{2025, 7, 1};

}  // namespace rasoat
