#include "citation/detailed.h"

#include <algorithm>

namespace rasoat {
namespace {

// The words of a provision before the units below it, at most a window of them.
Span own_words(const Provision& provision) {
  const uint32_t begin = std::min(provision.label_span.end, provision.own.end);
  return {begin, std::min(provision.own.end, begin + Place::kWindow)};
}

}  // namespace

// Where the words that say that this text details a law end; npos for nowhere.
size_t DetailedLaw::details(std::string_view lower) const {
  size_t out = std::string_view::npos;
  for (const std::string& words : cues_) {
    const size_t at = lower.find(words);
    if (at != std::string_view::npos) out = std::min(out, at + words.size());
  }
  return out;
}

const DocumentMention* DetailedLaw::find(const Place& place, uint32_t at, const UnitPath& path) {
  if (place.from() < 0 || !path.has(UnitLevel::kArticle) || path.is_relative()) return nullptr;
  if (answer_.from != place.from() || answer_.line != place.line().begin) read(place);
  return answer_.law && at >= answer_.said.begin && at < answer_.said.end ? &*answer_.law : nullptr;
}

void DetailedLaw::read(const Place& place) {
  answer_ = {place.from(), place.line().begin, {}, std::nullopt};
  if (place.document().is_quoted(place.line().begin)) return;
  // The sentence itself.
  const Span line{place.line().begin,
                  std::min(place.line().end, place.line().begin + Place::kWindow)};
  if (const size_t said = details(line.of(place.lower())); said != std::string_view::npos) {
    answer_.said = {line.begin + static_cast<uint32_t>(said), line.end};
    answer_.law = law_of_title(place);
    if (!answer_.law) answer_.law = first_in(place.text(), place.lower(), answer_.said);
    return;
  }
  if (const auto& law = law_of_list(place)) {
    answer_.said = place.line();
    answer_.law = law;
  }
}

// Of what introduces the list in which the place is an item.
const std::optional<DocumentMention>& DetailedLaw::law_of_list(const Place& place) {
  if (place.provision().parent == list_below_) return of_list_;
  list_below_ = place.provision().parent;
  of_list_.reset();
  for (int32_t p = list_below_; p >= 0; p = place.document().provisions[p].parent) {
    const Provision& above = place.document().provisions[p];
    const Span words = own_words(above);
    const std::string_view lower = words.of(place.lower());
    const size_t last = lower.find_last_not_of(" \n");
    const bool introduces = last != std::string_view::npos && lower[last] == ':';
    if (introduces && details(lower) != std::string_view::npos) {
      of_list_ = first_in(place.text(), place.lower(), words);
      if (!of_list_) of_list_ = law_of_title(place);
      break;
    }
    if (above.level == Level::kArticle) break;
  }
  return of_list_;
}

// The one document that the title names.
const std::optional<DocumentMention>& DetailedLaw::law_of_title(const Place& place) {
  if (!of_title_) {
    of_title_ = std::optional<DocumentMention>();
    const Span title = head_.title_span;
    auto first = first_in(place.text(), place.lower(), title);
    if (first && !first_in(place.text(), place.lower(), {first->span.end, title.end})) {
      *of_title_ = std::move(first);
    }
  }
  return *of_title_;
}

// The first document that is named by its name or number.
std::optional<DocumentMention> DetailedLaw::first_in(std::string_view text, std::string_view lower,
                                                     Span within) const {
  for (uint32_t at = within.begin; at < within.end; ++at) {
    if (at > within.begin && lower[at - 1] != ' ' && lower[at - 1] != '\n') continue;
    Cursor cursor(lower, at, within.end);
    auto mention = reader_.read(text, cursor);
    if (mention && (mention->kind == DocumentMention::Kind::kName ||
                    mention->kind == DocumentMention::Kind::kNumber)) {
      return mention;
    }
  }
  return {};
}

}  // namespace rasoat
