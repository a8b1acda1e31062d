#include "structure/line_mark.h"

#include <algorithm>
#include <array>
#include <optional>

#include "structure/letter_case.h"
#include "text/characters.h"
#include "text/word_set.h"

namespace rasoat {
namespace {

bool is_word_byte(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         static_cast<unsigned char>(c) >= 0x80;
}

class MarkReader {
 public:
  MarkReader(std::string_view text, std::string_view lower, Span line)
      : text_(text), lower_(lower), line_(line) {}

  // "a. Nội dung", "a- Nội dung".
  LineMark read_old_point() {
    begin_ = line_.begin;
    const std::string_view rest = lower_rest(begin_);
    const size_t length = static_cast<unsigned char>(rest[0]) >= 0x80 ? 2 : 1;
    const int position = point_letter_position(rest.substr(0, length));
    const auto label_end = begin_ + static_cast<uint32_t>(length);
    if (position == 0 || text_.substr(begin_, length) != rest.substr(0, length)) return {};
    LineMark mark;
    finish(mark, LineMark::Kind::kPoint, label_end, ".-");
    mark.ordinal = {position, ""};
    const bool words = begins_with_capital(text_.substr(mark.rest, 4), lower_.substr(mark.rest, 4));
    return mark.closed && words && label_end + 1 == mark.label_span.end ? mark : LineMark{};
  }

  LineMark read() {
    uint32_t begin = line_.begin;
    while (begin < line_.end && lower_[begin] == ' ') ++begin;
    begin_ = begin;
    if (begin >= line_.end) return {};
    if (lower_[begin] == '[') return read_behind_note();
    return read_label();
  }

 private:
  LineMark read_label() {
    const std::string_view rest = lower_rest(begin_);
    LineMark mark;
    switch (rest[0]) {
      case 'p':
        if (word_unit(rest, "phần ", LineMark::Kind::kPart, mark) || annex(rest, mark)) return mark;
        break;
      case 'c':
        if (word_unit(rest, "chương ", LineMark::Kind::kChapter, mark)) return mark;
        break;
      case 't':
        if (word_unit(rest, "tiểu mục ", LineMark::Kind::kSubsection, mark)) return mark;
        break;
      case 'm':
        if (word_unit(rest, "mục ", LineMark::Kind::kSection, mark) || form(rest, mark))
          return mark;
        break;
      case '\xC4':  // of đ
        if (word_unit(rest, "điều ", LineMark::Kind::kArticle, mark)) return mark;
        // "Điều15." is typed without its space; only its closing mark tells it from a word.
        if (word_unit(rest, "điều", LineMark::Kind::kArticle, mark)) {
          if (mark.closed) return mark;
          mark = {};
        }
        break;
      default:
        break;
    }
    if (number(rest, mark) || roman(rest, mark) || letter(rest, mark)) return mark;
    return {};
  }

  // "[95] 1. Trường hợp", "[Khoản này được sửa đổi bởi …] 2. Bộ Công Thương": consolidated texts
  // put the mark of a footnote, portals a note of their own, before the label. The label must be
  // whole: the note itself may go on with "Điều 2 của Luật …".
  LineMark read_behind_note() {
    constexpr size_t kLongest = 2000;
    const size_t close = lower_rest(begin_).substr(0, kLongest).find(']');
    if (close == std::string_view::npos) return {};
    begin_ += static_cast<uint32_t>(close) + 1;
    while (begin_ < line_.end && lower_[begin_] == ' ') ++begin_;
    if (begin_ >= line_.end || lower_[begin_] == '[') return {};
    const LineMark mark = read_label();
    return mark.closed ? mark : LineMark{};
  }

  std::string_view lower_rest(uint32_t at) const { return lower_.substr(at, line_.end - at); }

  // Skips "[12]", "(12)" glued to a label or its closing mark: the footnotes of consolidated texts.
  uint32_t skip_footnote_mark(uint32_t at) const {
    const char open = at < line_.end ? lower_[at] : '\0';
    if (open != '[' && open != '(') return at;
    uint32_t end = at + 1;
    while (end < line_.end && end < at + 4 && is_digit(lower_[end])) ++end;
    const char close = open == '[' ? ']' : ')';
    return end > at + 1 && end < line_.end && lower_[end] == close ? end + 1 : at;
  }

  void finish(LineMark& mark, LineMark::Kind kind, uint32_t label_end, std::string_view closers) {
    mark.kind = kind;
    mark.label = std::string(text_.substr(begin_, label_end - begin_));
    uint32_t at = skip_footnote_mark(label_end);
    // "Điều 5 ." and "1 ." stand in scanned and typed texts alike.
    if (at < line_.end && lower_[at] == ' ' && at + 1 < line_.end &&
        closers.find(lower_[at + 1]) != std::string_view::npos) {
      ++at;
    }
    if (at < line_.end && closers.find(lower_[at]) != std::string_view::npos) {
      mark.closed = true;
      mark.closing = lower_[at++];
      at = skip_footnote_mark(at);
    }
    mark.label_span = {begin_, at};
    while (at < line_.end && lower_[at] == ' ') ++at;
    mark.rest = at;
  }

  bool word_unit(std::string_view rest, std::string_view word, LineMark::Kind kind,
                 LineMark& mark) {
    if (!begins_with(rest, word)) return false;
    // A heading is written with a capital; "điều 5" in lower case continues a sentence.
    if (text_[begin_] == lower_[begin_] && text_.substr(begin_, 2) == lower_.substr(begin_, 2)) {
      return false;
    }
    const std::string_view label = rest.substr(word.size());
    size_t length = 0;
    if (const auto arabic = read_arabic(label, length)) {
      mark.ordinal = *arabic;
    } else if (kind == LineMark::Kind::kArticle) {
      return false;
    } else if (const auto roman_number = read_roman(label, length)) {
      mark.ordinal = *roman_number;
    } else if (const auto ordinal = read_ordinal_word(label, length)) {
      mark.ordinal = {*ordinal, ""};
    } else {
      return false;
    }
    finish(mark, kind, begin_ + static_cast<uint32_t>(word.size() + length), ".:");
    return true;
  }

  // "Phụ lục II3": a digit behind a Roman number is the mark of a footnote.
  static std::string_view without_digits(std::string_view label) {
    const size_t digit = label.find_first_of("0123456789 ");
    return label.substr(0, digit);
  }

  bool annex(std::string_view rest, LineMark& mark) {
    constexpr std::string_view kWord = "phụ lục";
    if (!begins_with(rest, kWord) || text_.substr(begin_, 1) != "P") return false;
    size_t at = kWord.size();
    if (at < rest.size() && is_word_byte(rest[at])) return false;
    while (at < rest.size() && rest[at] == ' ') ++at;
    if (rest.substr(at).starts_with("số ")) at += std::string_view("số ").size();
    size_t length = 0;
    if (const auto arabic = read_arabic(rest.substr(at), length)) {
      mark.ordinal = *arabic;
    } else if (const auto roman_number = read_roman(without_digits(rest.substr(at)), length)) {
      mark.ordinal = *roman_number;
    } else {
      at = kWord.size();
      length = 0;
    }
    finish(mark, LineMark::Kind::kAnnex, begin_ + static_cast<uint32_t>(at + length), ".:");
    while (mark.rest < line_.end && is_digit(lower_[mark.rest])) ++mark.rest;
    return true;
  }

  bool form(std::string_view rest, LineMark& mark) {
    constexpr std::string_view kWord = "mẫu số ";
    if (!begins_with(rest, kWord) || text_.substr(begin_, 1) != "M") return false;
    size_t length = 0;
    const auto arabic = read_arabic(rest.substr(kWord.size()), length);
    if (!arabic) return false;
    mark.ordinal = *arabic;
    finish(mark, LineMark::Kind::kForm, begin_ + static_cast<uint32_t>(kWord.size() + length),
           ".:");
    return true;
  }

  // "1.", "1a.", "1)", "1.1.", "1.1 ". A date ("01/7/2025") or a plain number is none.
  bool number(std::string_view rest, LineMark& mark) {
    if (!is_digit(rest[0])) return false;
    size_t length = 0;
    const auto first = read_arabic(rest, length);
    if (!first || first->number == 0 || first->number > 300) return false;
    mark.ordinal = *first;
    mark.decimal = DecimalLabel(first->number);
    size_t at = length;
    while (at + 1 < rest.size() && rest[at] == '.' && is_digit(rest[at + 1]) &&
           !mark.decimal.full()) {
      size_t more = 0;
      auto next = read_arabic(rest.substr(at + 1), more);
      if (!next) next = read_digits(rest.substr(at + 1), more);  // a word is glued to it
      if (!next || !next->suffix.empty() || next->number > 300) return false;
      mark.decimal.push_back(next->number);
      at += 1 + more;
    }
    const auto label_end = begin_ + static_cast<uint32_t>(at);
    if (mark.decimal.size() > 1) {
      finish(mark, LineMark::Kind::kDecimal, label_end, ".)");
      // "1.000đ" goes on without a space; "1.4Việc" is khoản 1 with the mark of a footnote.
      return mark.rest > label_end || mark.rest == line_.end ||
             begins_with_capital(text_.substr(label_end, 4), lower_.substr(label_end, 4));
    }
    finish(mark, LineMark::Kind::kNumber, label_end, ".)");
    if (!mark.closed) return old_number(mark, label_end);
    // "1.Tổ chức" is typed without its space; "50.000" and "1.5kg" are numbers.
    return true;
  }

  // "1- Chính phủ …": the khoản of the 1980s and 1990s, later "1.".
  bool old_number(LineMark& mark, uint32_t label_end) const {
    if (label_end >= line_.end || lower_[label_end] != '-') return false;
    uint32_t at = label_end + 1;
    while (at < line_.end && lower_[at] == ' ') ++at;
    if (!begins_with_capital(text_.substr(at, 4), lower_.substr(at, 4))) return false;
    mark.closed = true;
    mark.closing = '-';
    mark.label_span = {begin_, label_end + 1};
    mark.rest = at;
    return true;
  }

  static std::optional<Ordinal> read_digits(std::string_view rest, size_t& length) {
    int value = 0;
    for (length = 0; length < rest.size() && is_digit(rest[length]); ++length) {
      if (length == 3) return {};
      value = value * 10 + (rest[length] - '0');
    }
    return Ordinal{value, ""};
  }

  bool roman(std::string_view rest, LineMark& mark) {
    const char first = text_[begin_];
    if (first != 'I' && first != 'V' && first != 'X' && first != 'L') return false;
    size_t length = 0;
    const auto value = read_roman(rest, length);
    if (!value) return false;
    mark.ordinal = *value;
    finish(mark, LineMark::Kind::kRoman, begin_ + static_cast<uint32_t>(length), ".-:)");
    return mark.closed && mark.closing != ')';
  }

  bool letter(std::string_view rest, LineMark& mark) {
    size_t length = static_cast<unsigned char>(rest[0]) >= 0x80 ? 2 : 1;
    if (rest.size() <= length) return false;
    const std::string_view first = rest.substr(0, length);
    int position = point_letter_position(first);
    if (position == 0) {
      // f, j, w, z and ư stand in foreign-style lists; they keep their letter and follow their
      // like.
      static constexpr std::array<std::string_view, 5> kOdd = {"f", "j", "w", "z", "ư"};
      if (std::find(kOdd.begin(), kOdd.end(), first) == kOdd.end()) return false;
    }
    const bool capital = text_.substr(begin_, length) != first;
    size_t end = length;
    while (end < rest.size() && end < length + 2 && is_digit(rest[end])) ++end;
    mark.ordinal = {position, std::string(rest.substr(length, end - length))};
    if (capital) {
      if (end != length) return false;
      finish(mark, LineMark::Kind::kCapital, begin_ + static_cast<uint32_t>(length), ".");
      return mark.closed && (mark.rest > mark.label_span.end || mark.rest == line_.end);
    }
    finish(mark, LineMark::Kind::kPoint, begin_ + static_cast<uint32_t>(end), ")");
    return mark.closed;
  }

  std::string_view text_;
  std::string_view lower_;
  Span line_;
  uint32_t begin_ = 0;
};

}  // namespace

LineMark read_line_mark(std::string_view text, std::string_view lower, Span line) {
  return MarkReader(text, lower, line).read();
}

bool may_have_mark(std::string_view text) {
  if (text.empty()) return false;
  const auto first = static_cast<unsigned char>(text[0]);
  const size_t letter = first < 0x80 ? 1 : 2;
  const char next = letter < text.size() ? text[letter] : ' ';
  // What may stand behind a letter that is a label of its own.
  const bool ends_label =
      is_digit(next) || std::string_view(" .)([").find(next) != std::string_view::npos;
  if (first >= 'a' && first <= 'z') return ends_label || (next >= 'A' && next <= 'Z');
  if (first >= 'A' && first <= 'Z') {
    return ends_label || std::string_view("CILMPTVX").find(text[0]) != std::string_view::npos;
  }
  constexpr unsigned char kLeadOfD = 0xC4, kLeadOfU = 0xC6;  // of Đ and đ, Ư and ư
  return is_digit(text[0]) || first == '[' || first == ' ' || first == kLeadOfD ||
         first == kLeadOfU;
}

LineMark read_unusual_point(std::string_view text, std::string_view lower, Span line) {
  if (line.size() < 5) return {};
  if (text[line.begin] != '(') return MarkReader(text, lower, line).read_old_point();
  LineMark mark = read_inner_point(text, lower, line.begin + 1, line);
  if (mark.kind != LineMark::Kind::kNone) mark.label_span.begin = line.begin;
  return mark;
}

LineMark read_inner_clause(std::string_view text, std::string_view lower, uint32_t at, Span line) {
  LineMark mark = MarkReader(text, lower, {at, line.end}).read();
  const bool apart =
      mark.rest >= line.end || mark.rest > mark.label_span.begin + mark.label.size() + 1;
  return mark.kind == LineMark::Kind::kNumber && mark.closing == '.' && apart ? mark : LineMark{};
}

LineMark read_inner_point(std::string_view text, std::string_view lower, uint32_t at, Span line) {
  LineMark mark = MarkReader(text, lower, {at, line.end}).read();
  const bool spaced = mark.rest < line.end && mark.rest > mark.label_span.end;
  return mark.kind == LineMark::Kind::kPoint && spaced ? mark : LineMark{};
}

}  // namespace rasoat
