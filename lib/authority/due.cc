#include "authority/due.h"

#include <charconv>
#include <chrono>
#include <string_view>

namespace rasoat {
namespace {

std::chrono::sys_days calendar(Date date) {
  return std::chrono::year(date.year) / std::chrono::month(static_cast<unsigned>(date.month)) /
         std::chrono::day(static_cast<unsigned>(date.day));
}

// The day of the month, or its last day where the month is shorter.
std::optional<Date> day_of_month(int year, int month, int day) {
  std::optional<Date> out;
  for (; day >= 28 && !out; --day) out = Date::make(year, month, day);
  return out ? out : Date::make(year, month, day);
}

std::optional<int> number(std::string_view digits) {
  int value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc() || end != digits.data() + digits.size()) return {};
  return value;
}

std::optional<Date> next_yearly(std::string_view month_day, Date day) {
  const size_t dash = month_day.find('-');
  if (dash == std::string_view::npos) return {};
  const std::optional<int> month = number(month_day.substr(0, dash));
  const std::optional<int> of_month = number(month_day.substr(dash + 1));
  if (!month || !of_month) return {};
  std::optional<Date> out = day_of_month(day.year, *month, *of_month);
  if (out && *out < day) out = day_of_month(day.year + 1, *month, *of_month);
  return out;
}

std::optional<Date> next_monthly(std::string_view of_month, Date day) {
  const std::optional<int> value = number(of_month);
  if (!value) return {};
  std::optional<Date> out = day_of_month(day.year, day.month, *value);
  if (out && *out < day) {
    const bool december = day.month == 12;
    out = day_of_month(day.year + (december ? 1 : 0), december ? 1 : day.month + 1, *value);
  }
  return out;
}

std::optional<Date> next_of(std::string_view recurrence, Date day) {
  constexpr std::string_view kYearly = "hang-nam-truoc-", kMonthly = "hang-thang-truoc-";
  if (recurrence.starts_with(kYearly)) return next_yearly(recurrence.substr(kYearly.size()), day);
  if (recurrence.starts_with(kMonthly))
    return next_monthly(recurrence.substr(kMonthly.size()), day);
  return {};
}

}  // namespace

Due due_on(const std::optional<Deadline>& deadline, Date day) {
  Due out;
  if (!deadline) return out;
  out.date = deadline->to;
  if (out.date) {
    out.state = *out.date < day ? Due::State::kOverdue : Due::State::kDue;
  } else {
    out.date = next_of(deadline->recurrence, day);
    if (out.date) out.state = Due::State::kRecurring;
  }
  if (out.date) out.days = static_cast<int32_t>((calendar(*out.date) - calendar(day)).count());
  return out;
}

}  // namespace rasoat
