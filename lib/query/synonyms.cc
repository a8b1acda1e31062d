#include "query/synonyms.h"

#include <algorithm>

#include "query/document_number.h"
#include "query/syllables.h"
#include "text/lower.h"

namespace rasoat {
namespace {

using Kind = Query::Kind;

std::vector<std::string> syllables_of(std::string_view text) {
  const std::string lower = lower_same_length(text);
  std::vector<std::string> out;
  for (const Span span : syllables(lower)) out.emplace_back(span.of(lower));
  return out;
}

std::string joined(const std::vector<std::string>& syllables, size_t begin, size_t end) {
  std::string out;
  for (size_t i = begin; i < end; ++i) out += (i == begin ? "" : " ") + syllables[i];
  return out;
}

void add_form(std::vector<std::string>& forms, const std::string& form) {
  if (forms.size() < kMaxAddedForms && std::find(forms.begin(), forms.end(), form) == forms.end()) {
    forms.push_back(form);
  }
}

// The text with each of its forms replaced by the others.
std::vector<std::string> variants(const std::string& text, const Synonyms& synonyms) {
  const std::vector<std::string> all = syllables_of(text);
  std::vector<std::string> out{""};
  size_t at = 0;
  const auto append = [&](const std::vector<std::string>& choices) {
    std::vector<std::string> longer;
    for (const std::string& choice : choices) {
      for (const std::string& begun : out) {
        if (longer.size() <= kMaxAddedForms)
          longer.push_back(begun + (begun.empty() ? "" : " ") + choice);
      }
    }
    out = std::move(longer);
  };
  for (const Synonyms::Hit& hit : synonyms.hits(all)) {
    if (hit.begin > at) append({joined(all, at, hit.begin)});
    std::vector<std::string> choices{joined(all, hit.begin, hit.end)};
    choices.insert(choices.end(), hit.others.begin(), hit.others.end());
    append(choices);
    at = hit.end;
  }
  if (at < all.size()) append({joined(all, at, all.size())});
  std::erase(out, joined(all, 0, all.size()));
  return out;
}

Query phrase_of(std::string text) {
  Query out;
  out.kind = syllables_of(text).size() == 1 ? Kind::kWord : Kind::kPhrase;
  out.text = std::move(text);
  return out;
}

// A number has no forms: the "UBND" in "10/2025/QĐ-UBND" is no word.
bool has_digit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

void widen_one(Query& words, const Synonyms& synonyms, std::vector<std::string>& added) {
  if (!words.also.empty() || has_digit(words.text)) return;
  for (const std::string& form : variants(words.text, synonyms)) add_form(words.also, form);
  added.insert(added.end(), words.also.begin(), words.also.end());
}

void widen_ranked(Query& query, const Synonyms& synonyms, std::vector<std::string>& added) {
  std::vector<std::string> all;
  for (const Query& child : query.children) {
    std::vector<std::string> own = syllables_of(child.text);
    if (has_digit(child.text)) own = {""};
    std::move(own.begin(), own.end(), std::back_inserter(all));
  }
  std::vector<std::string> others;
  for (const Synonyms::Hit& hit : synonyms.hits(all)) {
    for (const std::string& other : hit.others) add_form(others, other);
  }
  for (const std::string& other : others) {
    if (query.children.size() >= kMaxQueryTerms) break;
    query.children.push_back(phrase_of(other));
    added.push_back(other);
  }
}

void widen(Query& query, const Synonyms& synonyms, bool ranked, std::vector<std::string>& added) {
  switch (query.kind) {
    case Kind::kWord:
    case Kind::kPhrase:
      widen_one(query, synonyms, added);
      break;
    case Kind::kRanked:
      if (ranked) widen_ranked(query, synonyms, added);
      break;
    case Kind::kAnd:
    case Kind::kOr:
    case Kind::kNot:
      for (Query& child : query.children) widen(child, synonyms, ranked, added);
      break;
    case Kind::kNear:
    case Kind::kField:
    case Kind::kNothing:
      break;
  }
}

// Runs of words that are one form become a phrase.
std::vector<Query> with_forms_joined(std::vector<Query> words, const Synonyms& synonyms) {
  std::vector<std::string> all;
  for (const Query& word : words) {
    const std::vector<std::string> own = syllables_of(word.text);
    all.push_back(word.kind == Kind::kWord && own.size() == 1 ? own[0] : "");
  }
  std::vector<Query> out;
  size_t at = 0;
  const auto keep_to = [&](size_t end) {
    for (; at < end; ++at) out.push_back(std::move(words[at]));
  };
  for (const Synonyms::Hit& hit : synonyms.hits(all)) {
    if (hit.end - hit.begin < 2) continue;
    keep_to(hit.begin);
    out.push_back(phrase_of(joined(all, hit.begin, hit.end)));
    at = hit.end;
  }
  keep_to(words.size());
  return out;
}

}  // namespace

Synonyms::Synonyms(const Lexicon& lexicon) {
  const Table& table = lexicon.table("search_synonyms");
  for (size_t row = 0; row < table.size(); ++row) {
    std::vector<std::string> forms{std::string(table.cell(row, "words"))};
    for (std::string& form : table.values(row, "same")) forms.push_back(std::move(form));
    const bool abbreviation = table.cell(row, "class") == "abbreviation";
    for (size_t i = 0; i < forms.size(); ++i) {
      std::vector<std::string> others = forms;
      others.erase(others.begin() + static_cast<std::ptrdiff_t>(i));
      add(forms[i], abbreviation && i == 0, std::move(others));
    }
  }
  const Table& sectors = lexicon.table("agency_sectors");
  std::unordered_map<std::string, std::string> heirs;
  for (const auto& [head, column] : {std::pair("bộ ", "bo_heir"), std::pair("sở ", "so_heir")}) {
    for (size_t row = 0; row < sectors.size(); ++row) {
      const std::string heir(sectors.cell(row, column));
      if (!heir.empty()) heirs[head + std::string(sectors.cell(row, "sector"))] = head + heir;
    }
  }
  for (const auto& [old, first] : heirs) {
    std::vector<std::string> others;
    for (auto heir = heirs.find(old); heir != heirs.end() && others.size() < kMaxAddedForms;
         heir = heirs.find(heir->second)) {
      others.push_back(heir->second);
    }
    add(old, false, std::move(others));
  }
}

void Synonyms::add(std::string_view form, bool abbreviation, std::vector<std::string> others) {
  Form out;
  out.syllables = syllables_of(form);
  if (out.syllables.empty()) return;
  for (const std::string& syllable : out.syllables) out.folded.push_back(fold_marks(syllable));
  out.abbreviation = abbreviation;
  for (const std::string& other : others) {
    const std::vector<std::string> words = syllables_of(other);
    out.others.push_back(joined(words, 0, words.size()));
  }
  by_first_[out.folded[0]].push_back(forms_.size());
  forms_.push_back(std::move(out));
}

const Synonyms::Form* Synonyms::longest_at(const std::vector<std::string>& syllables,
                                           size_t at) const {
  const auto found = by_first_.find(fold_marks(syllables[at]));
  if (found == by_first_.end()) return nullptr;
  const Form* best = nullptr;
  for (const size_t index : found->second) {
    const Form& form = forms_[index];
    if (at + form.syllables.size() > syllables.size()) continue;
    if (best != nullptr && best->syllables.size() >= form.syllables.size()) continue;
    const bool may_lack_marks = form.abbreviation || form.syllables.size() >= 3;
    bool fits = true;
    for (size_t i = 0; i < form.syllables.size() && fits; ++i) {
      const std::string& typed = syllables[at + i];
      fits = typed == form.syllables[i] || (may_lack_marks && typed == form.folded[i]);
    }
    if (fits) best = &form;
  }
  return best;
}

std::vector<Synonyms::Hit> Synonyms::hits(const std::vector<std::string>& syllables) const {
  std::vector<Hit> out;
  for (size_t at = 0; at < syllables.size();) {
    const Form* form = longest_at(syllables, at);
    if (form == nullptr) {
      ++at;
      continue;
    }
    out.push_back({at, at + form->syllables.size(), form->others});
    at += form->syllables.size();
  }
  return out;
}

Query words_together(std::vector<Query> words, const Lexicon& lexicon) {
  if (words.size() == 2 && (words[0].text == "số" || words[0].text == "so") &&
      document_number(words[1].text)) {
    words.erase(words.begin());
  }
  if (words.empty()) return {};
  for (Query& word : words) {
    if (auto number = document_number(word.text)) {
      word.kind = Kind::kPhrase;
      word.text = std::move(*number);
    }
  }
  Query out;
  if (words.size() == 1 && document_number(words[0].text)) {
    Query number;
    number.kind = Kind::kField;
    number.field = Field::kNumber;
    number.text = words[0].text;
    number.values = {words[0].text};
    out.kind = Kind::kOr;
    out.children = {std::move(words[0]), std::move(number)};
    return out;
  }
  out.kind = words.size() > kMaxRequiredWords ? Kind::kRanked : Kind::kAnd;
  if (out.kind == Kind::kAnd) {
    words = with_forms_joined(std::move(words), lexicon.derived<Synonyms>());
  }
  if (words.size() == 1) return std::move(words[0]);
  out.children = std::move(words);
  return out;
}

void widen(Query& query, const Lexicon& lexicon, std::vector<std::string>& added) {
  widen(query, lexicon.derived<Synonyms>(), true, added);
}

void widen_words(Query& query, const Lexicon& lexicon, std::vector<std::string>& added) {
  widen(query, lexicon.derived<Synonyms>(), false, added);
}

}  // namespace rasoat
