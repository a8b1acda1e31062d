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
#include "query/syllables.h"
#include "text/lower.h"

namespace rasoat {
namespace {

enum class PhraseClass : uint8_t { kAsk, kTask, kGiven, kSmall };

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
      phrase.kind = kind == "task"    ? PhraseClass::kTask
                    : kind == "given" ? PhraseClass::kGiven
                    : kind == "small" ? PhraseClass::kSmall
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
  std::string text;  // lower case
  std::string folded;
  enum class State : uint8_t { kLeft, kTaken, kGap } state = State::kLeft;
};

// Words without the punctuation around them: "nào?" asks as "nào" does.
std::vector<Word> words_of(std::string_view clean) {
  std::vector<Word> out;
  for (const std::string& typed : split_words(lower_same_length(clean))) {
    const std::vector<Span> parts = syllables(typed);
    if (parts.empty()) continue;
    Word word;
    word.text = typed.substr(parts.front().begin, parts.back().end - parts.front().begin);
    word.folded = fold_marks(word.text);
    out.push_back(std::move(word));
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
    out.task = out.task || phrase->kind != PhraseClass::kAsk;
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

std::string joined(const std::vector<Word>& words, size_t first, size_t end) {
  std::string out;
  for (size_t i = first; i < end; ++i) out += (i == first ? "" : " ") + words[i].text;
  return out;
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

// Takes the bodies out; their names and keys.
Query take_agencies(std::vector<Word>& words, const Lexicon& lexicon) {
  Query out;
  out.kind = Query::Kind::kField;
  out.field = Field::kAgency;
  for_each_stretch(words, [&](size_t first, size_t end) {
    for (const AgencyMention& mention : agency_mentions(joined(words, first, end), lexicon)) {
      const size_t from = first + mention.first_word;
      const size_t to = std::min(first + mention.end_word, end);
      if (from >= to) continue;
      out.text += (out.text.empty() ? "" : ", ") + joined(words, from, to);
      for (const std::string& key : mention.keys) {
        if (std::find(out.values.begin(), out.values.end(), key) == out.values.end()) {
          out.values.push_back(key);
        }
      }
      for (size_t i = from; i < to; ++i) words[i].state = Word::State::kTaken;
    }
  });
  return out;
}

// "cấp huyện" where it stands alone.
Query take_level(std::vector<Word>& words) {
  Query out;
  out.kind = Query::Kind::kField;
  out.field = Field::kLevel;
  for_each_stretch(words, [&](size_t first, size_t end) {
    if (!out.values.empty() || end - first != 2 || words[first].folded != "cap") return;
    const std::string text = joined(words, first, end);
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
    made.kind = has_colon ? Query::Kind::kPhrase : Query::Kind::kWord;
    made.text = word.text;
  }
  return out;
}

}  // namespace

std::optional<Query> parse_question(std::string_view clean, const Lexicon& lexicon) {
  const auto& phrases = lexicon.derived<QuestionPhrases>();
  std::vector<Word> words = words_of(clean);
  if (words.empty() || words.size() > kMaxQueryTerms) return {};
  const Taken taken = take_phrases(phrases, words);
  if (!taken.any) return {};
  take_small_words_at_edges(phrases, words);
  std::vector<Query> left = words_left(words);
  Query out;
  out.kind = Query::Kind::kAnd;
  Query agencies = take_agencies(words, lexicon);
  take_small_words_at_edges(phrases, words);
  Query level = agencies.values.empty() ? take_level(words) : Query();
  std::vector<Query> besides = words_left(words);
  // A body is the one that has the task where the question says that one is given, or asks for
  // nothing else. Elsewhere it is among the words.
  if (taken.task || besides.empty()) {
    if (!agencies.values.empty()) out.children.push_back(std::move(agencies));
    if (!level.values.empty()) out.children.push_back(std::move(level));
    left = std::move(besides);
  }
  if (left.size() > kMaxRequiredWords) {
    Query ranked;
    ranked.kind = Query::Kind::kRanked;
    ranked.children = std::move(left);
    out.children.push_back(std::move(ranked));
  } else {
    std::move(left.begin(), left.end(), std::back_inserter(out.children));
  }
  if (out.children.empty()) return {};
  if (out.children.size() == 1) return Query(std::move(out.children[0]));
  return out;
}

}  // namespace rasoat
