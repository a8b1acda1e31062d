// Sentences that tell who acts without a subject that acts: "do X V", "được X V", "là X".
#include <algorithm>
#include <array>

#include "authority/agent_bounds.h"
#include "authority/agents.h"

namespace rasoat {

// Whether "do X V" is what the sentence says, and not whose paper a thing is.
// `thing`: it is about what acts on nothing, whatever verbs stand in its name.
bool AgentReader::tells_who_acts(size_t begin, size_t cue, Opening opening, bool settles,
                                 bool thing) const {
  if ((opening == Opening::kVerb && !thing) || cue > begin + kMaxReach) return false;
  const bool about_doing =
      settles || thing || is(begin, "việc") || (is(begin, "kinh") && is(begin + 1, "phí"));
  // "giá đất tại nơi tái định cư", but not "nhà ở quy định tại khoản 2"
  static constexpr WordSet kPlaces({"nơi", "địa", "khu", "vùng", "vị"});
  int open = 0;  // parentheses: what stands in them is said by the way
  for (size_t at = begin; at < cue; ++at) {
    if (is_mark(at, '(') || is_mark(at, ')')) open += is_mark(at, '(') ? 1 : -1;
  }
  if (open > 0) return false;
  for (size_t at = begin; at < cue; ++at) {
    if (thing && is(at, "theo") && is(at + 1, "quy") && is(at + 2, "định")) continue;
    if (thing && (is(at, "gồm") || is(at, "không") || suffers_at(at))) return false;
    if (is(at, "theo") || is(at, "là") || is(at, "được") || is(at, "phải") || is(at, "từ") ||
        is(at, "khác") || (settles && is(at, "tại") && !is_any(at + 1, kPlaces))) {
      return false;
    }
    AuthorityLexicon::VerbClass verb;
    if (!about_doing && verb_length(at, &verb) > 0 && verb != AuthorityLexicon::VerbClass::kWeak) {
      return false;
    }
  }
  return true;
}

// "Giấy phép do X cấp còn hiệu lực": the sentence says something else of what X did.
bool AgentReader::predicate_follows(size_t verb, size_t end) const {
  static constexpr WordSet kPredicates({"còn", "được", "phải", "thì"});
  for (size_t at = verb + 1; at < std::min(end, verb + kMaxModifierWords); ++at) {
    if (is_mark(at, ',') || (is(at, "sau") && is(at + 1, "khi"))) return false;
    if (!is(at - 1, "và") && is_any(at, kPredicates)) {
      return true;
    }
    if (suffers_at(at) && !is(at - 1, "và")) return true;
    // "Giấy phép do X cấp là căn cứ để ...", but not "chậm nhất là"
    if (is(at, "là") && at < verb + kMaxCueWords && !is(at - 1, "nhất")) return true;
  }
  return false;
}

// "Trường hợp ..., thì việc ... do X quyết định": where the clause that says who acts begins.
size_t AgentReader::main_clause(size_t begin, size_t cue) const {
  for (size_t at = cue; at > begin + 1 && at + kMaxReach > cue; --at) {
    if (is(at - 1, "thì") || (is_mark(at - 1, ',') && is(at, "việc"))) return at;
  }
  return begin;
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

// Whether no condition that the sentence opens with goes on to the word.
bool AgentReader::in_main_clause(size_t begin, size_t at) const {
  while (begin < at && words_[begin].kind != Word::Kind::kWord) ++begin;
  return cue_length(begin, Cue::kOpener, at) == 0 || comma_between(begin, at);
}

// "Kế hoạch phải được X phê duyệt", but not in a condition ("Trường hợp kế hoạch phải được X phê
// duyệt thì ...").
bool AgentReader::must_be_done_by(size_t begin, size_t cue) const {
  if (cue < begin + 2 || !is(cue, "được") || !is(cue - 1, "phải")) return false;
  return in_main_clause(begin, cue);
}

// "Việc sửa bến phải được sự chấp thuận bằng văn bản của X", but not in a condition.
bool AgentReader::must_be_agreed_by(size_t begin, size_t cue) const {
  if (!is(cue, "của") || cue < begin + kMaxCueWords) return false;
  size_t at = cue;
  if (is(at - 2, "văn") && is(at - 1, "bản")) at -= is(at - 3, "bằng") ? 3 : 2;
  if (at < begin + 4) return false;
  const bool agreed = (is(at - 2, "chấp") && is(at - 1, "thuận")) ||
                      (is(at - 2, "đồng") && is(at - 1, "ý")) ||
                      (is(at - 2, "nhất") && is(at - 1, "trí"));
  if (!agreed) return false;
  at -= is(at - 3, "sự") ? 3 : 2;
  if (at < begin + 2 || !is(at - 2, "phải") || !(is(at - 1, "được") || is(at - 1, "có")))
    return false;
  return in_main_clause(begin, at);
}

// "Việc xét miễn, giảm thuộc thẩm quyền của X nơi ...": the sentence says whose power it is.
bool AgentReader::is_power_of(size_t begin, size_t cue, size_t list_end, size_t end) const {
  const bool power = cue > begin + 3 && is(cue, "của") && is(cue - 1, "quyền") &&
                     is(cue - 2, "thẩm") && is(cue - 3, "thuộc");
  // "Thẩm quyền cấp giấy phép thuộc X"
  const size_t main = main_clause(begin, cue);
  const bool owned = is(cue, "thuộc") && is(main, "thẩm") && is(main + 1, "quyền") &&
                     main + 2 < cue && verb_length(main + 2) > 0;
  if (!owned && (!power || !is(begin, "việc"))) return false;
  return list_end >= end || is_mark(list_end, '.') || is_mark(list_end, ';') ||
         (is(list_end, "nơi") && !predicate_follows(list_end, end));
}

// "Phương án ... được X phê duyệt trước ngày ...": a whole sentence on a thing, and not whose paper
// it is ("Phương án được X phê duyệt là căn cứ ...").
bool AgentReader::is_done_by(Sentence sentence, size_t cue, size_t verb) const {
  const size_t begin = sentence.begin;
  if (sentence.colon || !thing_at(begin, cue) || cue > begin + kMaxReach) return false;
  if (cue_length(verb, Cue::kSettle, sentence.end) == 0) return false;
  static constexpr WordSet kStops(
      {"đã", "được", "phải", "là", "gồm", "không", "có", "khi", "sau", "trường", "chưa", "thì"});
  for (size_t at = begin; at < cue; ++at) {
    if (words_[at].kind == Word::Kind::kMark && at > begin) return false;
    if (is_any(at, kStops)) {
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

}  // namespace rasoat
