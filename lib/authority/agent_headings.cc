// Headings and labels: "Trách nhiệm của X", "Cơ quan chủ trì: X".
#include <algorithm>

#include "authority/agent_bounds.h"
#include "authority/agents.h"

namespace rasoat {

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
  for (Lists list = list_from(begin); list != mentions_.lists.end() && list->first < end; ++list) {
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

// "Vị trí và chức năng", "Nhiệm vụ, quyền hạn": nothing but such nouns.
bool AgentReader::names_tasks_only(size_t begin, size_t end) const {
  static constexpr WordSet kWords(
      {"vị", "trí", "chức", "năng", "nhiệm", "vụ", "quyền", "hạn", "và", "trách", "cụ"});
  for (size_t at = begin; at < end; ++at) {
    if (words_[at].kind == Word::Kind::kMark) continue;
    if (!is_any(at, kWords)) {
      return false;
    }
  }
  return true;
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

}  // namespace rasoat
