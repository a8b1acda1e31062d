#include "text/lost_breaks.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "text/capitals.h"
#include "text/characters.h"
#include "text/encoding.h"
#include "text/find_last.h"
#include "text/word_set.h"

namespace rasoat {
namespace {

constexpr std::string_view kArticle = "Điều";

// Whether a text begins with the number of an article and its heading: "2. Sửa đổi", "12a. Phí".
bool begins_numbered_heading(std::string_view text) {
  constexpr size_t kMostDigits = 3;
  size_t at = 0;
  while (at < text.size() && is_digit(text[at])) ++at;
  if (at == 0 || at > kMostDigits) return false;
  if (at < text.size() && text[at] >= 'a' && text[at] <= 'z') ++at;
  if (!text.substr(at).starts_with('.')) return false;
  ++at;
  while (at < text.size() && text[at] == ' ') ++at;
  return at == text.size() || is_upper(decode_utf8(text, at).code_point);
}

std::string_view last_word(std::string_view text) { return text.substr(find_last(text, ' ') + 1); }

bool ends_sentence(std::string_view line) {
  return !line.empty() && std::string_view(".;:\"").find(line.back()) != std::string_view::npos;
}

// Words that a number belongs to: "Bãi bỏ Phụ lục 1."
constexpr WordSet kNumbered({"lục",  "số",   "mẫu",   "khoản", "điểm", "Điều", "Mẫu",  "Khoản",
                             "bảng", "Bảng", "loại",  "nhóm",  "hạng", "cấp",  "biểu", "Biểu",
                             "hình", "năm",  "tháng", "ngày",  "mục",  "Mục",  "Phần", "phần"});

class Mender {
 public:
  explicit Mender(CleanLines& clean) : clean_(clean) {}

  void run() {
    find_behind_quotations("\"");
    find_behind_quotations("”");
    find_numbers_apart();
    find_first_clauses();
    find_divisions();
    if (!cuts_.empty()) cut();
  }

 private:
  struct Cut {
    uint32_t end, begin;  // of the part before, of the heading
  };

  std::string_view bytes() const { return clean_.bytes; }

  // `… đồng."Điều 2. Sửa đổi`: an opening mark stands behind a space or a colon.
  void find_behind_quotations(std::string_view mark) {
    const std::string_view text = bytes();
    for (size_t at = text.find(mark); at != std::string_view::npos; at = text.find(mark, at + 1)) {
      if (at == 0 || std::string_view(" :(\"").find(text[at - 1]) != std::string_view::npos) {
        continue;
      }
      size_t end = at + mark.size();
      while (end < text.size() && (text[end] == '.' || text[end] == ';')) ++end;
      const size_t begin = end < text.size() && text[end] == ' ' ? end + 1 : end;
      if (!text.substr(begin).starts_with(kArticle)) continue;
      const size_t number = begin + kArticle.size();
      if (number >= text.size() || text[number] != ' ') continue;
      const CleanLine& line = line_at(begin);
      if (line.span.begin >= end || line.span.end <= number) continue;
      if (!begins_numbered_heading(text.substr(number + 1, line.span.end - number - 1))) continue;
      cuts_.push_back({static_cast<uint32_t>(end), static_cast<uint32_t>(begin)});
    }
  }

  // "Chương II PHÍ Điều" / "2. Phí bến", and "Điều" / "2. Phí bến" behind a sentence.
  void find_numbers_apart() {
    for (size_t i = 0; i + 1 < clean_.lines.size(); ++i) {
      CleanLine& line = clean_.lines[i];
      const std::string_view text = clean_.of(line);
      if (!text.ends_with(kArticle) || clean_.lines[i + 1].blank_before ||
          !begins_numbered_heading(clean_.of(clean_.lines[i + 1]))) {
        continue;
      }
      if (text.size() == kArticle.size()) {
        if (i > 0 && ends_sentence(clean_.of(clean_.lines[i - 1]))) line.place = LinePlace::kOwn;
        continue;
      }
      const size_t begin = text.size() - kArticle.size();
      const std::string_view before = text.substr(0, begin - 1);
      if (text[begin - 1] != ' ' || before.empty()) continue;
      if (!in_capitals(last_word(before)) && before.back() != ')' && before.back() != ']') continue;
      cuts_.push_back({line.span.begin + static_cast<uint32_t>(begin - 1),
                       line.span.begin + static_cast<uint32_t>(begin)});
    }
  }

  // "Điều 9. Phí bến 1." / "Người qua đò …": the label of the first clause at the end of a heading,
  // and "| 3." behind a table.
  void find_first_clauses() {
    for (size_t i = 0; i + 1 < clean_.lines.size(); ++i) {
      const CleanLine& line = clean_.lines[i];
      const std::string_view text = clean_.of(line);
      if (!text.ends_with('.') || text.size() < 4 || !is_digit(text[text.size() - 2]) ||
          clean_.lines[i + 1].blank_before ||
          !is_upper(decode_utf8(clean_.of(clean_.lines[i + 1]), 0).code_point)) {
        continue;
      }
      const size_t space = find_last(text, ' ');
      if (space == std::string_view::npos || space == 0) continue;
      const std::string_view number = text.substr(space + 1, text.size() - space - 2);
      if (number.size() > 2 || !std::all_of(number.begin(), number.end(), is_digit)) continue;
      const bool heading =
          number == "1" && text.starts_with(kArticle) && text.size() > kArticle.size() + 1 &&
          begins_numbered_heading(text.substr(kArticle.size() + 1)) && text.find(". ") < space &&
          !kNumbered.contains(last_word(text.substr(0, space)));
      if (!heading && text[space - 1] != '|') continue;
      cuts_.push_back({line.span.begin + static_cast<uint32_t>(space),
                       line.span.begin + static_cast<uint32_t>(space + 1)});
    }
  }

  // "… theo quy định. Chương IX GIAO ĐẤT Mục 1. CĂN CỨ" above an article or section.
  void find_divisions() {
    for (size_t i = 0; i + 1 < clean_.lines.size(); ++i) {
      const std::string_view below = clean_.of(clean_.lines[i + 1]);
      if (!below.starts_with(kArticle) && !below.starts_with("Mục ")) continue;
      const CleanLine& line = clean_.lines[i];
      std::string_view front = clean_.of(line);
      while (const size_t begin = last_division(front)) {
        if (is_portals_title(front.substr(0, begin - 1))) break;
        cuts_.push_back({line.span.begin + static_cast<uint32_t>(begin - 1),
                         line.span.begin + static_cast<uint32_t>(begin)});
        front = front.substr(0, begin - 1);
      }
    }
  }

  // "Luật Bến đò 2023.": a portal sets it before headings, where structure knows it.
  static bool is_portals_title(std::string_view text) {
    constexpr size_t kLongest = 200;
    return text.size() <= kLongest && text.ends_with('.') &&
           text.find(". ") == std::string_view::npos;
  }

  // Where a text ends in the heading of a chapter or section; 0 for nowhere, and at its front.
  static size_t last_division(std::string_view text) {
    if (has_small_letters(last_word(text))) return 0;  // as in most lines
    for (const std::string_view word : {" Mục ", " MỤC ", " Chương ", " CHƯƠNG "}) {
      const size_t at = text.rfind(word);
      if (at == std::string_view::npos || at == 0) continue;
      std::string_view rest = text.substr(at + word.size());
      const size_t label = rest.find(' ');
      if (label == std::string_view::npos || label == 0) continue;
      const std::string_view number = rest.substr(0, label);
      constexpr std::string_view kNumerals = "IVXLC0123456789.";
      if (number.find_first_not_of(kNumerals) != std::string_view::npos) continue;
      rest.remove_prefix(label + 1);
      if (in_capitals(rest)) return at + 1;
    }
    return 0;
  }

  // The line with this byte. Lines need not stand in the order of their bytes.
  const CleanLine& line_at(size_t at) {
    if (order_.empty()) {
      order_.reserve(clean_.lines.size());
      for (uint32_t i = 0; i < clean_.lines.size(); ++i) order_.push_back(i);
      std::sort(order_.begin(), order_.end(), [&](uint32_t a, uint32_t b) {
        return clean_.lines[a].span.begin < clean_.lines[b].span.begin;
      });
    }
    const auto after = std::upper_bound(
        order_.begin(), order_.end(), at,
        [&](size_t byte, uint32_t i) { return byte < clean_.lines[i].span.begin; });
    return clean_.lines[after == order_.begin() ? order_.front() : *(after - 1)];
  }

  void cut() {
    std::sort(cuts_.begin(), cuts_.end(),
              [](const Cut& a, const Cut& b) { return a.begin < b.begin; });
    std::vector<CleanLine> out;
    out.reserve(clean_.lines.size() + cuts_.size());
    for (const CleanLine& line : clean_.lines) {
      CleanLine rest = line;
      auto cut = std::lower_bound(cuts_.begin(), cuts_.end(), line.span.begin,
                                  [](const Cut& one, uint32_t at) { return one.begin < at; });
      for (; cut != cuts_.end() && cut->begin < line.span.end; ++cut) {
        if (cut->end <= rest.span.begin) continue;
        CleanLine front = rest;
        front.span.end = cut->end;
        front.width = width(front.span);
        out.push_back(front);
        rest.span.begin = cut->begin;
        rest.blank_before = false;
        rest.place = LinePlace::kOwn;
      }
      if (rest.span.begin != line.span.begin) rest.width = width(rest.span);
      out.push_back(rest);
    }
    clean_.lines = std::move(out);
  }

  uint32_t width(Span span) const { return count_characters(span.of(bytes())); }

  CleanLines& clean_;
  std::vector<Cut> cuts_;
  std::vector<uint32_t> order_;  // lines by their first byte
};

}  // namespace

void mend_lost_breaks(CleanLines& clean) { Mender(clean).run(); }

}  // namespace rasoat
