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
#include <utility>

#include "authority/agent_bounds.h"

namespace rasoat {

AgentReader::AgentReader(const std::vector<Word>& words, std::string_view lower,
                         const AuthorityLexicon& lexicon, const Mentions& mentions)
    : WordText(words, lower), lexicon_(lexicon), mentions_(mentions) {
  const auto id = [&](std::string_view word) {
    const int32_t found = lexicon.book(false).vocabulary().find(word);
    return found < 0 ? Ids().lead : found;
  };
  ids_ = {id("chủ"), id("phối"), id("do"), id("giao"), id("phân"), id("ủy"), id("chỉ")};
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
  Pass pass;
  pass.out.opening = opening(sentence.begin, sentence.end);
  if (!names_body(sentence)) {
    pass.out.inherited_role = role_of_subject(sentence.begin, sentence.end);
    if (sentence.colon) pass.out.own_duty = own_duty(sentence.begin, sentence.end);
    return std::move(pass.out);
  }
  pass.sentence = sentence;
  pass.inherits = inherits;
  pass.listed = listed;
  pass.closing = closing(sentence);
  pass.subject_end = sentence.begin;
  pass.verb_of_subject = words_.size();
  pass.role_end = sentence.end;
  pass.first = list_from(sentence.begin);
  for (pass.list = pass.first;
       pass.list != mentions_.lists.end() && pass.list->first < sentence.end; ++pass.list) {
    pass.governor = governor(pass.list->first, sentence.begin);
    pass.follow = follow(pass.list->end, sentence.end);
    pass.from = 0;
    pass.doer_role = Role::kOther;
    pass.last_part = part_of(pass);
    take(pass, pass.last_part);
  }
  pass.out.passive = pass.passives > 0 && pass.passives == pass.out.agents.size();
  settle_roles(pass);
  return std::move(pass.out);
}

// Puts down the bodies of a list by the part that they have.
void AgentReader::take(Pass& pass, Part part) const {
  const MentionList& list = *pass.list;
  const Governor& governor = pass.governor;
  const Follow& follow = pass.follow;
  SentenceReading& out = pass.out;
  const auto role_behind = [&](size_t at) {
    return role_by_verbs(at, std::min(pass.sentence.end, at + kMaxReach));
  };
  switch (part) {
    case Part::kSubject:
      for (size_t i = pass.from; i < list.count; ++i) {
        pass.subjects.push_back(out.agents.size() + i - pass.from);
      }
      add(out.agents, list, pass.from, list.count, Role::kOther);
      out.duty = out.duty || follow.duty || pass.closing.duty > 0;
      out.describes = follow.function;
      pass.subject = true;
      pass.subject_end = list.end;
      pass.verb_of_subject = follow.verb ? follow.at : words_.size();
      pass.directed = false;
      pass.role_end = pass.sentence.end;
      break;
    case Part::kPartner: {
      // "Phối hợp với X" in a list of what people do: nobody of the state acts.
      const bool people = !pass.subject && !pass.inherits && out.opening == Opening::kVerb &&
                          out.agents.empty() &&
                          role_by_verbs(pass.sentence.begin, list.first) != Role::kLead;
      if (!people) add(out.partners, list, 0, list.count, Role::kCoordinate);
      break;
    }
    case Part::kHanded:
      if (out.opening == Opening::kVerb && !pass.subject && out.agents.empty()) {
        out.hands_on =
            !governor.found || (governor.cue == Cue::kHand &&
                                governor.cue_begin < pass.sentence.begin + kOpeningWords);
      }
      add(out.agents, list, 0, list.count, role_behind(list.end));
      pass.role_end = std::min(pass.role_end, governor.found ? governor.cue_begin : list.first);
      break;
    case Part::kPassive:
      pass.passives += list.count;
      add(out.agents, list, 0, list.count,
          pass.doer_role == Role::kOther ? role_behind(list.end) : pass.doer_role);
      break;
    case Part::kDirected:
      if (!pass.directed) pass.role_end = std::min(pass.role_end, list.first);
      pass.directed = true;
      out.directs = pass.subject && follow.nothing;
      break;
    default:
      break;
  }
}

// The roles of the subjects, once the whole sentence is read.
void AgentReader::settle_roles(Pass& pass) const {
  SentenceReading& out = pass.out;
  const std::vector<size_t>& subjects = pass.subjects;
  const size_t end = pass.sentence.end;
  out.inherited_role = role_of_subject(pass.subject_end, pass.role_end);
  if (pass.sentence.colon) out.own_duty = own_duty(pass.subject_end, end);
  if (subjects.empty()) return;
  const Role otherwise = hands(pass.subject_end, end) ? Role::kDelegate : Role::kOther;
  for (const size_t i : subjects) {
    out.agents[i].role = out.inherited_role != Role::kOther ? out.inherited_role : otherwise;
  }
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
}

}  // namespace rasoat
