#include "authority/duty_parts.h"

#include <algorithm>
#include <utility>

#include "authority/words.h"
#include "text/lower.h"

namespace rasoat {
namespace {

Span trimmed(std::string_view text, Span span) {
  constexpr std::string_view kAround = " \n\t,;.:";
  while (span.begin < span.end && kAround.find(text[span.begin]) != std::string_view::npos) {
    ++span.begin;
  }
  while (span.end > span.begin && kAround.find(text[span.end - 1]) != std::string_view::npos) {
    --span.end;
  }
  return span;
}

bool is_mark(const std::vector<Word>& words, size_t at, char mark) {
  return at < words.size() && words[at].kind == Word::Kind::kMark && words[at].mark == mark;
}

// The first word from a byte on.
size_t word_at(const std::vector<Word>& words, size_t byte) {
  const auto found = std::find_if(words.begin(), words.end(),
                                  [&](const Word& word) { return word.span.begin >= byte; });
  return static_cast<size_t>(found - words.begin());
}

// Behind the last word of what is said in one breath.
size_t sentence_end(const std::vector<Word>& words, size_t at) {
  while (at < words.size() && words[at].kind != Word::Kind::kLineEnd && !is_mark(words, at, ';') &&
         !is_mark(words, at, ':')) {
    if (is_mark(words, at, '.') && at + 1 < words.size() && words[at + 1].capital) break;
    ++at;
  }
  return at;
}

}  // namespace

struct DutyPartsReader::Verbs {
  size_t begin = 0, end = 0;  // words
  std::vector<const Action*> actions;
};

DutyPartsReader::DutyPartsReader(const Lexicon& lexicon) : judge_(lexicon.derived<LeadJudge>()) {
  const Table& actions = lexicon.table("actions");
  for (size_t row = 0; row < actions.size(); ++row) {
    actions_.push_back({std::string(actions.cell(row, "action")),
                        std::string(actions.cell(row, "mark")),
                        std::string(actions.cell(row, "name"))});
  }
  static constexpr std::pair<std::string_view, Class> kNames[] = {
      {"verb", Class::kVerb},
      {"weak", Class::kWeak},
      {"frame", Class::kFrame},
      {"condition", Class::kCondition},
      {"opens", Class::kOpensCondition},
      {"exception", Class::kException},
  };
  const Table& words = lexicon.table("action_words");
  for (size_t row = 0; row < words.size(); ++row) {
    for (const auto& [name, meaning] : kNames) {
      if (name != words.cell(row, "class")) continue;
      book_.add(lower_same_length(words.cell(row, "words")), static_cast<int32_t>(phrases_.size()));
      phrases_.push_back({meaning, find(words.cell(row, "action"))});
    }
  }
}

const Action* DutyPartsReader::find(std::string_view words) const {
  const std::string lower = lower_same_length(words);
  for (const Action& action : actions_) {
    if (action.key == lower || action.name == lower) return &action;
  }
  return nullptr;
}

DutyPartsReader::Found DutyPartsReader::longest(const std::vector<Word>& words, size_t at,
                                                std::span<const Class> wanted) const {
  Found out;
  book_.for_each(words, at, [&](const PhraseBook::Match& match) {
    const Phrase& phrase = phrases_[static_cast<size_t>(match.meaning)];
    if (std::find(wanted.begin(), wanted.end(), phrase.meaning) == wanted.end()) return;
    out = {match.length, phrase};
  });
  return out;
}

// The verbs from a word on: "có trách nhiệm tổ chức thẩm định, phê duyệt". A weak verb ("tổ chức")
// counts where no other follows.
DutyPartsReader::Verbs DutyPartsReader::verbs_at(const std::vector<Word>& words, size_t at) const {
  static constexpr Class kVerbs[] = {Class::kVerb, Class::kWeak, Class::kFrame};
  Verbs out, weak;
  while (at < words.size()) {
    const size_t begin = at;
    if (is_mark(words, at, ',')) ++at;
    const Found found = longest(words, at, kVerbs);
    if (found.length == 0) break;
    const size_t end = at + found.length;
    if (found.phrase.meaning == Class::kVerb) {
      if (out.actions.empty()) out.begin = at;
      out.end = end;
      if (std::find(out.actions.begin(), out.actions.end(), found.phrase.action) ==
          out.actions.end()) {
        out.actions.push_back(found.phrase.action);
      }
    } else if (!out.actions.empty()) {
      at = begin;
      break;
    } else if (found.phrase.meaning == Class::kWeak && weak.end == 0) {
      // "Sở Xây dựng, tổ chức, cá nhân": a noun
      if (at > 0 && is_mark(words, at - 1, ',')) break;
      weak = {at, end, {}};
      if (found.phrase.action != nullptr) weak.actions.push_back(found.phrase.action);
    }
    at = end;
  }
  return out.actions.empty() ? weak : out;
}

// A condition that begins before word `front`, at the first word or behind a mark, and goes on to
// `front` or, where `front` is not where the body is named, to its comma.
DutyPartsReader::Range DutyPartsReader::condition_before(const std::vector<Word>& words,
                                                         size_t front, bool to_comma) const {
  static constexpr Class kCues[] = {Class::kCondition, Class::kOpensCondition};
  for (size_t at = 0; at < front; ++at) {
    if (at > 0 && words[at - 1].kind == Word::Kind::kWord) {
      if (to_comma) break;  // only at the front of the sentence
      continue;
    }
    if (longest(words, at, kCues).length == 0) continue;
    size_t end = at;
    while (end < front && !(to_comma && is_mark(words, end, ','))) ++end;
    return {at, end};
  }
  return {};
}

// Object, condition and exception, from word `begin` behind the verbs to the end of the sentence.
void DutyPartsReader::read_behind(const std::vector<Word>& words, size_t begin,
                                  std::string_view sentence, DutyParts& out) const {
  static constexpr Class kCues[] = {Class::kCondition, Class::kOpensCondition, Class::kException};
  static constexpr Class kExceptions[] = {Class::kException};
  const auto bytes = [&](size_t from, size_t to) {
    const auto byte_of = [&](size_t word) {
      return word < words.size() ? words[word].span.begin : static_cast<uint32_t>(sentence.size());
    };
    return trimmed(sentence, {byte_of(from), byte_of(to)});
  };
  const size_t end = sentence_end(words, begin);
  size_t object_end = end;
  for (size_t at = begin; at < end; ++at) {
    const Found found = longest(words, at, kCues);
    const bool apart = words[at - 1].kind == Word::Kind::kMark;
    if (found.length == 0 || (found.phrase.meaning != Class::kCondition && !apart)) continue;
    const bool excepts = found.phrase.meaning == Class::kException;
    const char close = is_mark(words, at - 1, '(') ? ')' : '\0';
    size_t stop = at + found.length;
    while (stop < end && !(close != '\0' && is_mark(words, stop, close)) &&
           !(!excepts && is_mark(words, stop - 1, ',') &&
             longest(words, stop, kExceptions).length > 0)) {
      ++stop;
    }
    Span& part = excepts ? out.exception : out.condition;
    if (part.empty()) part = bytes(at, stop);
    object_end = std::min(object_end, close != '\0' ? at - 1 : at);
    at = stop - 1;
  }
  out.object = bytes(begin, object_end);
}

DutyParts DutyPartsReader::read(const LeadClaim& mine, std::span<const LeadClaim> claims,
                                std::string_view sentence) const {
  DutyParts out;
  const std::string lower = lower_same_length(sentence);
  const std::vector<Word> words = split_words(sentence, lower, book_.vocabulary());
  const uint32_t base = mine.quote.begin;
  const bool named = mine.quote.contains(mine.agent);
  const size_t front = named ? word_at(words, mine.agent.begin - base) : words.size();
  const Range condition = condition_before(words, front, !named);
  Verbs verbs = verbs_at(words, named ? word_at(words, mine.agent.end - base) : condition.end);
  if (verbs.end == 0) verbs = verbs_at(words, word_at(words, judge_.task_begin(claims, sentence)));
  if (condition.end > 0) {
    const uint32_t end = condition.end < words.size() ? words[condition.end].span.begin
                                                      : static_cast<uint32_t>(sentence.size());
    out.condition = trimmed(sentence, {words[condition.begin].span.begin, end});
  }
  if (verbs.end == 0) return out;
  out.actions = std::move(verbs.actions);
  out.verbs = {words[verbs.begin].span.begin, words[verbs.end - 1].span.end};
  read_behind(words, verbs.end, sentence, out);
  return out;
}

}  // namespace rasoat
