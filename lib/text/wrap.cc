// Whether two lines that follow each other are one paragraph is judged in this order.
//
// 1. What the format says: known paragraphs, cells of a table, footnotes.
// 2. The front of the second line: a unit ("Điều 5.", "2.", "a)", "-", "Căn cứ") begins a
// paragraph,
//    unless the first line ends in words that ask for a number ("khoản", "điểm a", "theo").
// 3. The end of the first line and the case of the second: a sentence left open goes on in a small
//    letter; nothing ends in "và", "của", "số".
// 4. How full the first line is. What a full line is, the text shows itself: lines that certainly
//    were wrapped (open at the end, a small letter next) tell at what width its lines break. Some
//    sources have a first line of a paragraph much shorter than the rest (HTML saved as text), so
//    both are measured.
// 5. Empty lines. The same certain cases show what they mean: nothing, where they stand between all
//    lines; the end of a paragraph, where they stand before units and never inside a sentence.
#include "text/wrap.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string_view>

#include "text/line_shape.h"

namespace rasoat {
namespace {

enum class BlankLines {
  kMeaningless,  // between nearly all lines
  kEndBlocks,    // every paragraph, and nothing else, is followed by one
  kMixed,
};

// How wide wrapped lines are. A width is that of a line, a space, and the first word of the next
// line: more than fitted.
struct FullWidth {
  uint32_t likely = ~0U;  // a tenth of the wrapped lines stay below this
  uint32_t surely = ~0U;  // half of them
};

// What lines look like that were certainly wrapped.
struct Habits {
  BlankLines blank_lines = BlankLines::kMixed;
  bool wrapped = false;
  bool positions = false;  // the format gives positions; the next three are fractions of the page
  float margin = 0;        // left edge of lines that go on
  float pitch = 0;         // between two lines of a paragraph; 0 where unknown
  bool indents = false;    // first lines of paragraphs begin right of the margin
  FullWidth line;
  FullWidth first_line;  // of a paragraph
};

// Cells of tables wrap too, at widths of their own. Most of the words stand in lines of the text,
// so the width below which half of all the characters lie tells which lines those are.
uint32_t prevailing(const std::vector<uint32_t>& sorted) {
  uint64_t all = 0, below = 0;
  for (const uint32_t width : sorted) all += width;
  for (const uint32_t width : sorted) {
    below += width;
    if (below * 2 >= all) return width;
  }
  return 0;
}

float median(std::vector<float>& values) {
  const auto middle = values.begin() + static_cast<ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

FullWidth full_width(const std::vector<uint32_t>& sorted) {
  const auto from =
      std::lower_bound(sorted.begin(), sorted.end(), prevailing(sorted) * 3 / 4) - sorted.begin();
  const size_t rest = sorted.size() - static_cast<size_t>(from);
  if (rest == 0) return {};
  const auto at = [&](size_t hundredth) {
    return sorted[static_cast<size_t>(from) + rest * hundredth / 100];
  };
  return {at(10), at(50)};
}

class Wrapping {
 public:
  Wrapping(const RawText& raw, const CleanLines& clean, const std::vector<FurnitureKind>& furniture)
      : raw_(raw), clean_(clean), furniture_(furniture), out_(clean.lines.size(), Joint::kBreak) {
    shapes_.reserve(clean.lines.size());
    for (const CleanLine& line : clean.lines) shapes_.push_back(shape_of(clean.of(line)));
  }

  std::vector<Joint> run() {
    learn_geometry();
    learn();
    constexpr size_t kNone = ~size_t{0};
    size_t before = kNone;
    bool across_furniture = false, rule = false;
    for (size_t i = 0; i < out_.size(); ++i) {
      if (furniture_[i]) {
        across_furniture = true;
        rule = rule || *furniture_[i] == Furniture::Kind::kRule;
        continue;
      }
      if (before != kNone && (!rule || clean_.lines[i].place == LinePlace::kContinues)) {
        const bool blank = blank_before(before, i) && !across_furniture;
        out_[i] = judge(before, i, blank);
      }
      if (out_[i] == Joint::kBreak) begin_paragraph(before == kNone ? i : before, i);
      first_line_ = out_[i] == Joint::kBreak;
      before = i;
      across_furniture = rule = false;
    }
    return std::move(out_);
  }

 private:
  const RawLine& raw(size_t i) const { return raw_.lines[clean_.lines[i].raw]; }

  // --- learning -------------------------------------------------------------------------------

  // Open at its end, and the next line goes on in a small letter.
  bool surely_wrapped(size_t a, size_t b) const {
    const LineShape &first = shapes_[a], &second = shapes_[b];
    return first.end == LineEnd::kOpen && !first.capitals && second.start == LineStart::kPlain &&
           second.first == FirstCharacter::kLower && !second.quoted;
  }

  // How far line a would have reached with the first word of b: in characters or, where the format
  // gives positions, in thousandths of the page's width.
  uint32_t filled(size_t a, size_t b) const {
    const uint32_t more = 1 + shapes_[b].first_word;
    if (!habits_.positions) return clean_.lines[a].width + more;
    return static_cast<uint32_t>(1000 * (raw(a).right + character_width(a) * more));
  }

  float character_width(size_t i) const {
    return (raw(i).right - raw(i).left) / static_cast<float>(std::max(clean_.lines[i].width, 1U));
  }

  bool has_position(size_t i) const { return raw(i).left >= 0 && raw(i).right > raw(i).left; }

  // Positions of lines that go on with a sentence: their left edge is the margin, and the distance
  // to the line before is that of lines in a paragraph.
  void learn_geometry() {
    std::vector<float> margins, pitches;
    size_t positions = 0, lines = 0;
    for (size_t b = 1; b < out_.size(); ++b) {
      if (furniture_[b] || furniture_[b - 1]) continue;
      ++lines;
      if (!has_position(b)) continue;
      ++positions;
      if (!surely_wrapped(b - 1, b)) continue;
      margins.push_back(raw(b).left);
      const float pitch = raw(b).top - raw(b - 1).top;
      if (raw(b).page == raw(b - 1).page && pitch > 0) pitches.push_back(pitch);
    }
    if (positions * 20 < lines * 19 || margins.size() < 4) return;
    habits_.positions = true;
    habits_.margin = median(margins);
    if (!pitches.empty()) habits_.pitch = median(pitches);
    size_t units = 0, indented_units = 0;
    for (size_t i = 0; i < out_.size(); ++i) {
      if (furniture_[i] || shapes_[i].start == LineStart::kPlain) continue;
      ++units;
      indented_units += indented(i) ? 1 : 0;
    }
    habits_.indents = units >= 3 && indented_units * 10 >= units * 6;
  }

  // Further right than lines that go on with a sentence.
  bool indented(size_t i) const {
    constexpr float kLeast = 0.015F;  // 3 mm on A4; first lines are indented by 10 mm or more
    return habits_.positions && raw(i).left > habits_.margin + kLeast;
  }

  bool blank_before(size_t a, size_t b) const {
    constexpr float kMore = 1.25F;
    if (clean_.lines[b].blank_before) return true;
    return habits_.pitch > 0 && raw(a).page == raw(b).page &&
           raw(b).top - raw(a).top > habits_.pitch * kMore;
  }

  bool looks_first(size_t a) const {
    return shapes_[a].start != LineStart::kPlain ||
           (a > 0 && shapes_[a].first == FirstCharacter::kUpper &&
            shapes_[a - 1].end != LineEnd::kOpen && shapes_[a - 1].end != LineEnd::kComma);
  }

  void learn() {
    std::vector<uint32_t> first, other;
    size_t wrapped_blank = 0, units = 0, units_blank = 0, lines = 0;
    for (size_t b = 1; b < out_.size(); ++b) {
      const size_t a = b - 1;
      if (furniture_[a] || furniture_[b]) continue;
      ++lines;
      const bool blank = blank_before(a, b);
      if (surely_wrapped(a, b)) {
        wrapped_blank += blank ? 1 : 0;
        (looks_first(a) ? first : other).push_back(filled(a, b));
      } else if (shapes_[b].start == LineStart::kArticle ||
                 shapes_[b].start == LineStart::kNumber || shapes_[b].start == LineStart::kLetter) {
        ++units;
        units_blank += blank ? 1 : 0;
      }
    }
    const size_t wrapped = first.size() + other.size();
    habits_.wrapped = wrapped >= 4 && wrapped * 20 >= lines;
    if (!habits_.wrapped) return;
    if (wrapped_blank * 10 >= wrapped * 6) {
      habits_.blank_lines = BlankLines::kMeaningless;
    } else if (units >= 3 && units_blank * 10 >= units * 8 && wrapped_blank * 10 <= wrapped * 2) {
      habits_.blank_lines = BlankLines::kEndBlocks;
    }
    std::sort(first.begin(), first.end());
    std::sort(other.begin(), other.end());
    if (first.size() >= 4 && prevailing(first) * 4 < prevailing(other) * 3) {
      habits_.line = full_width(other);
      habits_.first_line = full_width(first);
    } else {
      std::vector<uint32_t> both;
      std::merge(first.begin(), first.end(), other.begin(), other.end(), std::back_inserter(both));
      habits_.line = habits_.first_line = full_width(both);
    }
  }

  // --- judging --------------------------------------------------------------------------------

  const FullWidth& full() const { return first_line_ ? habits_.first_line : habits_.line; }
  bool likely_full(size_t a, size_t b) const {
    return filled(a, b) >= full().likely && !in_right_column(a);
  }
  bool surely_full(size_t a, size_t b) const {
    return filled(a, b) >= full().surely && !in_right_column(a);
  }

  // A signature's lines end near the right edge without being full.
  bool in_right_column(size_t a) const {
    constexpr float kFar = 0.2F;
    return habits_.positions && raw(a).left > habits_.margin + kFar;
  }

  // Behind a line that ends near the right edge, at the margin of a text that indents paragraphs.
  bool flush_behind_full(size_t a, size_t b) const {
    if (!habits_.indents || indented(b) || in_right_column(a)) return false;
    constexpr float kWord =
        6;  // of the usual length: the next one may be shorter and still not fit
    return 1000 * (raw(a).right + character_width(a) * (1 + kWord)) >=
           static_cast<float>(full().likely);
  }

  // Remembers what kind of paragraph begins at line i, where `before` is the line before it.
  void begin_paragraph(size_t before, size_t i) {
    const LineShape& last = shapes_[before];
    in_title_ = i != before && shapes_[i].start == LineStart::kPlain &&
                (last.type_line || (last.start == LineStart::kDivision && last.alone) ||
                 (last.start == LineStart::kPhrase && last.capitals && last.alone && last.closed));
    const LineStart start = shapes_[i].start;
    in_heading_ =
        start == LineStart::kArticle ||
        (shapes_[i].capitals && (start == LineStart::kRoman || start == LineStart::kNumber ||
                                 start == LineStart::kDivision));
  }

  Joint judge(size_t a, size_t b, bool blank) const {
    if (clean_.lines[b].place == LinePlace::kOwn) return Joint::kBreak;
    if (clean_.lines[b].place == LinePlace::kContinues) {
      return clean_.of(clean_.lines[b]).starts_with("/") ? Joint::kTight : Joint::kSpace;
    }
    if (!same_place(a, b)) return Joint::kBreak;
    const LineShape &first = shapes_[a], &second = shapes_[b];
    const bool division = first.start == LineStart::kDivision && first.alone;
    if (first.type_line || division) return Joint::kBreak;
    if (first.start == LineStart::kArticle && first.alone && !first.dangling && !first.closed) {
      return Joint::kBreak;  // "Điều 5" with its heading below
    }
    if (number_goes_on(a, b)) return Joint::kTight;
    if (compound_goes_on(a, b)) return Joint::kSpace;
    if (begins_unit(first, second) && !flush_in_sentence(a, b)) return Joint::kBreak;
    if (opens_first_clause(a, b)) return Joint::kBreak;
    if (habits_.blank_lines == BlankLines::kMeaningless) blank = false;
    if (!goes_on(a, b, blank)) return Joint::kBreak;
    const bool slash = clean_.of(clean_.lines[b]).starts_with("/");
    return first.end == LineEnd::kHyphen || slash ? Joint::kTight : Joint::kSpace;
  }

  // 1. What the format says.
  bool same_place(size_t a, size_t b) const {
    const RawLine &first = raw(a), &second = raw(b);
    if (first.ends_paragraph || raw_.paragraphs_known) return false;
    if (first.role != second.role) return false;
    if (first.role == LineRole::kTable && first.cell != second.cell) return false;
    return true;
  }

  // "168/CĐ-" + "TTg", and "608/QĐ" + "-TTg".
  bool number_goes_on(size_t a, size_t b) const {
    const std::string_view first = clean_.of(clean_.lines[a]), second = clean_.of(clean_.lines[b]);
    if (shapes_[a].end == LineEnd::kHyphen) {
      return shapes_[b].first == FirstCharacter::kUpper && shapes_[b].start == LineStart::kPlain;
    }
    if (!second.starts_with("-") || second.size() < 2 || second[1] == ' ') return false;
    const size_t space = first.rfind(' ');
    const std::string_view last = first.substr(space == std::string_view::npos ? 0 : space + 1);
    return shapes_[a].end == LineEnd::kOpen && last.find('/') != std::string_view::npos;
  }

  // "kinh tế" / "- xã hội": the dash of the commonest compounds is no bullet.
  bool compound_goes_on(size_t a, size_t b) const {
    if (shapes_[a].end != LineEnd::kOpen || shapes_[b].start != LineStart::kBullet) return false;
    const std::string_view first = clean_.of(clean_.lines[a]);
    std::string_view second = clean_.of(clean_.lines[b]);
    if (first.size() < 10) return false;
    second.remove_prefix(std::min(second.find_first_of(' ') + 1, second.size()));
    const auto ends = [&](std::string_view word) { return first.ends_with(word); };
    return (second.starts_with("xã hội") || second.starts_with("Xã hội")) &&
           (ends("inh tế") || ends("ăn hóa") || ends("ăn hoá") || ends("hính trị"));
  }

  // 2. The front of the second line.
  static bool begins_unit(const LineShape& first, const LineShape& second) {
    const bool open = first.end == LineEnd::kOpen || first.end == LineEnd::kComma ||
                      first.end == LineEnd::kDash || first.end == LineEnd::kHyphen;
    if (second.start == LineStart::kPlain) return false;
    if (second.quoted && second.start != LineStart::kPhrase) return true;  // new wording
    switch (second.start) {
      case LineStart::kPlain:
        return false;
      case LineStart::kBullet:
        // "kinh tế" + "- xã hội", "2021" + "- 2025"
        return !(first.end == LineEnd::kOpen && second.small_item);
      case LineStart::kNumber:
      case LineStart::kRoman:
        return !(open && first.referring);
      case LineStart::kLetter:
        return !(open && first.letter_referring);
      case LineStart::kArticle:
        if (open && (first.referring || first.awaits_article)) return false;
        if (second.closed) return true;
        return second.alone && !second.dangling ? !open || first.capitals
                                                : second.label_open_upper && !open;
      case LineStart::kDivision:
        if (open && (first.referring || first.dangling || first.awaits_division)) return false;
        return second.closed || second.alone || second.capitals ||
               (second.label_open_upper && !open);
      case LineStart::kPhrase:
        if (second.label_capitals && !first.capitals) return true;
        return !(open && (first.dangling || first.end == LineEnd::kComma));
    }
    return false;
  }

  // "Điều 5. Sửa đổi một số điểm, khoản" / "1. Bãi bỏ ...": whatever word a heading ends in, its
  // first khoản stands below it.
  bool opens_first_clause(size_t a, size_t b) const {
    return in_heading_ && shapes_[b].first_number && shapes_[b].closed && !shapes_[a].alone &&
           shapes_[a].end == LineEnd::kOpen;
  }

  // What looks like the number of a unit stands at the margin of a text that indents units, and the
  // line before is full and open: "... theo quy định tại Mục" / "2. Trường hợp".
  bool flush_in_sentence(size_t a, size_t b) const {
    const LineStart start = shapes_[b].start;
    const bool unit = start == LineStart::kNumber || start == LineStart::kLetter ||
                      start == LineStart::kArticle || start == LineStart::kBullet;
    return unit && shapes_[a].end == LineEnd::kOpen && !shapes_[a].capitals &&
           flush_behind_full(a, b);
  }

  // 3. to 5.
  bool goes_on(size_t a, size_t b, bool blank) const {
    const LineShape &first = shapes_[a], &second = shapes_[b];
    const bool label_alone = first.alone && first.start != LineStart::kPhrase;
    if (label_alone && !blank) return true;  // "1." with its text below
    const bool number = second.start != LineStart::kPlain && second.start != LineStart::kPhrase;
    if (number && first.referring) return true;
    if (second.start == LineStart::kArticle && first.awaits_article) return true;
    if (second.start == LineStart::kDivision && first.awaits_division) return true;
    if (number && second.start != LineStart::kBullet && flush_in_sentence(a, b)) return true;
    if (second.start == LineStart::kBullet) {  // "kinh tế" / "- xã hội"
      constexpr uint32_t kWord = 4;            // behind the dash, which alone would have fitted
      return !blank && filled(a, b) + kWord >= full().likely;
    }
    if (first.dangling) {
      const bool small_next = second.first == FirstCharacter::kLower;
      if (habits_.indents && indented(b) && !small_next && !likely_full(a, b)) return false;
      return !blank || second.first == FirstCharacter::kLower || likely_full(a, b) ||
             (first.capitals && second.capitals);
    }
    if (first.awaits_number && second.first == FirstCharacter::kDigit) return !blank;
    const bool small = second.first == FirstCharacter::kLower && !second.quoted;
    switch (first.end) {
      case LineEnd::kStop:
      case LineEnd::kSemicolon:
      case LineEnd::kColon:
        if (!habits_.wrapped) {
          // Items of a list have marks of their own; without one, a paragraph was cut at a link.
          return small && first.end == LineEnd::kSemicolon && !blank;
        }
        if (blank || (habits_.indents && indented(b))) return false;
        if (small) return likely_full(a, b) || flush_behind_full(a, b);
        return first.end == LineEnd::kStop && !second.numbered_note && surely_full(a, b);
      case LineEnd::kComma:
        return !blank || small || (first.capitals && second.capitals);
      case LineEnd::kHyphen:
      case LineEnd::kDash:
        return true;
      case LineEnd::kOpen:
        break;
    }
    if (second.first == FirstCharacter::kClosing) return !blank;
    if (first.capitals) return second.capitals && !blank && title_goes_on(a, b);
    if (small) return true;
    if (second.capitals) return false;
    if (flush_behind_full(a, b) && !in_heading_) return true;
    if (in_title_) return small_title_goes_on(a, b, blank);
    if (blank || (habits_.indents && indented(b))) return false;
    if (habits_.blank_lines == BlankLines::kEndBlocks && habits_.wrapped) return true;
    return in_heading_ ? surely_full(a, b) : likely_full(a, b);
  }

  // Titles are centred and capitals are wide, so their lines break before they are full.
  bool over_half_full(size_t a, size_t b) const {
    const auto margin = static_cast<uint32_t>(1000 * habits_.margin);
    uint32_t reach = filled(a, b), whole = full().likely;
    if (habits_.positions) {
      const auto left = static_cast<uint32_t>(1000 * raw(a).left);
      reach -= std::min(reach, left);
      whole -= std::min(whole, margin);
    }
    return reach * 5 >= whole * 3;
  }

  // A title in small letters goes on with a capital. Its lines are centred, so they break early; in
  // some sources empty lines stand between them. What follows a title and is none has marks of a
  // sentence, is longer than a line, or begins as preambles do.
  bool small_title_goes_on(size_t a, size_t b, bool blank) const {
    constexpr uint32_t kLongest = 90;
    const LineShape& second = shapes_[b];
    if (second.opens_preamble || second.quoted || second.first == FirstCharacter::kDigit) {
      return false;
    }
    if (habits_.wrapped && !blank) return over_half_full(a, b);
    return clean_.lines[b].width <= kLongest &&
           (second.end == LineEnd::kOpen || second.end == LineEnd::kComma);
  }

  // A line in capitals behind another: of one title, or the lines of a signature or a table's head.
  bool title_goes_on(size_t a, size_t b) const {
    const std::string_view first = clean_.of(clean_.lines[a]), second = clean_.of(clean_.lines[b]);
    if (first.ends_with("NHÂN") && second.starts_with("DÂN")) return true;
    if (in_title_ || in_heading_) return true;
    return habits_.wrapped && over_half_full(a, b) && shapes_[a].start != LineStart::kPhrase;
  }

  const RawText& raw_;
  const CleanLines& clean_;
  const std::vector<FurnitureKind>& furniture_;
  std::vector<Joint> out_;
  std::vector<LineShape> shapes_;
  Habits habits_;
  bool first_line_ = true;   // the line before is the first of its paragraph
  bool in_title_ = false;    // the paragraph is the title below a type, chapter or annex line
  bool in_heading_ = false;  // the paragraph is the heading of an article or in capitals
};

}  // namespace

std::vector<Joint> find_joints(const RawText& raw, const CleanLines& clean,
                               const std::vector<FurnitureKind>& furniture) {
  return Wrapping(raw, clean, furniture).run();
}

}  // namespace rasoat
