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

#include "authority/agent_bounds.h"

namespace rasoat {

AgentReader::AgentReader(const std::vector<Word>& words, std::string_view lower,
                         const AuthorityLexicon& lexicon, const Mentions& mentions)
    : WordText(words, lower), lexicon_(lexicon), mentions_(mentions) {
  const auto id = [&](std::string_view word) {
    const int32_t found = lexicon.book(false).vocabulary().find(word);
    return found < 0 ? Ids().lead : found;
  };
  ids_ = {id("chủ"), id("phối"), id("do"), id("giao"), id("phân"), id("ủy"), id("chỉ"), id("chịu")};
}

bool AgentReader::names_body(Sentence sentence) const {
  const Lists list = list_from(sentence.begin);
  return list != mentions_.lists.end() && list->first < sentence.end;
}

std::vector<Agent> AgentReader::all_agents(size_t begin, size_t end) const {
  std::vector<Agent> out;
  for (Lists list = list_from(begin); list != mentions_.lists.end() && list->first < end; ++list) {
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
  const Lists first = list_from(sentence.begin);
  if (first == mentions_.lists.end() || first->first >= sentence.end) {
    out.inherited_role = role_of_subject(sentence.begin, sentence.end);
    if (sentence.colon) out.own_duty = own_duty(sentence.begin, sentence.end);
    return out;
  }
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
  const Role role = role_of_subject(verbs_from, role_end);
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

}  // namespace rasoat
