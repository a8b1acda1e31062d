#include "index/terms.h"

#include <cstdint>
#include <cstdio>

#include "query/syllables.h"
#include "store/keys.h"
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

std::string joined(std::string_view field, char kind, std::string_view syllable) {
  std::string out(field);
  out += kind;
  out += syllable;
  return out;
}

}  // namespace

std::string written_term(std::string_view field, std::string_view syllable) {
  return joined(field, 'W', term_form(syllable));
}

std::string unmarked_term(std::string_view field, std::string_view syllable) {
  return joined(field, 'U', fold_marks(term_form(syllable)));
}

std::string asked_term(std::string_view field, std::string_view syllable) {
  return has_marks(syllable) ? written_term(field, syllable) : unmarked_term(field, syllable);
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
