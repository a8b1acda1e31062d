// Days as documents print them.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "base/date.h"

namespace rasoat {

// "ngày 27 tháng 11 năm 2025" or "ngày 27/11/2025" that begins at `at` of a text in lower case.
// Sets `end` to where it ends. Nothing where day, month or year is missing or no calendar has the
// day.
std::optional<Date> read_long_date(std::string_view lower, size_t at, size_t& end);

}  // namespace rasoat
