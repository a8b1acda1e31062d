// The terms under which a provision is found: the same on the side of the index and of the query.
//
//   W<syllable>    as written, lower case, new tone placement: "Wủy"; only syllables with marks
//   U<syllable>    without marks: "Uuy"
//   the same, without positions, behind the prefix of `title` for the words of the document's
//   title: "XSWhộ" prefix of a field (query/fields.h), ':' and a value: "XA:ubnd:huyen",
//   "XT:nghi-dinh" XAR:, XLR:     an agency, or a level, with the role it has in one duty:
//   "XAR:ubnd:huyen|lead"
//
// W and U terms have the positions of their syllables, in one numbering, so that a phrase may mix
// words with marks and words without.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "query/fields.h"

namespace rasoat {

inline constexpr std::string_view kAgencyRolePrefix = "XAR";
inline constexpr std::string_view kLevelRolePrefix = "XLR";

// `field` is the prefix of a field of words (title), or empty for the text. The syllable is in
// lower case.
std::string written_term(std::string_view field, std::string_view syllable);
std::string unmarked_term(std::string_view field, std::string_view syllable);
// What a syllable of a query asks for: with marks as written, without marks every form.
std::string asked_term(std::string_view field, std::string_view syllable);

// A value of a field. Long values are shortened to a prefix and a hash, as terms have bounds.
std::string value_term(std::string_view prefix, std::string_view value);
std::string value_term(Field field, std::string_view value);

// The forms under which a number is asked for: whole, and its parts up to each '/':
// "24/2025/tt-btp" gives "24/2025/tt-btp", "24/2025", "24".
std::vector<std::string> number_values(std::string_view number);

}  // namespace rasoat
