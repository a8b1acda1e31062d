// 1. A page whose words mostly stand upright on their side is turned.
// 2. Words whose boxes overlap by more than half their height are one line.
// 3. A line is cut at gaps wider than its type and far wider than its other gaps: there two columns
//    of a head, of a signature block or of a table meet. The label of an item ("1.", "a)") stays
//    with its text however far it stands from it.
// 4. The lowest lines of a page that are smaller than the text are footnotes, from the first that
//    begins with a raised number.
#include "ingest/pdf_lines.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <map>
#include <string_view>
#include <utility>

#include "ingest/raised_number.h"
#include "text/characters.h"
#include "text/encoding.h"

namespace rasoat {
namespace {

constexpr float kOverlap = 0.55F;       // of the lower of two heights
constexpr float kSpace = 0.1F;          // of the type's size: a gap between words
constexpr float kRaisedType = 0.8F;     // of the line's type size
constexpr float kDescent = 0.21F;       // of a box's height: below the baseline
constexpr float kFootnoteType = 0.92F;  // of the size of the text, at most

struct VisualLine {
  float top = 0, bottom = 0, size = 0;  // of its largest word
  std::vector<const PdfWord*> words;
};

float height(const PdfWord& word) { return word.bottom - word.top; }

bool has_letter(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    const DecodedCharacter next = decode_utf8(text, at);
    if (is_upper(next.code_point) || is_lower(next.code_point)) return true;
    at += next.size;
  }
  return false;
}

// Turns a page so that words of this rotation become upright.
void turn(PdfPage& page, uint8_t rotation) {
  const float w = page.width, h = page.height;
  for (PdfWord& word : page.words) {
    const PdfWord old = word;
    word.rotation = static_cast<uint8_t>((old.rotation + 4 - rotation) % 4);
    if (rotation == 1) {  // reads downwards
      word.left = old.top;
      word.right = old.bottom;
      word.top = w - old.right;
      word.bottom = w - old.left;
    } else if (rotation == 3) {  // reads upwards
      word.left = h - old.bottom;
      word.right = h - old.top;
      word.top = old.left;
      word.bottom = old.right;
    } else {
      word.left = w - old.right;
      word.right = w - old.left;
      word.top = h - old.bottom;
      word.bottom = h - old.top;
    }
  }
  if (rotation != 2) std::swap(page.width, page.height);
}

void make_upright(PdfPage& page) {
  std::array<size_t, 4> count{};
  for (const PdfWord& word : page.words) count[word.rotation % 4] += word.text.size();
  const auto most = std::max_element(count.begin(), count.end());
  if (most != count.begin()) turn(page, static_cast<uint8_t>(most - count.begin()));
}

bool covers(const VisualLine& line, const PdfWord& word) {
  constexpr size_t kLooked = 400;  // bounds the work on a page of nonsense
  const size_t from = line.words.size() > kLooked ? line.words.size() - kLooked : 0;
  return std::any_of(
      line.words.begin() + static_cast<ptrdiff_t>(from), line.words.end(),
      [&](const PdfWord* other) {
        const float shared = std::min(other->right, word.right) - std::max(other->left, word.left);
        return shared > 0.5F * std::min(other->right - other->left, word.right - word.left);
      });
}

std::vector<VisualLine> visual_lines(const PdfPage& page) {
  std::vector<const PdfWord*> words;
  for (const PdfWord& word : page.words) {
    if (word.rotation == 0) words.push_back(&word);
  }
  std::stable_sort(words.begin(), words.end(), [](const PdfWord* a, const PdfWord* b) {
    return a->top + a->bottom < b->top + b->bottom;
  });
  std::vector<VisualLine> lines;
  for (const PdfWord* word : words) {
    constexpr size_t kOpen = 8;  // lines that a word may still belong to
    VisualLine* best = nullptr;
    float best_overlap = kOverlap;
    for (size_t back = 1; back <= std::min(kOpen, lines.size()); ++back) {
      VisualLine& line = lines[lines.size() - back];
      const float lower = std::min(height(*word), line.bottom - line.top);
      const float shared = std::min(word->bottom, line.bottom) - std::max(word->top, line.top);
      if (shared < best_overlap * std::max(lower, 0.1F) || covers(line, *word)) continue;
      best = &line;
      best_overlap = shared / std::max(lower, 0.1F);
    }
    if (best == nullptr) best = &lines.emplace_back(VisualLine{word->top, word->bottom, 0, {}});
    if (word->size > best->size * 1.05F) {
      best->top = word->top;
      best->bottom = word->bottom;
      best->size = word->size;
    }
    best->words.push_back(word);
  }
  for (VisualLine& line : lines) {
    std::stable_sort(line.words.begin(), line.words.end(),
                     [](const PdfWord* a, const PdfWord* b) { return a->left < b->left; });
  }
  std::stable_sort(lines.begin(), lines.end(),
                   [](const VisualLine& a, const VisualLine& b) { return a.bottom < b.bottom; });
  return lines;
}

// "1.", "a)", "-", "Điều 5.": what may stand far from the text behind it.
bool is_label(const std::vector<const PdfWord*>& words, size_t begin, size_t end) {
  if (end - begin == 2 && words[begin]->text == "Điều") ++begin;
  if (end - begin != 1) return false;
  const std::string& text = words[begin]->text;
  if (text.size() > 8) return false;
  return text.ends_with(".") || text.ends_with(")") || text == "-" || text == "+" || text == "*" ||
         !has_letter(text);
}

// Where the line is cut: indices of the words before which a column begins.
std::vector<size_t> cuts(const VisualLine& line) {
  std::vector<float> gaps;
  for (size_t i = 1; i < line.words.size(); ++i) {
    gaps.push_back(line.words[i]->left - line.words[i - 1]->right);
  }
  std::vector<float> sorted = gaps;
  std::sort(sorted.begin(), sorted.end());
  const float usual = std::max(sorted.empty() ? 0 : sorted[sorted.size() / 2], 0.25F * line.size);
  // Of two or three words the usual gap is not known.
  const float wide = std::max(1.2F * line.size, sorted.size() < 4 ? 0.0F : 3 * usual);
  std::vector<size_t> out;
  size_t begin = 0;
  for (size_t i = 1; i < line.words.size(); ++i) {
    const float gap = gaps[i - 1];
    if (gap <= wide) continue;
    if (gap < 4 * line.size && is_label(line.words, begin, i)) continue;
    out.push_back(i);
    begin = i;
  }
  return out;
}

struct Segment {
  RawLine line;
  bool marked = false;
};

float usual_size(const std::vector<const PdfWord*>& words, size_t begin, size_t end) {
  std::map<float, size_t> weight;
  for (size_t i = begin; i < end; ++i) weight[words[i]->size] += words[i]->text.size();
  return std::max_element(weight.begin(), weight.end(),
                          [](const auto& a, const auto& b) { return a.second < b.second; })
      ->first;
}

Segment make_segment(const VisualLine& visual, size_t begin, size_t end, const PdfPage& page) {
  Segment out;
  RawLine& line = out.line;
  line.font_size = usual_size(visual.words, begin, end);
  bool letters = false, bold = true, italic = true;
  for (size_t i = begin; i < end; ++i) {
    const PdfWord& word = *visual.words[i];
    const float gap = i > begin ? word.left - visual.words[i - 1]->right : 0;
    const bool behind_mark = out.marked && i == begin + 1;
    const float baseline = visual.bottom - kDescent * (visual.bottom - visual.top);
    const bool raised = word.size < kRaisedType * line.font_size &&
                        word.bottom - kDescent * height(word) < baseline - 0.12F * line.font_size;
    // Capitals set tight have spaces narrower than any threshold.
    const bool space_drawn =
        i > begin && visual.words[i - 1]->space_after && visual.words[i - 1] + 1 == &word;
    if (gap > kSpace * line.font_size || behind_mark || space_drawn) line.text += ' ';
    if (raised && is_footnote_mark(line.text, word.text)) {
      if (line.text.empty()) out.marked = true;
      line.text += "[" + word.text + "]";
      continue;
    }
    line.text += word.text;
    if (has_letter(word.text)) {
      letters = true;
      bold = bold && word.bold;
      italic = italic && word.italic;
    }
  }
  out.marked = out.marked || (line.text.size() > 3 && line.text[0] == '[' &&
                              is_short_number(line.text.substr(1, line.text.find(']') - 1)));
  line.bold = letters && bold;
  line.italic = letters && italic;
  line.page = page.number;
  line.left = visual.words[begin]->left / page.width;
  line.right = visual.words[end - 1]->right / page.width;
  line.top = (visual.bottom - kDescent * (visual.bottom - visual.top)) / page.height;
  return out;
}

// Words that stand on their side among upright ones: one line for each row of them.
void add_turned_words(const PdfPage& page, uint32_t number, std::vector<Segment>& out) {
  const PdfWord* before = nullptr;
  for (const PdfWord& word : page.words) {
    if (word.rotation == 0) continue;
    const bool goes_on = before != nullptr && before->rotation == word.rotation &&
                         (word.rotation == 2 ? std::abs(before->bottom - word.bottom) < word.size
                                             : std::abs(before->right - word.right) < word.size);
    if (goes_on) {
      out.back().line.text += ' ' + word.text;
    } else {
      Segment segment;
      segment.line.text = word.text;
      segment.line.page = page.number;
      segment.line.line = ++number;
      segment.line.font_size = word.size;
      segment.line.ends_paragraph = true;
      out.push_back(std::move(segment));
    }
    before = &word;
  }
}

void mark_centered(std::vector<Segment>& segments) {
  float left = 1, right = 0;
  for (const Segment& segment : segments) {
    if (segment.line.right <= segment.line.left) continue;
    left = std::min(left, segment.line.left);
    right = std::max(right, segment.line.right);
  }
  for (size_t i = 0; i < segments.size(); ++i) {
    RawLine& line = segments[i].line;
    const bool alone = (i == 0 || segments[i - 1].line.line != line.line) &&
                       (i + 1 == segments.size() || segments[i + 1].line.line != line.line);
    const float before = line.left - left, behind = right - line.right;
    line.centered = alone && line.right > 0 && before > 0.06F && behind > 0.06F &&
                    std::abs(before - behind) < 0.03F;
  }
}

}  // namespace

void PdfLines::add_page(PdfPage page) {
  page_begins_.push_back(out_.lines.size());
  if (!(page.width > 1) || !(page.height > 1)) return;
  make_upright(page);
  std::vector<Segment> segments;
  uint32_t number = 0;
  for (const VisualLine& visual : visual_lines(page)) {
    ++number;
    std::vector<size_t> ends = cuts(visual);
    ends.push_back(visual.words.size());
    size_t begin = 0;
    for (const size_t end : ends) {
      segments.push_back(make_segment(visual, begin, end, page));
      segments.back().line.line = number;
      begin = end;
    }
  }
  add_turned_words(page, number, segments);
  mark_centered(segments);
  for (Segment& segment : segments) {
    out_.lines.push_back(std::move(segment.line));
    marked_.push_back(segment.marked);
  }
}

void PdfLines::find_footnotes() {
  std::map<int, size_t> sizes;  // half points
  for (const RawLine& line : out_.lines) {
    if (has_letter(line.text)) {
      sizes[static_cast<int>(std::lround(line.font_size * 2))] += line.text.size();
    }
  }
  if (sizes.empty()) return;
  const auto most = std::max_element(
      sizes.begin(), sizes.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  const float small = kFootnoteType * static_cast<float>(most->first) / 2;
  bool before = false;  // the page before ended in a footnote
  for (size_t p = 0; p < page_begins_.size(); ++p) {
    const size_t begin = page_begins_[p];
    const size_t end = p + 1 < page_begins_.size() ? page_begins_[p + 1] : out_.lines.size();
    size_t last = end;  // the number of the page may stand below the footnotes
    while (last > begin && !has_letter(out_.lines[last - 1].text)) --last;
    size_t first = last;
    while (first > begin && out_.lines[first - 1].font_size <= small) --first;
    if (!before || first == begin) {
      while (first < last && !marked_[first]) ++first;
    }
    before = first < last;
    for (size_t i = first; i < last; ++i) out_.lines[i].role = LineRole::kFootnote;
  }
}

RawText PdfLines::finish() {
  find_footnotes();
  std::stable_partition(out_.lines.begin(), out_.lines.end(),
                        [](const RawLine& line) { return line.role != LineRole::kFootnote; });
  return std::move(out_);
}

}  // namespace rasoat
