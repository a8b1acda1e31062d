// What the sentence of a duty says of it: what is to be done, to what, on which condition.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "authority/leads.h"
#include "authority/phrase_book.h"
#include "base/span.h"
#include "lexicon/lexicon.h"

namespace rasoat {

// One kind of action: a row of the table `actions`.
struct Action {
  std::string key;   // "decide"
  std::string mark;  // of the table of tasks and bodies: "QĐ"
  std::string name;  // "quyết định"
};

// Spans are bytes of the sentence; an empty one: the words do not say.
struct DutyParts {
  std::vector<const Action*> actions;  // in the order of the verbs; empty where none is known
  Span verbs;                          // "thẩm định, phê duyệt"; empty with the actions
  Span object;                         // what the verbs are said of
  Span condition;                      // "trường hợp …", "nếu …"
  Span exception;                      // "trừ …"
};

// Reads sentences of duties. What it isn't sure of is left empty.
//
// Use lexicon.derived<DutyPartsReader>(). Immutable.
class DutyPartsReader {
 public:
  explicit DutyPartsReader(const Lexicon& lexicon);

  // What a sentence says of the body of `mine`; `claims` are all those of the sentence that are
  // known, `sentence` its words. Linear.
  DutyParts read(const LeadClaim& mine, std::span<const LeadClaim> claims,
                 std::string_view sentence) const;

  // All kinds, in the order of the table.
  const std::vector<Action>& actions() const { return actions_; }
  // By key or name, case aside; null for none.
  const Action* find(std::string_view words) const;

 private:
  enum class Class { kVerb, kWeak, kFrame, kCondition, kOpensCondition, kException };
  struct Phrase {
    Class meaning;
    const Action* action;  // of a verb; null for one of no kind
  };
  struct Found {
    size_t length = 0;  // in words; 0 for none
    Phrase phrase{};
  };
  struct Verbs;
  struct Range {
    size_t begin = 0, end = 0;  // words
  };

  Found longest(const std::vector<Word>& words, size_t at, std::span<const Class> wanted) const;
  Verbs verbs_at(const std::vector<Word>& words, size_t at) const;
  Range condition_before(const std::vector<Word>& words, size_t front, bool to_comma) const;
  void read_behind(const std::vector<Word>& words, size_t begin, std::string_view sentence,
                   DutyParts& out) const;

  const LeadJudge& judge_;
  std::vector<Action> actions_;
  PhraseBook book_;
  std::vector<Phrase> phrases_;  // by meaning
};

}  // namespace rasoat
