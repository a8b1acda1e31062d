// The head stands above the first provision: motto and issuing body in two columns (text/repair
// puts them one after the other), number, place and date, the type in capitals on a line of its
// own, the title, then the căn cứ. Some sources run all of that together in a line or two, some
// leave parts out. Each part is looked for by itself, in the lines above the first unit of the
// body.
#include "structure/head.h"

#include <algorithm>
#include <array>
#include <optional>

#include "structure/issuer_name.h"
#include "structure/letter_case.h"
#include "structure/long_date.h"
#include "structure/printed_number.h"
#include "structure/structure_words.h"
#include "text/lower.h"

namespace rasoat {
namespace {

using Kind = LineMark::Kind;

// Without notes between square brackets, and without the spaces around them but one between words.
std::string without_notes(std::string_view text) {
  std::string out;
  for (size_t open = text.find('['); open != std::string_view::npos; open = text.find('[')) {
    const size_t close = text.find(']', open);
    if (close == std::string_view::npos) break;
    out += text.substr(0, open);
    text.remove_prefix(close + 1);
    while (text.starts_with(' ') && (out.empty() || out.back() == ' ')) text.remove_prefix(1);
  }
  out += text;
  while (out.ends_with(' ')) out.pop_back();
  return out;
}

// Where a type ends on its line, in bytes: "[1] QUYẾT ĐỊNH" has a note before it. 0 if notes part
// the type itself.
size_t type_end(std::string_view lower, std::string_view type) {
  size_t at = 0;
  while (at < lower.size() && lower[at] == '[') {
    const size_t close = lower.find(']', at);
    if (close == std::string_view::npos) return 0;
    at = std::min(lower.find_first_not_of(' ', close + 1), lower.size());
  }
  return lower.substr(at).starts_with(type) ? at + type.size() : 0;
}

// What follows a type on its line, without the mark of a footnote: "THÔNG TƯ1".
std::string_view without_footnote(std::string_view rest) {
  const size_t end = rest.find_first_not_of("0123456789");
  return end == std::string_view::npos ? std::string_view() : rest;
}

class HeadReader {
 public:
  HeadReader(const TextBuffer& text, const std::vector<LineMark>& marks, const Lexicon& lexicon,
             Document& document)
      : text_(text),
        lines_(text.lines()),
        marks_(marks),
        lexicon_(lexicon),
        cues_(lexicon.derived<StructureWords>()),
        types_(lexicon.table("document_types")),
        document_(document),
        head_(document.head) {}

  HeadLines read() {
    body_ = first_body_line();
    head_end_ = body_ < lines_.size() ? lines_[body_].span.begin
                                      : static_cast<uint32_t>(text_.text().size());
    read_number();
    read_date();
    const size_t type_line = read_type();
    const size_t title_end = read_title(type_line);
    read_issuer(type_line);
    read_bases(title_end);
    return {title_end, body_};
  }

 private:
  std::string_view line(size_t i) const { return text_.of(lines_[i].span); }
  std::string_view lower(size_t i) const { return text_.lower_of(lines_[i].span); }
  bool capitals(size_t i) const { return is_all_capitals(line(i), lower(i)); }

  size_t first_body_line() const {
    const size_t limit = std::min<size_t>(lines_.size(), 400);
    std::optional<size_t> first_number;
    for (size_t i = 0; i < limit; ++i) {
      const LineMark& mark = marks_[i];
      switch (mark.kind) {
        case Kind::kArticle:
          if (mark.closed || mark.ordinal.number == 1) return i;
          break;
        case Kind::kPart:
        case Kind::kChapter:
          if (mark.ordinal.number == 1) return i;
          break;
        case Kind::kSection:
          if (mark.ordinal.number == 1 && heads_first_article(i)) return i;
          break;
        case Kind::kRoman:
        case Kind::kCapital:
        case Kind::kNumber:
          if (mark.ordinal.number == 1 && !first_number && lines_[i].role != LineRole::kTable) {
            first_number = i;
          }
          break;
        default:
          break;
      }
    }
    return first_number.value_or(lines_.size());
  }

  // "Mục 1" of a text without chapters, right above "Điều 1."
  bool heads_first_article(size_t i) const {
    constexpr size_t kNear = 4;
    for (size_t k = i + 1; k < std::min(i + kNear, lines_.size()); ++k) {
      if (marks_[k].kind == Kind::kArticle) return marks_[k].ordinal.number == 1;
    }
    return false;
  }

  // ---- number ----

  void read_number() {
    const std::string_view lower = text_.lower().substr(0, head_end_);
    for (size_t at = lower.find("số"); at != std::string_view::npos;
         at = lower.find("số", at + 1)) {
      size_t i = at + std::string_view("số").size();
      const bool word_start = at == 0 || lower[at - 1] == ' ' || lower[at - 1] == '\n';
      bool colon = false;
      while (i < lower.size() && (lower[i] == ' ' || lower[i] == ':' || lower[i] == '.')) {
        colon |= lower[i] == ':';
        ++i;
      }
      if (colon && i < lower.size() && lower[i] == '\n') ++i;  // the number on the next line
      if (!word_start) continue;
      const size_t end = printed_number_end(text_.text().substr(0, head_end_), i);
      // "Số 363/2025/NĐ-CP" without a colon is the head's only where it is the whole line.
      const Span whole = lines_[text_.line_at(static_cast<uint32_t>(at))].span;
      if (!colon && (whole.begin != at || whole.end != end)) continue;
      if (end == i) {
        if (i < lower.size() && lower[i] == '/') return;  // a draft: "Số:      /KH-UBND"
        continue;
      }
      head_.number_span = {static_cast<uint32_t>(i), static_cast<uint32_t>(end)};
      head_.number = compact_number(text_.of(head_.number_span));
      return;
    }
  }

  // ---- place and date ----

  void read_date() {
    const std::string_view lower = text_.lower().substr(0, head_end_);
    for (size_t at = lower.find("ngày "); at != std::string_view::npos;
         at = lower.find("ngày ", at + 1)) {
      // Dates of cited documents stand after their number; the head's own follows a place, a line
      // start, or, in a draft, nothing.
      if (in_preamble_line(at)) break;
      size_t end = at;
      const auto date = read_long_date(lower, at, end);
      if (!date) continue;
      head_.date = date;
      head_.date_span = {static_cast<uint32_t>(at), static_cast<uint32_t>(end)};
      read_place(at);
      return;
    }
  }

  bool in_preamble_line(size_t at) const {
    const size_t i = text_.line_at(static_cast<uint32_t>(at));
    return cues_.preamble.begins(lower(i));
  }

  void read_place(size_t date_at) {
    const uint32_t begin = lines_[text_.line_at(static_cast<uint32_t>(date_at))].span.begin;
    std::string_view before = text_.text().substr(begin, date_at - begin);
    while (!before.empty() && (before.back() == ' ' || before.back() == ','))
      before.remove_suffix(1);
    const size_t cut = before.find_last_of(".;:-");
    if (cut != std::string_view::npos) before.remove_prefix(cut + 1);
    while (!before.empty() && before.front() == ' ') before.remove_prefix(1);
    if (before.size() < 60) head_.place = before;
  }

  // ---- type ----

  // The line that holds the type, or lines_.size(). "QUY ĐỊNH" and the like are types of what a
  // document issues; they count only where nothing else says the type.
  size_t read_type() {
    for (const bool attached : {false, true}) {
      for (size_t i = 0; i < body_; ++i) {
        const auto type = type_of_line(i, attached);
        if (!type) continue;
        head_.type = *type;
        // A consolidated text prints the type of the act that it consolidates.
        if (head_.number.find("/VBHN-") != std::string::npos) read_type_from_number();
        return i;
      }
      if (read_type_from_number()) break;
    }
    return lines_.size();
  }

  // A line in capitals that is the name of a type, perhaps with its title behind it.
  std::optional<std::string> type_of_line(size_t i, bool attached) const {
    if (!capitals(i) && line(i).find('[') == std::string_view::npos) return {};
    // Without what portals put between: "LUẬT [Luật này được hướng dẫn bởi …] THỦ ĐÔ".
    const std::string printed = without_notes(line(i)), words = without_notes(lower(i));
    if (!is_all_capitals(printed, words)) return {};
    std::optional<std::string> best;
    size_t best_size = 0;
    for (size_t row = 0; row < types_.size(); ++row) {
      if ((types_.cell(row, "class") == "attached") != attached) continue;
      const std::string name = lower_same_length(types_.cell(row, "type"));
      if (!words.starts_with(name) || name.size() <= best_size) continue;
      const std::string_view rest = without_footnote(std::string_view(words).substr(name.size()));
      if (!rest.empty() && rest != ":" && rest != "." && !rest.starts_with(" ")) continue;
      if (cues_.gazette.begins(words)) continue;
      // "LUẬT SỐ: 60/2014/QH13" is the number's line, "QUY ĐỊNH CHUNG" a chapter's.
      if (rest.starts_with(" số:") || rest.starts_with(" số ") || rest == " chung") continue;
      best = std::string(types_.cell(row, "type"));
      best_size = name.size();
    }
    return best;
  }

  // "…/TT-BTP" is a Thông tư, "…/QH13" a law where the text says so.
  bool read_type_from_number() {
    if (head_.number.empty()) return false;
    const bool addressed =
        text_.lower().substr(0, head_end_).find("kính gửi") != std::string_view::npos;
    const size_t slash = head_.number.rfind('/');
    if (slash == std::string::npos) return false;
    // Công văn has no abbreviation of its own: the first part of its symbol is the office.
    if (addressed) {
      head_.type = "Công văn";
      return true;
    }
    if (std::string type = type_of_number(head_.number, types_); !type.empty()) {
      head_.type = std::move(type);
    }
    if (head_.type.empty() && head_.number.substr(slash + 1).starts_with("QH") &&
        text_.lower().substr(0, head_end_).find("luật số") != std::string_view::npos) {
      head_.type = "Luật";
    }
    return !head_.type.empty();
  }

  // ---- title ----

  size_t read_title(size_t type_line) {
    if (type_line >= lines_.size()) return read_subject_line();
    size_t begin_line = type_line + 1;
    uint32_t begin = 0;
    const std::string_view words = line(type_line);
    const size_t behind_type = type_end(lower(type_line), lower_same_length(head_.type));
    if (behind_type > 0 && words.size() > behind_type + 2) {  // "LUẬT HỘ TỊCH"
      begin = lines_[type_line].span.begin + static_cast<uint32_t>(behind_type);
      while (text_.text()[begin] == ' ') ++begin;
    }
    size_t i = begin_line;
    uint32_t end = begin > 0 ? lines_[type_line].span.end : 0;
    for (; i < body_; ++i) {
      const std::string_view next = lower(i);
      if (next.empty()) continue;
      if (ends_title(i, begin > 0)) break;
      if (begin == 0) begin = lines_[i].span.begin;
      end = lines_[i].span.end;
      if (i - begin_line >= 8) break;
    }
    set_title(begin, end);
    return std::min(i, body_);
  }

  bool ends_title(size_t i, bool has_title) const {
    const std::string_view words = lower(i);
    if (cues_.preamble.begins(words)) return !words.starts_with("triển khai ") || has_title;
    if (marks_[i].kind != Kind::kNone && has_title) return true;
    if (cues_.issuers.begins(words)) {
      // In capitals alone, or as the subject of the enacting sentence.
      return has_title && (capitals(i) || words.find("ban hành") != std::string_view::npos ||
                           lines_[i].span.size() > 120);
    }
    if (words.starts_with("(") || words.starts_with("số:") || words.starts_with("kính gửi"))
      return has_title;
    return has_title && (line(i - 1).ends_with('.') || line(i).ends_with(':'));
  }

  // Công văn: "V/v …" below the number; other texts without a type line have no title.
  size_t read_subject_line() {
    for (size_t i = 0; i < body_; ++i) {
      const size_t at = lower(i).find("v/v");
      if (at == std::string_view::npos || at > 80) continue;
      uint32_t begin = lines_[i].span.begin + static_cast<uint32_t>(at + 3);
      while (begin < lines_[i].span.end &&
             (text_.text()[begin] == ' ' || text_.text()[begin] == ':'))
        ++begin;
      set_title(begin, lines_[i].span.end);
      return i + 1;
    }
    size_t after = 0;
    for (size_t i = 0; i < body_; ++i) {
      const bool head_part = lines_[i].span.overlaps(head_.number_span) ||
                             (head_.date && lines_[i].span.overlaps(head_.date_span));
      if (head_part) after = i + 1;
    }
    return after;
  }

  void set_title(uint32_t begin, uint32_t end) {
    if (begin >= end) return;
    head_.title_span = {begin, end};
    head_.title = without_notes(text_.of(head_.title_span));
    std::replace(head_.title.begin(), head_.title.end(), '\n', ' ');
    while (!head_.title.empty() && (head_.title.back() == '.' || head_.title.back() == ' '))
      head_.title.pop_back();
  }

  // ---- issuer ----

  void read_issuer(size_t type_line) {
    const size_t limit = std::min(type_line, body_);
    std::string capitals_name;
    for (size_t i = 0; i < limit && i < 12; ++i) {
      const std::string_view words = lower(i);
      if (words.empty() || words.starts_with("cộng hòa")) continue;
      if (cues_.gazette.begins(words)) continue;
      if (words.starts_with("độc lập") || words.starts_with("số") || words.starts_with("luật số"))
        break;
      if (!capitals(i)) {
        if (!capitals_name.empty()) break;
        continue;
      }
      if (!capitals_name.empty() && !cues_.issuer_goes_on.begins(words)) {
        // A parent above: "UBND TỈNH X" and then "SỞ TƯ PHÁP".
        if (!cues_.issuers.begins(words) && !cues_.parent_bodies.begins(words)) {
          break;
        }
        capitals_name.clear();
      }
      if (!capitals_name.empty()) capitals_name += ' ';
      capitals_name += line(i);
    }
    const size_t motto = lower_same_length(capitals_name).find("cộng hòa");
    if (motto != std::string::npos) capitals_name.resize(motto);
    while (!capitals_name.empty() && (capitals_name.back() == ' ' || capitals_name.back() == '-'))
      capitals_name.pop_back();
    if (capitals_name.size() > 150) capitals_name.clear();
    if (capitals_name.size() > 6) {
      head_.issuer = issuer_in_running_form(expand(capitals_name), text_, lexicon_);
      return;
    }
    read_issuer_from_preamble(type_line);
  }

  static std::string expand(std::string_view name) {
    std::string out(name);
    const std::string lower = lower_same_length(name);
    if (lower.starts_with("ubnd ")) out.replace(0, 4, "ỦY BAN NHÂN DÂN");
    if (lower.starts_with("hđnd "))
      out.replace(0, std::string_view("hđnd").size(), "HỘI ĐỒNG NHÂN DÂN");
    return out;
  }

  // Texts whose head is cut off name the issuer in the enacting sentence.
  void read_issuer_from_preamble(size_t type_line) {
    const size_t from = type_line < lines_.size() ? type_line + 1 : 0;
    for (size_t i = from; i < body_; ++i) {
      const std::string_view words = lower(i);
      if (!cues_.issuers.begins(words)) continue;
      for (const std::string_view verb : {" ban hành", " xây dựng", " quyết định", " quyết nghị"}) {
        const size_t at = words.find(verb);
        if (at == std::string_view::npos || at > 120) continue;
        std::string name(line(i).substr(0, at));
        if (words.starts_with("bộ trưởng "))
          name = name.substr(std::string_view("Bộ trưởng ").size());
        head_.issuer = name;
        if (lower_same_length(name).starts_with("ubnd "))
          head_.issuer.replace(0, 4, "Ủy ban nhân dân");
        return;
      }
      if (capitals(i) && lines_[i].span.size() < 120) {
        head_.issuer = issuer_in_running_form(expand(line(i)), text_, lexicon_);
        return;
      }
    }
  }

  void read_bases(size_t from) {
    for (size_t i = from; i < body_; ++i) {
      if (lower(i).starts_with("căn cứ") || lower(i).starts_with("thực hiện ") ||
          lower(i).starts_with("triển khai ")) {
        head_.bases.push_back(lines_[i].span);
      }
    }
  }

  const TextBuffer& text_;
  const std::vector<TextLine>& lines_;
  const std::vector<LineMark>& marks_;
  const Lexicon& lexicon_;
  const StructureWords& cues_;
  const Table& types_;
  Document& document_;
  DocumentHead& head_;
  size_t body_ = 0;
  uint32_t head_end_ = 0;
};

}  // namespace

HeadLines read_head(const TextBuffer& text, const std::vector<LineMark>& marks,
                    const Lexicon& lexicon, Document& document) {
  return HeadReader(text, marks, lexicon, document).read();
}

void read_signature(const TextBuffer& text, Document& document) {
  if (document.asides.empty()) return;
  const Span aside = document.asides.front();
  bool recipients = false;
  std::string last_name;
  for (size_t i = text.line_at(aside.begin); i < text.lines().size(); ++i) {
    const TextLine& line = text.lines()[i];
    if (line.span.begin >= aside.end) break;
    std::string_view words = text.of(line.span);
    if (text.lower_of(line.span).starts_with("nơi nhận")) {
      recipients = true;
      continue;
    }
    if (recipients && (words.starts_with("- ") || words.starts_with("-"))) {
      words.remove_prefix(1);
      while (!words.empty() && words.front() == ' ') words.remove_prefix(1);
      while (!words.empty() && (words.back() == ';' || words.back() == '.')) words.remove_suffix(1);
      document.head.recipients.emplace_back(words);
      continue;
    }
    // A name: two to five words, none in capitals only.
    const auto spaces = std::count(words.begin(), words.end(), ' ');
    if (spaces >= 1 && spaces <= 4 && words.size() < 60 &&
        words.find_first_of("0123456789:;/(") == std::string_view::npos) {
      const std::string_view lower = text.lower_of(line.span);
      if (words.substr(words.size() - 2) == lower.substr(lower.size() - 2)) last_name = words;
    }
  }
  document.head.signer = last_name;
}

void read_adoption_date(const TextBuffer& text, Document& document) {
  if (document.head.date) return;
  constexpr std::string_view kFormula = "thông qua ngày ";
  const std::string_view lower = text.lower();
  const size_t at = lower.rfind(kFormula);
  if (at == std::string_view::npos) return;
  const size_t day = at + kFormula.size() - std::string_view("ngày ").size();
  const std::string_view line =
      text.lower_of(text.lines()[text.line_at(static_cast<uint32_t>(at))].span);
  if (line.find(" này ") == std::string_view::npos) return;
  size_t end = day;
  document.head.date = read_long_date(lower, day, end);
  if (document.head.date) {
    document.head.date_span = {static_cast<uint32_t>(day), static_cast<uint32_t>(end)};
  }
}

}  // namespace rasoat
