// The words of corpus/lexicon that tell references from other words and say what they do.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "citation/reference.h"
#include "lexicon/lexicon.h"

namespace rasoat {

// Words of a class of the table `citation_cues`, lower case, in the order of the table.
std::vector<std::string> citation_cues(const Lexicon& lexicon, std::string_view wanted);

// Whether `text` begins or ends with one of the words.
bool begins_with_any(std::string_view text, const std::vector<std::string>& words);
bool ends_with_any(std::string_view text, const std::vector<std::string>& words);
// Whether one of the words stands in `text`.
bool holds_any(std::string_view text, const std::vector<std::string>& words);

}  // namespace rasoat
