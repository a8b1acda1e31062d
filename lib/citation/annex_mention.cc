#include "citation/annex_mention.h"

#include <algorithm>

#include "structure/ordinal.h"

namespace rasoat {

AnnexReader::AnnexReader(const Lexicon& lexicon) : words_(lexicon, "annex") {}

bool AnnexReader::points_at_annex(const Place& place, const DocumentMention& mention) const {
  std::string_view before = place.trimmed_before(mention.span.begin);
  constexpr size_t kFar = 260, kNear = 20;
  const bool joined = before.ends_with("kèm theo") || before.ends_with("kèm") ||
                      before.ends_with("của") || before.ends_with("tại");
  if (before.size() > kFar) before.remove_prefix(before.size() - kFar);
  // Without a joint only words that stand near matter.
  const size_t reach = joined || mention.type.empty() ? kFar : kNear - 1;
  const size_t from = before.size() - std::min(before.size(), reach);
  const size_t last_near = words_.last_in(before.substr(from));
  if (last_near == std::string_view::npos) return false;
  const size_t last = from + last_near;
  const std::string_view between = before.substr(last);
  // "Mẫu số 04-A": the mark of the form itself.
  if (mention.type.empty() && between.find(' ') == std::string_view::npos) return true;
  if (between.size() >= kNear && !joined) return false;
  // No other thing that could be issued stands between the Phụ lục and the mention.
  for (const std::string_view stop :
       {";", "quy chế", "quy định tại điều", "điều ", "khoản ", " theo quy định"}) {
    if (between.find(stop) != std::string_view::npos) return false;
  }
  if (between.find("kèm") != std::string_view::npos || labelled(between)) return true;
  // "Mẫu số 1 tại Phụ lục của Thông tư này"
  constexpr std::string_view kAt = " tại ";
  std::string_view whole = before.substr(0, last);
  if (!whole.ends_with(kAt)) return false;
  whole.remove_suffix(kAt.size());
  const size_t form = words_.last_in(whole);
  return form != std::string_view::npos && labelled(whole.substr(form));
}

// "phụ lục II (của)", "mẫu số 02 (tại)"; "các phụ lục của" names none in particular.
bool AnnexReader::labelled(std::string_view words) const {
  for (const std::string& word : words_.words()) {
    if (!words.starts_with(word)) continue;
    std::string_view label = words.substr(word.size());
    while (!label.empty() && label.front() == ' ') label.remove_prefix(1);
    if (label.starts_with("số ")) label.remove_prefix(std::string_view("số ").size());
    size_t length = 0;
    if (read_arabic(label, length) || read_roman(label, length)) return label.size() - length < 8;
  }
  return false;
}

bool AnnexReader::amends_annex(const Place& place, uint32_t at) const {
  std::string_view after = place.after(std::min(at, place.line().end)).substr(0, Place::kWindow);
  after = after.substr(0, after.find(". "));
  const size_t here = after.find("phụ lục ");
  if (here != std::string_view::npos && here < after.find("điều ")) return true;
  std::string_view lead = place.lead_in();
  while (lead.starts_with(' ')) lead.remove_prefix(1);
  for (const std::string_view verb : {"sửa đổi", "bổ sung", "thay thế", "bãi bỏ", "điều chỉnh"}) {
    if (!lead.starts_with(verb)) continue;
    const size_t annex = lead.find("phụ lục");
    return annex != std::string_view::npos && lead.find("điều ") > annex;
  }
  return false;
}

bool AnnexReader::unit_of_annex(const Place& place, Cursor cursor) const {
  cursor.skip_spaces();
  // The words may go on in the next line, where a source broke the paragraph.
  if (cursor.done()) {
    const Span next = place.next_line();
    cursor = Cursor(place.lower(), next.begin, next.end);
  }
  if (!cursor.take("của ")) cursor.take("tại ");
  return std::any_of(words_.words().begin(), words_.words().end(),
                     [&](const std::string& word) { return cursor.looking_at(word); });
}

}  // namespace rasoat
