#include "query/date_range.h"

#include <vector>

namespace rasoat {
namespace {

const DateRange kAllDays{{1900, 1, 1}, {2199, 12, 31}};

std::optional<Date> last_of_month(int year, int month) {
  for (int day = 31; day > 27; --day) {
    if (const auto date = Date::make(year, month, day)) return date;
  }
  return {};
}

std::optional<DateRange> from_parts(std::optional<Date> first, std::optional<Date> last) {
  if (!first || !last || *last < *first) return {};
  return DateRange{*first, *last};
}

// A year, a month or a day.
std::optional<DateRange> read_period(std::string_view text) {
  std::vector<int> numbers{-1};
  char mark = 0;
  size_t first_digits = 0;
  for (const char c : text) {
    if (c >= '0' && c <= '9') {
      int& number = numbers.back();
      number = (number < 0 ? 0 : number) * 10 + (c - '0');
      if (number > 9999) return {};
      if (numbers.size() == 1) ++first_digits;
    } else if ((c == '-' || c == '/') && (mark == 0 || mark == c) && numbers.back() >= 0 &&
               numbers.size() < 3) {
      mark = c;
      numbers.push_back(-1);
    } else {
      return {};
    }
  }
  if (numbers.back() < 0) return {};
  if (first_digits != 4) {
    if (numbers.size() == 1) return {};
    std::swap(numbers.front(), numbers.back());  // 30/6/2025
  }
  switch (numbers.size()) {
    case 1:
      return from_parts(Date::make(numbers[0], 1, 1), Date::make(numbers[0], 12, 31));
    case 2:
      return from_parts(Date::make(numbers[0], numbers[1], 1),
                        last_of_month(numbers[0], numbers[1]));
    default: {
      const auto day = Date::make(numbers[0], numbers[1], numbers[2]);
      return from_parts(day, day);
    }
  }
}

std::optional<Date> day_after(Date date) {
  if (const auto next = Date::make(date.year, date.month, date.day + 1)) return next;
  if (const auto next = Date::make(date.year, date.month + 1, 1)) return next;
  return Date::make(date.year + 1, 1, 1);
}

std::optional<Date> day_before(Date date) {
  if (date.day > 1) return Date::make(date.year, date.month, date.day - 1);
  if (date.month > 1) return last_of_month(date.year, date.month - 1);
  return Date::make(date.year - 1, 12, 31);
}

}  // namespace

std::optional<DateRange> read_date_range(std::string_view text) {
  std::string bare;
  for (const char c : text) {
    if (c != ' ') bare += c;
  }
  const std::string_view all = bare;
  if (const size_t dots = all.find(".."); dots != std::string_view::npos) {
    const std::string_view from = all.substr(0, dots);
    const std::string_view to = all.substr(dots + 2);
    if (from.empty() && to.empty()) return {};
    const auto first = from.empty() ? kAllDays : read_period(from);
    const auto last = to.empty() ? kAllDays : read_period(to);
    if (!first || !last) return {};
    return from_parts(first->first, last->last);
  }
  const size_t sign = all.starts_with(">=") || all.starts_with("<=") ? 2
                      : all.starts_with('>') || all.starts_with('<') ? 1
                                                                     : 0;
  const auto period = read_period(all.substr(sign));
  if (!period || sign == 0) return period;
  if (all[0] == '>') {
    return from_parts(sign == 2 ? period->first : day_after(period->last), kAllDays.last);
  }
  return from_parts(kAllDays.first, sign == 2 ? period->last : day_before(period->first));
}

std::string iso(const DateRange& range) { return range.first.iso() + ".." + range.last.iso(); }

}  // namespace rasoat
