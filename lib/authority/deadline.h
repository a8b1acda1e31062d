// Deadlines in the words of a provision.
#pragma once

#include <string_view>
#include <vector>

#include "authority/assignment.h"
#include "authority/words.h"

namespace rasoat {

// In the order of the text, disjoint: "trước ngày 15 tháng 4 năm 2025", "từ ngày ... đến ngày ...",
// "trước ngày 01 tháng 12 hằng năm", "trong thời hạn 05 ngày làm việc", "thường xuyên", "theo yêu
// cầu". A term counted from an event has neither date nor recurrence. Linear.
std::vector<Deadline> find_deadlines(const std::vector<Word>& words, std::string_view lower);

}  // namespace rasoat
