// The words of corpus/lexicon/structure_cues.tsv, by which the parts of a document are told.
#pragma once

#include <bitset>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/lexicon.h"

namespace rasoat {

// Words of one class, in lower case, in the order of the table.
class WordClass {
 public:
  void add(std::string word);

  // Whether the text, in lower case, begins with one of the words, as whole words.
  bool begins(std::string_view text) const;

  auto begin() const { return words_.begin(); }
  auto end() const { return words_.end(); }

 private:
  // The first byte and five bits of the third, 0 where there is none.
  static size_t front_of(std::string_view text) {
    const auto third = text.size() > 2 ? static_cast<unsigned char>(text[2]) : 0U;
    return static_cast<unsigned char>(text[0]) * 32U + third % 32;
  }

  std::vector<std::string> words_;
  std::bitset<256 * 32> fronts_;  // most texts are done with a look at their front
};

// The table says what each class is. Made once for a lexicon: Lexicon::derived.
struct StructureWords {
  explicit StructureWords(const Lexicon& lexicon);

  WordClass preamble, issuers, parent_bodies, issuer_goes_on;
  WordClass attachments, signers, enacting, cited, counts;
  WordClass amending, units, amended;
  WordClass gazette;
};

}  // namespace rasoat
