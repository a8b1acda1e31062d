#include "structure/effective_date.h"

#include <algorithm>
#include <string>
#include <vector>

#include "structure/long_date.h"
#include "text/lower.h"

namespace rasoat {
namespace {

struct Cue {
  std::string words;
  bool signing = false;
};

struct EffectCues {
  explicit EffectCues(const Lexicon& lexicon) {
    const Table& table = lexicon.table("effect_cues");
    for (size_t row = 0; row < table.size(); ++row) {
      cues.push_back(
          {lower_same_length(table.cell(row, "words")), table.cell(row, "class") == "signing"});
    }
    std::stable_sort(cues.begin(), cues.end(),
                     [](const Cue& a, const Cue& b) { return a.words.size() > b.words.size(); });
  }
  std::vector<Cue> cues;  // longest first
};

// Whether a sentence may begin behind these words: at the begin of a line, behind a label or a full
// stop.
bool begins_sentence(std::string_view before) {
  while (before.ends_with(' ')) before.remove_suffix(1);
  return before.empty() || std::string_view("\n.:;)").find(before.back()) != std::string_view::npos;
}

}  // namespace

std::optional<Date> effective_date(const TextBuffer& text, const Document& document,
                                   const Lexicon& lexicon) {
  if (document.head.type.empty()) return {};
  const std::string subject = lower_same_length(document.head.type) + " này ";
  const std::string_view lower = text.lower();
  for (size_t at = lower.find(subject); at != std::string_view::npos;
       at = lower.find(subject, at + 1)) {
    if (!begins_sentence(lower.substr(0, at))) continue;
    const size_t verb = at + subject.size();
    for (const Cue& cue : lexicon.derived<EffectCues>().cues) {
      if (!lower.substr(verb).starts_with(cue.words)) continue;
      const auto place = static_cast<uint32_t>(at);
      const int32_t provision = document.deepest_at(place);
      if (provision < 0 || document.is_quoted(place) || document.is_aside(place) ||
          document.provisions[static_cast<size_t>(provision)].component != 0) {
        break;
      }
      if (cue.signing) return document.head.date;
      constexpr std::string_view kDay = "ngày";
      if (!cue.words.ends_with(kDay)) return {};
      size_t end = 0;
      return read_long_date(lower, verb + cue.words.size() - kDay.size(), end);
    }
  }
  return {};
}

}  // namespace rasoat
