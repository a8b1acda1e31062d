// The role of an agent by the verbs of its sentence, and who hands a task over to whom.
#include <algorithm>

#include "authority/agent_bounds.h"
#include "authority/agents.h"

namespace rasoat {

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

// The role that the verbs of a sentence give its subject. What follows "giao cho ..." is the
// receiver's ("giao cho một bộ chủ trì soạn thảo"), and so is what a body is directed to do.
Role AgentReader::role_of_subject(size_t begin, size_t end) const {
  for (size_t at = begin; at < end; ++at) {
    const int32_t word = id_at(at);
    if (word != ids_.give && word != ids_.share && word != ids_.direct) continue;
    const bool giving =
        (word == ids_.give && !is(at + 1, "đất")) || (word == ids_.share && is(at + 1, "công"));
    const bool handing = giving && !no_handing(at) && !is(at + 1, "thông");
    if (handing || directs_role(at, end)) end = at;
  }
  return role_by_verbs(begin, end);
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

// "được phân cấp", "theo ủy quyền", "các thẩm quyền phân cấp cho": no handing over at this place.
bool AgentReader::no_handing(size_t at) const {
  static constexpr WordSet kBefore(
      {"thừa", "được", "theo", "sự", "bàn", "chuyển", "quyền", "việc", "dung", "vụ", "đã"});
  // "Người có thẩm quyền giao X tổ chức ..."
  if (at > 3 && is(at - 1, "quyền") && is(at - 2, "thẩm") && is(at - 3, "có") && is(at, "giao")) {
    return false;
  }
  // "X được quyền phân cấp cho Y"
  if (at > 1 && is(at - 1, "quyền") && (is(at - 2, "được") || is(at - 2, "có"))) return false;
  return at > 0 && is_any(at - 1, kBefore);
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
    if (task || (is(at + 2, "thẩm") && is(at + 3, "quyền"))) return true;
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

}  // namespace rasoat
