// Abbreviations, synonyms and old names that a search looks for as well.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "lexicon/lexicon.h"
#include "query/query.h"

namespace rasoat {

// At most so many other forms are added for one word or phrase, and for one list of ranked words.
inline constexpr size_t kMaxAddedForms = 8;

// corpus/lexicon/search_synonyms.tsv, in which all forms of a row stand for each other, and the
// heirs of ministries and departments that have ended, by agency_sectors, which stand for the old
// name alone. Made once for a lexicon: Lexicon::derived.
class Synonyms {
 public:
  explicit Synonyms(const Lexicon& lexicon);

  // A form that stands at a place in a list of syllables.
  struct Hit {
    size_t begin = 0, end = 0;        // half open
    std::vector<std::string> others;  // the forms that stand for it, theirs included
  };
  // The forms among syllables in lower case, the longest first from left to right. What was typed
  // without marks is an abbreviation, or has at least three syllables: "so do" may be anything.
  std::vector<Hit> hits(const std::vector<std::string>& syllables) const;

 private:
  struct Form {
    std::vector<std::string> syllables, folded;
    bool abbreviation = false;
    std::vector<std::string> others;
  };
  void add(std::string_view form, bool abbreviation, std::vector<std::string> others);
  const Form* longest_at(const std::vector<std::string>& syllables, size_t at) const;

  std::vector<Form> forms_;
  std::unordered_map<std::string, std::vector<size_t>> by_first_;  // folded first syllable
};

// Words typed side by side: up to kMaxRequiredWords are all required, more are ranked. Of a few
// words those that are one form together ("sổ đỏ") become a phrase, so that it can be widened. A
// number alone ("số 24/2025/TT-BTP") asks for the document or for what mentions it.
Query words_together(std::vector<Query> words, const Lexicon& lexicon);

// Adds the other forms of the words in a tree: words and phrases without any get Query::also,
// ranked words further children. What was added is appended to `added`.
void widen(Query& query, const Lexicon& lexicon, std::vector<std::string>& added);
// The same without ranked words.
void widen_words(Query& query, const Lexicon& lexicon, std::vector<std::string>& added);

}  // namespace rasoat
