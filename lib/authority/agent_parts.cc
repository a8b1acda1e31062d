// What part a list of bodies has in its sentence: the one that the word before it gives, or, where
// none does, the subject's.
#include <algorithm>

#include "authority/agent_bounds.h"
#include "authority/agents.h"

namespace rasoat {

AgentReader::Part AgentReader::part_of(Pass& pass) const {
  const Governor& governor = pass.governor;
  const bool governed = governor.found && governor.cue != Cue::kSubject;
  const Part part = governed ? governed_part(pass) : free_part(pass);
  if (part == Part::kSubject || part == Part::kHanded) return part;
  if (const size_t split = clause_inside(pass, part)) {
    pass.from = split;
    return Part::kSubject;
  }
  const bool open = part == Part::kNone && governor.clause_start &&
                    (governor.weak || pass.list->first <= pass.sentence.begin + 1);
  return open && !pass.follow.fact && executes(pass) ? Part::kSubject : part;
}

// Whether the list is one of those who execute: "... và X, Y chịu trách nhiệm thi hành".
bool AgentReader::executes(Pass& pass) const {
  const Sentence& sentence = pass.sentence;
  if (!pass.execution) pass.execution = execution(sentence.begin, sentence.end);
  return *pass.execution < sentence.end && pass.list->end <= *pass.execution;
}

AgentReader::Part AgentReader::governed_part(Pass& pass) const {
  switch (pass.governor.cue) {
    case Cue::kRecipient:
      return Part::kRecipient;
    case Cue::kDirected:
      return Part::kDirected;
    case Cue::kPartner:
      return Part::kPartner;
    case Cue::kHand:
      return handed_part(pass);
    case Cue::kAsk:
      return asked_part(pass);
    case Cue::kPassive:
      return passive_part(pass);
    default:
      return mentioned_part(pass);
  }
}

// Behind "giao", "phân cấp cho".
AgentReader::Part AgentReader::handed_part(const Pass& pass) const {
  const size_t begin = pass.sentence.begin, first = pass.list->first;
  const size_t cue = pass.governor.cue_begin;
  const bool near_subject = pass.subject && cue - pass.subject_end <= kMaxAdverbs;
  const bool to = is(first - 1, "cho") || is(first - 2, "cho");
  const bool empowered =
      cue > 0 && is(cue - 1, "được") && to &&
      (empowers(pass.subject ? pass.subject_end : begin, cue) ||
       (!pass.subject && !pass.listed && is(cue, "giao") && thing_at(begin, cue)));
  if (cue == begin || empowered) return Part::kHanded;
  return no_handing(cue) || !(near_subject || begins_clause(cue)) ? Part::kNone : Part::kHanded;
}

// Behind "đề nghị", "yêu cầu".
AgentReader::Part AgentReader::asked_part(const Pass& pass) const {
  const size_t cue = pass.governor.cue_begin;
  const bool starts = cue == pass.sentence.begin || is_mark(cue - 1, ',') || is_mark(cue - 1, '-');
  return starts && !pass.subject && !pass.inherits ? Part::kHanded : Part::kRecipient;
}

// Behind "do".
AgentReader::Part AgentReader::passive_part(const Pass& pass) const {
  const Sentence& sentence = pass.sentence;
  const MentionList& list = *pass.list;
  const Follow& follow = pass.follow;
  const size_t cue = pass.governor.cue_begin;
  const size_t main = main_clause(sentence.begin, cue);
  const bool doing = is(main, "việc");
  const Opening how = main == sentence.begin ? pass.out.opening : Opening::kUnknown;
  // "Đối với vốn do X quản lý:" has no main clause yet.
  const bool ends = follow.at + 2 >= sentence.end && !sentence.colon;
  const bool settled = settles(follow.at, sentence.end);
  const bool thing =
      !pass.listed && thing_at(main, cue) && cue_length(follow.at, Cue::kSettle, sentence.end) > 0;
  // "do X nơi có đất thực hiện"
  const bool later = follow.later && follow.modified && is(list.end, "nơi");
  const bool stated = how != Opening::kOpener || (ends && settled) || comma_between(main, cue);
  // "Phó Chánh án do X bổ nhiệm" under a heading that is Phó Chánh án.
  const bool about_body = pass.list != pass.first && (pass.list - 1)->end == cue &&
                          (pass.list - 1)->first <= sentence.begin + 1;
  const bool acts = stated && (!pass.subject || main > pass.subject_end) &&
                    (follow.verb || later) && (!pass.inherits || doing || thing || about_body) &&
                    tells_who_acts(main, cue, how, settled, thing) &&
                    !predicate_follows(follow.at, sentence.end);
  return acts || task_is_done(sentence.begin, list.end, sentence.end) ? Part::kPassive
                                                                      : Part::kNone;
}

// Behind a preposition, "gồm", "được", "là": only named there, most of the time.
AgentReader::Part AgentReader::mentioned_part(Pass& pass) const {
  const Sentence& sentence = pass.sentence;
  const MentionList& list = *pass.list;
  const Follow& follow = pass.follow;
  const size_t cue = pass.governor.cue_begin;
  if (is(cue, "gồm") && pass.last_part == Part::kNone) pass.composed = true;
  if (is(cue, "gồm") && pass.list != pass.first) {
    // "phối hợp với các sở, gồm: Sở Y tế, ..."
    pass.enumerating = true;
    const bool acts = pass.last_part == Part::kSubject || pass.last_part == Part::kHanded;
    const bool has_duty = list.first >= pass.closing.from && list.first < pass.closing.duty;
    return acts && !has_duty ? Part::kNone : pass.last_part;
  }
  if ((follow.verb && must_be_done_by(sentence.begin, cue)) ||
      // "... do X quyết định và được Y phê chuẩn"
      (follow.verb && pass.passives > 0 && is(cue, "được") && is(cue - 1, "và")) ||
      is_power_of(sentence.begin, cue, list.end, sentence.end) ||
      must_be_agreed_by(sentence.begin, cue)) {
    return Part::kPassive;
  }
  if (follow.verb && is(cue, "được") &&
      ((is(cue - 1, "thì") && !predicate_follows(follow.at, sentence.end)) ||
       (!pass.subject && !pass.listed && is_done_by(sentence, cue, follow.at)))) {
    return Part::kPassive;
  }
  if (const size_t verb = verb_of_doer(sentence.begin, cue)) {
    pass.doer_role = role_named(verb);
    return Part::kPassive;
  }
  const size_t from = std::max(sentence.begin, list.first - std::min(list.first, kMaxReach));
  return is(list.first - 1, "cho") && hands(from, list.first) ? Part::kHanded : Part::kNone;
}

// Nothing governs the list: the sentence, a clause or one more item of a list begins with it.
AgentReader::Part AgentReader::free_part(Pass& pass) const {
  const Governor& governor = pass.governor;
  const Follow& follow = pass.follow;
  const MentionList& list = *pass.list;
  const bool closes = list.first >= pass.closing.from && list.first < pass.closing.duty;
  if (governor.clause_start && closes) return Part::kSubject;
  if (pass.enumerating && governor.clause_start && governor.weak &&
      !predicate_between((pass.list - 1)->end, list.first)) {
    return pass.last_part;
  }
  if (governor.item) {
    // Its verb comes before the next semicolon.
    const bool acts_itself =
        follow.verb || (follow.later && follow.modified && !semicolon_between(list.end, follow.at));
    if (pass.list != pass.first &&
        (pass.composed || !predicate_between((pass.list - 1)->end, list.first)) &&
        (pass.last_part != Part::kNone || pass.composed || !acts_itself)) {
      return pass.last_part;  // one more of a list that unknown names break
    }
    const Part open = open_part(pass.sentence.begin, list.first);
    return open == Part::kNone && acts_itself && !follow.fact ? Part::kSubject : open;
  }
  if (!governor.clause_start) return Part::kNone;
  if (governor.weak) return part_behind_comma(pass);

  const bool acts = follow.verb || follow.later || follow.function;
  // "Tòa án đã thụ lý vụ án ..." of a list of conditions is no duty.
  if (acts && !follow.fact && (!follow.second || governor.found)) return Part::kSubject;
  if (follow.nothing && !pass.subject && list.first <= pass.sentence.begin + 3 && !governor.found) {
    pass.out.title = true;
    return Part::kSubject;
  }
  return Part::kNone;
}

// A new clause, or one more item of a list whose other items no table knows.
AgentReader::Part AgentReader::part_behind_comma(const Pass& pass) const {
  const Follow& follow = pass.follow;
  const size_t begin = pass.sentence.begin, first = pass.list->first;
  // "Căn cứ ..., quy định tiêu chuẩn của A và B, bảo đảm ...": one more object of a body above.
  const bool object = pass.inherits && !pass.subject && !is_mark(first - 1, ',') &&
                      clause_verb_between(begin, first);
  const bool subordinate =
      subordinate_subject(begin, first) &&
      (pass.sentence.colon || main_clause_follows(pass.list->end, pass.sentence.end));
  const bool adverbial = pass.out.opening == Opening::kOpener && !object && !subordinate;
  Part open = open_part(begin, first);
  if (adverbial && !pass.subject && open != Part::kHanded) open = Part::kNone;
  if (open != Part::kNone) return open;
  if (follow.fact || (follow.second && !adverbial)) return Part::kNone;
  // "Phương án do X lập, Y phê duyệt."
  const bool next_doer = pass.last_part == Part::kPassive && !pass.subject && follow.verb &&
                         is_mark(first - 1, ',') && settles(follow.at, pass.sentence.end);
  if (next_doer) return Part::kPassive;
  bool acts;
  if (pass.subject || adverbial) {
    const bool goes_on = !pass.subject || !verb_between(pass.subject_end, first);
    acts = ((follow.verb || follow.function) && (goes_on || !follow.second)) ||
           (adverbial && follow.modified && goes_on);
  } else {
    acts = follow.verb && (!governed_before(begin, first) ||
                           (follow.duty && !is(follow.at, "được") && !is(follow.at + 1, "thẩm")));
  }
  return acts ? Part::kSubject : Part::kNone;
}

// The mention of the list, which has another part, that begins a new clause as its subject ("Căn cứ
// quy định của Chính phủ, Bộ Tài chính hướng dẫn"); 0 for none.
size_t AgentReader::clause_inside(Pass& pass, Part part) const {
  const Sentence& sentence = pass.sentence;
  const MentionList& list = *pass.list;
  const Governor& governor = pass.governor;
  const Follow& follow = pass.follow;
  const bool agent_of_passive =
      governor.found && (governor.cue == Cue::kPassive || is(governor.cue_begin, "được"));
  if (list.count < 2 || agent_of_passive) return 0;
  const bool unit_of_list = governor.found && is(governor.cue_begin, "thuộc") && executes(pass);
  const bool goes_on = follow.verb || unit_of_list ||
                       (follow.modified && follow.later && pass.out.opening == Opening::kOpener &&
                        part != Part::kRecipient);
  if (!goes_on) return 0;
  // Of an execution clause ("... và X, Y chịu trách nhiệm thi hành") every name after a comma.
  const bool execution = unit_of_list || (pass.subject && follow.duty && governor.found &&
                                          governor.cue == Cue::kMention &&
                                          (is(follow.at, "chịu") || is(follow.at, "có")));
  // "thì X thực hiện nhiệm vụ của Y, Z thực hiện ...": clauses of one verb side by side.
  const size_t verb = pass.verb_of_subject;
  const bool parallel = pass.subject && follow.verb && verb < follow.at &&
                        follow.at + 1 < words_.size() && id_at(verb) >= 0 &&
                        id_at(verb) == id_at(follow.at) && id_at(verb + 1) == id_at(follow.at + 1);
  // "... trình X, X có trách nhiệm xem xét"
  const bool again = follow.duty && repeats_body(list);
  // "A, người đứng đầu tổ chức do B lập mà không phải đơn vị sự nghiệp, C quyết định ..."
  // "Thủ trưởng đơn vị thuộc A, B quyết định ..."
  const bool inside = !governor.found || is(governor.cue_begin, "thuộc");
  const bool unfinished =
      follow.verb && inside &&
      (pass.subject || leader_at(sentence.begin) || people_at(sentence.begin)) &&
      !predicate_between(pass.subject ? pass.subject_end : sentence.begin, list.first);
  const Opening open =
      execution || parallel || again || unfinished ? Opening::kOpener
      : pass.subject || (governor.found && main_duty_between(sentence.begin, list.first))
          ? Opening::kUnknown
          : pass.out.opening;
  return split_of(list, sentence.begin, open);
}

}  // namespace rasoat
