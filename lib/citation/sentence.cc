#include "citation/sentence.h"

#include <algorithm>

#include "text/find_last.h"

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

// "Căn cứ Luật A;⏎Luật B;": a paragraph of the căn cứ without its cue.
bool goes_on_as_basis(const Place& place) {
  const Span above = place.line_above();
  if (above.empty() || place.lower()[above.end - 1] != ';') return false;
  return place.lower().substr(above.begin).starts_with("căn cứ ");
}

// Whether a law with a name follows the last of a chain of laws that amended another one.
bool leaves_told_chain(const Place& place, Span span, const DocumentMention& last) {
  constexpr std::string_view kOnlyNumber = "luật số ";
  const std::string_view lower = place.lower();
  const std::string_view here = lower.substr(span.begin, span.size());
  if (here.starts_with(kOnlyNumber) || !lower.substr(last.span.begin).starts_with(kOnlyNumber))
    return false;
  if (!here.starts_with("luật ") && !here.starts_with("bộ luật ")) return false;
  const std::string_view between = lower.substr(last.span.end, span.begin - last.span.end);
  return between == ", " || between == " và " || between == ", và ";
}

// Whether two numbers are of one body's series: "15/2021/QĐ-UBND" and "3/2019/QĐ-UBND".
bool same_series(std::string_view a, std::string_view b) {
  const size_t in_a = a.rfind('/');
  const size_t in_b = b.rfind('/');
  return in_a != std::string_view::npos && in_b != std::string_view::npos &&
         a.substr(in_a) == b.substr(in_b);
}

// "Sửa đổi Thông tư số 1/2021/TT-BTC … quy định …, Thông tư số 2/2022/TT-BTC …": whether the words
// between two documents of one body's series are the name of the first, and the second is one more
// of the list.
bool lists_one_more(std::string_view between, std::string_view last_key, std::string_view key) {
  if (!between.ends_with(" và ") && !between.ends_with(", ")) return false;
  for (const std::string_view other : {"sửa đổi", "thay thế ", "bãi bỏ ", "thi hành", ";"}) {
    if (between.find(other) != std::string_view::npos) return false;
  }
  return same_series(last_key, key);
}

// The words without the notes that portals put into them: "của [Khoản này hết hiệu lực …] Luật".
std::string drop_notes(std::string_view words) {
  std::string out;
  while (true) {
    const size_t open = words.find('[');
    out += words.substr(0, open);
    if (open == std::string_view::npos) return out;
    const size_t close = words.find(']', open);
    if (close == std::string_view::npos) return out;
    words.remove_prefix(close + 1);
    if (words.starts_with(' ') && out.ends_with(' ')) words.remove_prefix(1);
  }
}

}  // namespace

SentenceReader::SentenceReader(const Lexicon& lexicon)
    : kinds_(lexicon.derived<KindReader>()),
      titles_(words_behind_space(lexicon, "title")),
      items_(citation_cues(lexicon, "list-item")) {}

// The words from `at` to the end of the sentence: over the ';' of a list of documents or units, not
// over one that parts clauses.
std::string_view SentenceReader::rest_of_sentence(const Place& place, uint32_t at) const {
  std::string_view after = place.after(at).substr(0, Place::kWindow);
  after = after.substr(0, std::min(after.find(". "), after.find('[')));  // '[': a portal's note
  for (size_t stop = after.find(';'); stop != std::string_view::npos;
       stop = after.find(';', stop + 1)) {
    std::string_view item = after.substr(stop + 1);
    while (item.starts_with(' ')) item.remove_prefix(1);
    if (item.starts_with("và ")) item.remove_prefix(std::string_view("và ").size());
    if (std::none_of(items_.begin(), items_.end(),
                     [&](const std::string& word) { return item.starts_with(word); }))
      return after.substr(0, stop);
  }
  return after;
}

ReferenceKind SentenceReader::kind_at(const Place& place, Span span, std::string_view key,
                                      const Before& known) const {
  const std::string_view lower = place.lower();
  const Provision& from = place.provision();
  uint32_t begin = std::max(place.window_begin(span.begin), place.words_begin());
  if (begin == place.line().begin) begin = place.sentence_begin();
  if (from.level == Level::kTitle) begin = std::max(begin, from.full.begin);
  begin = std::min(begin, span.begin);
  std::string_view before = lower.substr(begin, span.begin - begin);
  std::string without_notes;
  if (before.find('[') != std::string_view::npos) {
    without_notes = drop_notes(before);
    before = without_notes;
  }
  if (const size_t stop = find_last(before, ". "); stop != std::string_view::npos)
    before.remove_prefix(stop + 2);
  // "… THU HỒI ĐẤT Căn cứ Luật …": the title stands in the paragraph of the căn cứ.
  if (from.level == Level::kPreamble && without_notes.empty()) {
    constexpr std::string_view kCue = " căn cứ ";
    const size_t cue = before.rfind(kCue);
    if (cue != std::string_view::npos && place.text()[span.begin - before.size() + cue + 1] == 'C')
      before.remove_prefix(cue + 1);
  }
  if (from.level == Level::kTitle) {
    for (const std::string_view about : {"về việc ", "v/v "}) {
      if (before.starts_with(about)) before.remove_prefix(about.size());
    }
  }
  const size_t sentence = without_notes.empty() ? span.begin - before.size() : begin;
  const bool goes_on = known.previous != nullptr && known.previous->span.begin >= sentence;
  GoverningWords words;
  words.before = before;
  words.after = rest_of_sentence(place, span.end);
  if (key == "this") words.after = words.after.substr(0, words.after.find(';'));
  words.preamble = from.level == Level::kPreamble;
  words.amends = known.amends;
  if (goes_on) words.previous = known.previous->kind;
  // An item of a list that is introduced above: "b) Khoản 6 Điều 1; cụm từ “…” tại Điều 2".
  const size_t stop = find_last(before, ';');
  std::string_view item = stop == std::string_view::npos ? before : before.substr(stop + 1);
  while (item.starts_with(' ')) item.remove_prefix(1);
  constexpr size_t kShortItem = 60;
  // What introduces new wording says what is done to the old, not to what the new wording cites.
  if ((item.size() <= kShortItem || item.starts_with("cụm từ")) &&
      !place.document().is_quoted(span.begin))
    words.lead_in = place.lead_in();
  // "Điều 24, khoản 6 Điều 25 và một số nội dung quy định tại Thông tư số …": one list.
  if (words.previous != ReferenceKind::kCite && known.previous->span.end < span.begin &&
      !words.preamble && !kinds_.ends_target(words)) {
    const uint32_t end = known.previous->span.end;
    const std::string_view between = lower.substr(end, span.begin - end);
    if (kinds_.only_objects(between) && !between.ends_with("theo ")) return words.previous;
  }
  // "Luật A đã được sửa đổi theo Luật số 1, Luật số 2, Luật B": B is done what A is.
  if (!known.named.empty() && known.named.front().span.begin > begin && without_notes.empty() &&
      leaves_told_chain(place, span, known.named.back())) {
    words.before = before.substr(
        0, before.size() -
               std::min<size_t>(before.size(), span.begin - known.named.front().span.begin));
    return kinds_.read(words);
  }
  // A later document of the same sentence.
  if (!known.named.empty() && known.named.back().span.begin >= sentence &&
      known.named.back().key != "this") {
    const ReferenceKind previous = known.previous ? known.previous->kind : ReferenceKind::kCite;
    if (const auto followed = kind_after_mention(place, span, key, known.named.back(), previous))
      return *followed;
  }
  if (words.preamble && span.begin == place.line().begin && goes_on_as_basis(place))
    return ReferenceKind::kBasis;
  return kinds_.read(words);
}

// One more of a list, or a name inside the title of the document before it.
std::optional<ReferenceKind> SentenceReader::kind_after_mention(const Place& place, Span span,
                                                                std::string_view key,
                                                                const DocumentMention& last,
                                                                ReferenceKind previous) const {
  const std::string_view between = place.lower().substr(last.span.end, span.begin - last.span.end);
  for (const std::string_view told : {"được sửa đổi", "được bổ sung", "được thay thế"}) {
    if (between.find(told) != std::string_view::npos) return ReferenceKind::kCite;
  }
  if (previous != ReferenceKind::kCite && previous != ReferenceKind::kBasis &&
      lists_one_more(between, last.key, key))
    return previous;
  if (place.provision().level == Level::kPreamble) {
    if (between.ends_with("; ") || between == ", " || between == " và " || between == ", và ") {
      if (between.ends_with("; ") && begins_as_basis(place)) return ReferenceKind::kBasis;
      return previous;
    }
    // "Căn cứ các Nghị định: số A …; số B … và số C …"
    if (between.ends_with(" và ") && place.after(span.begin).starts_with("số ")) return previous;
    if (begins_as_basis(place))
      return list_goes_on(between) ? ReferenceKind::kBasis : ReferenceKind::kCite;
    // The text's own name: "ban hành Thông tư sửa đổi …". Else it is the title of the mention.
    if (between.find("ban hành") == std::string_view::npos && titles_.stand_in(between))
      return ReferenceKind::kCite;
    return {};
  }
  if (between.find(';') != std::string_view::npos) return {};
  if (!titles_.stand_in(between)) {
    // "Nghị định số A ngày … và Nghị định số B": one list.
    if (previous != ReferenceKind::kCite && (between == ", " || between.ends_with(" và ")))
      return previous;
    return {};
  }
  if (previous == ReferenceKind::kRepeal && between.ends_with(", ") &&
      between.find(" của nghị định") == std::string_view::npos)
    return previous;
  if (between.find("thay thế ") != std::string_view::npos ||
      between.find("bãi bỏ ") != std::string_view::npos)
    return {};
  return ReferenceKind::kCite;
}

}  // namespace rasoat
