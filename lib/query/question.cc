// How a question is read.
//
// corpus/lexicon/question_words.tsv lists the phrases that ask ("quy định nào", "ai", "là gì"),
// those that say that a task is given ("giao nhiệm vụ"), and the small words that join these to the
// rest
// ("cho", "của"). Phrases are taken out, the longest first, wherever they stand; small words only
// at the edges of what is left. In each stretch that is left the bodies are found by authority's
// own reader. A phrase of the table fits what was typed with its marks, or what was typed without
// any.
#include "query/question.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <vector>

#include "authority/agency.h"
#include "query/document_number.h"
#include "query/syllables.h"
#include "query/synonyms.h"
#include "text/lower.h"

namespace rasoat {
namespace {

enum class PhraseClass : uint8_t { kAsk, kTask, kGiven, kDefine, kSmall };

struct Phrase {
  std::vector<std::string> words;
  std::vector<std::string> folded;
  PhraseClass kind = PhraseClass::kAsk;
};

std::vector<std::string> split_words(std::string_view text) {
  std::vector<std::string> out;
  while (!text.empty()) {
    const size_t end = std::min(text.find(' '), text.size());
    if (end > 0) out.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

// The table, with the phrases filed under their first word without marks.
struct QuestionPhrases {
  explicit QuestionPhrases(const Lexicon& lexicon) {
    const Table& table = lexicon.table("question_words");
    for (size_t row = 0; row < table.size(); ++row) {
      Phrase phrase;
      phrase.words = split_words(lower_same_length(table.cell(row, "phrase")));
      if (phrase.words.empty()) continue;
      for (const std::string& word : phrase.words) phrase.folded.push_back(fold_marks(word));
      const std::string_view kind = table.cell(row, "class");
      phrase.kind = kind == "task"     ? PhraseClass::kTask
                    : kind == "given"  ? PhraseClass::kGiven
                    : kind == "define" ? PhraseClass::kDefine
                    : kind == "small"  ? PhraseClass::kSmall
                                       : PhraseClass::kAsk;
      by_first[phrase.folded[0]].push_back(std::move(phrase));
    }
    for (auto& [word, phrases] : by_first) {
      std::stable_sort(phrases.begin(), phrases.end(), [](const Phrase& a, const Phrase& b) {
        return a.words.size() > b.words.size();
      });
    }
  }

  std::unordered_map<std::string, std::vector<Phrase>> by_first;
};

struct Word {
  Span span;         // in the question, without the punctuation around it
  std::string text;  // lower case
  std::string folded;
  enum class State : uint8_t { kLeft, kTaken, kGap } state = State::kLeft;
};

// Words without the punctuation around them: "nào?" asks as "nào" does. `lower` is in lower case.
std::vector<Word> words_of(std::string_view lower) {
  std::vector<Word> out;
  for (size_t at = 0; at < lower.size();) {
    const size_t end = std::min(lower.find(' ', at), lower.size());
    const std::vector<Span> parts = syllables(lower.substr(at, end - at));
    if (!parts.empty()) {
      Word word;
      word.span = {static_cast<uint32_t>(at + parts.front().begin),
                   static_cast<uint32_t>(at + parts.back().end)};
      word.text = word.span.of(lower);
      word.folded = fold_marks(word.text);
      out.push_back(std::move(word));
    }
    at = end + 1;
  }
  return out;
}

bool fits(const Phrase& phrase, const std::vector<Word>& words, size_t at) {
  if (at + phrase.words.size() > words.size()) return false;
  for (size_t i = 0; i < phrase.words.size(); ++i) {
    const Word& word = words[at + i];
    const bool unmarked = word.text == word.folded;
    if (word.state != Word::State::kLeft) return false;
    if (word.text != phrase.words[i] && !(unmarked && word.folded == phrase.folded[i]))
      return false;
  }
  return true;
}

// The longest phrase that begins at a word, or null.
const Phrase* phrase_at(const QuestionPhrases& phrases, const std::vector<Word>& words, size_t at,
                        bool small) {
  const auto found = phrases.by_first.find(words[at].folded);
  if (found == phrases.by_first.end()) return nullptr;
  const bool follows = at > 0 && words[at - 1].state == Word::State::kTaken;
  for (const Phrase& phrase : found->second) {
    if ((phrase.kind == PhraseClass::kSmall) != small || !fits(phrase, words, at)) continue;
    if (phrase.kind != PhraseClass::kGiven || follows) return &phrase;
  }
  return nullptr;
}

// Which classes of phrases a question has.
struct Taken {
  bool any = false;
  bool task = false;
  bool define = false;
};

Taken take_phrases(const QuestionPhrases& phrases, std::vector<Word>& words) {
  Taken out;
  for (size_t at = 0; at < words.size();) {
    const Phrase* phrase = phrase_at(phrases, words, at, false);
    if (phrase == nullptr) {
      ++at;
      continue;
    }
    for (size_t i = 0; i < phrase->words.size(); ++i) words[at + i].state = Word::State::kTaken;
    out.any = true;
    out.task =
        out.task || phrase->kind == PhraseClass::kTask || phrase->kind == PhraseClass::kGiven;
    out.define = out.define || phrase->kind == PhraseClass::kDefine;
    at += phrase->words.size();
  }
  return out;
}

// Calls `visit(first, end)` for each stretch of words that are left.
template <typename Visit>
void for_each_stretch(const std::vector<Word>& words, Visit visit) {
  for (size_t at = 0; at < words.size();) {
    size_t end = at;
    while (end < words.size() && words[end].state == Word::State::kLeft) ++end;
    if (end > at) visit(at, end);
    at = std::max(end, at + 1);
  }
}

// The words as they were typed, with the marks between them: "Sở Văn hóa, Thể thao và Du lịch".
std::string_view typed(std::string_view lower, const std::vector<Word>& words, size_t first,
                       size_t end) {
  return Span{words[first].span.begin, words[end - 1].span.end}.of(lower);
}

void take_small_words_at_edges(const QuestionPhrases& phrases, std::vector<Word>& words) {
  for_each_stretch(words, [&](size_t first, size_t end) {
    while (first < end) {
      const Phrase* phrase = phrase_at(phrases, words, first, true);
      const size_t length = phrase == nullptr ? 0 : phrase->words.size();
      if (length == 0 || first + length > end) break;
      for (size_t i = 0; i < length; ++i) words[first + i].state = Word::State::kTaken;
      first += length;
    }
    while (end > first) {
      size_t length = 0;
      for (size_t tried = 1; tried <= 3 && tried <= end - first; ++tried) {
        const Phrase* phrase = phrase_at(phrases, words, end - tried, true);
        if (phrase != nullptr && phrase->words.size() == tried) length = tried;
      }
      if (length == 0) break;
      for (size_t i = 0; i < length; ++i) words[end - 1 - i].state = Word::State::kTaken;
      end -= length;
    }
  });
}

struct Body {
  std::string text;  // agency_keys_from_words() gives the keys for it
  std::vector<std::string> keys;
};

// Takes the bodies out.
void take_agencies(std::string_view lower, std::vector<Word>& words, const Lexicon& lexicon,
                   std::vector<Body>& out) {
  for_each_stretch(words, [&](size_t first, size_t end) {
    const uint32_t begin = words[first].span.begin;
    const std::string_view text = typed(lower, words, first, end);
    for (AgencyMention& mention : agency_mentions(text, lexicon)) {
      Body body{std::string(mention.span.of(text)), std::move(mention.keys)};
      if (agency_keys_from_words(body.text, lexicon) != body.keys) {
        if (body.keys.size() != 1) continue;
        body.text = body.keys[0];
        if (agency_keys_from_words(body.text, lexicon) != body.keys) continue;
      }
      for (size_t i = first; i < end; ++i) {
        if (words[i].span.begin < begin + mention.span.end &&
            words[i].span.end > begin + mention.span.begin) {
          words[i].state = Word::State::kTaken;
        }
      }
      out.push_back(std::move(body));
    }
  });
}

Query agency_field(const Body& body) {
  Query out;
  out.kind = Query::Kind::kField;
  out.field = Field::kAgency;
  out.text = body.text;
  out.values = body.keys;
  return out;
}

// One field that asks for any of the bodies; several joined by OR where their names, one after
// another, would be read as others.
Query any_agency(const std::vector<Body>& bodies, const Lexicon& lexicon) {
  Body all;
  Query either;
  either.kind = Query::Kind::kOr;
  for (const Body& body : bodies) {
    all.text += (all.text.empty() ? "" : ", ") + body.text;
    for (const std::string& key : body.keys) {
      if (std::find(all.keys.begin(), all.keys.end(), key) == all.keys.end()) {
        all.keys.push_back(key);
      }
    }
    either.children.push_back(agency_field(body));
  }
  return bodies.size() == 1 || agency_keys_from_words(all.text, lexicon) == all.keys
             ? agency_field(all)
             : either;
}

// "cấp huyện" where it stands alone.
Query take_level(std::string_view lower, std::vector<Word>& words) {
  Query out;
  out.kind = Query::Kind::kField;
  out.field = Field::kLevel;
  for_each_stretch(words, [&](size_t first, size_t end) {
    if (!out.values.empty() || end - first != 2 || words[first].folded != "cap") return;
    const std::string text(typed(lower, words, first, end));
    if (const auto level = level_from_words(text)) {
      out.text = text;
      out.values = {std::string(key_of(*level))};
      for (size_t i = first; i < end; ++i) words[i].state = Word::State::kTaken;
    }
  });
  return out;
}

// The words that are left, as nodes.
std::vector<Query> words_left(const std::vector<Word>& words) {
  std::vector<Query> out;
  for (const Word& word : words) {
    if (word.state != Word::State::kLeft) continue;
    Query& made = out.emplace_back();
    // Unquoted, "role:lead" would be read as a field.
    const bool has_colon = word.text.find(':') != std::string::npos;
    const std::optional<std::string> number = document_number(word.text);
    made.kind = has_colon || number ? Query::Kind::kPhrase : Query::Kind::kWord;
    made.text = number ? *number : word.text;
  }
  return out;
}

// "Hộ tịch là gì": the words in their order, and "là" behind them, as in "Hộ tịch là những sự kiện
// …". Ranked however few they are: the neighbours count.
Query definition_of(const std::vector<Word>& words) {
  Query out;
  out.kind = Query::Kind::kRanked;
  out.children = words_left(words);
  if (out.children.empty()) return {};
  Query& is = out.children.emplace_back();
  is.kind = Query::Kind::kWord;
  is.text = std::any_of(words.begin(), words.end(),
                        [](const Word& word) { return word.text != word.folded; })
                ? "là"
                : "la";
  return out;
}

}  // namespace

std::optional<Query> parse_question(std::string_view clean, const Lexicon& lexicon) {
  const auto& phrases = lexicon.derived<QuestionPhrases>();
  const std::string lower = lower_same_length(clean);
  std::vector<Word> words = words_of(lower);
  if (words.empty() || words.size() > kMaxQueryTerms) return {};
  const Taken taken = take_phrases(phrases, words);
  if (!taken.any) return {};
  if (taken.define && !taken.task) {
    Query definition = definition_of(words);
    if (definition.children.size() > 1) return definition;
  }
  std::vector<Word> without_bodies = words;
  take_small_words_at_edges(phrases, words);
  std::vector<Query> left = words_left(words);
  // Bodies are read before the small words go: "tai" of "so giao thong van tai" is one of them
  // without its mark.
  std::vector<Body> bodies;
  take_agencies(lower, without_bodies, lexicon, bodies);
  take_small_words_at_edges(phrases, without_bodies);
  Query level = bodies.empty() ? take_level(lower, without_bodies) : Query();
  std::vector<Query> besides = words_left(without_bodies);
  Query out;
  out.kind = Query::Kind::kAnd;
  // A body is the one that has the task where the question says that one is given, or asks for
  // nothing else. Elsewhere it is among the words.
  if (taken.task || besides.empty()) {
    if (!bodies.empty()) out.children.push_back(any_agency(bodies, lexicon));
    if (!level.values.empty()) out.children.push_back(std::move(level));
    left = std::move(besides);
  }
  if (!left.empty()) {
    Query rest = words_together(std::move(left), lexicon);
    if (rest.kind == Query::Kind::kAnd) {
      std::move(rest.children.begin(), rest.children.end(), std::back_inserter(out.children));
    } else {
      out.children.push_back(std::move(rest));
    }
  }
  if (out.children.empty()) return {};
  if (out.children.size() == 1) return Query(std::move(out.children[0]));
  return out;
}

std::optional<Query> parse_quoted_question(std::vector<Query> phrases, std::string_view rest,
                                           const Lexicon& lexicon) {
  const auto& asking = lexicon.derived<QuestionPhrases>();
  std::vector<Word> words = words_of(lower_same_length(rest));
  if (words.empty() || words.size() > kMaxQueryTerms) return {};
  const Taken taken = take_phrases(asking, words);
  if (!taken.any) return {};
  take_small_words_at_edges(asking, words);
  std::vector<Query> left = words_left(words);
  if (taken.define && phrases.size() == 1 && left.empty()) {
    phrases[0].text += has_marks(phrases[0].text) ? " là" : " la";
    return phrases[0];
  }
  Query out;
  out.kind = Query::Kind::kAnd;
  out.children = std::move(phrases);
  if (left.size() > 1) {
    Query& order = out.children.emplace_back();
    order.kind = Query::Kind::kRanked;
    order.children = std::move(left);
  }
  if (out.children.size() == 1) return Query(std::move(out.children[0]));
  return out;
}

}  // namespace rasoat
