#include "workspace/passage.h"

#include <algorithm>

#include "authority/agency.h"
#include "query/syllables.h"
#include "text/lower.h"

namespace rasoat {
namespace {

constexpr size_t kPassageSyllables = 48;
constexpr size_t kLeadSyllables = 6;  // before the first match

bool has(const std::vector<std::string>& list, std::string_view value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

void gather_words(std::string_view text, Wanted& out) {
  const std::string lower = lower_same_length(text);
  for (const Span span : syllables(lower)) {
    std::string syllable = term_form(span.of(lower));
    std::vector<std::string>& list = has_marks(syllable) ? out.marked : out.unmarked;
    if (!has(list, syllable)) list.push_back(std::move(syllable));
  }
}

void gather(const Query& query, Wanted& out) {
  switch (query.kind) {
    case Query::Kind::kWord:
    case Query::Kind::kPhrase: {
      gather_words(query.text, out);
      for (const std::string& form : query.also) gather_words(form, out);
      break;
    }
    case Query::Kind::kField: {
      std::vector<std::string>* list = query.field == Field::kAgency  ? &out.agencies
                                       : query.field == Field::kLevel ? &out.levels
                                       : query.field == Field::kRole  ? &out.roles
                                                                      : nullptr;
      if (list != nullptr) list->insert(list->end(), query.values.begin(), query.values.end());
      break;
    }
    case Query::Kind::kAnd:
    case Query::Kind::kOr:
    case Query::Kind::kRanked:
    case Query::Kind::kNear:
      for (const Query& child : query.children) gather(child, out);
      break;
    case Query::Kind::kNot:
    case Query::Kind::kNothing:
      break;
  }
}

size_t count_of(const Wanted& wanted) { return wanted.marked.size() + wanted.unmarked.size(); }

bool is_asked_for(const Assignment& assignment, const Wanted& wanted, const Lexicon& lexicon) {
  return (wanted.agencies.empty() || has(wanted.agencies, assignment.agency)) &&
         (wanted.roles.empty() || has(wanted.roles, name_of(assignment.role))) &&
         (wanted.levels.empty() ||
          has(wanted.levels, key_of(level_of_agency(assignment.agency, lexicon))));
}

// Index of the wanted word that a syllable is, or -1.
int match(std::string_view written, const Wanted& wanted) {
  const std::string syllable = term_form(written);
  for (size_t i = 0; i < wanted.marked.size(); ++i) {
    if (syllable == wanted.marked[i]) return static_cast<int>(i);
  }
  if (wanted.unmarked.empty()) return -1;
  const std::string folded = fold_marks(syllable);
  for (size_t i = 0; i < wanted.unmarked.size(); ++i) {
    if (folded == wanted.unmarked[i]) return static_cast<int>(wanted.marked.size() + i);
  }
  return -1;
}

// Begin of the window of kPassageSyllables with the most different wanted words, the first of
// equals.
size_t best_window(const std::vector<int>& matches, size_t words) {
  std::vector<size_t> seen(words, 0);
  size_t distinct = 0;
  size_t best = 0;
  size_t best_begin = 0;
  for (size_t end = 0; end < matches.size(); ++end) {
    if (matches[end] >= 0 && seen[matches[end]]++ == 0) ++distinct;
    if (end >= kPassageSyllables) {
      const int left = matches[end - kPassageSyllables];
      if (left >= 0 && --seen[left] == 0) --distinct;
    }
    if (distinct > best) {
      best = distinct;
      best_begin = end >= kPassageSyllables ? end - kPassageSyllables + 1 : 0;
    }
  }
  return best_begin;
}

}  // namespace

Wanted wanted_by(const Query& query) {
  Wanted out;
  gather(query, out);
  return out;
}

Passage passage_of(const AnalyzedDocument& analysis, size_t provision, const Wanted& wanted,
                   const Lexicon& lexicon) {
  Passage out;
  if (wanted.asks_for_duty()) {
    for (const Assignment& assignment : analysis.assignments) {
      if (assignment.provision == static_cast<int32_t>(provision) &&
          is_asked_for(assignment, wanted, lexicon)) {
        out.span = assignment.quote;
        return out;
      }
    }
  }
  const Span own = analysis.document.provisions[provision].own;
  const std::string_view lower = analysis.text.lower_of(own);
  const std::vector<Span> all = syllables(lower);
  if (all.empty()) {
    out.span = own;
    return out;
  }
  std::vector<int> matches;
  matches.reserve(all.size());
  for (const Span span : all) matches.push_back(match(span.of(lower), wanted));

  size_t begin = best_window(matches, count_of(wanted));
  // The window ends at the match that made it the best; begin it shortly before its first match.
  while (begin < matches.size() && matches[begin] < 0) ++begin;
  if (begin == matches.size()) begin = 0;
  begin -= std::min(begin, kLeadSyllables);
  const size_t end = std::min(begin + kPassageSyllables, all.size());
  if (end == all.size()) begin = end - std::min(end, kPassageSyllables);
  const auto place = [&](Span span) { return Span{own.begin + span.begin, own.begin + span.end}; };
  out.span = {begin == 0 ? own.begin : place(all[begin]).begin,
              end == all.size() ? own.end : place(all[end - 1]).end};
  for (size_t i = begin; i < end; ++i) {
    if (matches[i] >= 0) out.marks.push_back(place(all[i]));
  }
  return out;
}

size_t best_below(const AnalyzedDocument& analysis, size_t root, const Wanted& wanted,
                  const Lexicon& lexicon) {
  const auto& provisions = analysis.document.provisions;
  const uint32_t end = provisions[root].full.end;
  if (wanted.asks_for_duty()) {
    for (const Assignment& assignment : analysis.assignments) {
      const auto at = static_cast<size_t>(std::max(assignment.provision, 0));
      if (at >= root && at < provisions.size() && provisions[at].full.begin < end &&
          is_asked_for(assignment, wanted, lexicon)) {
        return at;
      }
    }
  }
  size_t best = root;
  size_t most = 0;
  for (size_t i = root; i < provisions.size() && (i == root || provisions[i].own.begin < end);
       ++i) {
    const std::string_view lower = analysis.text.lower_of(provisions[i].own);
    std::vector<bool> seen(count_of(wanted), false);
    size_t distinct = 0;
    size_t neighbours = 0;  // wanted words that follow each other in the query too
    int last = -2;
    for (const Span span : syllables(lower)) {
      const int at = match(span.of(lower), wanted);
      if (at >= 0 && !seen[static_cast<size_t>(at)]) {
        seen[static_cast<size_t>(at)] = true;
        ++distinct;
        neighbours += at == last + 1;
      }
      last = at;
    }
    if (distinct + neighbours > most) {
      most = distinct + neighbours;
      best = i;
    }
  }
  return best;
}

}  // namespace rasoat
