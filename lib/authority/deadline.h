// Deadlines in the words of a provision.
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "authority/assignment.h"
#include "authority/words.h"

namespace rasoat {

class AuthorityLexicon;

// Words of the grammar in deadline.cc that a deadline may begin with; those of the table
// recurrences come to them.
inline constexpr std::array<std::string_view, 11> kDeadlineOpeners = {
    "từ", "trước", "chậm", "muộn", "đến", "hết", "xong", "quý", "trong", "không", "tối"};

// In the order of the text, disjoint: "trước ngày 15 tháng 4 năm 2025", "từ ngày ... đến ngày ...",
// "trước ngày 01 tháng 12 hằng năm", "trong thời hạn 05 ngày làm việc kể từ ngày ...", "thường
// xuyên", "theo yêu cầu". A term counted from an event has neither date nor recurrence. The words
// are those of lexicon.book(false).vocabulary(). Linear.
std::vector<Deadline> find_deadlines(const std::vector<Word>& words, std::string_view lower,
                                     const AuthorityLexicon& lexicon);

}  // namespace rasoat
