// The terms under which fields find a provision, beside those of its words and duties. Included by
// .cc files only.
//
//   XI:<key>, XI<syllable> the issuer: keys of its bodies, its words as those of the title
//   XY:, XE:               day of issue and of effect: year, month and day ("XY:2025",
//   "XY:2025-06",
//                          "XY:2025-06-30"), so that a range is a short list of terms
//   XP:<id>                the provision, within its document
//   XC:<value>, XCK:<value>|<kind>   what it cites (query/cited.h), and how it cites that
//   XK:<kind>              how it cites anything
//   XH:<thing>             reference, agency, deadline
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "lexicon/lexicon.h"
#include "query/date_range.h"
#include "store/analyzed_document.h"

namespace rasoat::index_internal {

inline constexpr std::string_view kCitedAsPrefix = "XCK";

// Terms that every provision of a document has.
std::vector<std::string> terms_of_document(const AnalyzedDocument& analysis,
                                           const Lexicon& lexicon);
// Terms of each provision; a term may come twice.
std::vector<std::vector<std::string>> terms_of_provisions(const AnalyzedDocument& analysis,
                                                          const Lexicon& lexicon);

// A day lies in the range if it has one of the terms. At most 59 days, 22 months and 300 years.
std::vector<std::string> terms_of_range(std::string_view prefix, const DateRange& range);

}  // namespace rasoat::index_internal
