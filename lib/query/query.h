// The query language: a text becomes a tree, and a tree a text again.
//
//   uỷ ban "thu hồi đất"                all the words, and the phrase
//   agency:"UBND huyện" role:lead       fields (query/fields.h)
//   (rác OR "chất thải") NOT title:luật
//   rác NEAR/5 "khu dân cư"             close to one another
//   ubnd|"ủy ban nhân dân"              one or the other form of a word
//   ~(thu hồi đất nông nghiệp)          some of the words: the more of them, the better the hit
//
// AND is understood between two terms; AND, OR and NOT are written in capitals, also VÀ, HOẶC and
// KHÔNG. Up to kMaxRequiredWords words side by side without any operator must all be there, more
// are ranked. A question in plain words ("quy định nào giao nhiệm vụ cho UBND cấp huyện") gives the
// same kind of tree: query/question.h. docs/query-language.md has the whole language.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "lexicon/lexicon.h"
#include "query/fields.h"

namespace rasoat {

// Bounds on what is parsed; beyond them a query is refused.
inline constexpr size_t kMaxQueryBytes = 4096;
inline constexpr size_t kMaxQueryTerms = 256;
inline constexpr size_t kMaxQueryDepth = 32;
inline constexpr uint32_t kMaxDistance = 100;
inline constexpr uint32_t kDistance = 10;  // of NEAR without a number

// As many plain words are all required; of a longer sentence no provision may have every word, so
// they are ranked.
inline constexpr size_t kMaxRequiredWords = 3;

struct Query {
  enum class Kind : uint8_t {
    kNothing,  // an empty query: matches no provision
    kWord,     // `text`: one word, perhaps of several syllables ("24/2025/tt-btp")
    kPhrase,   // `text`: words that stand together in this order
    kField,    // `field` has one of `values`
    kAnd,
    kOr,
    kNot,     // one child
    kNear,    // two or more words and phrases, in any order, close to one another
    kRanked,  // two or more words and phrases, in the order typed: at least one is there, and hits
              // with more of them, or with neighbours together, rank higher
  };
  Kind kind = Kind::kNothing;
  std::string text;  // of a field: as typed. Valid NFC UTF-8, words in lower case
  Field field = Field::kAgency;
  std::vector<std::string> also;    // of words and phrases: other forms, any of which will do
  uint32_t distance = 0;            // of kNear: so many syllables at most stand between
  std::vector<std::string> values;  // of a field, in the form that is indexed: "ubnd:huyen", "lead"
  std::vector<Query> children;

  friend bool operator==(const Query&, const Query&) = default;
};

// Any bytes are taken; ill-formed UTF-8 separates words. kInvalidArgument with the place and the
// reason where the text is no query: a quotation that does not close, an unknown agency.
//
// Abbreviations, synonyms and old names of bodies bring their other forms into the tree; what is
// written out with '|' or "~(" is taken as it is. `added`, if not null, gets those forms, for the
// user to see.
Result<Query> parse_query(std::string_view text, const Lexicon& lexicon,
                          std::vector<std::string>* added = nullptr);

// The tree in the query language; parse_query() of it gives a tree that prints the same.
std::string print(const Query& query);

// A tree as an indented list, for tests and for `--explain`.
std::string dump(const Query& query);

}  // namespace rasoat
