#include "authority/words.h"

#include <algorithm>
#include <cstring>

#include "text/characters.h"

namespace rasoat {
namespace {

bool is_ascii_letter(unsigned char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(unsigned char c) { return c >= '0' && c <= '9'; }

// Length of the mark of general punctuation (U+2000..U+206F, « ») at `at`; 0 if there is none.
size_t wide_mark_length(std::string_view text, size_t at) {
  const auto byte = [&](size_t i) {
    return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0u;
  };
  if (byte(0) == 0xE2 && (byte(1) == 0x80 || byte(1) == 0x81)) return 3;
  if (byte(0) == 0xC2 && (byte(1) == 0xAB || byte(1) == 0xBB)) return 2;
  return 0;
}

char ascii_form(std::string_view mark) {
  if (mark.size() == 1) return mark[0];
  if (mark == "–" || mark == "—" || mark == "‐" || mark == "‑" || mark == "−") return '-';
  if (mark == "“" || mark == "”" || mark == "«" || mark == "»") return '"';
  if (mark == "…") return '.';
  return '?';
}

bool word_byte(std::string_view text, size_t at) {
  const auto c = static_cast<unsigned char>(text[at]);
  if (c < 0x80) return is_ascii_letter(c) || is_digit(c);
  if (c != 0xE2 && c != 0xC2) return true;
  return wide_mark_length(text, at) == 0;
}

size_t word_end(std::string_view text, size_t at) {
  while (at < text.size()) {
    if (word_byte(text, at)) {
      ++at;
    } else if (text[at] == '&' && at + 1 < text.size() && word_byte(text, at + 1)) {
      ++at;
    } else {
      break;
    }
  }
  return at;
}

}  // namespace

// Eight bytes at a time: syllables have no more than that, most of them.
uint32_t Vocabulary::hash_of(std::string_view word) {
  uint64_t hash = word.size();
  for (size_t at = 0; at < word.size(); at += 8) {
    uint64_t bytes = 0;
    std::memcpy(&bytes, word.data() + at, std::min<size_t>(8, word.size() - at));
    hash = (hash ^ bytes) * 0x9E3779B97F4A7C15U;
    hash ^= hash >> 32;
  }
  return static_cast<uint32_t>(hash);
}

size_t Vocabulary::slot_of(std::string_view word, uint32_t hash) const {
  const size_t mask = slots_.size() - 1;
  size_t at = hash & mask;
  while (slots_[at].id >= 0 &&
         (slots_[at].hash != hash || words_[static_cast<size_t>(slots_[at].id)] != word)) {
    at = (at + 1) & mask;
  }
  return at;
}

int32_t Vocabulary::intern(std::string_view word) {
  const uint32_t hash = hash_of(word);
  size_t at = slot_of(word, hash);
  if (slots_[at].id >= 0) return slots_[at].id;
  if (2 * (words_.size() + 1) > slots_.size()) {
    std::vector<Slot> old(slots_.size() * 2);
    old.swap(slots_);
    for (const Slot& slot : old) {
      if (slot.id >= 0) slots_[slot_of(words_[static_cast<size_t>(slot.id)], slot.hash)] = slot;
    }
    at = slot_of(word, hash);
  }
  slots_[at] = {hash, static_cast<int32_t>(words_.size())};
  words_.emplace_back(word);
  return slots_[at].id;
}

int32_t Vocabulary::find(std::string_view word) const {
  return slots_[slot_of(word, hash_of(word))].id;
}

std::vector<Word> split_words(std::string_view text, std::string_view lower,
                              const Vocabulary& vocabulary) {
  std::vector<Word> out;
  out.reserve(text.size() / 5);
  for (size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (c == ' ' || c == '\t' || c == '\r') {
      ++at;
      continue;
    }
    Word word;
    size_t end = at + 1;
    if (c == '\n') {
      word.kind = Word::Kind::kLineEnd;
    } else if (word_byte(text, at)) {
      end = word_end(text, at);
      if (is_digit(static_cast<unsigned char>(c))) word.kind = Word::Kind::kNumber;
      const size_t first = character_bytes(c);
      word.capital = text.substr(at, first) != lower.substr(at, first);
      size_t last = end - 1;
      while (last > at && (static_cast<unsigned char>(text[last]) & 0xC0) == 0x80) --last;
      word.all_caps = word.capital && last > at &&
                      text.substr(last, end - last) != lower.substr(last, end - last);
      word.id = vocabulary.find(lower.substr(at, end - at));
    } else {
      if (const size_t wide = wide_mark_length(text, at)) end = at + wide;
      word.kind = Word::Kind::kMark;
      word.mark = ascii_form(text.substr(at, end - at));
      word.id = vocabulary.find(std::string_view(&word.mark, 1));
    }
    word.span = {static_cast<uint32_t>(at), static_cast<uint32_t>(end)};
    out.push_back(word);
    at = end;
  }
  return out;
}

void drop_editor_notes(std::vector<Word>& words) {
  const auto mark_of = [](const Word& word) {
    return word.kind == Word::Kind::kMark ? word.mark : '\0';
  };
  const auto first = std::find_if(words.begin(), words.end(),
                                  [&](const Word& word) { return mark_of(word) == '['; });
  auto kept = first, note = first;
  size_t depth = 0;
  for (auto word = first; word != words.end(); ++word) {
    const char mark = mark_of(*word);
    if (mark == '[' && depth++ == 0) note = kept;
    if (word->kind == Word::Kind::kLineEnd) depth = 0;
    *kept++ = *word;
    if (mark == ']' && depth > 0 && --depth == 0) kept = note;
  }
  words.erase(kept, words.end());
}

}  // namespace rasoat
