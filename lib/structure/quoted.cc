// A quotation of new wording is introduced by a line that ends in ':' (almost always "như sau:")
// and opens with “ or " at the start of the next line, or in the same line after the colon. It runs
// to the mark that closes it: curly marks are counted, so that definitions may be quoted inside;
// straight marks close at the end of a line.
//
// Marks are often missing. An unclosed quotation ends before the next line that amends ("2. Sửa
// đổi, bổ sung …", "Điều 2. …") and stands in the sequence of the amending text; unmarked new
// wording is told by its own label ("Sửa đổi khoản 2 Điều 5 như sau:" followed by "2. …").
#include "structure/quoted.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace rasoat {
namespace {

constexpr std::string_view kOpen = "“";
constexpr std::string_view kClose = "”";

constexpr std::array<std::string_view, 14> kAmendingVerbs = {
    "sửa đổi", "bổ sung", "bãi bỏ",     "thay thế",   "thay cụm", "thay từ", "bỏ ",
    "hủy bỏ",  "thay ",   "đính chính", "điều chỉnh", "chuyển ",  "sửa ",    "hiệu lực"};

bool starts_with_amending_verb(std::string_view lower) {
  return std::any_of(kAmendingVerbs.begin(), kAmendingVerbs.end(),
                     [&](std::string_view verb) { return lower.starts_with(verb); });
}

int count(std::string_view text, std::string_view needle) {
  int n = 0;
  for (size_t at = text.find(needle); at != std::string_view::npos;
       at = text.find(needle, at + needle.size())) {
    ++n;
  }
  return n;
}

// The quotation ends with this line: a closing mark and nothing but punctuation after it.
bool ends_with_close(std::string_view line, bool straight) {
  while (!line.empty() && (line.back() == '.' || line.back() == ';' || line.back() == ',' ||
                           line.back() == ' ' || line.back() == ':')) {
    line.remove_suffix(1);
  }
  return straight ? line.ends_with('"') || line.ends_with(kClose)
                  : line.ends_with(kClose) || line.ends_with('"');
}

class QuotedFinder {
 public:
  QuotedFinder(const TextBuffer& text, const std::vector<LineMark>& marks)
      : text_(text), lines_(text.lines()), marks_(marks) {}

  std::vector<Span> find(int& unclosed) {
    for (size_t i = 0; i < lines_.size();) i = step(i);
    unclosed = unclosed_;
    return std::move(out_);
  }

 private:
  std::string_view line(size_t i) const { return text_.of(lines_[i].span); }
  std::string_view lower(size_t i) const { return text_.lower_of(lines_[i].span); }

  size_t step(size_t i) {
    if (const auto at = inline_opening(i)) return quotation(i, *at);
    if (i + 1 >= lines_.size()) return i + 1;
    const std::string_view next = line(i + 1);
    if (next.starts_with(kOpen) || next.starts_with('"')) {
      const bool introduced = line(i).ends_with(':') || (amends(i) && wording_with_label(i + 1));
      return introduced ? quotation(i + 1, lines_[i + 1].span.begin) : i + 1;
    }
    if (unmarked_wording(i)) return unmarked(i);
    return i + 1;
  }

  // "Điều 2. Sửa đổi, bổ sung khoản 2 Điều 3": a heading that introduces without a colon.
  bool amends(size_t i) const {
    const uint32_t rest = std::min(marks_[i].rest, lines_[i].span.end);
    return marks_[i].kind != LineMark::Kind::kNone &&
           starts_with_amending_verb(text_.lower().substr(rest, lines_[i].span.end - rest));
  }

  // “4. …", “Điều 18a. …": an opening mark and a label behind it.
  bool wording_with_label(size_t i) const {
    const std::string_view words = line(i);
    Span inside = lines_[i].span;
    inside.begin += static_cast<uint32_t>(words.starts_with('"') ? 1 : kOpen.size());
    return read_line_mark(text_.text(), text_.lower(), inside).kind != LineMark::Kind::kNone;
  }

  // "… như sau: “2. …" in one line.
  std::optional<uint32_t> inline_opening(size_t i) const {
    constexpr std::string_view kLead = "như sau: ";
    const size_t at = lower(i).find(kLead);
    if (at == std::string_view::npos) return {};
    const std::string_view rest = line(i).substr(at + kLead.size());
    if (!rest.starts_with(kOpen) && !rest.starts_with('"')) return {};
    return lines_[i].span.begin + static_cast<uint32_t>(at + kLead.size());
  }

  // Reads the quotation that opens at `begin` in line `first`; returns the first line after it.
  size_t quotation(size_t first, uint32_t begin) {
    const bool straight = text_.text()[begin] == '"';
    int depth = 0;
    size_t last_closing = first;  // the last line that ended in a closing mark
    bool closed_somewhere = false;
    for (size_t i = first; i < lines_.size(); ++i) {
      if (i > first && begins_outer_unit(i, first)) {
        if (!closed_somewhere) ++unclosed_;
        const size_t last = closed_somewhere ? last_closing : i - 1;
        out_.push_back({begin, lines_[last].span.end});
        return last + 1;
      }
      std::string_view words = line(i);
      if (i == first) words = words.substr(begin - lines_[i].span.begin);
      depth += count(words, kOpen) - count(words, kClose);
      const bool end = ends_with_close(words, straight);
      if (end) {
        closed_somewhere = true;
        last_closing = i;
      }
      const bool alone = i == first && straight && count(words, "\"") < 2;
      if (end && !alone && (straight || depth <= 0)) {
        out_.push_back({begin, lines_[i].span.end});
        return i + 1;
      }
    }
    ++unclosed_;
    const size_t last = closed_somewhere ? last_closing : lines_.size() - 1;
    out_.push_back({begin, lines_[last].span.end});
    return last + 1;
  }

  // Whether line i goes on with the amending text itself.
  bool begins_outer_unit(size_t i, size_t first) const {
    const LineMark& mark = marks_[i];
    const std::string_view rest = text_.lower().substr(
        mark.rest, lines_[i].span.end - std::min(mark.rest, lines_[i].span.end));
    switch (mark.kind) {
      case LineMark::Kind::kNumber:
      case LineMark::Kind::kPoint:
        // The quoted wording may itself begin "Bổ sung …": demand a target as well.
        return starts_with_amending_verb(rest) &&
               (rest.find("điều ") < 200 || rest.find("khoản ") < 200 || rest.find("điểm ") < 200 ||
                rest.find("cụm từ") < 200 || rest.find("phụ lục") < 200 || rest.find("mẫu") < 200);
      case LineMark::Kind::kArticle:
        return mark.closed && starts_with_amending_verb(rest) && i > first + 1 &&
               lower(i - 1).find("như sau") == std::string_view::npos;
      default:
        return lower(i).starts_with("nơi nhận");
    }
  }

  // "Sửa đổi, bổ sung khoản 2 Điều 5 như sau:" and then "2. …" without quotation marks.
  bool unmarked_wording(size_t i) const {
    const std::string_view lead = lower(i);
    if (!lead.ends_with("như sau:")) return false;
    const LineMark& own = marks_[i];
    const LineMark& next = marks_[i + 1];
    if (own.kind != LineMark::Kind::kNumber && own.kind != LineMark::Kind::kPoint &&
        own.kind != LineMark::Kind::kArticle) {
      return false;
    }
    const std::string_view rest = text_.lower().substr(own.rest, lines_[i].span.end - own.rest);
    if (!starts_with_amending_verb(rest) || rest.find("một số") != std::string_view::npos)
      return false;
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
      if (i > first && begins_outer_unit(i, first)) break;
      if (i > first && marks_[i].kind == LineMark::Kind::kArticle && marks_[i].closed) break;
    }
    out_.push_back({lines_[first].span.begin, lines_[i - 1].span.end});
    return i;
  }

  const TextBuffer& text_;
  const std::vector<TextLine>& lines_;
  const std::vector<LineMark>& marks_;
  std::vector<Span> out_;
  int unclosed_ = 0;
};

}  // namespace

std::vector<Span> find_quoted(const TextBuffer& text, const std::vector<LineMark>& marks,
                              int& unclosed) {
  return QuotedFinder(text, marks).find(unclosed);
}

}  // namespace rasoat
