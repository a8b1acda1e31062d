// The tasks of plans as a calendar: iCalendar, RFC 5545.
#pragma once

#include <string>
#include <vector>

#include "base/date.h"
#include "store/records.h"

namespace rasoat {

// One VTODO for each task. Its UID is made of the document's id, the provision and the task's place
// among those of the provision, so that a later export updates it. DUE is the last day
// (authority/due.h says what a recurring task's is, counted from the document's date, else `day`);
// a task without one has no DUE and its deadline stands in the description. Yearly tasks carry
// RRULE. `day` is that of the export.
std::string plan_calendar(const std::vector<PlanRow>& tasks, Date day);

}  // namespace rasoat
