// The terms under which a provision is found: the same on the side of the index and of the query.
//
// Xapian holds two kinds of records. A *provision* is one unit with its own words, in their places:
// what words, phrases and fields ask for. A *passage* is a whole Điều with all below it (or, in a
// text without articles, the khoản or Phụ lục that stands for one): what ranked words ask for. The
// words of a sentence are seldom all in one khoản.
//
//   provision
//     hoi, hoi ồ           a syllable in lower case and new tone placement: first without marks,
//                          then, where it has some, a blank and the letters that carry them. All
//                          forms of "hoi" stand side by side, so that one typed without marks
//                          finds them by a wildcard, also on another machine
//     XS...                the same, without positions, for the words of the document's title
//     XA:ubnd:huyen        a field (query/fields.h), ':' and a value
//     XAR:, XLR:           an agency, or a level, with the role it has in one duty:
//                          "XAR:ubnd:huyen|lead"
//   passage
//     Ahoi ồ               a syllable of the passage, its heading and the title above it
//     Bthu hoi             two syllables side by side, without marks
//     ZXA:ubnd:huyen       the fields of all provisions of the passage, behind Z
//   both
//     Q:luat_24-2025...    the id of the document, by which its records are taken out
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "query/fields.h"

namespace rasoat {

inline constexpr std::string_view kAgencyRolePrefix = "XAR";
inline constexpr std::string_view kLevelRolePrefix = "XLR";
inline constexpr std::string_view kPassageWord = "A";
inline constexpr std::string_view kPassagePair = "B";
inline constexpr std::string_view kPassageField = "Z";

// A syllable, in lower case, as a term: "hồi" is "hoi ồ".
std::string syllable_term(std::string_view syllable);
// What the forms of a syllable without marks begin with: "hoi ".
std::string forms_prefix(std::string_view unmarked);
// Two syllables side by side, both without marks: "Bthu hoi".
std::string pair_term(std::string_view first, std::string_view second);

// A value of a field. Long values are shortened to a prefix and a hash, as terms have bounds.
std::string value_term(std::string_view prefix, std::string_view value);
std::string value_term(Field field, std::string_view value);

// Of all records of a document.
std::string document_term(std::string_view id);

// The forms under which a number is asked for: whole, and its parts up to each '/':
// "24/2025/tt-btp" gives "24/2025/tt-btp", "24/2025", "24".
std::vector<std::string> number_values(std::string_view number);

}  // namespace rasoat
