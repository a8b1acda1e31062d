#include "citation/place.h"

#include <algorithm>

namespace rasoat {
namespace {

// A source does not break one sentence into more paragraphs.
constexpr size_t kMostBroken = 16;

}  // namespace

bool Place::move_to(uint32_t at) {
  if (!here_.contains(at)) enter_provision(at);
  if (line_.contains(at)) return false;
  const size_t index = line_at(at);
  const bool moved = index != line_index_ || line_.empty();
  line_index_ = index;
  line_ = text_.lines()[index].span;
  return moved;
}

// Most often it is one of the next paragraphs.
size_t Place::line_at(uint32_t at) const {
  constexpr size_t kNear = 8;
  const std::vector<TextLine>& lines = text_.lines();
  size_t index = line_index_;
  if (at < line_.begin) return text_.line_at(at);
  for (size_t step = 0; step < kNear; ++step, ++index) {
    if (index + 1 >= lines.size() || at < lines[index + 1].span.begin) return index;
  }
  return text_.line_at(at);
}

void Place::enter_provision(uint32_t at) {
  from_ = document_.deepest_at(at);
  here_ = {at, at + 1};
  // A text without units, where the tree ends too early: its words are the preamble's.
  if (from_ < 0 && !document_.provisions.empty()) {
    const Provision& last = document_.provisions.back();
    if (last.level == Level::kPreamble && last.full.begin <= at)
      from_ = static_cast<int32_t>(document_.provisions.size()) - 1;
    return;
  }
  if (from_ < 0) return;
  // Down to where the next provision begins or this one ends.
  const auto next = static_cast<size_t>(from_) + 1;
  if (next < document_.provisions.size() && document_.provisions[next].full.begin <= at) return;
  here_.end = document_.provisions[from_].full.end;
  if (next < document_.provisions.size())
    here_.end = std::min(here_.end, document_.provisions[next].full.begin);
}

Span Place::next_line() const {
  return line_index_ + 1 < text_.lines().size() ? text_.lines()[line_index_ + 1].span : Span{};
}

Span Place::line_above() const {
  return line_index_ > 0 ? text_.lines()[line_index_ - 1].span : Span{};
}

uint32_t Place::window_begin(uint32_t at) const {
  return std::max(line_.begin, at > kWindow ? at - kWindow : 0);
}

std::string_view Place::before(uint32_t at) const {
  const uint32_t begin = window_begin(at);
  return lower_.substr(begin, at - begin);
}

std::string_view Place::trimmed_before(uint32_t at) const {
  std::string_view words = before(at);
  while (!words.empty() && words.back() == ' ') words.remove_suffix(1);
  return words;
}

uint32_t Place::words_begin() const {
  const Span label = provision().label_span;
  return label.begin >= line_.begin ? std::min(label.end, line_.end) : line_.begin;
}

uint32_t Place::reading_end() const {
  if (line_.empty() || ends_sentence(line_)) return line_.end;
  const Span next = next_line();
  if (next.empty() || (!goes_on(next) && !begins_with_number(next))) return line_.end;
  // Another provision begins with a sentence of its own.
  if (document_.deepest_at(next.begin) != document_.deepest_at(line_.end - 1)) return line_.end;
  return next.end;
}

// Whether a paragraph can be the rest of a sentence that a source broke: it begins with a small
// letter, with the Điều of units in the paragraph before, or with the type and number of a
// document.
bool Place::goes_on(Span line) const {
  const std::string_view written = text_.text().substr(line.begin, line.size());
  const std::string_view lower = lower_.substr(line.begin, line.size());
  constexpr std::string_view kArticle = "điều ";
  if (lower.starts_with(kArticle) && lower.size() > kArticle.size() &&
      lower[kArticle.size()] >= '0' && lower[kArticle.size()] <= '9')
    return true;
  const bool letter =
      static_cast<unsigned char>(lower[0]) >= 0x80 || (lower[0] >= 'a' && lower[0] <= 'z');
  return letter && written.substr(0, 3) == lower.substr(0, 3);
}

// "… khoản 3 Điều 7⏎Nghị định số 289/2025/NĐ-CP": a paragraph that begins with a document.
bool Place::begins_with_number(Span line) const {
  constexpr std::string_view kMark = " số ";
  constexpr size_t kLongestType = 28;
  const std::string_view lower = lower_.substr(line.begin, line.size());
  const size_t mark = lower.substr(0, kLongestType + kMark.size()).find(kMark);
  return mark != std::string_view::npos && mark + kMark.size() < lower.size() &&
         lower[mark + kMark.size()] >= '0' && lower[mark + kMark.size()] <= '9' &&
         !lower.starts_with("căn cứ") && !is_shouted(line);
}

bool Place::ends_sentence(Span line) const {
  const std::string_view words = lower_.substr(line.begin, line.size());
  return std::string_view(".;:!?,").find(words.back()) != std::string_view::npos ||
         words.ends_with("”");
}

uint32_t Place::sentence_begin() const {
  const Span label = provision().label_span;
  uint32_t begin = line_.begin;
  Span line = line_;
  const size_t highest = line_index_ - std::min(line_index_, kMostBroken);
  for (size_t index = line_index_; index > highest && begin > label.end; --index) {
    const Span above = text_.lines()[index - 1].span;
    if (above.empty() || above.begin < provision().own.begin ||
        line_.begin - above.begin > kWindow || ends_sentence(above))
      break;
    if (!goes_on(line) && !broken_behind(above) && !(is_shouted(above) && is_shouted(line))) break;
    if (above.begin < label.end) return above.end > label.end ? label.end : begin;
    begin = above.begin;
    line = above;
  }
  return begin;
}

// Whether a paragraph ends with a word that wants another: "… một số điều của".
bool Place::broken_behind(Span line) const {
  const std::string_view words = lower_.substr(line.begin, line.size());
  for (const std::string_view last : {" của", " tại", " và", " theo", " của bộ trưởng", "bổ sung",
                                      "sửa đổi", "bãi bỏ", "thay thế"}) {
    if (words.ends_with(last)) return true;
  }
  return false;
}

// Whether a paragraph begins in capitals, as titles and headings of chapters do.
bool Place::is_shouted(Span line) const {
  size_t capitals = 0;
  for (uint32_t at = line.begin; at < line.end && at < line.begin + 24; ++at) {
    const char written = text_.text()[at];
    if (written >= 'a' && written <= 'z') return false;
    capitals += written >= 'A' && written <= 'Z' ? 1 : 0;
  }
  return capitals > 1;
}

// The end of a long text, where what introduces the next one stands.
std::string_view Place::near_end(std::string_view words) {
  return words.size() > kWindow ? words.substr(words.size() - kWindow) : words;
}

std::string_view Place::lead_in() const {
  const Provision& here = provision();
  if (line_.begin > here.own.begin) {
    const Span first = text_.lines()[text_.line_at(here.own.begin)].span;
    const std::string_view words =
        lower_.substr(here.label_span.end, first.end - std::min(first.end, here.label_span.end));
    if (words.ends_with(':')) return near_end(words);
  }
  if (here.parent < 0) return {};
  const Provision& parent = document_.provisions[here.parent];
  if (parent.own.end <= parent.label_span.end) return {};
  const std::string_view own =
      near_end(lower_.substr(parent.label_span.end, parent.own.end - parent.label_span.end));
  const size_t last_line = own.rfind('\n');
  const std::string_view words =
      last_line == std::string_view::npos ? own : own.substr(last_line + 1);
  return words.ends_with(':') || !parent.heading.empty() ? words : std::string_view();
}

}  // namespace rasoat
