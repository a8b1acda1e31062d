#include "index/terms.h"

#include <cstdint>
#include <cstdio>

#include "query/syllables.h"
#include "store/keys.h"
#include "text/characters.h"
#include "text/lower.h"

namespace rasoat {
namespace {

// Xapian takes terms of 245 bytes, of which a NUL counts two.
constexpr size_t kMaxValueBytes = 180;

// FNV-1a.
uint64_t hash(std::string_view text) {
  uint64_t out = 0xcbf29ce484222325;
  for (const char c : text) out = (out ^ static_cast<unsigned char>(c)) * 0x100000001b3;
  return out;
}

// The letters that carry marks, in order; the whole syllable where they do not tell which of two
// like letters ("aà") carries one.
std::string marked_letters(std::string_view syllable, std::string_view folded) {
  std::string out;
  for (size_t at = 0; at < syllable.size();) {
    const std::string_view letter = syllable.substr(at, character_bytes(syllable[at]));
    at += letter.size();
    if (letter.size() == 1) continue;
    const std::string base = fold_marks(letter);
    const size_t first = folded.find(base);
    if (first != std::string_view::npos && folded.find(base, first + 1) != std::string_view::npos) {
      return std::string(syllable);
    }
    out += letter;
  }
  return out;
}

}  // namespace

std::string syllable_term(std::string_view syllable) {
  const std::string text(term_form(syllable));
  std::string out = fold_marks(text);
  if (out == text) return out;
  const std::string letters = marked_letters(text, out);
  out += ' ';
  return out += letters;
}

std::string forms_prefix(std::string_view unmarked) {
  std::string out(term_form(unmarked));
  return out += ' ';
}

std::string pair_term(std::string_view first, std::string_view second) {
  std::string out(kPassagePair);
  out += term_form(first);
  out += ' ';
  return out += term_form(second);
}

std::string value_term(std::string_view prefix, std::string_view value) {
  std::string out(prefix);
  out += ':';
  if (value.size() <= kMaxValueBytes) return out += value;
  char digits[20];
  std::snprintf(digits, sizeof digits, "#%016llx", static_cast<unsigned long long>(hash(value)));
  out += value.substr(0, kMaxValueBytes);
  return out += digits;
}

std::string value_term(Field field, std::string_view value) {
  return value_term(info_of(field).prefix, value);
}

std::string document_term(std::string_view id) { return value_term("Q", id); }

std::vector<std::string> number_values(std::string_view number) {
  std::string key = number_key(number);
  std::vector<std::string> out;
  while (!key.empty()) {
    out.push_back(key);
    const size_t slash = key.rfind('/');
    if (slash == std::string::npos) break;
    key.resize(slash);
  }
  return out;
}

}  // namespace rasoat
