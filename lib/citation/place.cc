#include "citation/place.h"

#include <algorithm>

namespace rasoat {

bool Place::move_to(uint32_t at) {
  if (!here_.contains(at)) enter_provision(at);
  if (line_.contains(at)) return false;
  const size_t index = text_.line_at(at);
  const bool moved = index != line_index_ || line_.empty();
  line_index_ = index;
  line_ = text_.lines()[index].span;
  return moved;
}

void Place::enter_provision(uint32_t at) {
  from_ = document_.deepest_at(at);
  here_ = {at, at + 1};
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

std::string_view Place::lead_in() const {
  const Provision& here = provision();
  if (line_.begin > here.own.begin) {
    const Span first = text_.lines()[text_.line_at(here.own.begin)].span;
    const std::string_view words =
        lower_.substr(here.label_span.end, first.end - std::min(first.end, here.label_span.end));
    if (words.ends_with(':')) return words;
  }
  if (here.parent < 0) return {};
  const Provision& parent = document_.provisions[here.parent];
  if (parent.own.end <= parent.label_span.end) return {};
  std::string_view own =
      lower_.substr(parent.label_span.end, parent.own.end - parent.label_span.end);
  if (own.size() > kWindow) own.remove_prefix(own.size() - kWindow);
  const size_t last_line = own.rfind('\n');
  const std::string_view words =
      last_line == std::string_view::npos ? own : own.substr(last_line + 1);
  return words.ends_with(':') || !parent.heading.empty() ? words : std::string_view();
}

}  // namespace rasoat
