#include "structure/stray_head.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "structure/issuer_name.h"
#include "structure/letter_case.h"
#include "structure/long_date.h"
#include "structure/printed_number.h"
#include "text/characters.h"
#include "text/lower.h"

namespace rasoat {
namespace {

constexpr std::string_view kMotto = "cộng hòa xã hội chủ nghĩa";
constexpr std::string_view kNumber = "số:";

bool has_motto(std::string_view lower) { return lower.find(kMotto) != std::string_view::npos; }

// The row of the longest type with which a text in lower case begins; size() for none.
size_t type_at(std::string_view lower, const Table& types) {
  size_t best = types.size(), best_size = 0;
  for (size_t row = 0; row < types.size(); ++row) {
    const std::string name = lower_same_length(types.cell(row, "type"));
    if (types.cell(row, "class") == "attached" || name.size() <= best_size) continue;
    if (!lower.starts_with(name + " ")) continue;
    best = row;
    best_size = name.size();
  }
  return best;
}

// "Sở hữu trí tuệ 2005": without the year.
std::string_view without_year(std::string_view name) {
  const size_t space = name.rfind(' ');
  if (space == std::string_view::npos) return name;
  const std::string_view last = name.substr(space + 1);
  const bool year = last.size() == 4 && std::all_of(last.begin(), last.end(), is_digit);
  if (!year) return name;
  name = name.substr(0, space);
  constexpr std::string_view kYear = " năm";
  if (name.ends_with(kYear)) name.remove_suffix(kYear.size());
  return name;
}

class LetterheadReader {
 public:
  LetterheadReader(const TextBuffer& text, const Lexicon& lexicon, Document& document)
      : text_(text),
        lexicon_(lexicon),
        types_(lexicon.table("document_types")),
        head_(document.head) {}

  // "BỘ Y TẾ / Số: 04/VBHN-BYT / XÁC THỰC VĂN BẢN HỢP NHẤT / Hà Nội, ngày …"; the number may stand
  // behind the words.
  bool read_confirmation() {
    constexpr std::string_view kConfirms = "xác thực văn bản hợp nhất";
    constexpr size_t kNear = 100;  // bytes
    const size_t at = text_.lower().find(kConfirms);
    if (at == std::string_view::npos) return false;
    const size_t above = text_.lower().find(kNumber, at - std::min(at, kNear));
    if (!read_number(std::min(above, at), "Văn bản hợp nhất")) return false;
    read_date(std::max<size_t>(head_.number_span.end, at));
    read_issuer(std::min<size_t>(head_.number_span.begin, at));
    return true;
  }

  // "CHÍNH PHỦ / Số: 135/2026/NĐ-CP / CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM / … / Hà Nội, ngày …"
  void read_displaced() {
    constexpr size_t kFirstPages = 150, kBlock = 4;  // lines
    const auto& lines = text_.lines();
    for (size_t i = 0; i < std::min(lines.size(), kFirstPages); ++i) {
      const std::string_view words = text_.lower_of(lines[i].span);
      if (!words.starts_with(kNumber)) continue;
      bool motto = false;
      for (size_t k = i - std::min(i, kBlock); k <= std::min(i + kBlock, lines.size() - 1); ++k) {
        motto = motto || has_motto(text_.lower_of(lines[k].span));
      }
      if (!motto || !read_number(lines[i].span.begin, head_.type)) continue;
      if (!head_.date) read_date(head_.number_span.end);
      return;
    }
  }

 private:
  // The number behind the first "Số:" near a byte, of this type.
  bool read_number(size_t at, std::string_view type) {
    constexpr size_t kNear = 200;
    const size_t begin = text_.lower().find(kNumber, at);
    if (begin == std::string_view::npos || begin > at + kNear) return false;
    const size_t first = text_.text().find_first_not_of(" \n", begin + kNumber.size());
    if (first == std::string_view::npos) return false;
    const size_t end = printed_number_end(text_.text(), first);
    const std::string number = compact_number(text_.text().substr(first, end - first));
    if (number.empty() || type_of_number(number, types_) != type) return false;
    head_.number_span = {static_cast<uint32_t>(first), static_cast<uint32_t>(end)};
    head_.number = number;
    head_.type = type;
    return true;
  }

  // The name in capitals that ends right above a byte, or before it in its line.
  void read_issuer(size_t at) {
    constexpr size_t kLines = 3, kLongest = 120;
    const size_t line = text_.line_at(static_cast<uint32_t>(at));
    const uint32_t begin = text_.lines()[line].span.begin;
    std::string name(text_.text().substr(begin, at - begin));
    if (const size_t number = lower_same_length(name).find(kNumber); number != std::string::npos) {
      name.resize(number);
    }
    for (size_t i = line; i > 0 && line - i < kLines; --i) {
      const Span above = text_.lines()[i - 1].span;
      if (!is_all_capitals(text_.of(above), text_.lower_of(above))) break;
      name.insert(0, std::string(text_.of(above)) + (name.empty() ? "" : " "));
    }
    while (name.ends_with(' ')) name.pop_back();
    if (name.empty() || name.size() > kLongest) return;
    head_.issuer = issuer_in_running_form(name, text_, lexicon_);
  }

  void read_date(size_t from) {
    constexpr size_t kNear = 300;
    const std::string_view lower = text_.lower().substr(0, from + kNear);
    for (size_t at = lower.find("ngày ", from); at != std::string_view::npos;
         at = lower.find("ngày ", at + 1)) {
      size_t end = at;
      const auto date = read_long_date(lower, at, end);
      if (!date) continue;
      head_.date = date;
      head_.date_span = {static_cast<uint32_t>(at), static_cast<uint32_t>(end)};
      return;
    }
  }

  const TextBuffer& text_;
  const Lexicon& lexicon_;
  const Table& types_;
  DocumentHead& head_;
};

}  // namespace

void read_portal_heading(const TextBuffer& text, const Lexicon& lexicon, Document& document) {
  DocumentHead& head = document.head;
  if (text.lines().size() < 2 || (!head.type.empty() && !head.number.empty())) return;
  constexpr size_t kLongest = 300;  // bytes
  const Span first = text.lines().front().span;
  const std::string_view line = text.of(first), lower = text.lower_of(first);
  if (line.size() > kLongest || is_all_capitals(line, lower)) return;
  bool letterhead = false;
  for (size_t i = 1; i < std::min<size_t>(text.lines().size(), 4); ++i) {
    letterhead = letterhead || has_motto(text.lower_of(text.lines()[i].span));
  }
  const Table& types = lexicon.table("document_types");
  const size_t row = type_at(lower, types);
  if (!letterhead || row == types.size()) return;
  const std::string_view type = types.cell(row, "type");
  if (!head.type.empty() && head.type != type) return;
  const std::string_view rest = line.substr(type.size() + 1);
  const std::string number = compact_number(rest.substr(0, printed_number_end(rest, 0)));
  if (head.type.empty()) {
    head.type = type;
    if (number.empty() && head.title.empty())
      head.title = without_year(rest.substr(0, rest.find(". ")));
  }
  if (head.number.empty()) head.number = number;
}

void read_late_letterhead(const TextBuffer& text, const Lexicon& lexicon, Document& document) {
  if (!document.head.number.empty()) return;
  LetterheadReader reader(text, lexicon, document);
  if (!reader.read_confirmation()) reader.read_displaced();
}

}  // namespace rasoat
