// The words that agents are told by: verbs, nouns, and the phrases of duty_cues.tsv.
#include <algorithm>
#include <array>

#include "authority/agent_bounds.h"
#include "authority/agents.h"

namespace rasoat {

size_t AgentReader::longest_cue(size_t at, Cue cue, size_t end) const {
  size_t length = 0;
  lexicon_.book(false).for_each(words_, at, [&](const PhraseBook::Match& match) {
    const AuthorityLexicon::Meaning meaning = lexicon_.meaning(match.meaning);
    if (meaning.kind == AuthorityLexicon::Meaning::Kind::kCue &&
        meaning.index == static_cast<size_t>(cue) && at + match.length <= end) {
      length = match.length;
    }
  });
  return length;
}

size_t AgentReader::longest_verb(size_t at, AuthorityLexicon::VerbClass* verb) const {
  size_t length = 0;
  size_t other = 0;  // "cấp" is no verb in "cấp huyện", "giao" none in "giao thông"
  lexicon_.book(false).for_each(words_, at, [&](const PhraseBook::Match& match) {
    const AuthorityLexicon::Meaning meaning = lexicon_.meaning(match.meaning);
    if (meaning.kind == AuthorityLexicon::Meaning::Kind::kVerb) {
      length = match.length;
      if (verb != nullptr) *verb = static_cast<AuthorityLexicon::VerbClass>(meaning.index);
    } else if (meaning.kind == AuthorityLexicon::Meaning::Kind::kTrap ||
               meaning.kind == AuthorityLexicon::Meaning::Kind::kLevelWord) {
      other = match.length;
    }
  });
  return other > length ? 0 : length;
}

bool AgentReader::verb_at(size_t at) const {
  if (at >= words_.size()) return false;
  const size_t length = verb_length(at);
  return length > 0 && !noun_at(at, length);
}

bool AgentReader::opener_at(size_t at) const {
  return at < words_.size() && cue_length(at, Cue::kOpener, words_.size()) > 0;
}

bool AgentReader::asks_at(size_t at) const {
  return at < words_.size() && words_[at].capital && cue_length(at, Cue::kAsk, words_.size()) > 0 &&
         (at == 0 || words_[at - 1].kind == Word::Kind::kLineEnd);
}

// "Báo cáo của ...", "Đề nghị, kiến nghị của ...": papers, not deeds.
bool AgentReader::noun_at(size_t at, size_t length) const {
  size_t next = at + length;
  if (is_mark(next, ',') && next + 1 < words_.size()) next += 1 + verb_length(next + 1);
  return is(next, "của");
}

// "quy chế phối hợp", "cơ quan chủ trì": the words are no verbs there.
bool AgentReader::is_noun_use(size_t at) const {
  if (at == 0) return false;
  static constexpr WordSet kBefore(
      {"việc", "đồng", "sự", "tác", "ban", "gian", "tổ", "dung", "được", "vị", "quan", "phương"});
  if (is_any(at - 1, kBefore)) {
    return true;
  }
  // "được giao chủ trì", "được phân công chủ trì": whoever was charged with it elsewhere.
  if ((at > 1 && is(at - 2, "được") && is(at - 1, "giao")) ||
      (at > 2 && is(at - 3, "được") && is(at - 2, "phân") && is(at - 1, "công"))) {
    return true;
  }
  return at > 1 && ((is(at - 2, "kế") && is(at - 1, "hoạch")) ||
                    (is(at - 2, "chương") && is(at - 1, "trình")) || is(at - 1, "chế"));
}

// "tổ chức" in "cơ quan, tổ chức": the noun.
bool AgentReader::organisation_at(size_t at) const {
  static constexpr WordSet kBefore({"các", "và", "hoặc", "đầu", "thuộc", "của", "với"});
  return is(at, "tổ") && at > 0 && (is_mark(at - 1, ',') || is_any(at - 1, kBefore));
}

// "quản lý" in "đơn vị quản lý bến", "bồi dưỡng" in "cơ sở đào tạo, bồi dưỡng": what a body that no
// table knows is there for.
bool AgentReader::attribute_at(size_t at) const {
  static constexpr WordSet kNouns({"vị", "quan", "chức", "sở", "người", "chủ"});
  const auto owned = [&](size_t verb) { return verb > 0 && is_any(verb - 1, kNouns); };
  if (owned(at) || (at > 1 && is(at - 1, "cầu") && is(at - 2, "nhu"))) return true;
  if (at < 4 || (!is_mark(at - 1, ',') && !is(at - 1, "và"))) return false;
  return verb_length(at - 3) == 2 && owned(at - 3);
}

// "bị", but not that of "dự bị", "thiết bị".
bool AgentReader::suffers_at(size_t at) const {
  return is(at, "bị") && !is(at - 1, "dự") && !is(at - 1, "thiết") && !is(at - 1, "trang") &&
         !is(at - 1, "chuẩn");
}

// "Kinh phí ...", "Các phương án ...": what acts on nothing begins there.
bool AgentReader::thing_at(size_t at, size_t end) const {
  while (at < end && words_[at].kind == Word::Kind::kMark) ++at;
  if (is(at, "các") || is(at, "những") || is(at, "mỗi")) ++at;
  return cue_length(at, Cue::kThing, end) > 0;
}

// Whether words for people or for bodies of no table begin there: "chủ đầu tư", "đơn vị quân đội".
bool AgentReader::people_at(size_t at) const {
  if (is(at, "các")) ++at;
  static constexpr WordSet kNouns({"cơ", "đơn", "tổ", "chủ", "người", "doanh", "cá", "hộ", "công"});
  return cue_length(at, Cue::kOtherSubject, words_.size()) > 0 && is_any(at, kNouns);
}

// Whether a word for the head of a body stands there: "Trưởng phòng nghiệp vụ".
bool AgentReader::leader_at(size_t at) const {
  bool leader = false;
  lexicon_.book(false).for_each(words_, at, [&](const PhraseBook::Match& match) {
    leader =
        leader || lexicon_.meaning(match.meaning).kind == AuthorityLexicon::Meaning::Kind::kLeader;
  });
  return leader;
}

// Whether the name of a body begins at the word, or at the next one.
bool AgentReader::body_at(size_t at) const {
  const auto body =
      std::lower_bound(mentions_.all.begin(), mentions_.all.end(), at,
                       [](const Mention& item, size_t word) { return item.first < word; });
  return body != mentions_.all.end() && body->first <= at + 1;
}

bool AgentReader::tells_apart(size_t at) const {
  return is(at, "khác") || cue_length(at, Cue::kModifier, words_.size()) > 0;
}

size_t AgentReader::skip_parenthesis(size_t at, size_t end) const {
  if (!is_mark(at, '(')) return at;
  for (size_t i = at; i < std::min(end, at + kMaxParenthesis); ++i) {
    if (is_mark(i, ')')) return i + 1;
  }
  return at;
}

// "cũng", "sẽ", "có thể" before a verb.
size_t AgentReader::skip_adverb(size_t at) const {
  if (verb_length(at) > 0) return at;  // "chỉ đạo"
  if ((is(at, "có") && is(at + 1, "thể")) || (is(at, "đồng") && is(at + 1, "thời"))) return at + 2;
  static constexpr std::array<std::string_view, 5> kWords = {"cũng", "sẽ", "còn", "vẫn", "chỉ"};
  for (const std::string_view word : kWords) {
    if (is(at, word)) return at + 1;
  }
  return at;
}

// "và các cơ quan, tổ chức, cá nhân có liên quan" behind a list of bodies.
size_t AgentReader::skip_others(size_t at, size_t end) const {
  if (!is(at, "và") && !is_mark(at, ',') && !is_mark(at, ';')) return at;
  for (size_t i = at + 1; i + 1 < std::min(end, at + kMaxOthers); ++i) {
    if (is(i, "liên") && is(i + 1, "quan")) return i + 2;
    if (words_[i].kind == Word::Kind::kWord && !organisation_at(i) && verb_length(i) > 0) return at;
  }
  return at;
}

// "có thẩm quyền tiếp nhận", but not "cấp có thẩm quyền bổ nhiệm" and the like.
bool AgentReader::holds_power(size_t at) const {
  if (!is(at, "có") || !is(at + 1, "thẩm") || verb_length(at + 3) == 0) return false;
  return !is(at - 1, "cấp") && !is(at - 1, "quan") && !is(at - 1, "người");
}

}  // namespace rasoat
