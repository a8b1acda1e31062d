// How words are cut into sentences, how a sentence opens, and what it announces below it.
#include <algorithm>

#include "authority/agent_bounds.h"
#include "authority/agents.h"

namespace rasoat {

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
    if (words_[at].kind == Word::Kind::kWord || words_[at].kind == Word::Kind::kNumber) continue;
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

// "Hai tháng trước khi hết thời hạn ...", "Ít nhất 05 ngày trước ngày ..."
bool AgentReader::tells_time(size_t begin, size_t end) const {
  bool unit = false;
  for (size_t at = begin; at < std::min(end, begin + kMaxTimeWords); ++at) {
    if (unit && (is(at, "trước") || is(at, "sau") || is(at, "kể"))) return true;
    unit = unit || is(at, "ngày") || is(at, "tháng") || is(at, "giờ");
  }
  return false;
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
  size_t done = 0;  // where the verb of "do X thành lập" stands: whose team it is
  for (size_t at = sentence.begin; at < out.duty; ++at) {
    while (list != mentions_.lists.end() && list->end <= at) ++list;
    if (list != mentions_.lists.end() && list->first <= at) {
      if (list->first > 0 && is(list->first - 1, "do")) done = list->end;
      at = list->end - 1;
      continue;
    }
    if (at == done && verb_length(at) > 0) {
      at += verb_length(at) - 1;
      continue;
    }
    if (verb_length(at) > 0 && !words_[at].capital && !organisation_at(at) && !attribute_at(at)) {
      out.from = at + 1;
    }
  }
  return out;
}

// Where "chịu trách nhiệm thi hành" or "có trách nhiệm thi hành" begins; `end` for nowhere.
size_t AgentReader::execution(size_t begin, size_t end) const {
  for (size_t at = begin; at + 4 < end; ++at) {
    if (charged_at(at) && is(at + 2, "nhiệm") && is(at + 3, "thi") && is(at + 4, "hành") &&
        at + 5 < end && words_[at + 5].capital) {
      return at;
    }
  }
  return end;
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

bool AgentReader::announces(Sentence sentence) const {
  const size_t end = sentence.end;
  if (!sentence.colon || end < sentence.begin + kMaxCueWords) return false;
  if (!is(end - 2, "như") || !is(end - 1, "sau")) return false;
  for (size_t at = end - 2; at > end - kMaxCueWords; --at) {
    if (verb_length(at) == 0) continue;
    return is(at - 1, "được") && at + verb_length(at) >= end - 2;
  }
  return false;
}

}  // namespace rasoat
