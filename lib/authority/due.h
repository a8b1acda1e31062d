// When a task is due, counted from a day.
#pragma once

#include <cstdint>
#include <optional>

#include "authority/assignment.h"
#include "base/date.h"

namespace rasoat {

struct Due {
  enum class State : uint8_t {
    kOverdue,    // its last day is before the day of counting
    kDue,        // its last day is that day, or comes behind it
    kRecurring,  // the same, of a task that comes back
    kUndated,  // no day follows from the words: "thường xuyên", "hằng năm", a term from an event
  } state = State::kUndated;
  std::optional<Date> date;  // the last day; of a recurring task the next one from `day`
  int32_t days = 0;          // from `day` to `date`; negative where overdue
};

// By these rules: a date counts as printed, "trước ngày 15" as the 15th. "Trước ngày 01 tháng 12
// hằng năm" comes next on its first day from `day` on. "Hằng tháng", "hằng quý" and "hằng năm"
// without a day say how often and not until when: periods of reporting close before the month or
// year does (Nghị định 09/2019/NĐ-CP, Điều 12), so that the last day of the period would be a
// guess. Whether a task has been done is not known here.
Due due_on(const std::optional<Deadline>& deadline, Date day);

}  // namespace rasoat
