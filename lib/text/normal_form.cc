// ICU is asked only for the clusters that need it: a starter and the characters that may combine
// with it. All others are taken over as they are.
#include "text/normal_form.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace rasoat {
namespace {

const icu::Normalizer2& nfc() {
  static const icu::Normalizer2* const instance = [] {
    UErrorCode status = U_ZERO_ERROR;
    return icu::Normalizer2::getNFCInstance(status);
  }();
  return *instance;
}

// More marks on one letter than that are no writing but an attack on the time that sorting them
// takes (Unicode's stream-safe format allows as many); the rest is dropped.
constexpr size_t kMostMarks = 30;

void append_composed(const std::vector<SourceCharacter>& cluster,
                     std::vector<SourceCharacter>& out) {
  icu::UnicodeString text;
  for (const SourceCharacter& next : cluster) text.append(static_cast<UChar32>(next.c));
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString composed = nfc().normalize(text, status);
  if (U_FAILURE(status)) {
    out.insert(out.end(), cluster.begin(), cluster.end());
    return;
  }
  for (int32_t i = 0; i < composed.length();) {
    const auto c = static_cast<char32_t>(composed.char32At(i));
    // A mark that found nothing to combine with stays where it was.
    const auto same = std::find_if(cluster.begin(), cluster.end(),
                                   [c](const SourceCharacter& next) { return next.c == c; });
    out.push_back({c, same == cluster.end() ? cluster[0].column : same->column});
    i += c < 0x10000 ? 1 : 2;
  }
}

}  // namespace

bool may_break_nfc(char32_t c) {
  if (c < 0x300) return false;
  if (c >= 0x1E00 && c < 0x1F00) return false;
  if (c >= 0x2010 && c < 0x20D0) return false;  // punctuation; marks begin at U+20D0
  return nfc().getCombiningClass(static_cast<UChar32>(c)) != 0 ||
         !nfc().isInert(static_cast<UChar32>(c));
}

void compose(std::vector<SourceCharacter>& line) {
  std::vector<SourceCharacter> out;
  out.reserve(line.size());
  std::vector<SourceCharacter> cluster;
  for (size_t at = 0; at < line.size();) {
    // A cluster goes from a character to before the next with a boundary before it. Vietnamese
    // letters are not inert themselves (they may take a further mark), so the next is looked at.
    cluster.assign(1, line[at]);
    size_t marks = 0;
    for (++at; at < line.size(); ++at) {
      const char32_t c = line[at].c;
      if (!may_break_nfc(c) || nfc().hasBoundaryBefore(static_cast<UChar32>(c))) break;
      marks = nfc().getCombiningClass(static_cast<UChar32>(c)) != 0 ? marks + 1 : 0;
      if (marks <= kMostMarks) cluster.push_back(line[at]);
    }
    if (cluster.size() == 1 && !may_break_nfc(cluster[0].c)) {
      out.push_back(cluster[0]);
    } else {
      append_composed(cluster, out);
    }
  }
  line.swap(out);
}

}  // namespace rasoat
