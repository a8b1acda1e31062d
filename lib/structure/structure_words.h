// The words of corpus/lexicon/structure_cues.tsv, by which the parts of a document are told.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lexicon/lexicon.h"

namespace rasoat {

// Words of one class, in lower case, in the order of the table.
using WordClass = std::vector<std::string>;

// The table says what each class is. Made once for a lexicon: Lexicon::derived.
struct StructureWords {
  explicit StructureWords(const Lexicon& lexicon);

  WordClass preamble, issuers, parent_bodies, issuer_goes_on;
  WordClass attachments, signers, enacting, cited, counts;
  WordClass amending, units, amended;
};

// Whether the text begins with one of the words, as whole words. In lower case.
bool starts_with_words(std::string_view text, const WordClass& words);

}  // namespace rasoat
