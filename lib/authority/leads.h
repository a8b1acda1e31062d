// "One task, one lead": what the words of assignments say against it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "authority/agency.h"
#include "authority/assignment.h"
#include "authority/phrase_book.h"
#include "base/span.h"
#include "lexicon/lexicon.h"

namespace rasoat {

// One body with a part in what one sentence sets. Spans are bytes of one document.
struct LeadClaim {
  std::string_view agency;  // key
  Role role = Role::kOther;
  Span agent;  // the words that name the body
  Span quote;  // the sentence; the same for all claims of it
};

// Judges sentences. Everything doubtful is no finding: classes of bodies ("các sở") lead each their
// own part, and so do bodies that share a task out ("theo lĩnh vực phụ trách").
//
// Use lexicon.derived<LeadJudge>(). Immutable.
class LeadJudge {
 public:
  explicit LeadJudge(const Lexicon& lexicon);

  // The bodies that lead one task together: places in `claims`, two or more, in the order of the
  // words; else empty. `claims` are all those of one sentence, `quote` its words. Linear.
  std::vector<size_t> rival_leads(std::span<const LeadClaim> claims, std::string_view quote) const;

  // The words of the task that a sentence gives to its bodies, in lower case, one space between
  // them, without those bodies and the words around them ("chủ trì, phối hợp với"): equal for equal
  // tasks. Empty where they are fewer than kTaskWords, point to their own place ("nêu trên", "Điều
  // này"), or let each body do its own part. Linear.
  std::string task_words(std::span<const LeadClaim> claims, std::string_view quote) const;
  static constexpr size_t kTaskWords = 8;
  // Where those words begin in `quote`, in bytes, as well as can be told; 0 where the sentence goes
  // on with others who do it, and the size of the quote where there are no such words.
  size_t task_begin(std::span<const LeadClaim> claims, std::string_view quote) const;

  // Whether a key names one body, and not a class of them ("so", "co-quan-chuyen-mon:huyen"). A key
  // with a digit may be that of a name with a footnote's number, and is none.
  bool is_one_body(std::string_view agency) const;
  // Whether two such bodies may lead the same task: bodies of two levels of government each lead it
  // on their own.
  bool may_compete(std::string_view a, std::string_view b) const;

  // Whether words of a plan that name no known body still tell who does them, or set no work.
  bool names_doer(std::string_view words) const;

 private:
  enum Class : uint8_t {
    kFrame = 1,
    kAnd = 2,
    kMany = 4,
    kEach = 8,
    kPointer = 16,
    kDoer = 32,
    kNoTask = 64,
  };
  struct Front;

  uint8_t longest(const std::vector<Word>& words, size_t at, uint8_t wanted, size_t& length) const;
  bool any(const std::vector<Word>& words, size_t begin, uint8_t wanted) const;
  Front front(std::span<const LeadClaim> claims, std::string_view quote) const;

  const Lexicon& lexicon_;
  PhraseBook book_;
  std::vector<uint8_t> classes_;  // by meaning
};

}  // namespace rasoat
