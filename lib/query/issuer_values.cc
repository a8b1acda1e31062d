#include "query/issuer_values.h"

#include <algorithm>
#include <array>

#include "authority/agency.h"
#include "query/syllables.h"
#include "text/lower.h"

namespace rasoat {
namespace {

// Words that say which kind of body it is and on which level; what is left names its place.
constexpr std::array<std::string_view, 16> kBodyWords{"ủy ban nhân dân",
                                                      "hội đồng nhân dân",
                                                      "thường trực",
                                                      "chủ tịch",
                                                      "thành phố",
                                                      "thị trấn",
                                                      "thị xã",
                                                      "ubnd",
                                                      "hđnd",
                                                      "tỉnh",
                                                      "huyện",
                                                      "quận",
                                                      "phường",
                                                      "xã",
                                                      "cấp",
                                                      "các"};

std::vector<std::string> words_of(std::string_view lower) {
  std::vector<std::string> out;
  for (const Span span : syllables(lower)) out.emplace_back(span.of(lower));
  return out;
}

std::string place_words(const std::vector<std::string>& words) {
  std::vector<bool> taken(words.size(), false);
  for (const std::string_view body : kBodyWords) {
    const std::vector<std::string> known = words_of(body);
    for (size_t at = 0; at + known.size() <= words.size(); ++at) {
      bool same = true;
      for (size_t i = 0; i < known.size() && same; ++i) {
        const std::string& word = words[at + i];
        same = !taken[at + i] &&
               (word == known[i] || (!has_marks(word) && word == fold_marks(known[i])));
      }
      if (!same) continue;
      for (size_t i = 0; i < known.size(); ++i) taken[at + i] = true;
      break;  // "xã Xã Đàn": a name may repeat the word
    }
  }
  std::string out;
  for (size_t i = 0; i < words.size(); ++i) {
    if (!taken[i]) out += (out.empty() ? "" : " ") + words[i];
  }
  return out;
}

}  // namespace

std::vector<std::string> issuer_values(std::string_view typed, const Lexicon& lexicon) {
  const std::vector<std::string> words = words_of(lower_same_length(typed));
  if (words.empty()) return {};
  std::vector<std::string> out;
  for (const std::string& key : agency_keys_from_words(typed, lexicon)) {
    const bool has_place = key.find(':') != std::string::npos;
    const std::string place = has_place && key != typed ? place_words(words) : "";
    out.push_back(place.empty() ? key : key + "|" + place);
  }
  if (!out.empty()) return out;
  std::string all = "|";
  for (const std::string& word : words) all += (all.size() == 1 ? "" : " ") + word;
  return {all};
}

}  // namespace rasoat
