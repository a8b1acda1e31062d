// What a reference does to its target, told by the words around it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "citation/citation_words.h"
#include "citation/reference.h"
#include "lexicon/lexicon.h"

namespace rasoat {

// Words of a text that governs references: one paragraph, in lower case, and whether it opens the
// document.
struct GoverningWords {
  std::string_view before;   // from the start of the sentence to the reference
  std::string_view after;    // from the reference's end to the end of the sentence
  std::string_view lead_in;  // the provision above, where it introduces this one with ':'
  bool preamble = false;
  bool amends = false;  // the document amends others, as its title says
  // What the reference before this one in the sentence was; cite if there is none.
  ReferenceKind previous = ReferenceKind::kCite;
};

// Immutable once made; const access from any number of threads. Made once for a lexicon:
// Lexicon::derived.
class KindReader {
 public:
  explicit KindReader(const Lexicon& lexicon);

  // Nghị định 78/2025/NĐ-CP, Điều 68 and following, fixes the wording of amendments.
  ReferenceKind read(const GoverningWords& words) const;

  // Whether the sentence says that the reference's target ceases: "… hết hiệu lực kể từ ngày …".
  bool ends_target(const GoverningWords& words) const;
  // Whether a sentence that begins so amends another document: "sửa đổi, bổ sung …", "bãi bỏ …".
  bool begins_with_amending_verb(std::string_view lower) const;
  // Whether a sentence introduces a list of what is amended: "… bãi bỏ các quy định sau:".
  bool introduces_amendments(std::string_view lead_in) const;
  // Whether only words like "một số điều, khoản của" stand here.
  bool only_objects(std::string_view words) const;

 private:
  struct Verb {
    std::string words;
    ReferenceKind kind;
  };

  bool told_by(std::string_view lead) const;
  const Verb* leading_verb(std::string_view words) const;
  bool governs(const Verb& verb, std::string_view before, const GoverningWords& words) const;
  std::optional<ReferenceKind> last_verb(std::string_view before) const;
  std::optional<ReferenceKind> adjacent_verb(std::string_view before) const;

  std::vector<Verb> verbs_;  // in the order of the table: longest first where one begins another
  std::vector<std::string> told_;
  CueWords told_as_amended_;
  CueWords rules_;
  std::vector<std::string> fillers_;
  std::vector<std::string> ends_;
  std::unordered_set<std::string> objects_;     // single words
  std::unordered_set<std::string> verb_words_;  // single words
};

}  // namespace rasoat
