// What a provision cites, as values: the same for the index, which has references, and for a query
// ("khoản 2 Điều 5 Luật Đất đai").
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "citation/reference.h"
#include "lexicon/lexicon.h"

namespace rasoat {

// The ids that words for a unit may mean: "khoản 2 Điều 5" gives "art_5__clause_2", "diem d khoan
// 1" two, as it stands for đ too; an id gives itself. Takes words from the front of `words` as long
// as they name units; none where they name none. `rest`, if not null, is what follows.
std::vector<std::string> unit_ids(std::string_view words, std::string* rest = nullptr);

// Of a reference to another document: "31/2024/qh15", also of each version that a name may mean,
// "name:luật đất đai", "name:luật đất đai|2013"; of one within its document, "31/2024/qh15#art_5"
// alone, as every law cites itself. With each, the cited unit and those above it behind '#':
// "31/2024/qh15#art_5__clause_2". `own` is the number of the citing document; Reference::versions
// must have been set. None for generic references.
std::vector<std::string> cited_values(const Reference& reference, std::string_view own);

// What a user typed, any of which must be among the values of a reference. None where no document
// is named. A name of a law, with or without marks, stands for all its versions; with a year for
// those of the year.
std::vector<std::string> cited_values(std::string_view words, const Lexicon& lexicon);

}  // namespace rasoat
