// What stands around a list of bodies: the word that governs it, and what follows it.
#include <algorithm>

#include "authority/agent_bounds.h"
#include "authority/agents.h"

namespace rasoat {

// What stands before a list in its sentence.
AgentReader::Governor AgentReader::governor(size_t list_first, size_t begin) const {
  Governor out;
  static constexpr WordSet kQuantifiers(
      {"các", "những", "mỗi", "từng", "số", "một", "cả", "ông", "bà", "đồng", "chí"});
  size_t at = list_first;
  while (at > begin && is_any(at - 1, kQuantifiers)) {
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
      const bool duty = charged_at(i + 1);
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
    // "Trưởng đoàn thanh tra do X thành lập có trách nhiệm ..."
    const size_t duty = is(at, "do") ? duty_behind(at + 1, end) : 0;
    out.verb = out.duty = duty > 0;
    out.fact = duty == 0;
    if (duty > 0) out.at = duty;
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

// "có trách nhiệm", "chịu trách nhiệm"
bool AgentReader::charged_at(size_t at) const {
  return is(at + 1, "trách") && (is(at, "có") || is(at, "chịu"));
}

// The verb that says outright that there is a duty, in the same clause; 0 where there is none.
size_t AgentReader::duty_behind(size_t at, size_t end) const {
  for (size_t i = at; i + 1 < std::min(end, at + kMaxGoverned); ++i) {
    if (words_[i].kind == Word::Kind::kMark || is(i, "thì") || is(i, "mà") || is(i, "do")) return 0;
    const bool must = is(i, "phải") && !is(i + 1, "được") && !is(i + 1, "bị");
    if (must || charged_at(i) || holds_power(i)) return i;
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
  const size_t limit = std::min(end, at + kMaxModifierWords);
  for (size_t i = at + 1; i + 1 < limit; ++i) {
    const Word& word = words_[i];
    if (word.kind == Word::Kind::kMark && word.mark != ',' && word.mark != '-' &&
        word.mark != '%') {
      return 0;
    }
    const bool duty = charged_at(i) && is(i + 2, "nhiệm");
    // "có thẩm quyền tiếp nhận", not "cơ quan có thẩm quyền, ..."
    const bool power = i + 3 < limit && holds_power(i);
    // Only those who execute a document are named at such length.
    const bool executes = duty && is(i + 3, "thi") && is(i + 4, "hành");
    if (i > at + kMaxOthers && (duty || power) && !executes) return 0;
    if (duty || power) return i;
    static constexpr WordSet kBreaks(
        {"thì", "nếu", "khi", "để", "phải", "được", "không", "trình", "gửi"});
    const bool noun = i > 0 && is(i - 1, "chương") && is(i, "trình");
    if (!noun && is_any(i, kBreaks)) {
      return 0;
    }
  }
  return 0;
}

// Whether a list names one body twice: a new clause begins with the second.
bool AgentReader::repeats_body(const MentionList& list) const {
  if (list.count < 2) return false;
  const size_t last = list.first_mention + list.count - 1;
  return mentions_.all[last].keys == mentions_.all[last - 1].keys;
}

// Whether a predicate may stand between two lists.
bool AgentReader::verb_between(size_t begin, size_t end) const {
  for (size_t at = begin; at < end; ++at) {
    if (verb_length(at) > 0 && !organisation_at(at) && !is(at - 1, "được")) return true;
  }
  return false;
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

// Whether a clause without a subject begins between: ", quy định tiêu chuẩn".
bool AgentReader::clause_verb_between(size_t begin, size_t end) const {
  if (end > begin + kMaxReach) return false;
  for (size_t at = begin + 1; at < end; ++at) {
    if (is_mark(at - 1, ',') && verb_at(at)) return true;
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

// "Trường hợp mất sổ, trường có trách nhiệm báo ...": whether the main clause already has a duty.
bool AgentReader::main_duty_between(size_t begin, size_t end) const {
  bool main = false;
  for (size_t at = begin; at + 1 < end; ++at) {
    main = main || is_mark(at, ',') || is(at, "thì");
    if (main && charged_at(at)) return true;
  }
  return false;
}

bool AgentReader::semicolon_between(size_t begin, size_t end) const {
  for (size_t at = begin; at < end; ++at) {
    if (is_mark(at, ';')) return true;
  }
  return false;
}

// Whether a clause may begin at the word: behind a mark or a conjunction.
bool AgentReader::begins_clause(size_t at) const {
  static constexpr WordSet kBefore({"và", "hoặc", "thì", "định", "thể", "quyền"});
  // "để phân cấp cho X thực hiện", but not "thu hồi đất để giao X quản lý"
  if (at > 0 && is(at - 1, "để")) return !is(at, "giao");
  return at == 0 || words_[at - 1].kind != Word::Kind::kWord || is_any(at - 1, kBefore);
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

// Whether another clause with a subject begins behind the predicate of a list: "... thì ...", "...,
// Sở Nội vụ ...". Without one the list is no subject of a subordinate clause: "Trường hợp vượt quá
// thẩm quyền, X báo cáo Y."
bool AgentReader::main_clause_follows(size_t begin, size_t end) const {
  for (size_t at = begin; at + 1 < end; ++at) {
    if (is(at, "thì")) return true;
    if (is_mark(at, ',') && (body_at(at + 1) || cue_length(at + 1, Cue::kOtherSubject, end) > 0) &&
        verb_between(at + 1, end)) {
      return true;
    }
  }
  return false;
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

// "được" before a handing over that its subject may do: "X được ủy quyền cho Y".
bool AgentReader::empowers(size_t begin, size_t cue) const {
  return cue == begin + 1 && is(begin, "được");
}

}  // namespace rasoat
