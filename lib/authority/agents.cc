// How the agent of a duty is told from a body that is only mentioned.
//
// A sentence is read list by list (mentions.h). What stands before a list governs it: a preposition
// or a verb that hands something to the body ("trình X", "của X") makes it a mention; "phối hợp
// với" a partner; "giao", "ủy quyền cho" one who is handed a task; "do" the agent of a passive.
// Where nothing governs it (the sentence or a main clause begins there) and a verb follows, it is
// the subject, and the duty is its own. Between subject and verb may stand a parenthesis or a
// modifier ("nơi cư trú của ...", "trong phạm vi nhiệm vụ, quyền hạn của mình").
//
// A comma is the hard case. "Căn cứ quy định của Chính phủ, Bộ Tài chính hướng dẫn" begins with an
// adverbial, so the part of the list behind the comma is the subject; "gửi Sở Nội vụ, Sở Tài chính
// thẩm định" does not, so both are recipients.
//
// "do X V" tells who acts ("Việc ... do X quyết định"), or only whose paper a thing is ("giấy phép
// do X cấp"). It counts where the sentence has no other subject and does not begin with a verb.
#include "authority/agents.h"

#include <algorithm>
#include <array>

namespace rasoat {
namespace {

constexpr size_t kMaxModifierWords = 60;
constexpr size_t kMaxCueWords = 6;
constexpr size_t kMaxParenthesis = 60;
constexpr size_t kOpeningWords = 4;
constexpr size_t kMaxGoverned = 15;
constexpr size_t kMaxAdverbs = 4;
constexpr size_t kMaxTimeWords = 10;
constexpr size_t kMaxOthers = 30;
constexpr size_t kMaxReach = 120;  // words that one list looks to either side

}  // namespace

AgentReader::AgentReader(const std::vector<Word>& words, std::string_view lower,
                         const AuthorityLexicon& lexicon, const Mentions& mentions)
    : words_(words), lower_(lower), lexicon_(lexicon), mentions_(mentions) {
  const auto id = [&](std::string_view word) {
    const int32_t found = lexicon.book(false).vocabulary().find(word);
    return found < 0 ? Ids().lead : found;
  };
  ids_ = {id("chủ"), id("phối"), id("do"), id("giao"), id("phân"), id("ủy"), id("chỉ"), id("chịu")};
}

bool AgentReader::is(size_t at, std::string_view word) const {
  return at < words_.size() && words_[at].kind != Word::Kind::kLineEnd &&
         words_[at].span.of(lower_) == word;
}

bool AgentReader::is_mark(size_t at, char mark) const {
  return at < words_.size() && words_[at].kind == Word::Kind::kMark && words_[at].mark == mark;
}

// Length of the longest cue of this class that begins at the word and ends before `end`; 0 for
// none.
size_t AgentReader::cue_length(size_t at, Cue cue, size_t end) const {
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

size_t AgentReader::verb_length(size_t at, AuthorityLexicon::VerbClass* verb) const {
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

size_t AgentReader::skip_parenthesis(size_t at, size_t end) const {
  if (!is_mark(at, '(')) return at;
  for (size_t i = at; i < std::min(end, at + kMaxParenthesis); ++i) {
    if (is_mark(i, ')')) return i + 1;
  }
  return at;
}

// What stands before a list in its sentence.
AgentReader::Governor AgentReader::governor(size_t list_first, size_t begin) const {
  Governor out;
  static constexpr std::array<std::string_view, 11> kQuantifiers = {
      "các", "những", "mỗi", "từng", "số", "một", "cả", "ông", "bà", "đồng", "chí"};
  size_t at = list_first;
  while (at > begin && std::any_of(kQuantifiers.begin(), kQuantifiers.end(),
                                   [&](std::string_view word) { return is(at - 1, word); })) {
    --at;
  }
  if (at == begin) {
    out.clause_start = true;
    return out;
  }
  const Word& before = words_[at - 1];
  if (at < list_first && words_[at].capital && !before.capital) {  // a lost line end: "... Các sở"
    out.clause_start = true;
    return out;
  }
  if (is_mark(at - 1, ':') && at > begin + 1 && is(at - 2, "gồm")) {
    out.found = true;
    out.cue = Cue::kMention;
    out.cue_begin = at - 2;
    return out;
  }
  if (before.kind == Word::Kind::kMark) {
    // A label ("- ", "(1) ") or a colon begins anew; so does a comma, but less surely.
    if (before.mark == ':' || before.mark == '+' || before.mark == '.' || before.mark == ';' ||
        (before.mark == '-' && at - 1 == begin) || before.mark == ')') {
      out.clause_start = at - 1 == begin || before.mark != ')';
      out.item = before.mark == ';' && at - 1 > begin;
      out.weak = before.mark == ')';
      if (out.weak) out.clause_start = true;
    } else if (before.mark == ',') {
      out.clause_start = out.weak = true;
    }
    return out;
  }
  const size_t from = at > begin + kMaxCueWords ? at - kMaxCueWords : begin;
  for (size_t start = from; start < at; ++start) {
    lexicon_.book(false).for_each(words_, start, [&](const PhraseBook::Match& match) {
      const AuthorityLexicon::Meaning meaning = lexicon_.meaning(match.meaning);
      if (out.found || match.length != at - start ||
          meaning.kind != AuthorityLexicon::Meaning::Kind::kCue) {
        return;
      }
      const Cue cue = static_cast<Cue>(meaning.index);
      if (cue > Cue::kSubject) return;
      out.found = true;
      out.cue = cue;
      out.cue_begin = start;
      if (cue == Cue::kSubject) out.clause_start = true;
    });
    if (out.found) return out;
  }
  if (is(at - 1, "và") || is(at - 1, "hoặc")) out.clause_start = out.weak = true;
  return out;
}

// What comes behind a list.
AgentReader::Follow AgentReader::follow(size_t at, size_t end) const {
  Follow out;
  at = skip_parenthesis(at, end);
  if (is(at, "đó") || is(at, "này")) ++at;
  at = skip_others(at, end);
  if (const size_t duty = duty_of_list(at, end)) {
    out.verb = out.duty = true;
    out.at = duty;
    return out;
  }
  const bool more = (is_mark(at, ',') || is(at, "và")) && people_at(at + 1);
  if (is_mark(at, ',')) ++at;
  if (at >= end) {
    out.nothing = true;
    return out;
  }
  out.at = at;
  if ((is(at, "là") || is(at, "do") || is(at, "được")) && verb_length(at) == 0) {
    // "Giám đốc Sở là người đứng đầu ..., chịu trách nhiệm ..."
    for (size_t i = at + 1; i + 1 < std::min(end, at + kMaxModifierWords); ++i) {
      if (!is_mark(i, ',') && !is(i, "và")) continue;
      const bool duty = (is(i + 1, "chịu") || is(i + 1, "có")) && is(i + 2, "trách");
      if (duty || (is(i + 1, "giúp") && !is(i + 2, "việc"))) {
        out.function = true;
        return out;
      }
    }
  }
  // "Cục trưởng Cục Thuế làm Phó trưởng ban": who sits in a council.
  if (is(at, "làm") && (is(at + 1, "trưởng") || is(at + 1, "phó") || is(at + 1, "thành") ||
                        is(at + 1, "ủy") || is(at + 1, "tổ") || is(at + 1, "chủ"))) {
    out.fact = true;
    return out;
  }
  at = skip_adverb(at);
  const bool consists = is(at, "gồm") || (is(at, "bao") && is(at + 1, "gồm")) || is(at, "có");
  const bool suffers = is(at, "phải") && (is(at + 1, "được") || is(at + 1, "bị"));
  const bool modifier = cue_length(at, Cue::kModifier, end) > 0;  // "có liên quan", "nơi có"
  if (suffers || (consists && !modifier && verb_length(at) == 0)) {
    // "X có quyết định bị kháng nghị phải báo cáo ..."
    const size_t duty = consists && is(at, "có") ? duty_behind(at + 1, end) : 0;
    out.verb = out.duty = duty > 0;
    out.fact = duty == 0;
    if (duty > 0) out.at = duty;
    return out;
  }
  if (is(at, "thì") || is(at, "chưa") || is(at, "do")) {
    out.fact = true;
    return out;
  }
  if (is(at, "là")) {
    out.function = is_organ_for(at + 1, end);
    out.fact = !out.function;
    return out;
  }
  AuthorityLexicon::VerbClass verb = AuthorityLexicon::VerbClass::kAct;
  // "cơ quan thi hành án có thẩm quyền, người có quyền lợi": no verbs.
  const bool competent = is(at, "có") && is(at + 1, "thẩm") && is_mark(at + 3, ',');
  const size_t length = competent ? 0 : verb_length(at, &verb);
  if (length > 0 && at + length >= end && is(at, "cấp")) {  // "Ủy ban nhân dân cấp", cut short
    out.nothing = true;
    return out;
  }
  if (length > 0) {
    out.verb = true;
    out.duty = verb == AuthorityLexicon::VerbClass::kDuty;
    out.at = at;
    return out;
  }
  const bool attribute = is(at, "được") || is(at, "đã") || is(at, "đang");
  if (attribute || is(at, "không") || is(at, "bị")) {
    // "X được chỉ định thi hành án phải tiếp nhận ...", "X đã ra quyết định có trách nhiệm ..."
    size_t duty = attribute ? duty_behind(at + 1, end) : 0;
    if (duty == 0 && (is(at, "đã") || is(at, "đang"))) {
      duty = second_verb(at + 1, end);
      out.second = duty > 0;
    }
    out.verb = duty > 0;
    out.duty = duty > 0 && !out.second;
    out.fact = duty == 0;
    if (duty > 0) out.at = duty;
    return out;
  }
  bool others = false;
  for (size_t i = at; i < std::min(end, at + kMaxModifierWords); ++i) {
    // What follows "do" is what others do, to the next comma.
    others = is(i, "do") || (others && !is_mark(i, ','));
    if (is(i, "thì") && body_at(i + 1)) break;
    if (is(i, "đã") || is(i, "có")) {  // "nơi đã xét xử", "người có quyền lợi, nghĩa vụ"
      const bool noun = is(i, "đã") || (is(i + 1, "quyền") && is(i + 2, "lợi")) || i == at;
      if (noun) {
        i += is(i, "đã") ? verb_length(i + 1) : 2;
        continue;
      }
    }
    if (!others && verb_length(i) > 0 && !is(i - 1, "được") && !is(i - 1, "của")) {
      out.later = true;
      out.modified = more || modifier;
      out.at = i;
      return out;
    }
  }
  // "Ủy ban nhân dân cấp huyện nơi có bến:"
  out.nothing = modifier && end < at + kMaxModifierWords;
  return out;
}

// Whether the words behind "là" say what a body is there for: "cơ quan cấp giấy phép", "đơn vị chủ
// trì", "cơ quan chuyên môn thuộc ..., thực hiện chức năng ...".
bool AgentReader::is_organ_for(size_t at, size_t end) const {
  const bool organ = (is(at, "cơ") && is(at + 1, "quan")) || (is(at, "đơn") && is(at + 1, "vị")) ||
                     (is(at, "tổ") && is(at + 1, "chức")) || (is(at, "đầu") && is(at + 1, "mối"));
  if (!organ && !is(at, "người")) return false;
  const size_t next = organ ? at + 2 : at + 1;
  AuthorityLexicon::VerbClass first;
  const size_t length = next < end ? verb_length(next, &first) : 0;
  if (length > 0 && !noun_at(next, length) &&
      (first != AuthorityLexicon::VerbClass::kWeak ||
       (organ && cue_length(next, Cue::kSettle, end) > 0))) {
    return true;
  }
  if (!organ) return false;
  for (size_t i = next; i + 1 < std::min(end, at + kMaxModifierWords); ++i) {
    if (is(i, "chức") && is(i + 1, "năng")) return true;
    AuthorityLexicon::VerbClass verb;
    if (is_mark(i, ',') && verb_length(i + 1, &verb) > 1 &&
        verb != AuthorityLexicon::VerbClass::kWeak) {
      return true;
    }
  }
  return false;
}

// Whether words for people or for bodies of no table begin there: "chủ đầu tư", "đơn vị quân đội".
bool AgentReader::people_at(size_t at) const {
  if (is(at, "các")) ++at;
  static constexpr std::array<std::string_view, 9> kNouns = {"cơ",    "đơn", "tổ", "chủ", "người",
                                                             "doanh", "cá",  "hộ", "công"};
  return cue_length(at, Cue::kOtherSubject, words_.size()) > 0 &&
         std::any_of(kNouns.begin(), kNouns.end(),
                     [&](std::string_view noun) { return is(at, noun); });
}

// Whether a predicate may stand between two lists.
bool AgentReader::verb_between(size_t begin, size_t end) const {
  for (size_t at = begin; at < end; ++at) {
    if (verb_length(at) > 0 && !organisation_at(at) && !is(at - 1, "được")) return true;
  }
  return false;
}

// Whether a list names one body twice: a new clause begins with the second.
bool AgentReader::repeats_body(const MentionList& list) const {
  if (list.count < 2) return false;
  const size_t last = list.first_mention + list.count - 1;
  return mentions_.all[last].keys == mentions_.all[last - 1].keys;
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

// "có thẩm quyền tiếp nhận", but not "cấp có thẩm quyền bổ nhiệm" and the like.
bool AgentReader::holds_power(size_t at) const {
  if (!is(at, "có") || !is(at + 1, "thẩm") || verb_length(at + 3) == 0) return false;
  return !is(at - 1, "cấp") && !is(at - 1, "quan") && !is(at - 1, "người");
}

// The verb that says outright that there is a duty, in the same clause; 0 where there is none.
size_t AgentReader::duty_behind(size_t at, size_t end) const {
  for (size_t i = at; i + 1 < std::min(end, at + kMaxGoverned); ++i) {
    if (words_[i].kind == Word::Kind::kMark || is(i, "thì") || is(i, "mà") || is(i, "do")) return 0;
    const bool must = is(i, "phải") && !is(i + 1, "được") && !is(i + 1, "bị");
    const bool charged = (is(i, "có") || is(i, "chịu")) && is(i + 1, "trách");
    const bool power = holds_power(i);
    if (must || charged || power) return i;
  }
  return 0;
}

// "đang thụ lý vụ việc tiến hành xác minh": the verb behind the one at `at` and its object; 0 where
// there is none.
size_t AgentReader::second_verb(size_t at, size_t end) const {
  const size_t first = verb_length(at);
  if (first == 0) return 0;
  for (size_t i = at + first + 1; i < std::min(end, at + kMaxGoverned); ++i) {
    if (words_[i].kind == Word::Kind::kMark || is(i, "thì") || is(i, "để") || is(i, "mà")) return 0;
    if (verb_length(i) > 1 && !is(i - 1, "việc") && !is(i - 1, "được")) return i;
  }
  return 0;
}

// Where a list of subjects goes on with people and bodies that no table knows ("..., chủ chương
// trình, chủ đầu tư chịu trách nhiệm ..."): the verb that says that they all have a duty; 0 where
// there is none. Every word up to it must belong to such a list.
size_t AgentReader::duty_of_list(size_t at, size_t end) const {
  if (!is_mark(at, ',') && !is(at, "và") && !is(at, "hoặc")) return 0;
  const size_t limit = std::min(end, at + kMaxOthers);
  for (size_t i = at + 1; i + 1 < limit; ++i) {
    const Word& word = words_[i];
    if (word.kind == Word::Kind::kMark && word.mark != ',' && word.mark != '-') return 0;
    const bool duty = (is(i, "có") || is(i, "chịu")) && is(i + 1, "trách") && is(i + 2, "nhiệm");
    // "có thẩm quyền tiếp nhận", not "cơ quan có thẩm quyền, ..."
    const bool power = i + 3 < limit && holds_power(i);
    if (duty || power) return i;
    static constexpr std::array<std::string_view, 9> kBreaks = {
        "thì", "nếu", "khi", "để", "phải", "được", "không", "trình", "gửi"};
    const bool noun = i > 0 && is(i - 1, "chương") && is(i, "trình");
    if (!noun && std::any_of(kBreaks.begin(), kBreaks.end(),
                             [&](std::string_view stop) { return is(i, stop); })) {
      return 0;
    }
  }
  return 0;
}

bool AgentReader::tells_apart(size_t at) const {
  return is(at, "khác") || cue_length(at, Cue::kModifier, words_.size()) > 0;
}

// "Báo cáo của ...", "Đề nghị, kiến nghị của ...": papers, not deeds.
bool AgentReader::noun_at(size_t at, size_t length) const {
  size_t next = at + length;
  if (is_mark(next, ',') && next + 1 < words_.size()) next += 1 + verb_length(next + 1);
  return is(next, "của");
}

// Whether the name of a body begins at the word, or at the next one.
bool AgentReader::body_at(size_t at) const {
  const auto body =
      std::lower_bound(mentions_.all.begin(), mentions_.all.end(), at,
                       [](const Mention& item, size_t word) { return item.first < word; });
  return body != mentions_.all.end() && body->first <= at + 1;
}

// "Căn cứ ý kiến tại cuộc họp, cơ quan soạn thảo chỉnh lý ...": the main clause is about others.
bool AgentReader::other_subject_follows(size_t begin, size_t end) const {
  // In "Trường hợp hộ gia đình, cá nhân ... thì ..." the main clause begins with "thì".
  if (is(begin, "trường") || is(begin, "nếu") || is(begin, "khi")) {
    for (size_t at = begin; at < std::min(end, begin + kMaxModifierWords); ++at) {
      if (is(at, "thì")) begin = at;
    }
  }
  for (size_t at = begin + 1; at < std::min(end, begin + kMaxModifierWords); ++at) {
    const bool clause = is_mark(at - 1, ',') || is(at - 1, "thì");
    if (!clause) continue;
    if (verb_length(at) > 0 || body_at(at)) return false;
    const size_t length = cue_length(at, Cue::kOtherSubject, end);
    if (length == 0) continue;
    // A subject has a verb before the next comma, but "người có thẩm quyền ... hoặc Trưởng Công an
    // ..." is not all of it.
    bool acts = false, joined = false;
    for (size_t i = at + length; i < std::min(end, at + kMaxOthers) && !is_mark(i, ','); ++i) {
      acts = acts || verb_length(i) > 0;
      joined = joined || (is(i, "hoặc") && body_at(i + 1));
    }
    if (acts) return !joined;
  }
  return false;
}

// "Hai tháng trước khi hết thời hạn ...", "Ít nhất 05 ngày trước ngày ..."
bool AgentReader::tells_time(size_t begin, size_t end) const {
  bool unit = false;
  for (size_t at = begin; at < std::min(end, begin + kMaxTimeWords); ++at) {
    if (unit && (is(at, "trước") || is(at, "sau") || is(at, "kể"))) return true;
    unit = unit || is(at, "ngày") || is(at, "tháng") || is(at, "giờ");
  }
  return false;
}

Opening AgentReader::opening(size_t begin, size_t end) const {
  while (begin < end && words_[begin].kind != Word::Kind::kWord) ++begin;
  if (begin + 2 < end && is(begin, "đồng") && is(begin + 1, "thời")) begin += 2;
  if (begin >= end) return Opening::kUnknown;
  if (cue_length(begin, Cue::kOpener, end) > 0 || tells_time(begin, end)) {
    return other_subject_follows(begin, end) ? Opening::kOther : Opening::kOpener;
  }
  if (cue_length(begin, Cue::kOtherSubject, end) > verb_length(begin)) return Opening::kOther;
  if (const size_t length = verb_length(begin)) {
    return noun_at(begin, length) ? Opening::kUnknown : Opening::kVerb;
  }
  return Opening::kUnknown;
}

// "quy chế phối hợp", "cơ quan chủ trì": the words are no verbs there.
bool AgentReader::is_noun_use(size_t at) const {
  if (at == 0) return false;
  static constexpr std::array<std::string_view, 12> kBefore = {
      "việc", "đồng", "sự", "tác", "ban", "gian", "tổ", "dung", "được", "vị", "quan", "phương"};
  if (std::any_of(kBefore.begin(), kBefore.end(),
                  [&](std::string_view word) { return is(at - 1, word); })) {
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

// lead for "chủ trì", coordinate for "phối hợp", unless another body was directed to do so before.
Role AgentReader::role_by_verbs(size_t begin, size_t end) const {
  Role role = Role::kOther;
  size_t others_until = begin;  // behind "do" stands what somebody else does: "do X chủ trì"
  for (size_t at = begin; at + 1 < end; ++at) {
    const int32_t word = id_at(at);
    if (word == ids_.by) others_until = at + kMaxCueWords;
    const bool lead = word == ids_.lead && at >= others_until && is(at + 1, "trì");
    const bool coordinate = word == ids_.coordinate && is(at + 1, "hợp");
    if ((!lead && !coordinate) || is_noun_use(at)) continue;
    if (lead) return Role::kLead;
    role = Role::kCoordinate;
  }
  return role;
}

// Where in a list that something governs a new clause begins; 0 for nowhere. "Căn cứ quy định của
// Chính phủ, Bộ Tài chính hướng dẫn": behind the first comma, if the sentence opens with an
// adverbial. "... theo đề nghị của Sở Nội vụ; Chủ tịch Ủy ban nhân dân quyết định": behind a
// semicolon.
size_t AgentReader::split_of(const MentionList& list, size_t begin, Opening opening) const {
  const bool adverbial = opening == Opening::kOpener && !subordinate_subject(begin, list.first);
  const bool object = list.first > begin && words_[list.first - 1].kind == Word::Kind::kWord &&
                      verb_length(list.first - 1) > 0;
  const bool directed =
      cue_length(list.first - std::min<size_t>(list.first, 2), Cue::kDirected, list.first) == 2;
  size_t comma = 0;
  for (size_t i = 1; i < list.count; ++i) {
    const Mention& mention = mentions_.all[list.first_mention + i];
    size_t end = mentions_.all[list.first_mention + i - 1].end;
    while (end < mention.first && words_[end].kind != Word::Kind::kMark) ++end;
    if (is_mark(end, '(')) {
      while (end < mention.first && !is_mark(end, ')')) ++end;
      ++end;
    }
    if (is_mark(end, ';') && !is(list.first - 1, "giữa") && !directed) return i;
    // Behind a verb ("bầu A, B, C") the list is its object to the last comma.
    if (adverbial && (comma == 0 || object) && !mention.paired && is_mark(end, ',')) comma = i;
  }
  return comma;
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

// The part that the words before a comma give to a list whose first items no table knows: "phối hợp
// với các cơ quan, tổ chức liên quan, Ủy ban nhân dân cấp huyện".
AgentReader::Part AgentReader::open_part(size_t begin, size_t list_first) const {
  const size_t from = std::max(begin, list_first - std::min(list_first, kMaxOthers));
  for (size_t at = list_first; at-- > from;) {
    size_t length = cue_length(at, Cue::kPartner, list_first);
    Part part = Part::kPartner;
    if (length == 0) {
      length = cue_length(at, Cue::kRecipient, list_first);
      part = Part::kRecipient;
    }
    if (length == 0) {
      length = cue_length(at, Cue::kDirected, list_first);
      part = Part::kDirected;
    }
    if (length == 0) {
      length = cue_length(at, Cue::kAsk, list_first);
      part = Part::kRecipient;
    }
    if (length == 0) {
      length = cue_length(at, Cue::kHand, list_first);
      part = Part::kHanded;
      if (length > 0 && no_handing(at) && !empowers(begin, at)) return Part::kNone;
      // "giao nhiệm vụ, X": a thing is handed over.
      if (length > 0 && !is(at + length - 1, "cho") && !people_at(at + length)) return Part::kNone;
    }
    if (length == 0) {
      if (verb_length(at) > 0 && !organisation_at(at) && !attribute_at(at)) return Part::kNone;
      continue;
    }
    if (is_mark(at + length, ',')) return Part::kNone;  // "gửi đơn đề nghị, X"
    return part != Part::kHanded && is_noun_use(at) ? Part::kNone : part;
  }
  return Part::kNone;
}

// "quản lý" in "đơn vị quản lý bến", "bồi dưỡng" in "cơ sở đào tạo, bồi dưỡng": what a body that no
// table knows is there for.
bool AgentReader::attribute_at(size_t at) const {
  static constexpr std::array<std::string_view, 6> kNouns = {"vị", "quan",  "chức",
                                                             "sở", "người", "chủ"};
  const auto owned = [&](size_t verb) {
    return verb > 0 && std::any_of(kNouns.begin(), kNouns.end(),
                                   [&](std::string_view noun) { return is(verb - 1, noun); });
  };
  if (owned(at) || (at > 1 && is(at - 1, "cầu") && is(at - 2, "nhu"))) return true;
  if (at < 4 || (!is_mark(at - 1, ',') && !is(at - 1, "và"))) return false;
  return verb_length(at - 3) == 2 && owned(at - 3);
}

// "được" before a handing over that its subject may do: "X được ủy quyền cho Y".
bool AgentReader::empowers(size_t begin, size_t cue) const {
  return cue == begin + 1 && is(begin, "được");
}

// "tổ chức" in "cơ quan, tổ chức": the noun.
bool AgentReader::organisation_at(size_t at) const {
  static constexpr std::array<std::string_view, 7> kBefore = {"các",   "và",  "hoặc", "đầu",
                                                              "thuộc", "của", "với"};
  return is(at, "tổ") && at > 0 &&
         (is_mark(at - 1, ',') ||
          std::any_of(kBefore.begin(), kBefore.end(),
                      [&](std::string_view word) { return is(at - 1, word); }));
}

// Whether the last words before a comma hang on a preposition or on another verb's object.
bool AgentReader::governed_before(size_t begin, size_t list_first) const {
  const size_t from = std::max(begin, list_first - std::min(list_first, kMaxGoverned));
  for (size_t at = from; at < list_first; ++at) {
    if (is(at, "được") || is(at, "có") || is(at, "không")) continue;
    if (is(at, "trên") && is(at - 1, "cấp")) continue;
    for (const Cue cue :
         {Cue::kMention, Cue::kRecipient, Cue::kDirected, Cue::kPassive, Cue::kPartner}) {
      if (cue_length(at, cue, list_first) > 0) return true;
    }
  }
  return false;
}

// "Trường hợp Bộ Chính trị, Ban Bí thư điều động ...": the list is still the subject of the
// subordinate clause that opens the sentence.
bool AgentReader::subordinate_subject(size_t begin, size_t list_first) const {
  while (begin < list_first && words_[begin].kind != Word::Kind::kWord) ++begin;
  const bool subordinate = is(begin, "trường") || is(begin, "nếu") || is(begin, "khi") ||
                           (is(begin, "trong") && is(begin + 1, "trường")) ||
                           ((is(begin, "sau") || is(begin, "trước")) && is(begin + 1, "khi"));
  if (!subordinate || list_first > begin + kMaxReach) return false;
  for (size_t at = begin; at < list_first; ++at) {
    // "Trường hợp người bị phạt chết, X thông báo ...": the clause is about somebody else.
    if (verb_length(at) > 0 || people_at(at) || is(at, "có") || is(at, "không") || is(at, "bị")) {
      return false;
    }
  }
  return true;
}

// "Giấy phép do X cấp còn hiệu lực": the sentence says something else of what X did.
bool AgentReader::predicate_follows(size_t verb, size_t end) const {
  static constexpr std::array<std::string_view, 4> kPredicates = {"còn", "được", "phải", "thì"};
  for (size_t at = verb + 1; at < std::min(end, verb + kMaxModifierWords); ++at) {
    if (is_mark(at, ',') || (is(at, "sau") && is(at + 1, "khi"))) return false;
    if (!is(at - 1, "và") && std::any_of(kPredicates.begin(), kPredicates.end(),
                                         [&](std::string_view word) { return is(at, word); })) {
      return true;
    }
    if (suffers_at(at) && !is(at - 1, "và")) return true;
    // "Giấy phép do X cấp là căn cứ để ...", but not "chậm nhất là"
    if (is(at, "là") && at < verb + kMaxCueWords && !is(at - 1, "nhất")) return true;
  }
  return false;
}

// "bị", but not that of "dự bị", "thiết bị".
bool AgentReader::suffers_at(size_t at) const {
  return is(at, "bị") && !is(at - 1, "dự") && !is(at - 1, "thiết") && !is(at - 1, "trang") &&
         !is(at - 1, "chuẩn");
}

// Whether "do X V" is what the sentence says, and not whose paper a thing is.
// `thing`: it is about what acts on nothing, whatever verbs stand in its name.
bool AgentReader::tells_who_acts(size_t begin, size_t cue, Opening opening, bool settles,
                                 bool thing) const {
  if ((opening == Opening::kVerb && !thing) || cue > begin + kMaxReach) return false;
  const bool about_doing =
      settles || thing || is(begin, "việc") || (is(begin, "kinh") && is(begin + 1, "phí"));
  for (size_t at = begin; at < cue; ++at) {
    if (thing && is(at, "theo") && is(at + 1, "quy") && is(at + 2, "định")) continue;
    if (thing && (is(at, "gồm") || is(at, "không") || suffers_at(at))) return false;
    if (is(at, "theo") || is(at, "là") || is(at, "được") || is(at, "phải") || is(at, "từ") ||
        is(at, "khác") || (settles && is(at, "tại"))) {
      return false;
    }
    AuthorityLexicon::VerbClass verb;
    if (!about_doing && verb_length(at, &verb) > 0 && verb != AuthorityLexicon::VerbClass::kWeak) {
      return false;
    }
  }
  return true;
}

// "Kinh phí ...", "Các phương án ...": what acts on nothing begins there.
bool AgentReader::thing_at(size_t at, size_t end) const {
  while (at < end && words_[at].kind == Word::Kind::kMark) ++at;
  if (is(at, "các") || is(at, "những") || is(at, "mỗi")) ++at;
  return cue_length(at, Cue::kThing, end) > 0;
}

// "Phương án ... được X phê duyệt trước ngày ...": a whole sentence on a thing, and not whose paper
// it is ("Phương án được X phê duyệt là căn cứ ...").
bool AgentReader::is_done_by(Sentence sentence, size_t cue, size_t verb) const {
  const size_t begin = sentence.begin;
  if (sentence.colon || !thing_at(begin, cue) || cue > begin + kMaxReach) return false;
  if (cue_length(verb, Cue::kSettle, sentence.end) == 0) return false;
  static constexpr std::array<std::string_view, 12> kStops = {
      "đã", "được", "phải", "là", "gồm", "không", "có", "khi", "sau", "trường", "chưa", "thì"};
  for (size_t at = begin; at < cue; ++at) {
    if (words_[at].kind == Word::Kind::kMark && at > begin) return false;
    if (std::any_of(kStops.begin(), kStops.end(),
                    [&](std::string_view word) { return is(at, word); })) {
      return false;
    }
  }
  for (size_t at = verb; at < sentence.end; ++at) {
    if (is(at, "mà") || is(at, "nhưng")) return false;
  }
  return !predicate_follows(verb, sentence.end);
}

// "Cơ quan có thẩm quyền cấp phép là X", "Người quyết định đóng bến là X": where the verb of the
// doer stands; 0 where the sentence says no such thing.
size_t AgentReader::verb_of_doer(size_t begin, size_t cue) const {
  if (!is(cue, "là") || cue > begin + kMaxReach) return 0;
  while (begin < cue && words_[begin].kind != Word::Kind::kWord) ++begin;
  bool noun = false;
  for (size_t at = begin; at < cue;) {
    const bool body = (is(at, "cơ") && is(at + 1, "quan")) || (is(at, "đơn") && is(at + 1, "vị")) ||
                      (is(at, "tổ") && is(at + 1, "chức"));
    if (body || is(at, "người") || is(at, "cấp")) {
      noun = true;
      at += body ? 2 : 1;
      continue;
    }
    if (is_mark(at, ',') || is(at, "các") || is(at, "hoặc") || is(at, "nhà") || is(at, "nước")) {
      ++at;
      continue;
    }
    AuthorityLexicon::VerbClass verb;
    if (!noun || verb_length(at, &verb) == 0 || verb == AuthorityLexicon::VerbClass::kWeak) {
      return 0;
    }
    for (size_t i = at; i < cue; ++i) {
      if (is(i, "thì") || (is(i, "được") && i > at)) return 0;
    }
    return at;
  }
  return 0;
}

// Of "Cơ quan chủ trì soạn thảo là X".
Role AgentReader::role_named(size_t verb) const {
  if (is(verb, "chủ") && is(verb + 1, "trì")) return Role::kLead;
  return is(verb, "phối") && is(verb + 1, "hợp") ? Role::kCoordinate : Role::kOther;
}

// Whether a sentence goes on between two lists of its subject: no verb but those of what others do.
bool AgentReader::predicate_between(size_t begin, size_t end) const {
  if (end > begin + kMaxReach) return true;
  bool others = false;
  for (size_t at = begin; at < end; ++at) {
    others = is(at, "do") || (others && (!is_mark(at, ',') || body_at(at + 1)));
    if (others || verb_length(at) == 0 || organisation_at(at) || attribute_at(at)) continue;
    if (words_[at].capital) continue;  // "Kế hoạch và Đầu tư"
    AuthorityLexicon::VerbClass verb;
    if (verb_length(at, &verb) > 0 && verb == AuthorityLexicon::VerbClass::kWeak) continue;
    if (!is(at - 1, "được") && !is(at - 1, "theo") && !is(at - 1, "không")) return true;
  }
  return false;
}

// Of "A; trưởng phòng nghiệp vụ B; C có quyền:" the place of "có quyền" and where the list of those
// who have it begins at the earliest: behind the last verb before.
AgentReader::Closing AgentReader::closing(Sentence sentence) const {
  Closing out;
  if (!sentence.colon) return out;
  size_t end = sentence.end;
  while (end > sentence.begin && (is(end - 1, "đây") || is(end - 1, "sau") || is(end - 1, "như"))) {
    --end;
  }
  const size_t from = end > sentence.begin + kMaxCueWords ? end - kMaxCueWords : sentence.begin;
  for (size_t at = from; at < end && out.duty == 0; ++at) {
    AuthorityLexicon::VerbClass verb;
    const size_t length = verb_length(at, &verb);
    if (length > 1 && verb == AuthorityLexicon::VerbClass::kDuty && at + length >= end) {
      out.duty = at;
    }
  }
  if (out.duty == 0) return out;
  out.from = sentence.begin;
  auto list = std::lower_bound(mentions_.lists.begin(), mentions_.lists.end(), sentence.begin,
                               [](const MentionList& item, size_t at) { return item.end <= at; });
  for (size_t at = sentence.begin; at < out.duty; ++at) {
    while (list != mentions_.lists.end() && list->end <= at) ++list;
    if (list != mentions_.lists.end() && list->first <= at) {
      at = list->end - 1;
      continue;
    }
    if (verb_length(at) > 0 && !words_[at].capital && !organisation_at(at) && !attribute_at(at)) {
      out.from = at + 1;
    }
  }
  return out;
}

// Whether a clause without a subject begins between: ", quy định tiêu chuẩn".
bool AgentReader::clause_verb_between(size_t begin, size_t end) const {
  if (end > begin + kMaxReach) return false;
  for (size_t at = begin + 1; at < end; ++at) {
    if (is_mark(at - 1, ',') && verb_at(at)) return true;
  }
  return false;
}

// Where "chịu trách nhiệm thi hành" begins; `end` for nowhere.
size_t AgentReader::execution(size_t begin, size_t end) const {
  for (size_t at = begin; at + 4 < end; ++at) {
    if (id_at(at) != ids_.bear || !is(at + 1, "trách") || !is(at + 2, "nhiệm")) continue;
    if (is(at + 3, "thi") && is(at + 4, "hành") && at + 5 < end && words_[at + 5].capital) {
      return at;
    }
  }
  return end;
}

// "Trường hợp ..., thì việc ... do X quyết định": where the clause that says who acts begins.
size_t AgentReader::main_clause(size_t begin, size_t cue) const {
  for (size_t at = cue; at > begin + 1 && at + kMaxReach > cue; --at) {
    if (is(at - 1, "thì") || (is_mark(at - 1, ',') && is(at, "việc"))) return at;
  }
  return begin;
}

// "Kế hoạch phải được X phê duyệt", but not in a condition ("Trường hợp kế hoạch phải được X phê
// duyệt thì ...").
bool AgentReader::must_be_done_by(size_t begin, size_t cue) const {
  if (cue < begin + 2 || !is(cue, "được") || !is(cue - 1, "phải")) return false;
  while (begin < cue && words_[begin].kind != Word::Kind::kWord) ++begin;
  return cue_length(begin, Cue::kOpener, cue) == 0 || comma_between(begin, cue);
}

// "Việc xét miễn, giảm thuộc thẩm quyền của X nơi ...": the sentence says whose power it is.
bool AgentReader::is_power_of(size_t begin, size_t cue, size_t list_end, size_t end) const {
  const bool power = cue > begin + 3 && is(cue, "của") && is(cue - 1, "quyền") &&
                     is(cue - 2, "thẩm") && is(cue - 3, "thuộc");
  if (!power || !is(begin, "việc")) return false;
  return list_end >= end || is_mark(list_end, '.') || is_mark(list_end, ';') ||
         (is(list_end, "nơi") && !predicate_follows(list_end, end));
}

bool AgentReader::semicolon_between(size_t begin, size_t end) const {
  for (size_t at = begin; at < end; ++at) {
    if (is_mark(at, ';')) return true;
  }
  return false;
}

// Whether an adverbial that begins at `begin` is over before `end`.
bool AgentReader::comma_between(size_t begin, size_t end) const {
  for (size_t at = begin; at < end; ++at) {
    if (is_mark(at, ',') || is(at, "thì")) return true;
  }
  return false;
}

// "Tranh chấp giữa ... do X giải quyết.": a sentence that ends with how a matter is settled.
bool AgentReader::settles(size_t verb, size_t end) const {
  static constexpr std::array<std::array<std::string_view, 2>, 8> kVerbs = {{{"giải", "quyết"},
                                                                             {"quyết", "định"},
                                                                             {"xem", "xét"},
                                                                             {"xác", "định"},
                                                                             {"quy", "định"},
                                                                             {"thực", "hiện"},
                                                                             {"quản", "lý"},
                                                                             {"bổ", "nhiệm"}}};
  const bool ends = std::any_of(kVerbs.begin(), kVerbs.end(), [&](const auto& words) {
    return is(verb, words[0]) && is(verb + 1, words[1]);
  });
  return ends && (verb + 2 >= end || words_[verb + 2].kind == Word::Kind::kMark);
}

// "Nhiệm vụ của X quy định tại khoản 2 Điều 5 Luật Y do Z thực hiện.": the sentence is about a task
// and ends with who does it, as the decrees of June 2025 on the two levels of government write.
bool AgentReader::task_is_done(size_t begin, size_t verb, size_t end) const {
  if (is(begin, "các") || is(begin, "những")) ++begin;
  const bool task = (is(begin, "nhiệm") && is(begin + 1, "vụ")) ||
                    (is(begin, "thẩm") && is(begin + 1, "quyền")) ||
                    (is(begin, "trách") && is(begin + 1, "nhiệm")) ||
                    (is(begin, "quyền") && is(begin + 1, "hạn"));
  if (!task || !is(verb, "thực") || !is(verb + 1, "hiện")) return false;
  return verb + 2 >= end || words_[verb + 2].kind == Word::Kind::kMark;
}

bool AgentReader::names_doer(Sentence sentence) const {
  size_t end = sentence.end;
  while (end > sentence.begin && words_[end - 1].kind != Word::Kind::kWord) --end;
  if (end < sentence.begin + 4) return false;
  const size_t verb = end - 2;
  if (!task_is_done(sentence.begin, verb, end)) return false;
  for (size_t at = sentence.begin; at < verb; ++at) {
    if (is(at, "do")) return true;
  }
  return false;
}

// Whether a clause may begin at the word: behind a mark or a conjunction.
bool AgentReader::begins_clause(size_t at) const {
  static constexpr std::array<std::string_view, 6> kBefore = {"và",   "hoặc", "thì",
                                                              "định", "thể",  "quyền"};
  // "để phân cấp cho X thực hiện", but not "thu hồi đất để giao X quản lý"
  if (at > 0 && is(at - 1, "để")) return !is(at, "giao");
  return at == 0 || words_[at - 1].kind != Word::Kind::kWord ||
         std::any_of(kBefore.begin(), kBefore.end(),
                     [&](std::string_view word) { return is(at - 1, word); });
}

// "được phân cấp", "theo ủy quyền", "các thẩm quyền phân cấp cho": no handing over at this place.
bool AgentReader::no_handing(size_t at) const {
  static constexpr std::array<std::string_view, 11> kBefore = {
      "thừa", "được", "theo", "sự", "bàn", "chuyển", "quyền", "việc", "dung", "vụ", "đã"};
  // "Người có thẩm quyền giao X tổ chức ..."
  if (at > 3 && is(at - 1, "quyền") && is(at - 2, "thẩm") && is(at - 3, "có") && is(at, "giao")) {
    return false;
  }
  // "X được quyền phân cấp cho Y"
  if (at > 1 && is(at - 1, "quyền") && (is(at - 2, "được") || is(at - 2, "có"))) return false;
  return at > 0 && std::any_of(kBefore.begin(), kBefore.end(),
                               [&](std::string_view word) { return is(at - 1, word); });
}

// "chỉ đạo các đơn vị trực thuộc phối hợp với ...": the directed one coordinates.
bool AgentReader::directs_role(size_t at, size_t end) const {
  if (id_at(at) != ids_.direct || !is(at + 1, "đạo") || is_mark(at + 2, ',') || is(at + 2, "và"))
    return false;
  for (size_t i = at + 2; i < std::min(end, at + kMaxGoverned); ++i) {
    if (words_[i].kind == Word::Kind::kMark) return false;
    if ((is(i, "phối") && is(i + 1, "hợp")) || (is(i, "chủ") && is(i + 1, "trì"))) return true;
  }
  return false;
}

// Whether the words hand a power over: "ủy quyền cho", "phân cấp cho"; not "được phân cấp", "theo
// ủy quyền của".
bool AgentReader::hands(size_t begin, size_t end) const {
  for (size_t at = begin; at < end; ++at) {
    const int32_t word = id_at(at);
    const bool verb = (word == ids_.entrust && is(at + 1, "quyền")) ||
                      (word == ids_.share && (is(at + 1, "cấp") || is(at + 1, "quyền")));
    const bool task = word == ids_.give && (is(at + 1, "cho") || is(at + 1, "nhiệm") ||
                                            is(at + 1, "trách") || is(at + 1, "thẩm"));
    if (!verb && !task) continue;
    if (at > 0 && !empowers(begin, at) &&
        (is(at - 1, "được") || is(at - 1, "theo") || is(at - 1, "sự") || is(at - 1, "bàn") ||
         is(at - 1, "chuyển") || is(at - 1, "quyền") || is(at - 1, "việc") || is(at - 1, "dung"))) {
      continue;
    }
    if (task) return true;
    for (size_t i = at + 2; i < std::min(end, at + kMaxModifierWords); ++i) {
      if (is(i, "cho")) return true;
      if (words_[i].kind == Word::Kind::kLineEnd) break;
    }
  }
  return false;
}

// Whether a lead-in sets a duty besides the list: a verb, and then "và có nhiệm vụ ...", "và thực
// hiện các nhiệm vụ sau".
bool AgentReader::own_duty(size_t from, size_t end) const {
  for (size_t at = from; at + 2 < end; ++at) {
    if (!is(at, "và")) continue;
    const bool list = (is(at + 1, "có") && (is(at + 2, "nhiệm") || is(at + 2, "trách"))) ||
                      (is(at + 1, "thực") && is(at + 2, "hiện") &&
                       (is(at + 3, "các") || is(at + 3, "những") || is(at + 3, "nhiệm")));
    if (!list) continue;
    for (size_t i = from; i < at; ++i) {
      AuthorityLexicon::VerbClass verb;
      if (verb_length(i, &verb) > 0 && verb != AuthorityLexicon::VerbClass::kDuty) return true;
    }
  }
  return false;
}

bool AgentReader::asks_at(size_t at) const {
  return at < words_.size() && words_[at].capital && cue_length(at, Cue::kAsk, words_.size()) > 0 &&
         (at == 0 || words_[at - 1].kind == Word::Kind::kLineEnd);
}

bool AgentReader::opener_at(size_t at) const {
  return at < words_.size() && cue_length(at, Cue::kOpener, words_.size()) > 0;
}

std::optional<AgentReader::Label> AgentReader::label_at(Sentence sentence) const {
  size_t at = sentence.begin;
  while (at < sentence.end && words_[at].kind == Word::Kind::kMark) ++at;
  for (const Cue cue : {Cue::kLabelLead, Cue::kLabelCoordinate, Cue::kLabelOther, Cue::kLabelTime,
                        Cue::kLabelProduct}) {
    const size_t length = cue_length(at, cue, sentence.end);
    if (length > 0 && is_mark(at + length, ':')) return Label{cue, at + length + 1};
  }
  return {};
}

std::vector<Agent> AgentReader::all_agents(size_t begin, size_t end) const {
  std::vector<Agent> out;
  const auto first =
      std::lower_bound(mentions_.lists.begin(), mentions_.lists.end(), begin,
                       [](const MentionList& list, size_t at) { return list.first < at; });
  for (auto list = first; list != mentions_.lists.end() && list->first < end; ++list) {
    if (governor(list->first, begin).found) continue;  // "các đơn vị thuộc Bộ X"
    add(out, *list, 0, list->count, Role::kOther);
  }
  return out;
}

void AgentReader::add(std::vector<Agent>& out, const MentionList& list, size_t from, size_t to,
                      Role role) const {
  for (size_t i = from; i < to; ++i) out.push_back({list.first_mention + i, role});
}

SentenceReading AgentReader::read(Sentence sentence, bool inherits, bool listed) const {
  SentenceReading out;
  out.opening = opening(sentence.begin, sentence.end);
  const auto first =
      std::lower_bound(mentions_.lists.begin(), mentions_.lists.end(), sentence.begin,
                       [](const MentionList& list, size_t at) { return list.first < at; });
  bool subject = false, directed = false;
  size_t subject_end = sentence.begin;
  size_t verb_of_subject = words_.size();
  size_t role_end = sentence.end;  // verbs behind a directed body are that body's
  size_t passives = 0;             // agents named by "do X V"
  std::vector<size_t> subjects;    // indices into out.agents, ascending
  Part last_part = Part::kNone;    // of the list before
  bool enumerating = false;        // since "gồm"
  bool composed = false;           // and what follows are but parts of a whole
  bool describes = false;          // the last subject: "X là cơ quan ..."
  const Closing closing = this->closing(sentence);
  size_t executed_at = 0;                 // of "chịu trách nhiệm thi hành", once looked for
  const auto executed = [&](size_t at) {  // whether the words before `at` name who executes
    if (executed_at == 0) executed_at = execution(sentence.begin, sentence.end) + 1;
    return executed_at <= sentence.end && at < executed_at;
  };
  const auto role_behind = [&](size_t at) {
    return role_by_verbs(at, std::min(sentence.end, at + kMaxReach));
  };
  for (auto list = first; list != mentions_.lists.end() && list->first < sentence.end; ++list) {
    const Governor governor = this->governor(list->first, sentence.begin);
    const Follow follow = this->follow(list->end, sentence.end);
    const size_t count = list->count;
    size_t from = 0;  // first mention of the list that has the part
    Role doer_role = Role::kOther;
    // Its verb comes before the next semicolon.
    const bool acts_itself = follow.verb || (follow.later && follow.modified &&
                                             !semicolon_between(list->end, follow.at));
    Part part = Part::kNone;
    if (governor.found && governor.cue != Cue::kSubject) {
      switch (governor.cue) {
        case Cue::kRecipient:
          part = Part::kRecipient;
          break;
        case Cue::kDirected:
          part = Part::kDirected;
          break;
        case Cue::kPartner:
          part = Part::kPartner;
          break;
        case Cue::kHand: {
          const size_t cue = governor.cue_begin;
          const bool near_subject = subject && cue - subject_end <= kMaxAdverbs;
          const bool to = is(list->first - 1, "cho") || is(list->first - 2, "cho");
          const bool empowered =
              cue > 0 && is(cue - 1, "được") && to &&
              (empowers(subject ? subject_end : sentence.begin, cue) ||
               (!subject && !listed && is(cue, "giao") && thing_at(sentence.begin, cue)));
          part = cue > sentence.begin && !empowered &&
                         (no_handing(cue) || !(near_subject || begins_clause(cue)))
                     ? Part::kNone
                     : Part::kHanded;
          break;
        }
        case Cue::kAsk: {
          const bool starts = governor.cue_begin == sentence.begin ||
                              is_mark(governor.cue_begin - 1, ',') ||
                              is_mark(governor.cue_begin - 1, '-');
          part = starts && !subject && !inherits ? Part::kHanded : Part::kRecipient;
          break;
        }
        case Cue::kPassive: {
          const size_t main = main_clause(sentence.begin, governor.cue_begin);
          const bool doing = is(main, "việc");
          const Opening how = main == sentence.begin ? out.opening : Opening::kUnknown;
          // "Đối với vốn do X quản lý:" has no main clause yet.
          const bool ends = follow.at + 2 >= sentence.end && !sentence.colon;
          const bool settled = settles(follow.at, sentence.end);
          const bool thing = !listed && thing_at(main, governor.cue_begin) &&
                             cue_length(follow.at, Cue::kSettle, sentence.end) > 0;
          // "do X nơi có đất thực hiện"
          const bool later = follow.later && follow.modified && is(list->end, "nơi");
          const bool stated = how != Opening::kOpener || (ends && settled) ||
                              comma_between(main, governor.cue_begin);
          // "Phó Chánh án do X bổ nhiệm" under a heading that is Phó Chánh án.
          const bool about_body = list != first && (list - 1)->end == governor.cue_begin &&
                                  (list - 1)->first <= sentence.begin + 1;
          if (stated && (!subject || main > subject_end) && (follow.verb || later) &&
              (!inherits || doing || thing || about_body) &&
              tells_who_acts(main, governor.cue_begin, how, settled, thing) &&
              !predicate_follows(follow.at, sentence.end)) {
            part = Part::kPassive;
          } else if (task_is_done(sentence.begin, list->end, sentence.end)) {
            part = Part::kPassive;
          }
          break;
        }
        default:
          if (is(governor.cue_begin, "gồm") && last_part == Part::kNone) composed = true;
          if (is(governor.cue_begin, "gồm") && list != first) {
            // "phối hợp với các sở, gồm: Sở Y tế, ..."
            enumerating = true;
            const bool acts = last_part == Part::kSubject || last_part == Part::kHanded;
            const bool has_duty = list->first >= closing.from && list->first < closing.duty;
            part = acts && !has_duty ? Part::kNone : last_part;
            break;
          }
          if ((follow.verb && must_be_done_by(sentence.begin, governor.cue_begin)) ||
              // "... do X quyết định và được Y phê chuẩn"
              (follow.verb && passives > 0 && is(governor.cue_begin, "được") &&
               is(governor.cue_begin - 1, "và")) ||
              is_power_of(sentence.begin, governor.cue_begin, list->end, sentence.end)) {
            part = Part::kPassive;
            break;
          }
          if (follow.verb && is(governor.cue_begin, "được") &&
              ((is(governor.cue_begin - 1, "thì") && !predicate_follows(follow.at, sentence.end)) ||
               (!subject && !listed && is_done_by(sentence, governor.cue_begin, follow.at)))) {
            part = Part::kPassive;
            break;
          }
          if (const size_t verb = verb_of_doer(sentence.begin, governor.cue_begin)) {
            part = Part::kPassive;
            doer_role = role_named(verb);
            break;
          }
          if (is(list->first - 1, "cho") &&
              hands(std::max(sentence.begin, list->first - std::min(list->first, kMaxReach)),
                    list->first)) {
            part = Part::kHanded;
          }
          break;
      }
    } else if (governor.clause_start && list->first >= closing.from && list->first < closing.duty) {
      part = Part::kSubject;
    } else if (enumerating && governor.clause_start && governor.weak &&
               !predicate_between((list - 1)->end, list->first)) {
      part = last_part;
    } else if (governor.item && list != first &&
               (composed || !predicate_between((list - 1)->end, list->first)) &&
               (last_part != Part::kNone || composed || !acts_itself)) {
      part = last_part;  // one more of a list that unknown names break
    } else if (governor.item) {
      part = open_part(sentence.begin, list->first);
      if (part == Part::kNone && acts_itself && !follow.fact) part = Part::kSubject;
    } else if (governor.clause_start) {
      if (!governor.weak) {
        const bool acts = follow.verb || follow.later || follow.function;
        // "Tòa án đã thụ lý vụ án ..." of a list of conditions is no duty.
        if (acts && !follow.fact && (!follow.second || governor.found)) {
          part = Part::kSubject;
        } else if (follow.nothing && !subject && list->first <= sentence.begin + 3 &&
                   !governor.found) {
          out.title = true;
          part = Part::kSubject;
        }
      } else {
        // After a comma: a new clause, or one more item of a list whose other items no table knows.
        // "Căn cứ ..., quy định tiêu chuẩn của A và B, bảo đảm ...": one more object of a body
        // above.
        const bool object = inherits && !subject && !is_mark(list->first - 1, ',') &&
                            clause_verb_between(sentence.begin, list->first);
        const bool adverbial = out.opening == Opening::kOpener && !object &&
                               !subordinate_subject(sentence.begin, list->first);
        Part open = open_part(sentence.begin, list->first);
        if (adverbial && !subject && open != Part::kHanded) open = Part::kNone;
        if (open != Part::kNone) {
          part = open;
        } else if (follow.fact || (follow.second && !adverbial)) {
          part = Part::kNone;
        } else if (subject || adverbial) {
          const bool goes_on = !subject || !verb_between(subject_end, list->first);
          if (((follow.verb || follow.function) && (goes_on || !follow.second)) ||
              (adverbial && follow.modified && goes_on)) {
            part = Part::kSubject;
          }
        } else if (follow.verb &&
                   (!governed_before(sentence.begin, list->first) ||
                    (follow.duty && !is(follow.at, "được") && !is(follow.at + 1, "thẩm")))) {
          part = Part::kSubject;
        }
      }
    }
    const bool agent_of_passive =
        governor.found && (governor.cue == Cue::kPassive || is(governor.cue_begin, "được"));
    const bool unit_of_list =
        count > 1 && governor.found && is(governor.cue_begin, "thuộc") && executed(list->end);
    const bool goes_on = follow.verb || unit_of_list ||
                         (follow.modified && follow.later && out.opening == Opening::kOpener &&
                          part != Part::kRecipient);
    if (part != Part::kSubject && part != Part::kHanded && goes_on && count > 1 &&
        !agent_of_passive) {
      // Of an execution clause ("... và X, Y chịu trách nhiệm thi hành") every name after a comma.
      const bool execution = unit_of_list || (subject && follow.duty && governor.found &&
                                              governor.cue == Cue::kMention &&
                                              (is(follow.at, "chịu") || is(follow.at, "có")));
      // "thì X thực hiện nhiệm vụ của Y, Z thực hiện ...": clauses of one verb side by side.
      const bool parallel = subject && follow.verb && verb_of_subject < follow.at &&
                            id_at(verb_of_subject) >= 0 &&
                            id_at(verb_of_subject) == id_at(follow.at) &&
                            id_at(verb_of_subject + 1) == id_at(follow.at + 1);
      // "... trình X, X có trách nhiệm xem xét"
      const bool again = follow.duty && repeats_body(*list);
      // "A, người đứng đầu tổ chức do B lập mà không phải đơn vị sự nghiệp, C quyết định ..."
      // "Thủ trưởng đơn vị thuộc A, B quyết định ..."
      const bool inside = !governor.found || is(governor.cue_begin, "thuộc");
      const bool unfinished =
          follow.verb && inside &&
          (subject || leader_at(sentence.begin) || people_at(sentence.begin)) &&
          !predicate_between(subject ? subject_end : sentence.begin, list->first);
      const Opening open = execution || parallel || again || unfinished ? Opening::kOpener
                           : subject                                    ? Opening::kUnknown
                                                                        : out.opening;
      if (const size_t split = split_of(*list, sentence.begin, open)) {
        from = split;
        part = Part::kSubject;
      }
    }
    if (part == Part::kNone && governor.clause_start && governor.weak && !follow.fact &&
        executed(list->end)) {
      part = Part::kSubject;
    }
    last_part = part;
    switch (part) {
      case Part::kSubject:
        add(out.agents, *list, from, count, Role::kOther);
        subject = true;
        out.duty = out.duty || follow.duty || closing.duty > 0;
        describes = follow.function;
        subject_end = list->end;
        verb_of_subject = follow.verb ? follow.at : words_.size();
        directed = false;
        role_end = sentence.end;
        for (size_t i = out.agents.size() - (count - from); i < out.agents.size(); ++i) {
          subjects.push_back(i);
        }
        break;
      case Part::kPartner:
        // "Phối hợp với X" in a list of what people do: nobody of the state acts.
        if (!subject && !inherits && out.opening == Opening::kVerb && out.agents.empty() &&
            role_by_verbs(sentence.begin, list->first) != Role::kLead) {
          break;
        }
        add(out.partners, *list, 0, count, Role::kCoordinate);
        break;
      case Part::kHanded: {
        if (out.opening == Opening::kVerb && !subject && out.agents.empty()) {
          out.hands_on = !governor.found || (governor.cue == Cue::kHand &&
                                             governor.cue_begin < sentence.begin + kOpeningWords);
        }
        add(out.agents, *list, 0, count, role_behind(list->end));
        role_end = std::min(role_end, governor.found ? governor.cue_begin : list->first);
        break;
      }
      case Part::kPassive:
        passives += count;
        add(out.agents, *list, 0, count,
            doer_role == Role::kOther ? role_behind(list->end) : doer_role);
        break;
      case Part::kDirected:
        if (!directed) role_end = std::min(role_end, list->first);
        directed = true;
        out.directs = subject && follow.nothing;
        break;
      default:
        break;
    }
  }
  out.passive = passives > 0 && passives == out.agents.size();
  out.describes = describes;
  const size_t verbs_from = subject ? subject_end : sentence.begin;
  // What follows "giao cho ..." is the receiver's: "giao cho một bộ chủ trì soạn thảo".
  for (size_t at = verbs_from; at < role_end; ++at) {
    const bool giving = (id_at(at) == ids_.give && !is(at + 1, "đất")) ||
                        (id_at(at) == ids_.share && is(at + 1, "công"));
    if (giving && !no_handing(at) && !is(at + 1, "thông")) role_end = at;
    if (directs_role(at, role_end)) role_end = at;
  }
  const Role role = role_by_verbs(verbs_from, role_end);
  const bool handing = hands(verbs_from, sentence.end);
  for (const size_t i : subjects) {
    out.agents[i].role = role != Role::kOther ? role : handing ? Role::kDelegate : Role::kOther;
  }
  out.inherited_role = role;
  if (sentence.colon) out.own_duty = own_duty(verbs_from, sentence.end);
  // Handed by a subject without "cho": "UBND tỉnh giao Sở Tư pháp chủ trì".
  size_t next = 0;
  for (size_t i = 0; i < out.agents.size(); ++i) {
    if (next < subjects.size() && subjects[next] == i) {
      ++next;
      continue;
    }
    const size_t at = mentions_.all[out.agents[i].mention].first;
    if (next == 0 || is(at - 1, "do")) continue;
    for (const size_t giver : subjects) {
      if (out.agents[giver].role != Role::kLead) out.agents[giver].role = Role::kDelegate;
    }
    break;
  }
  return out;
}

// "Vị trí và chức năng", "Nhiệm vụ, quyền hạn": nothing but such nouns.
bool AgentReader::names_tasks_only(size_t begin, size_t end) const {
  static constexpr std::array<std::string_view, 11> kWords = {
      "vị", "trí", "chức", "năng", "nhiệm", "vụ", "quyền", "hạn", "và", "trách", "cụ"};
  for (size_t at = begin; at < end; ++at) {
    if (words_[at].kind == Word::Kind::kMark) continue;
    if (std::none_of(kWords.begin(), kWords.end(),
                     [&](std::string_view word) { return is(at, word); })) {
      return false;
    }
  }
  return true;
}

SentenceReading AgentReader::read_heading(size_t begin, size_t end, bool sentence) const {
  SentenceReading out;
  while (begin < end && words_[begin].kind == Word::Kind::kMark) ++begin;
  bool task = false;
  for (size_t at = begin; at < std::min(end, begin + (sentence ? 1 : kOpeningWords)); ++at) {
    // "Tổ chức thực hiện kế hoạch của X" is a sentence.
    const size_t noun = cue_length(at, Cue::kTaskNoun, end);
    if (noun > (sentence ? verb_length(at) : 0)) task = true;
    if (cue_length(at, Cue::kScope, end) > 0) out.scope = true;
  }
  bool any = false;
  const auto first =
      std::lower_bound(mentions_.lists.begin(), mentions_.lists.end(), begin,
                       [](const MentionList& list, size_t at) { return list.first < at; });
  for (auto list = first; list != mentions_.lists.end() && list->first < end; ++list) {
    any = true;
    const bool quantified = list->first > begin && is(list->first - 1, "các");
    const size_t at = quantified ? list->first - 1 : list->first;
    if (at == begin) {
      size_t after = skip_parenthesis(list->end, end);
      while (after < end && words_[after].kind == Word::Kind::kMark) ++after;
      if (after >= end) {
        out.title = true;
        add(out.agents, *list, 0, list->count, Role::kOther);
        return out;
      }
      out.topic = true;
      add(out.agents, *list, 0, list->count, Role::kOther);
      continue;
    }
    const bool owner = is(at - 1, "của") || (is(at - 1, "cho") && hands(begin, at));
    if (!task || !owner || out.topic) continue;
    // Of "phân cấp thẩm quyền của UBND tỉnh cho Sở X" the last one is meant.
    if (is(at - 1, "cho")) out.agents.clear();
    if (!out.owned || is(at - 1, "cho")) {
      add(out.agents, *list, 0, list->count, Role::kOther);
      out.owned = true;
    }
  }
  out.bare_duty = task && !any && names_tasks_only(begin, end);
  out.position = out.bare_duty && is(begin, "vị") && is(begin + 1, "trí");
  return out;
}

// "; thủ trưởng các cơ quan, đơn vị liên quan": nothing but people between two marks.
bool AgentReader::only_people(size_t begin, size_t end) const {
  if (!is_mark(begin, ';') || end > begin + kMaxOthers) return false;
  if (cue_length(begin + 1, Cue::kOtherSubject, end) == 0 || !is(end - 1, "quan")) return false;
  for (size_t at = begin + 1; at < end; ++at) {
    if (words_[at].kind == Word::Kind::kLineEnd) return false;
    if (verb_length(at) > 0 && !organisation_at(at)) return false;
  }
  return true;
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

// "; chủ tàu;", "; Ủy ban nhân dân cấp huyện nơi có bến;": whether the words from `at` to the next
// semicolon outside a list are but a name. `list` is the first list that does not end before `at`.
bool AgentReader::item_at(size_t at, size_t end, Lists list) const {
  while (list != mentions_.lists.end() && list->end <= at) ++list;
  if (is(at, "và")) ++at;
  if (is(at, "các") || is(at, "những")) ++at;
  const bool body = list != mentions_.lists.end() && list->first == at;
  if (!body && cue_length(at, Cue::kOtherSubject, end) == 0 && !leader_at(at)) return false;
  const size_t limit = at + kMaxOthers;
  for (size_t i = body ? list->end : at; i < end; ++i) {
    while (list != mentions_.lists.end() && list->end <= i) ++list;
    if (list != mentions_.lists.end() && list->first <= i) {
      i = list->end - 1;
      continue;
    }
    if (words_[i].kind == Word::Kind::kLineEnd || is_mark(i, ';')) return true;
    if (i >= limit || is_mark(i, '.') || (is_mark(i, ':') && !is(i - 1, "gồm"))) return false;
    if (verb_length(i) > 0 && !organisation_at(i) && !attribute_at(i)) return false;
  }
  return end > at;
}

bool AgentReader::lists_holders(Sentence sentence) const {
  const bool people = is(sentence.begin, "những") || people_at(sentence.begin);
  if (!sentence.colon || !people) return false;
  bool power = false, below = false;
  for (size_t at = sentence.begin; at + 1 < sentence.end; ++at) {
    power = power || (is(at, "có") && (is(at + 1, "quyền") || is(at + 1, "thẩm") ||
                                       is(at + 1, "trách") || is(at + 1, "nhiệm")));
    below = below || ((is(at, "sau") || is(at, "dưới")) && is(at + 1, "đây"));
  }
  return power && below;
}

bool AgentReader::lists_things(Sentence sentence) const {
  const size_t end = sentence.end;
  return sentence.colon && end > sentence.begin + 1 &&
         (is(end - 1, "gồm") || (is(end - 2, "gồm") && is(end - 1, "có")));
}

std::vector<Sentence> AgentReader::sentences(size_t begin, size_t end) const {
  std::vector<Sentence> out;
  size_t start = begin;
  bool after_item = false;  // since the last semicolon there is but a name
  auto list = std::lower_bound(mentions_.lists.begin(), mentions_.lists.end(), begin,
                               [](const MentionList& item, size_t at) { return item.end <= at; });
  const auto cut = [&](size_t at, bool colon) {
    if (at > start) out.push_back({start, at, colon});
    start = at + 1;
    after_item = false;
  };
  for (size_t at = begin; at < end; ++at) {
    while (list != mentions_.lists.end() && list->end <= at) ++list;
    const bool inside = list != mentions_.lists.end() && list->first <= at;
    const Word& word = words_[at];
    if (word.kind == Word::Kind::kLineEnd) {
      const bool colon = at > start && is_mark(at - 1, ':');
      cut(colon ? at - 1 : at, colon);
      start = at + 1;
    } else if (word.kind == Word::Kind::kMark && word.mark == ';' && !inside) {
      // "Căn cứ A; văn bản B, Ủy ban nhân dân ...": the adverbial is not over yet.
      const bool open = is(start, "căn") && is(start + 1, "cứ") &&
                        (list == mentions_.lists.begin() || (list - 1)->first < start ||
                         !is_mark((list - 1)->first - 1, ','));
      // "Chánh Văn phòng, Giám đốc Sở Y tế; các tổ chức có liên quan chịu trách nhiệm": names
      // alone.
      const bool names = list != mentions_.lists.begin() && (list - 1)->first <= start + 1 &&
                         ((list - 1)->end == at || only_people((list - 1)->end, at));
      const bool item = item_at(at + 1, end, list);
      if (!open && !names && !after_item && !item) cut(at, false);
      after_item = item;
    } else if (word.kind == Word::Kind::kMark && word.mark == ':' && at + 1 < end && !inside) {
      // "Nội dung: Ủy ban nhân dân ...", but a label ("Cơ quan chủ trì: X") stays whole.
      // And so does a list of bodies ("phối hợp với các sở, gồm: Sở Y tế, ...").
      const bool list_of_bodies =
          is(at - 1, "gồm") && list != mentions_.lists.end() && list->first <= at + 2;
      if (words_[at + 1].capital && !list_of_bodies && !label_at({start, at + 1, false})) {
        cut(at, true);
      }
    } else if (word.kind == Word::Kind::kMark && word.mark == '.' && at + 1 < end && !inside) {
      // Not in "1.1", "TP. Huế", "4.000": a capital letter must follow a space.
      const Word& next = words_[at + 1];
      if (next.capital && next.span.begin > word.span.end && at > begin &&
          words_[at - 1].kind != Word::Kind::kMark) {
        cut(at, false);
      }
    }
  }
  const bool colon = end > start && is_mark(end - 1, ':');
  cut(colon ? end - 1 : end, colon);
  return out;
}

}  // namespace rasoat
