// Days and ranges of days, as they are typed into the search.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"

namespace rasoat {

// Both days included. An open end is the first or the last day that a Date can be.
struct DateRange {
  Date first, last;

  friend bool operator==(const DateRange&, const DateRange&) = default;
};

// "2025", "2025-06", "2025-06-30", "30/6/2025", "6/2025"; two of them joined by "..", of which one
// may be left out; one behind ">=", ">", "<=", "<". Nothing for other text, days that no calendar
// has, and a range that ends before it begins.
std::optional<DateRange> read_date_range(std::string_view text);

// "2024-01-01..2025-06-30"; read_date_range() reads it back.
std::string iso(const DateRange& range);

}  // namespace rasoat
