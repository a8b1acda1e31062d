#include "structure/issuer_name.h"

#include <algorithm>
#include <array>

#include "text/lower.h"

namespace rasoat {
namespace {

// Words after which a proper name follows, longest first.
constexpr std::array<std::string_view, 9> kLevelWords = {
    "thành phố ", "thị trấn ", "đặc khu ", "thị xã ", "phường ", "huyện ", "quận ", "tỉnh ", "xã "};

constexpr std::string_view kSociety = "xã hội";  // names no commune

// Bodies whose offices have names that end in theirs.
constexpr std::array<std::string_view, 3> kOwners = {" quốc hội", " chính phủ", " chủ tịch nước"};

// Bodies in whose names the word after "Bộ", "Sở", ... is capital and the list goes on with
// capitals.
constexpr std::array<std::string_view, 6> kNamedBodies = {"bộ ",  "sở ",       "ban ",
                                                          "cục ", "tổng cục ", "ngành "};

// The length in bytes of the UTF-8 character at `at`.
size_t character_length(std::string_view text, size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  const size_t length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
  return std::min(length, text.size() - at);
}

// Takes the capital of the character at `at` from `capitals`, which runs in step with `name`.
void capitalise(std::string& name, std::string_view capitals, size_t at) {
  if (at >= name.size()) return;
  const size_t length = character_length(name, at);
  if (length == character_length(capitals, at))
    name.replace(at, length, capitals.substr(at, length));
}

void capitalise_words(std::string& name, std::string_view capitals, size_t from) {
  for (size_t at = from; at < name.size(); ++at) {
    if (at == from || name[at - 1] == ' ') capitalise(name, capitals, at);
  }
}

// "Bộ Công Thương": sectors are written as their table has them. Empty for any other body.
std::string by_sector(std::string_view lower, const Table& sectors) {
  for (const std::string_view body : {"bộ ", "sở ", "phòng "}) {
    if (!lower.starts_with(body)) continue;
    for (size_t row = 0; row < sectors.size(); ++row) {
      const std::string_view sector = sectors.cell(row, "sector");
      if (lower_same_length(sector) == lower.substr(body.size())) {
        return capitalized(body) + std::string(sector);
      }
    }
  }
  return {};
}

std::string by_rule(std::string_view capitals) {
  std::string name = capitalized(lower_same_length(capitals));
  const std::string lower = lower_same_length(capitals);
  size_t level_end = std::string::npos;
  for (const std::string_view word : kLevelWords) {
    const size_t at = lower.find(word);
    if (at == std::string::npos || (at > 0 && lower[at - 1] != ' ')) continue;
    if (lower.compare(at, kSociety.size(), kSociety) == 0) continue;
    if (level_end == std::string::npos || at + word.size() < level_end)
      level_end = at + word.size();
  }
  if (level_end != std::string::npos) {
    capitalise_words(name, capitals, level_end);
    return name;
  }
  for (const std::string_view owner : kOwners) {
    if (lower.ends_with(owner)) capitalise(name, capitals, lower.size() - owner.size() + 1);
  }
  for (const std::string_view word : kNamedBodies) {
    if (!lower.starts_with(word)) continue;
    // "Bộ Văn hóa, Thể thao và Du lịch": a capital after the body's word, a comma, a dash and "và".
    capitalise(name, capitals, word.size());
    for (const std::string_view joint : {", ", " - ", " và "}) {
      for (size_t at = lower.find(joint); at != std::string::npos; at = lower.find(joint, at + 1)) {
        capitalise(name, capitals, at + joint.size());
      }
    }
  }
  return name;
}

bool has_lower_letter(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

}  // namespace

std::string issuer_in_running_form(std::string_view capitals, const TextBuffer& text,
                                   const Lexicon& lexicon) {
  const std::string wanted = lower_same_length(capitals);
  if (std::string name = by_sector(wanted, lexicon.table("agency_sectors")); !name.empty()) {
    return name;
  }
  const std::string_view lower = text.lower();
  for (size_t at = lower.find(wanted); at != std::string_view::npos;
       at = lower.find(wanted, at + 1)) {
    const std::string_view written = text.text().substr(at, wanted.size());
    const size_t end = at + wanted.size();
    const bool whole = end >= lower.size() || lower[end] == ' ' || lower[end] == '\n' ||
                       lower[end] == ',' || lower[end] == ';' || lower[end] == '.';
    if (!whole || !has_lower_letter(written)) continue;
    return capitalized(written);
  }
  return by_rule(capitals);
}

}  // namespace rasoat
