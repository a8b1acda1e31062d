// A quotation of new wording is introduced by a line that ends in ':' (almost always "như sau:")
// and opens with “ or " (also „ ‟ « '' and a ” typed for it) at the start of the next line, or in
// the same line after the colon. It runs to the mark that closes it: curly marks are counted, so
// that definitions may be quoted inside; straight marks close at the end of a line where they do
// not close a pair of their own line.
//
// Marks are often missing. An unclosed quotation ends before the next line that amends ("2. Sửa
// đổi, bổ sung …", "Điều 2. …") and stands in the sequence of the amending text; unmarked new
// wording is told by its own label ("Sửa đổi khoản 2 Điều 5 như sau:" followed by "2. …").
#include "structure/quoted.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "text/word_set.h"

namespace rasoat {
namespace {

constexpr size_t kLongestNote = 2000;
constexpr std::string_view kOpen = "“";
constexpr std::string_view kClose = "”";
// Marks that stand for both: typed as two single ones (‘‘Điều 7. …’’), or of other languages.
constexpr std::array<std::string_view, 7> kOtherMarks = {"‘‘", "’’", "''", "‟", "„", "«", "»"};

int count(std::string_view text, std::string_view needle) {
  int n = 0;
  for (size_t at = text.find(needle); at != std::string_view::npos;
       at = text.find(needle, at + needle.size())) {
    ++n;
  }
  return n;
}

// Length of the opening mark at the start of the words, or 0. A closing mark before a word was
// typed for an opening one.
size_t opening_mark(std::string_view words) {
  if (words.starts_with('"')) return 1;
  // All the others begin with an apostrophe or outside of ASCII.
  if (words.empty() || (words[0] != '\'' && static_cast<unsigned char>(words[0]) < 0xC2)) return 0;
  if (words.starts_with(kOpen)) return kOpen.size();
  if (words.starts_with(kClose) && words.size() > kClose.size() &&
      std::string_view(".;:, ").find(words[kClose.size()]) == std::string_view::npos) {
    return kClose.size();
  }
  for (const std::string_view mark : kOtherMarks) {
    if (words.starts_with(mark)) return mark.size();
  }
  return 0;
}

bool ends_with_other_mark(std::string_view words) {
  return std::any_of(kOtherMarks.begin(), kOtherMarks.end(),
                     [&](std::string_view mark) { return words.ends_with(mark); });
}

std::string_view without_punctuation(std::string_view line) {
  const size_t last = line.find_last_not_of(".;,: ");
  return line.substr(0, last == std::string_view::npos ? 0 : last + 1);
}

// The quotation ends with this line: a closing mark and nothing but punctuation after it. What was
// opened by another mark than “ may end in one that is typed for ”.
bool ends_with_close(std::string_view line, bool curly = true) {
  line = without_punctuation(line);
  return line.ends_with('"') || line.ends_with(kClose) || ends_with_other_mark(line) ||
         (!curly && line.ends_with(kOpen));
}

class QuotedFinder {
 public:
  QuotedFinder(const TextBuffer& text, const std::vector<LineMark>& marks,
               const StructureWords& cues)
      : text_(text), lines_(text.lines()), marks_(marks), cues_(cues) {}

  std::vector<Span> find(int& unclosed) {
    for (size_t i = 0; i < lines_.size();) i = step(i);
    unclosed = unclosed_;
    return std::move(out_);
  }

 private:
  std::string_view line(size_t i) const { return text_.of(lines_[i].span); }
  std::string_view lower(size_t i) const { return text_.lower_of(lines_[i].span); }

  size_t step(size_t i) {
    note_outer_unit(marks_[i]);
    if (const auto at = inline_opening(i)) return quotation(i, i, *at);
    if (i + 1 >= lines_.size()) return i + 1;
    if (opening_mark(line(i + 1)) > 0) {
      const LineMark::Kind label = label_inside(i + 1);
      const bool introduced = line(i).ends_with(':') || label == LineMark::Kind::kArticle ||
                              (amends(i) && (label != LineMark::Kind::kNone || heads_wording(i)));
      return introduced ? quotation(i, i + 1, lines_[i + 1].span.begin) : i + 1;
    }
    if (unmarked_wording(i)) return unmarked(i);
    return i + 1;
  }

  void note_outer_unit(const LineMark& mark) {
    const int number = mark.ordinal.number;
    switch (mark.kind) {
      case LineMark::Kind::kArticle:
        // An article quoted in a footnote is none of the text's own sequence.
        if (!mark.closed || (number < outer_article_ && number != 1)) return;
        outer_article_ = number;
        outer_clause_ = outer_point_ = 0;
        return;
      case LineMark::Kind::kNumber:
        outer_clause_ = number;
        outer_point_ = 0;
        return;
      case LineMark::Kind::kPoint:
        outer_point_ = number;
        return;
      default:
        return;
    }
  }

  void note_quoted_unit(const LineMark& mark) {
    switch (mark.kind) {
      case LineMark::Kind::kArticle:
        if (!mark.closed) return;
        quoted_article_ = mark.ordinal.number;
        quoted_clause_ = quoted_point_ = 0;
        return;
      case LineMark::Kind::kNumber:
        quoted_clause_ = mark.ordinal.number;
        quoted_point_ = 0;
        return;
      case LineMark::Kind::kPoint:
        quoted_point_ = mark.ordinal.number;
        return;
      default:
        return;
    }
  }

  // "Điều 2. Sửa đổi, bổ sung khoản 2 Điều 3": a heading that introduces without a colon.
  bool amends(size_t i) const {
    const uint32_t rest = std::min(marks_[i].rest, lines_[i].span.end);
    return marks_[i].kind != LineMark::Kind::kNone &&
           amends_a_unit(text_.lower().substr(rest, lines_[i].span.end - rest));
  }

  // "Sửa đổi khoản 2 …", or with the unit first: "Điều 4 được sửa đổi, bổ sung như sau".
  bool amends_a_unit(std::string_view lower) const {
    if (cues_.amending.begins(lower)) return true;
    constexpr size_t kWindow = 300;
    const std::string_view lead = lower.substr(0, kWindow);
    return cues_.units.begins(lead) &&
           std::any_of(cues_.amended.begin(), cues_.amended.end(), [&](std::string_view verb) {
             return lead.find(verb) != std::string_view::npos;
           });
  }

  // “4. …", “Điều 18a. …": the label behind an opening mark.
  LineMark mark_inside(size_t i, uint32_t begin) const {
    Span inside{begin, lines_[i].span.end};
    inside.begin += static_cast<uint32_t>(opening_mark(text_.of(inside)));
    return read_line_mark(text_.text(), text_.lower(), inside);
  }
  LineMark::Kind label_inside(size_t i) const { return mark_inside(i, lines_[i].span.begin).kind; }

  // "Điều 3. Sửa đổi Phụ lục I" above wording without a label, which no verb follows in its line.
  bool heads_wording(size_t i) const {
    if (marks_[i].kind != LineMark::Kind::kArticle || line(i).ends_with('.')) return false;
    const std::string_view words = line(i + 1);
    const size_t close = words.rfind(kClose);
    return close == std::string_view::npos || ends_with_close(words);
  }

  // "… như sau: “2. …" in one line; portals put a note of theirs between them.
  std::optional<uint32_t> inline_opening(size_t i) const {
    constexpr std::string_view kLead = "như sau", kBehind = ": ";
    const std::string_view words = lower(i);
    // The colon is the rarest of its characters.
    size_t at = words.find(kBehind[0]);
    while (at != std::string_view::npos &&
           !(words.substr(at).starts_with(kBehind) && words.substr(0, at).ends_with(kLead))) {
      at = words.find(kBehind[0], at + 1);
    }
    if (at == std::string_view::npos) return {};
    at += kBehind.size();
    if (at < words.size() && words[at] == '[') {
      const size_t close = words.substr(at, kLongestNote).find(']');
      if (close == std::string_view::npos) return {};
      at += close + 1;
      if (at < words.size() && words[at] == ' ') ++at;
    }
    if (opening_mark(line(i).substr(at)) == 0) return {};
    return lines_[i].span.begin + static_cast<uint32_t>(at);
  }

  // Reads the quotation that line `lead` introduces and that opens at `begin` in line `first`;
  // returns the first line after it.
  size_t quotation(size_t lead, size_t first, uint32_t begin) {
    const std::string_view opening = text_.text().substr(begin);
    const bool curly = opening.starts_with(kOpen), straight = opening.starts_with('"');
    int depth = 0;
    quoted_article_ = quoted_clause_ = quoted_point_ = 0;
    const LineMark inside = mark_inside(first, begin);
    quoted_division_ = is_division(inside.kind);
    note_quoted_unit(inside);
    std::optional<size_t> last_closing;  // the last line that ended in a closing mark
    size_t i = first;
    for (; i < lines_.size(); ++i) {
      if (i > first && begins_outer_unit(lead, i)) break;
      if (i > first) note_quoted_unit(marks_[i]);
      std::string_view words = line(i);
      if (i == first) words = words.substr(begin - lines_[i].span.begin);
      depth += count(words, kOpen) - count(words, kClose);
      const bool opens_only = i == first && words.size() <= opening_mark(words) + 1;
      if (opens_only || !ends_with_close(words, curly)) continue;
      // Straight marks: those of a pair inside the line leave the quotation open.
      const int marks = straight ? count(words, "\"") : 0;
      const bool pair = marks > 0 && (i == first ? marks % 2 == 1 : marks % 2 == 0);
      if (pair && without_punctuation(words).ends_with('"')) continue;
      last_closing = i;
      const bool typed_straight = curly && depth == 1 && count(words, "\"") % 2 == 1;
      if ((!curly || depth <= 0 || typed_straight) && !goes_on_after(lead, i)) {
        out_.push_back({begin, lines_[i].span.end});
        return i + 1;
      }
    }
    if (!last_closing) ++unclosed_;
    // What stands between the last closing mark and the next outer unit is text of the amending
    // document, unless it goes on with the labels of the quoted wording.
    size_t last = last_closing.value_or(heading_above(first, i) - 1);
    if (last_closing && *last_closing + 1 < i && goes_on_after(lead, *last_closing)) {
      last = heading_above(first, i) - 1;
    }
    out_.push_back({begin, lines_[last].span.end});
    return last + 1;
  }

  // "Điều 2 của Luật số … quy định như sau:" begins a footnote, no unit.
  LineMark::Kind lead_kind(size_t lead) const {
    const LineMark& mark = marks_[lead];
    const bool footnote = mark.kind == LineMark::Kind::kArticle && !mark.closed && !amends(lead);
    return footnote ? LineMark::Kind::kNone : mark.kind;
  }

  static bool is_division(LineMark::Kind kind) {
    return kind == LineMark::Kind::kPart || kind == LineMark::Kind::kChapter ||
           kind == LineMark::Kind::kSection || kind == LineMark::Kind::kSubsection;
  }

  // The first line of the chapter or section headings that stand right above the article in line i,
  // or i: they are the article's, not the quotation's.
  size_t heading_above(size_t first, size_t i) const {
    constexpr size_t kLines = 6;
    if (i >= lines_.size() || marks_[i].kind != LineMark::Kind::kArticle) return i;
    size_t heading = i;
    for (size_t k = i; k > first + 1 && k + kLines > i;) {
      --k;
      if (is_division(marks_[k].kind)) {
        heading = k;
      } else if (marks_[k].kind != LineMark::Kind::kNone || line(k).ends_with('.') ||
                 line(k).ends_with(';')) {
        break;
      }
    }
    return heading;
  }

  // A closing mark in line i is a stray one: the next line has a label that can't follow the
  // amending unit which introduced the quotation (khoản 4 is not followed by a điểm d).
  bool goes_on_after(size_t lead, size_t i) const {
    if (i + 1 >= lines_.size()) return false;
    const LineMark& own = marks_[lead];
    const LineMark& next = marks_[i + 1];
    if (amends(i + 1)) return false;
    const int number = next.ordinal.number;
    switch (next.kind) {
      case LineMark::Kind::kPoint:
        return number > 1 &&
               (own.kind == LineMark::Kind::kArticle || own.kind == LineMark::Kind::kNumber);
      case LineMark::Kind::kArticle:
        // “Mục 2a … Điều 28a. ….”. / Điều 28b. …”: each article was closed.
        return next.closed && quoted_article_ > 0 && number != outer_article_ + 1 &&
               (number == quoted_article_ + 1 ||
                (number == quoted_article_ && !next.ordinal.suffix.empty()));
      case LineMark::Kind::kNumber:
        // Below an article that is one quotation as a whole, "2." follows only the quoted "1.".
        if (lead_kind(lead) == LineMark::Kind::kArticle) {
          return number > 2 || (number == 2 && quoted_clause_ == 1);
        }
        return own.kind == LineMark::Kind::kNumber &&
               (number < own.ordinal.number || number > own.ordinal.number + 3);
      default:
        return false;
    }
  }

  // The number or letter of line i may follow the amending unit that introduced the quotation.
  bool continues_outer_list(size_t lead, size_t i) const {
    const LineMark& own = marks_[lead];
    const LineMark& mark = marks_[i];
    const int number = mark.ordinal.number;
    if (mark.kind == lead_kind(lead)) return number > own.ordinal.number;
    // The list of the quoted wording is nearer than the one of the amending text.
    if (mark.kind == LineMark::Kind::kPoint) {
      if (quoted_point_ > 0 && number == quoted_point_ + 1) return false;
      return outer_point_ > 0 && number == outer_point_ + 1;
    }
    if (quoted_clause_ > 0 && number == quoted_clause_ + 1) return false;
    return number > outer_clause_;
  }

  // A footnote that quotes khoản 1 to 3 ends with its page, and the article above it goes on with
  // its own khoản, which is none that could follow the quoted ones.
  bool returns_from_footnote(size_t lead, const LineMark& mark) const {
    return lead_kind(lead) == LineMark::Kind::kNone && quoted_article_ == 0 &&
           mark.ordinal.number == outer_clause_ + 1 && mark.ordinal.number < quoted_clause_;
  }

  // Whether line i goes on with the amending text itself.
  bool begins_outer_unit(size_t lead, size_t i) const {
    const LineMark& mark = marks_[i];
    const std::string_view rest = text_.lower().substr(
        mark.rest, lines_[i].span.end - std::min(mark.rest, lines_[i].span.end));
    switch (mark.kind) {
      case LineMark::Kind::kNumber:
        if (returns_from_footnote(lead, mark)) return true;
        [[fallthrough]];
      case LineMark::Kind::kPoint:
        // The quoted wording may itself begin "Bổ sung …": demand a target as well.
        return amends_a_unit(rest) && continues_outer_list(lead, i) &&
               (rest.find("điều ") < 200 || rest.find("khoản ") < 200 || rest.find("điểm ") < 200 ||
                rest.find("cụm từ") < 200 || rest.find("phụ lục") < 200 || rest.find("mẫu") < 200);
      case LineMark::Kind::kArticle: {
        if (!mark.closed) return false;
        if (lower(i - 1).find("như sau") != std::string_view::npos) return false;
        // The next article of the amending text, which is not the next one of the quoted text. An
        // amended article may be headed "Điều chỉnh …" too, so its number must be near as well.
        constexpr int kGap = 3;
        const int ahead = mark.ordinal.suffix.empty() ? mark.ordinal.number - outer_article_ : 0;
        const bool quoted_due =
            quoted_article_ > 0 ? mark.ordinal.number == quoted_article_ + 1 : quoted_division_;
        if (ahead == 1) return !quoted_due || cues_.amending.begins(rest);
        return ahead > 1 && ahead <= 1 + kGap && !quoted_due && cues_.amending.begins(rest);
      }
      default:
        return lower(i).starts_with("nơi nhận");
    }
  }

  // "Sửa đổi, bổ sung khoản 2 Điều 5 như sau:" and then "2. …" without quotation marks.
  bool unmarked_wording(size_t i) const {
    const std::string_view lead = lower(i);
    if (!lead.ends_with("như sau:") || amends(i + 1)) return false;
    const LineMark& own = marks_[i];
    const LineMark& next = marks_[i + 1];
    if (own.kind != LineMark::Kind::kNumber && own.kind != LineMark::Kind::kPoint &&
        own.kind != LineMark::Kind::kArticle) {
      return false;
    }
    const std::string_view rest = text_.lower().substr(own.rest, lines_[i].span.end - own.rest);
    if (!amends_a_unit(rest) || rest.find("một số") != std::string_view::npos) return false;
    const auto names = [&](std::string_view unit) {
      const std::string target = std::string(unit) + std::string(label_words(i + 1));
      const size_t at = rest.find(target);
      if (at == std::string_view::npos) return false;
      const size_t end = at + target.size();
      return end >= rest.size() || rest[end] == ' ' || rest[end] == ',';
    };
    switch (next.kind) {
      case LineMark::Kind::kArticle:
        return names("");
      case LineMark::Kind::kNumber:
        return names("khoản ");
      case LineMark::Kind::kPoint:
        return names("điểm ");
      default:
        return false;
    }
  }

  // "điều 5", "2", "a1": the label of line i in lower case.
  std::string_view label_words(size_t i) const {
    const Span span = marks_[i].label_span;
    return text_.lower().substr(span.begin, marks_[i].label.size());
  }

  size_t unmarked(size_t lead) {
    const size_t first = lead + 1;
    size_t i = first;
    for (; i < lines_.size(); ++i) {
      if (i > first && begins_outer_unit(lead, i)) break;
      if (i > first && marks_[i].kind == LineMark::Kind::kArticle && marks_[i].closed) break;
    }
    out_.push_back({lines_[first].span.begin, lines_[i - 1].span.end});
    return i;
  }

  const TextBuffer& text_;
  const std::vector<TextLine>& lines_;
  const std::vector<LineMark>& marks_;
  const StructureWords& cues_;
  std::vector<Span> out_;
  int unclosed_ = 0;
  int outer_article_ = 0;  // the last article of the amending text itself
  int outer_clause_ = 0;   // the last clause in it
  int outer_point_ = 0;    // the last point in that
  // The last units in the open quotation, and whether it opens with a chapter or section.
  int quoted_article_ = 0, quoted_clause_ = 0, quoted_point_ = 0;
  bool quoted_division_ = false;
};

}  // namespace

std::vector<Span> find_quoted(const TextBuffer& text, const std::vector<LineMark>& marks,
                              const StructureWords& cues, int& unclosed) {
  return QuotedFinder(text, marks, cues).find(unclosed);
}

}  // namespace rasoat
