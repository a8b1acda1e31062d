#include "citation/sentence.h"

#include <algorithm>

namespace rasoat {
namespace {

bool begins_as_basis(const Place& place) {
  const std::string_view line = place.after(place.line().begin);
  return line.starts_with("căn cứ") || line.starts_with("thực hiện ") ||
         line.starts_with("triển khai ");
}

// "Căn cứ Luật A ngày … và Luật B ngày …": only a date or issuer between.
bool list_goes_on(std::string_view between) {
  for (const std::string_view matter : {" về ", "quy định", "hướng dẫn", "của luật"}) {
    if (between.find(matter) != std::string_view::npos) return false;
  }
  return between.ends_with(" và ") || between.ends_with(", ") || between.ends_with("; ");
}

std::vector<std::string> words_behind_space(const Lexicon& lexicon, std::string_view wanted) {
  std::vector<std::string> out = citation_cues(lexicon, wanted);
  for (std::string& word : out) word.insert(0, " ");
  return out;
}

}  // namespace

SentenceReader::SentenceReader(const Lexicon& lexicon)
    : kinds_(lexicon.derived<KindReader>()), titles_(words_behind_space(lexicon, "title")) {}

ReferenceKind SentenceReader::kind_at(const Place& place, Span span,
                                      const std::vector<DocumentMention>& named,
                                      ReferenceKind previous) const {
  const std::string_view lower = place.lower();
  const Provision& from = place.provision();
  uint32_t begin = place.window_begin(span.begin);
  if (!from.label_span.empty() && from.label_span.begin >= place.line().begin &&
      from.label_span.end <= span.begin)
    begin = std::max(begin, from.label_span.end);
  if (from.level == Level::kTitle) begin = std::max(begin, from.full.begin);
  std::string_view before = lower.substr(begin, span.begin - begin);
  if (const size_t stop = before.rfind(". "); stop != std::string_view::npos)
    before.remove_prefix(stop + 2);
  std::string_view after = place.after(span.end).substr(0, Place::kWindow);
  after = after.substr(0, std::min(after.find(". "), after.find(';')));
  GoverningWords words{before, after, {}, from.level == Level::kPreamble};
  if (before.size() <= 60) words.lead_in = place.lead_in();
  // A later document of the same sentence.
  if (!named.empty() && named.back().span.begin >= span.begin - before.size() &&
      named.back().key != "this") {
    if (const auto followed = kind_after_mention(place, span, named.back(), previous))
      return *followed;
  }
  return kinds_.read(words);
}

// One more of a list, or a name inside the title of the document before it.
std::optional<ReferenceKind> SentenceReader::kind_after_mention(const Place& place, Span span,
                                                                const DocumentMention& last,
                                                                ReferenceKind previous) const {
  const std::string_view between = place.lower().substr(last.span.end, span.begin - last.span.end);
  for (const std::string_view told : {"được sửa đổi", "được bổ sung", "được thay thế"}) {
    if (between.find(told) != std::string_view::npos) return ReferenceKind::kCite;
  }
  if (place.provision().level == Level::kPreamble) {
    if (between.ends_with("; ") || between == ", " || between == " và " || between == ", và ") {
      if (between.ends_with("; ") && begins_as_basis(place)) return ReferenceKind::kBasis;
      return previous;
    }
    if (begins_as_basis(place))
      return list_goes_on(between) ? ReferenceKind::kBasis : ReferenceKind::kCite;
    return {};
  }
  if (between.find(';') != std::string_view::npos) return {};
  if (!titles_.stand_in(between)) return {};
  if (between.find("thay thế ") != std::string_view::npos ||
      between.find("bãi bỏ ") != std::string_view::npos)
    return {};
  return ReferenceKind::kCite;
}

}  // namespace rasoat
