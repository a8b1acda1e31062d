// Every name of a body in a text, and the lists that they form.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "authority/body_phrase.h"
#include "authority/words.h"

namespace rasoat {

// A name of a body with the keys it stands for: "Chủ tịch Ủy ban nhân dân cấp huyện, cấp xã" has
// two.
struct Mention {
  size_t first = 0, end = 0;  // word indices, half open
  Span span;
  std::vector<std::string> keys;
  bool paired = false;  // "Phó Chủ tịch ..." after "Chủ tịch,": the comma before it parts nothing
};

// Mentions joined by commas, "và" and the like: "Hội đồng nhân dân, Ủy ban nhân dân cấp huyện".
struct MentionList {
  size_t first = 0, end = 0;  // word indices; quantifiers before the first are not included
  size_t first_mention = 0, count = 0;  // into Mentions::all
};

struct Mentions {
  std::vector<Mention> all;        // in the order of the text, disjoint
  std::vector<MentionList> lists;  // in the order of the text, disjoint; each mention is in one
};

struct MentionContext {
  LevelContext level;
  // The body that the text is about ("Quy định chức năng, nhiệm vụ ... của Sở Tư pháp"), for which
  // "Sở" and "Giám đốc Sở" stand; empty if there is none.
  std::string subject;
};

// Linear in the number of words.
Mentions find_mentions(const std::vector<Word>& words, std::string_view lower,
                       const AuthorityLexicon& lexicon, const MentionContext& context);

}  // namespace rasoat
