// One pass over the lines. Open units stand on a stack; each line that looks like a label
// (line_mark) is judged by the sequence that it would continue: "3." after khoản 2 opens khoản 3,
// "3." after khoản 7 or inside a sentence is text. A unit is never opened inside quoted new
// wording, a table, an aside or a Phụ lục.
//
// The text falls into components: the main text, the regulations issued with it (their articles
// begin again at 1; ids get the prefix att_N__), and the Phụ lục. Each component with an article is
// read by the levels of a normative text; one without is a plan or dispatch: I., A., 1., 1.1., a).
#include "structure/outline.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "structure/letter_case.h"
#include "structure/provision_ids.h"
#include "text/word_set.h"

namespace rasoat {
namespace {

using Kind = LineMark::Kind;

// "CHỦ TỊCH QUỐC HỘI Nguyễn Văn An": words in capitals, then a name of two to five words.
bool is_title_and_name(std::string_view text, std::string_view lower) {
  if (text.find_first_of("0123456789.,;:()/") != std::string_view::npos) return false;
  size_t title = 0, name = 0;
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find(' ', at), text.size());
    const std::string_view word = text.substr(at, end - at);
    const std::string_view in_lower = lower.substr(at, end - at);
    if (!word.empty()) {
      if (name == 0 && is_all_capitals(word, in_lower)) {
        ++title;
      } else if (begins_with_capital(word, in_lower) && !is_all_capitals(word, in_lower)) {
        ++name;
      } else {
        return false;
      }
    }
    at = end + 1;
  }
  return title >= 2 && name >= 2 && name <= 5;
}

// How a mark of one level follows what stands before it in its list.
enum class Fit { kNext, kInserted, kGap, kNone };

Fit fit_after(const Ordinal& last, const Ordinal& next, int max_gap) {
  if (next.number == last.number && next.suffix > last.suffix) return Fit::kInserted;
  if (next.number == last.number + 1) return next.suffix.empty() ? Fit::kNext : Fit::kInserted;
  if (next.number > last.number && next.number <= last.number + 1 + max_gap) return Fit::kGap;
  return Fit::kNone;
}

class OutlineBuilder {
 public:
  OutlineBuilder(const TextBuffer& text, const std::vector<LineMark>& marks,
                 const StructureWords& cues, Document& document)
      : text_(text),
        lines_(text.lines()),
        marks_(marks),
        cues_(cues),
        document_(document),
        ids_(document.provisions) {}

  void build(size_t first_line) {
    document_.components.push_back({Component::Kind::kMain, "", "", {}, {0, end_of_text()}});
    document_.provisions.reserve(
        static_cast<size_t>(std::count_if(marks_.begin(), marks_.end(), [](const LineMark& mark) {
          return mark.kind != Kind::kNone;
        })));
    list_articles(first_line);
    articles_ = component_has_articles(first_line);
    chapters_restart_ = chapters_restart(first_line);
    for (size_t i = first_line; i < lines_.size(); ++i) read_line(i);
    close_component(end_of_text());
    finish_spans();
  }

 private:
  struct Open {
    int32_t index;  // into document_.provisions
    Level level;
    Ordinal ordinal;
    size_t decimal_size = 0;
    bool restarted = false;  // a list without ids of its own began inside it
    bool skipped = false;    // the letter before it is missing
    bool renamed = false;    // a second "d)" that was read as đ
  };

  uint32_t end_of_text() const { return static_cast<uint32_t>(text_.text().size()); }
  std::string_view line(size_t i) const { return text_.of(lines_[i].span); }
  std::string_view lower(size_t i) const { return text_.lower_of(lines_[i].span); }
  bool in_quote(size_t i) const { return document_.is_quoted(lines_[i].span.begin); }
  bool capitals(size_t i) const { return is_all_capitals(line(i), lower(i)); }
  // The first character is no capital.
  bool begins_small(size_t i) const { return line(i).substr(0, 3) == lower(i).substr(0, 3); }

  void read_line(size_t i) {
    if (lines_[i].span.empty() || lines_[i].role == LineRole::kFootnote || in_quote(i)) return;
    if (starts_attachment(i)) return open_attachment(i);
    if (starts_annex(i)) return open_annex(i);
    if (in_annex_) {
      if (!interrupted_ || !resumes(interrupted_->article, i)) return;
      resume(i);
    }
    if (aside_begin_) {
      // "Điều 1." after the signature, with no title of its own above it.
      if (restarts_articles(i)) return open_attachment(i);
      // "CHÁNH ÁN, PHÓ CHÁNH ÁN" was the title of a chapter, and no signature.
      if (last_article_.number == 0 || !resumes(last_article_, i)) return;
      aside_begin_.reset();
    }
    if (starts_aside(i)) {
      aside_begin_ = lines_[i].span.begin;
      last_in_model_ = 0;
      return;
    }
    if (restarts_articles(i)) return open_attachment(i);
    if (belongs_to_stray_article(i)) return;
    read_mark(i);
    read_inner_clauses(i);
    read_inner_points(i);
  }

  // ---- components ----

  bool component_has_articles(size_t from) const {
    for (size_t i = from; i < lines_.size(); ++i) {
      if (in_quote(i) || lines_[i].role == LineRole::kFootnote) continue;
      if (i > from && (starts_attachment(i) || starts_annex(i))) return false;
      const LineMark& mark = marks_[i];
      if (mark.kind == Kind::kArticle && mark.closed && mark.ordinal.number <= 3) return true;
    }
    return false;
  }

  bool any_unit_open() const { return last_article_.number > 0 || units_in_component_ > 0; }

  // "QUY CHẾ" in capitals, after articles, with "(Ban hành kèm theo …)" near below or the signature
  // above.
  bool starts_attachment(size_t i) const {
    if (lines_[i].span.size() > 300 || begins_small(i)) return false;
    if (!cues_.attachments.begins(lower(i))) return false;
    if (!capitals(i) || titles_annex(i)) return false;
    for (size_t k = i + 1; k < std::min(i + 8, lines_.size()); ++k) {
      const std::string_view words = lower(k);
      if ((words.starts_with("(") && words.find("kèm theo") != std::string_view::npos) ||
          words.starts_with("ban hành kèm theo") || words.starts_with("kèm theo")) {
        return !has_blanks(words);
      }
      if (marks_[k].kind != Kind::kNone) break;
    }
    // A model of a regulation in a Phụ lục is no attachment.
    if (!aside_begin_ || in_annex_) return false;
    for (size_t k = i + 1; k < std::min(i + 10, lines_.size()); ++k) {
      if (marks_[k].kind == Kind::kArticle || marks_[k].kind == Kind::kChapter) {
        return marks_[k].ordinal.number == 1;
      }
    }
    return false;
  }

  bool restarts_articles(size_t i) const {
    const LineMark& mark = marks_[i];
    if (mark.kind != Kind::kArticle || !mark.closed || stands_in_model(i)) return false;
    return mark.ordinal == Ordinal{1, ""} && last_article_.number > (aside_begin_ ? 0 : 1) &&
           (aside_begin_.has_value() || !lower(i).ends_with(","));
  }

  // "(Kèm theo Quyết định số … ngày ___)": to be filled in, so a model.
  static bool has_blanks(std::string_view words) {
    constexpr std::array<std::string_view, 4> kBlanks = {"..", "…", "__", ". . ."};
    return std::any_of(kBlanks.begin(), kBlanks.end(), [&](std::string_view blank) {
      return words.find(blank) != std::string_view::npos;
    });
  }

  // Right below "Phụ lục I" or "Mẫu số 01" stands its title.
  bool titles_annex(size_t i) const {
    constexpr size_t kLines = 3;
    if (!in_annex_) return false;
    for (size_t k = i; k > 0 && k + kLines > i; --k) {
      if (marks_[k - 1].kind == Kind::kAnnex || marks_[k - 1].kind == Kind::kForm) return true;
    }
    return false;
  }

  // The model of a decision to be filled in: "Điều 1." with căn cứ and "QUYẾT ĐỊNH:" of its own
  // above.
  bool stands_in_model(size_t i) const {
    constexpr size_t kNear = 8;
    for (size_t k = i; k > 0 && k + kNear > i; --k) {
      const std::string_view words = lower(k - 1);
      if (marks_[k - 1].kind != Kind::kNone) return false;
      if (cues_.enacting.begins(words) || words.ends_with("quyết định:")) return true;
    }
    return false;
  }

  bool starts_annex(size_t i) const {
    const LineMark& mark = marks_[i];
    if (!any_unit_open() && !aside_begin_ && !in_annex_) return false;
    if (lines_[i].span.size() > 300) return false;
    if (mark.kind == Kind::kForm) {
      return (aside_begin_ || in_annex_) && lines_[i].span.size() < 120;
    }
    if (mark.kind != Kind::kAnnex) return false;
    const std::string_view rest = line(i).substr(mark.rest - lines_[i].span.begin);
    const std::string_view rest_lower = lower(i).substr(mark.rest - lines_[i].span.begin);
    if (!rest.empty() && !mark.closed && rest.front() != '(' &&
        !begins_with_capital(rest, rest_lower)) {
      return false;
    }
    // A sentence that begins with the word: "Phụ lục này …", "Phụ lục I: … ;".
    return aside_begin_ || in_annex_ || capitals(i) ||
           (!line(i).ends_with('.') && !line(i).ends_with(';'));
  }

  // Ends the open component and its units; what follows the signature is none of theirs.
  void close_component(uint32_t end) {
    const uint32_t body_end = aside_begin_.value_or(end);
    for (size_t p = component_first_; p < document_.provisions.size(); ++p) {
      document_.provisions[p].full.end = body_end;
    }
    if (aside_begin_) document_.asides.push_back({*aside_begin_, end});
    aside_begin_.reset();
    document_.components.back().span.end = end;
    stack_.clear();
  }

  void open_component(size_t i, Component component) {
    const uint32_t begin = lines_[i].span.begin;
    close_component(begin);
    component.span = {begin, end_of_text()};
    document_.components.push_back(std::move(component));
    component_first_ = document_.provisions.size();
    last_article_ = {};
    stray_.reset();
    units_in_component_ = 0;
    last_chapter_ = last_part_ = {};
  }

  void open_attachment(size_t i) {
    ++attachments_;
    Component component{
        Component::Kind::kAttachment, "att_" + std::to_string(attachments_) + "__", "", {}, {}};
    const bool titled = marks_[i].kind != Kind::kArticle;
    if (titled) {
      for (const std::string_view type : cues_.attachments) {
        if (lower(i).starts_with(type)) component.type = type;
      }
      size_t last = i;
      while (last + 1 < lines_.size() && last < i + 6 && capitals(last + 1) &&
             marks_[last + 1].kind == Kind::kNone) {
        ++last;
      }
      component.title = {lines_[i].span.begin, lines_[last].span.end};
    }
    open_component(i, std::move(component));
    in_annex_ = false;
    interrupted_.reset();
    articles_ = component_has_articles(i + (titled ? 1 : 0)) || !titled;
    if (!titled) read_mark(i);
  }

  void open_annex(size_t i) {
    // Before the signature the text may go on behind it.
    if (!in_annex_ && !aside_begin_ && last_article_.number > 0) {
      interrupted_ = Interrupted{last_article_, last_chapter_, last_part_, articles_};
    } else if (!in_annex_) {
      interrupted_.reset();
    }
    last_in_model_ = 0;
    const LineMark& mark = marks_[i];
    std::string id = "annex";
    if (mark.kind == Kind::kForm) {
      id = "form_" + mark.ordinal.id();
    } else if (mark.ordinal.number > 0) {
      id += "_" + mark.ordinal.id();
    }
    const bool seen = ids_.contains(id);
    open_component(i, {Component::Kind::kAnnex, id, mark.label, {}, {}});
    in_annex_ = true;
    if (mark.kind == Kind::kForm || seen) return;
    Provision provision;
    provision.id = id;
    provision.level = Level::kAnnex;
    provision.label = mark.label;
    provision.label_span = mark.label_span;
    add(std::move(provision));
    stack_.push_back({last_index(), Level::kAnnex, mark.ordinal, 0});
  }

  // Whether a line is the article that was due when an annex or a signature began: some sources set
  // annexes and forms behind the article that speaks of them. What has been counted from 1 since
  // then is a model's own.
  bool resumes(const Ordinal& last, size_t i) {
    const LineMark& mark = marks_[i];
    if (mark.kind != Kind::kArticle || !mark.closed) return false;
    const int number = mark.ordinal.number;
    if (number == 1 || number == last_in_model_ + 1) {
      last_in_model_ = number;
      return false;
    }
    if (lines_[i].role == LineRole::kTable || fit_after(last, mark.ordinal, 0) != Fit::kNext ||
        stands_in_model(i)) {
      return false;
    }
    const auto rest = mark.rest - lines_[i].span.begin;
    return begins_with_capital(line(i).substr(rest), lower(i).substr(rest)) &&
           (i == 0 || (!line(i - 1).ends_with(',') && !line(i - 1).ends_with(';')));
  }

  void resume(size_t i) {
    open_component(i, {});
    in_annex_ = false;
    last_article_ = interrupted_->article;
    last_chapter_ = interrupted_->chapter;
    last_part_ = interrupted_->part;
    articles_ = interrupted_->articles;
    interrupted_.reset();
  }

  // ---- asides ----

  bool starts_aside(size_t i) const {
    if (!any_unit_open()) return false;
    const std::string_view words = lower(i);
    if (words.starts_with("nơi nhận")) return true;
    if (lines_[i].span.size() > 160 || !cues_.signers.begins(words)) return false;
    return marks_[i].kind == Kind::kNone && (capitals(i) || is_title_and_name(line(i), words));
  }

  // ---- units ----

  void read_mark(size_t i) {
    const LineMark& mark = marks_[i];
    switch (mark.kind) {
      case Kind::kPart:
        return read_part(i);
      case Kind::kChapter:
        return read_chapter(i);
      case Kind::kSection:
        return read_section(i, Level::kSection);
      case Kind::kSubsection:
        return read_section(i, Level::kSubsection);
      case Kind::kArticle:
        return read_article(i);
      case Kind::kRoman:
      case Kind::kCapital:
        return read_heading(i);
      case Kind::kNumber:
        return read_clause(i);
      case Kind::kDecimal:
        return read_decimal(i);
      case Kind::kPoint:
        return read_point(i);
      case Kind::kNone:
        if (opens_clause_unmarked(i)) return;
        return read_unusual(i);
      default:
        return;
    }
  }

  // A heading of part, chapter or section stands alone or goes on with a title, not with a
  // sentence.
  bool stands_as_heading(size_t i) const {
    const LineMark& mark = marks_[i];
    if (lines_[i].role == LineRole::kTable && !mark.closed && mark.rest < lines_[i].span.end) {
      return false;
    }
    if (mark.rest >= lines_[i].span.end) return true;
    const size_t at = mark.rest - lines_[i].span.begin;
    const std::string_view rest = line(i).substr(at);
    if (rest.front() == '-' || rest.starts_with("–")) return true;
    if (line(i).ends_with(';') || line(i).ends_with(',')) return false;
    // "Chương II Nghị định số 31/2021/NĐ-CP …" at the start of a line is a citation; "Điều 2 Luật
    // này …" of older texts is none.
    if (!mark.closed && mark.kind != Kind::kArticle &&
        begins_with_capital(rest, lower(i).substr(at)) && cues_.cited.begins(lower(i).substr(at))) {
      return false;
    }
    return (mark.closed && !line(i).ends_with('.')) ||
           begins_with_capital(rest, lower(i).substr(at));
  }

  void read_part(size_t i) {
    const Ordinal ordinal = marks_[i].ordinal;
    if (!stands_as_heading(i)) return;
    if (fit_after(last_part_, ordinal, 1) == Fit::kNone) return;
    last_part_ = ordinal;
    last_chapter_in_part_ = {};
    pop_to(Level::kPart);
    push(i, Level::kPart, prefix() + "part_" + ordinal.id());
  }

  void read_chapter(size_t i) {
    const Ordinal ordinal = marks_[i].ordinal;
    if (!stands_as_heading(i) || stands_in_contents(i)) return;
    const bool begins_again = chapters_restart_ && last_part_.number > 0;
    const Ordinal last = begins_again ? last_chapter_in_part_ : last_chapter_;
    if (fit_after(last, ordinal, 2) == Fit::kNone) return;
    last_chapter_ = last_chapter_in_part_ = ordinal;
    pop_to(Level::kChapter);
    const std::string base = begins_again && !stack_.empty() ? top().id + "__" : prefix();
    push(i, Level::kChapter, base + "chp_" + ordinal.id());
  }

  // A table of contents: titled chapters that follow each other line by line.
  bool stands_in_contents(size_t i) const {
    return i + 1 < lines_.size() && marks_[i + 1].kind == Kind::kChapter &&
           marks_[i].rest < lines_[i].span.end && lower(i).find("bãi bỏ") == std::string_view::npos;
  }

  // Whether the chapters of each part count from I.
  bool chapters_restart(size_t from) const {
    bool in_part = false;
    int firsts = 0;
    for (size_t i = from; i < lines_.size() && firsts < 2; ++i) {
      if (in_quote(i)) continue;
      if (marks_[i].kind == Kind::kPart && stands_as_heading(i)) in_part = true;
      if (marks_[i].kind == Kind::kChapter && in_part && marks_[i].ordinal.number == 1 &&
          stands_as_heading(i)) {
        ++firsts;
        in_part = false;
      }
    }
    return firsts == 2;
  }

  void read_section(size_t i, Level level) {
    if (!stands_as_heading(i)) return;
    const Ordinal ordinal = marks_[i].ordinal;
    // Sections count from 1 in each chapter.
    Ordinal last;
    for (const Open& open : stack_) {
      if (open.level == level) last = open.ordinal;
    }
    if (ordinal.number != 1 && fit_after(last, ordinal, 1) == Fit::kNone) return;
    pop_to(level);
    const std::string base = stack_.empty() ? prefix() : top().id + "__";
    push(i, level, base + (level == Level::kSection ? "sec_" : "subsec_") + ordinal.id());
  }

  void read_article(size_t i) {
    const LineMark& mark = marks_[i];
    const Fit fit =
        last_article_.number == 0 ? Fit::kNext : fit_after(last_article_, mark.ordinal, 3);
    const bool jumps = fit == Fit::kGap || (fit == Fit::kNone && last_article_ != mark.ordinal);
    if (jumps && mark.closed && due_article_follows(i)) return note_stray_article(i);
    if (!mark.closed) {
      // "Điều 5 Phạm vi …" typed without its full stop: only where just this number is due, or
      // where the articles before are all typed so and one of them could not be told.
      constexpr int kUnclosedStyle = 5;
      const bool due = (fit == Fit::kNext && last_article_.number > 0) ||
                       mark.ordinal.number == 1 ||
                       (fit == Fit::kGap && unclosed_articles_ >= kUnclosedStyle);
      if (!due || !stands_as_heading(i) || line_before_is_open(i)) return;
    }
    if (fit == Fit::kNone) {
      if (mark.ordinal == last_article_ && mark.closed) {
        open_article(i);
      } else if (mark.closed && mark.ordinal.number > last_article_.number &&
                 !line_before_is_open(i)) {
        diagnose("missing-number", "Số của điều không liên tục.", i);
        open_article(i);
      } else {
        note_stray_article(i);
      }
      return;
    }
    if (fit == Fit::kGap) diagnose("missing-number", "Số của điều không liên tục.", i);
    open_article(i);
  }

  // New wording whose marks are lost, or an article quoted in a footnote: it is none of the text's
  // own, and neither are the khoản and điểm below it.
  void note_stray_article(size_t i) {
    diagnose("out-of-sequence", "Dòng trông như tiêu đề của điều nhưng sai thứ tự.", i);
    stray_ = Stray{};
  }

  // Whether line i continues the lists of the stray article: the first number that does not is the
  // text's own again.
  bool belongs_to_stray_article(size_t i) {
    if (!stray_) return false;
    const LineMark& mark = marks_[i];
    if (mark.kind == Kind::kNumber || mark.kind == Kind::kPoint) {
      int& last = mark.kind == Kind::kNumber ? stray_->clause : stray_->point;
      if (mark.ordinal.number == last + 1) {
        last = mark.ordinal.number;
        if (mark.kind == Kind::kNumber) stray_->point = 0;
        return true;
      }
      stray_.reset();
      return false;
    }
    if (mark.kind != Kind::kNone && mark.kind != Kind::kDecimal) stray_.reset();
    return stray_.has_value();
  }

  // Where the articles of each number stand outside quotations.
  void list_articles(size_t from) {
    for (size_t i = from; i < lines_.size(); ++i) {
      const LineMark& mark = marks_[i];
      if (mark.kind != Kind::kArticle || !mark.closed || !mark.ordinal.suffix.empty()) continue;
      if (in_quote(i) || lines_[i].role == LineRole::kFootnote) continue;
      const auto number = static_cast<size_t>(mark.ordinal.number);
      if (number >= article_lines_.size()) article_lines_.resize(number + 1);
      article_lines_[number].push_back(i);
    }
  }

  // The first line after i with an article of this number; the end for none.
  size_t next_article(size_t i, int number) const {
    if (static_cast<size_t>(number) >= article_lines_.size()) return lines_.size();
    const std::vector<size_t>& at = article_lines_[number];
    const auto next = std::upper_bound(at.begin(), at.end(), i);
    return next == at.end() ? lines_.size() : *next;
  }

  // The article that is due after the last one stands further on, before articles begin again at 1.
  bool due_article_follows(size_t i) const {
    const size_t due = next_article(i, last_article_.number + 1);
    return due < lines_.size() && due < next_article(i, 1);
  }

  void open_article(size_t i) {
    stray_.reset();
    const LineMark& mark = marks_[i];
    last_article_ = mark.ordinal;
    unclosed_articles_ = mark.closed ? 0 : unclosed_articles_ + 1;
    pop_to(Level::kArticle);
    push(i, Level::kArticle, prefix() + "art_" + mark.ordinal.id());
  }

  // The line before ends inside a sentence.
  bool line_before_is_open(size_t i) const {
    if (i == 0) return false;
    const std::string_view before = line(i - 1);
    if (before.empty()) return false;
    const char last = before.back();
    return last == ',' || (last >= 'a' && last <= 'z');
  }

  void read_heading(size_t i) {
    if (lines_[i].role == LineRole::kTable) return;
    if (articles_) return read_heading_in_article(i);
    const LineMark& mark = marks_[i];
    const bool roman = mark.kind == Kind::kRoman;
    // A heading among headings of its own kind; "A." may stand above "I." or below.
    const Open* same = nullptr;
    for (const Open& open : stack_) {
      if (open.level == Level::kHeading && is_roman(open) == roman) same = &open;
    }
    const Ordinal last = same != nullptr ? same->ordinal : Ordinal{};
    if (fit_after(last, mark.ordinal, 1) == Fit::kNone) {
      if (same == nullptr || mark.ordinal.number != 1) return;
    }
    if (same != nullptr) {
      const int32_t index = same->index;
      while (stack_.back().index != index) stack_.pop_back();
      stack_.pop_back();
    } else {
      while (!stack_.empty() && stack_.back().level > Level::kHeading) stack_.pop_back();
    }
    const std::string part = "sec_" + (roman ? mark.ordinal.id() : capital_letter(i));
    push(i, Level::kHeading, prefix() + part);
  }

  // "Điều 1. Phê duyệt Đề án … như sau:" / "I. QUAN ĐIỂM" / "1. …" / "II. MỤC TIÊU" / "1. …": a
  // plan inside the article of a decision. "I." stands below its lead-in, the others follow it.
  void read_heading_in_article(size_t i) {
    const LineMark& mark = marks_[i];
    if (mark.kind != Kind::kRoman || mark.closing != '.' || !in_article()) return;
    const auto open = std::find_if(stack_.begin(), stack_.end(),
                                   [](const Open& unit) { return unit.level == Level::kHeading; });
    if (open == stack_.end()) {
      const bool first = mark.ordinal == Ordinal{1, ""} && stack_.back().level == Level::kArticle;
      if (!first || i == 0 || !line(i - 1).ends_with(':')) return;
    } else if (fit_after(open->ordinal, mark.ordinal, 0) != Fit::kNext) {
      return;
    }
    pop_to(Level::kHeading);
    push(i, Level::kHeading, top().id + "__sec_" + mark.ordinal.id());
  }

  std::string capital_letter(size_t i) const {
    const Span span = marks_[i].label_span;
    return std::string(text_.lower().substr(span.begin, marks_[i].label.size()));
  }

  bool is_roman(const Open& open) const {
    const std::string& label = document_.provisions[open.index].label;
    return !label.empty() && (label.front() == 'I' || label.front() == 'V' || label.front() == 'X');
  }

  bool in_article() const {
    return std::any_of(stack_.begin(), stack_.end(),
                       [](const Open& open) { return open.level == Level::kArticle; });
  }

  void read_clause(size_t i) {
    const LineMark& mark = marks_[i];
    if (lines_[i].role == LineRole::kTable || mark.closing == ')') return;
    if (mark.closing == '-' && !articles_) return;
    if ((articles_ && !in_article()) || stands_in_cells(i)) return;
    // The list that this number continues: the nearest open clause, or a new list at 1.
    for (auto open = stack_.rbegin(); open != stack_.rend(); ++open) {
      if (open->level != Level::kClause || open->decimal_size > 1) continue;
      const Fit fit = fit_after(open->ordinal, mark.ordinal, begins_sentence(i) ? 6 : 2);
      if (fit == Fit::kNone && !repeats_number(i, *open)) {
        if (mark.ordinal.number == 1) open->restarted = true;
        return;
      }
      if (fit == Fit::kGap) {
        if (line_before_is_open(i)) return;
        diagnose("missing-number", "Số của khoản không liên tục.", i);
      }
      pop_until(open->index);
      stack_.pop_back();
      return push_below(i, Level::kClause, "clause_" + mark.ordinal.id(), 1);
    }
    if (mark.ordinal.number != 1) {
      if (mark.ordinal.number > 2 || line_before_is_open(i)) return;
      diagnose("missing-number", "Thiếu khoản 1.", i);
    }
    if (articles_) {
      while (!stack_.empty() && stack_.back().level > Level::kHeading) stack_.pop_back();
    } else {
      while (!stack_.empty() && stack_.back().level > Level::kHeading) stack_.pop_back();
    }
    push_below(i, Level::kClause, "clause_" + mark.ordinal.id(), 1);
  }

  void read_decimal(size_t i) {
    const LineMark& mark = marks_[i];
    if (lines_[i].role == LineRole::kTable) return;
    if (articles_ && !in_article()) return;
    const size_t size = mark.decimal.size();
    // The unit one level up must be open: 1.2.3 stands below 1.2.
    for (auto open = stack_.rbegin(); open != stack_.rend(); ++open) {
      if (open->level != Level::kClause) continue;
      if (open->decimal_size == size) {
        const std::string& label = document_.provisions[open->index].label;
        if (mark.decimal.back() <= open->ordinal.number ||
            mark.decimal.back() > open->ordinal.number + 2 ||
            decimal_parent(label) != decimal_parent(mark.label)) {
          continue;
        }
        pop_until(open->index);
        stack_.pop_back();
        break;
      }
      if (open->decimal_size + 1 == size) {
        if (document_.provisions[open->index].label != decimal_parent(mark.label) ||
            mark.decimal.back() > 2) {
          return;
        }
        pop_until(open->index);
        break;
      }
    }
    if (stack_.empty() || stack_.back().level != Level::kClause ||
        stack_.back().decimal_size + 1 != size) {
      return;
    }
    std::string part = "clause_";
    for (size_t k = 0; k < size; ++k) part += (k > 0 ? "-" : "") + std::to_string(mark.decimal[k]);
    push_below(i, Level::kClause, part, size);
    stack_.back().ordinal = {mark.decimal.back(), ""};
  }

  static std::string decimal_parent(const std::string& label) {
    const size_t dot = label.rfind('.');
    return dot == std::string::npos ? std::string() : label.substr(0, dot);
  }

  void read_point(size_t i) {
    const LineMark& mark = marks_[i];
    if (lines_[i].role == LineRole::kTable) return;
    if (articles_ && !in_article()) return;
    if (stack_.empty() || stack_.back().level < Level::kArticle) {
      if (articles_) return;
    }
    Ordinal ordinal = mark.ordinal;
    std::string label(text_.lower().substr(mark.label_span.begin, mark.label.size()));
    bool skipped = false, renamed = false;
    if (!stack_.empty() && stack_.back().level == Level::kPoint) {
      Open& last = stack_.back();
      if (ordinal.number == 0) {  // f, j, w, z: keeps its place after the letter before it
        if (last.ordinal.number == 0) return;
        ordinal.number = last.ordinal.number;
        ordinal.suffix = "~" + label;
      } else if (label == "d" && last.ordinal == Ordinal{4, ""}) {
        diagnose("point-d-twice", "Hai điểm d liền nhau: điểm thứ hai được hiểu là điểm đ.", i);
        ordinal.number = 5;
        label = "đ";
        renamed = true;
      } else if (ordinal == last.ordinal && last.renamed) {
        rename_top("d", "d-2");  // "d) … d) … đ) …": the letter was typed twice after all
      } else if (ordinal == last.ordinal && last.skipped) {
        take_skipped_letter(i);
      } else {
        const Fit fit = fit_after(plain(last.ordinal), ordinal, 2);
        if (fit == Fit::kNone) {
          note_repeated(i, last.ordinal, "Chữ của điểm bị lặp lại.");
          if (!repeats_number(i, last) || ordinal.number == 1) {
            if (ordinal.number == 1) last.restarted = true;
            last.skipped = false;
            return;
          }
        }
        if (fit == Fit::kGap) {
          if (line_before_is_open(i)) return;
          diagnose("missing-number", "Chữ của điểm không liên tục.", i);
          skipped = ordinal.number == last.ordinal.number + 2 && last.ordinal.suffix.empty();
        }
      }
      stack_.pop_back();
    } else if (ordinal.number != 1 || !ordinal.suffix.empty()) {
      if (ordinal.number != 2 || line_before_is_open(i)) return;
      diagnose("missing-number", "Thiếu điểm a.", i);
    }
    push_point(i, mark, label);
    stack_.back().ordinal = ordinal;
    stack_.back().skipped = skipped;
    stack_.back().renamed = renamed;
  }

  void push_point(size_t i, const LineMark& mark, const std::string& label) {
    push(i, mark, Level::kPoint, id_below("point_", label));
    document_.provisions.back().label = label;
  }

  // "c) … đ) … đ) … e)": the first of two equal letters stands where the letter before it is due.
  void take_skipped_letter(size_t i) {
    const std::string letter(point_letter(stack_.back().ordinal.number - 1));
    if (!rename_top(letter, letter)) return;
    diagnose("repeated-number",
             "Chữ của điểm bị lặp lại: điểm thứ nhất được hiểu là điểm " + letter + ".", i);
  }

  // Gives the open point another letter, unless that is taken. It has no provisions below.
  bool rename_top(const std::string& label, const std::string& part) {
    Provision& point = top();
    std::string id = point.id.substr(0, point.id.size() - point.label.size()) + part;
    if (ids_.contains(id)) return false;
    ids_.erase(stack_.back().index);
    point.id = std::move(id);
    ids_.insert(stack_.back().index);
    point.label = label;
    return true;
  }

  // "(b) …", "b. …" is a point where it continues the list of points, or begins one below a line
  // that ends in a colon. Inside a point it is an item without a number of its own, and so are the
  // Roman (i), (v).
  void read_unusual(size_t i) {
    if (lines_[i].role == LineRole::kTable || stack_.empty()) return;
    if (stack_.back().level < Level::kArticle || (articles_ && !in_article())) return;
    const LineMark mark = read_unusual_point(text_.text(), text_.lower(), lines_[i].span);
    if (mark.kind != Kind::kPoint || !mark.ordinal.suffix.empty()) return;
    if (stack_.back().level == Level::kPoint) {
      Open& last = stack_.back();
      if (mark.ordinal.number == 1) last.restarted = true;
      if (last.restarted || fit_after(last.ordinal, mark.ordinal, 0) != Fit::kNext) return;
      if (mark.label == "i" && begins_roman_list(i)) return;
      stack_.pop_back();
    } else if (mark.ordinal.number != 1 || i == 0 || !line(i - 1).ends_with(':')) {
      return;
    }
    push_point(i, mark, mark.label);
    stack_.back().ordinal = mark.ordinal;
  }

  bool begins_roman_list(size_t i) const {
    constexpr size_t kNear = 8;
    for (size_t k = i + 1; k < std::min(i + kNear, lines_.size()); ++k) {
      if (lower(k).starts_with("(ii)")) return true;
    }
    return false;
  }

  // ---- khoản and points inside a line ----

  // A heading that has lost its line end ("Điều 28. Chuyển giao bản án 1.[21] Tòa án …", confirmed
  // by "2." as the next number below), and a label behind a portal's note or a repealed khoản
  // ("…] 2.", "3. (được bãi bỏ) 4. (được bãi bỏ)"). The words may stand in the next line.
  void read_inner_clauses(size_t i) {
    if (!articles_ || lines_[i].role == LineRole::kTable || !in_article()) return;
    const LineMark& own = marks_[i];
    const bool heading = own.kind == Kind::kArticle && stack_.back().level == Level::kArticle &&
                         top().label_span.begin == own.label_span.begin;
    const Span span = lines_[i].span;
    const std::string_view words = line(i);
    const size_t from = own.kind == Kind::kNone ? 0 : own.rest - span.begin;
    bool inside = false;  // the clauses of the article stand in its own line
    for (size_t dot = words.find('.', from); dot != std::string_view::npos;
         dot = words.find('.', dot + 1)) {
      const int due = due_clause();
      const std::string number = std::to_string(due);
      if (due == 0 || dot < from + number.size() + 2) continue;
      const size_t at = dot - number.size();
      if (words.substr(at, number.size()) != number || words[at - 1] != ' ') continue;
      const std::string_view before = words.substr(0, at - 1);
      const bool behind_note = before.ends_with(']') || before.ends_with("(được bãi bỏ)");
      const bool first = heading && due == 1 && ends_heading(before) &&
                         (second_follows(i) || second_inside(words.substr(dot + 1)));
      const bool further = inside && due > 1 && ends_item(before);
      if (!behind_note && !first && !further) continue;
      const LineMark mark = read_inner_clause(text_.text(), text_.lower(),
                                              span.begin + static_cast<uint32_t>(at), span);
      if (mark.kind != Kind::kNumber || !words_follow(i, mark)) continue;
      inside = inside || (first && !second_follows(i));
      Provision& above = top();
      above.heading.end = std::min(above.heading.end, mark.label_span.begin);
      if (heading && above.heading.empty()) above.heading = {own.rest, mark.label_span.begin - 1};
      while (stack_.back().level > Level::kHeading) stack_.pop_back();
      push(i, mark, Level::kClause, top().id + "__clause_" + mark.ordinal.id());
      stack_.back().decimal_size = 1;
      document_.provisions.back().heading = {};
    }
  }

  // "1 Trường hợp …" right below the heading of an article, typed without its full stop, where "2."
  // is the next number.
  bool opens_clause_unmarked(size_t i) {
    if (!articles_ || stack_.empty() || stack_.back().level != Level::kArticle || i == 0)
      return false;
    if (lines_[i].role == LineRole::kTable || marks_[i - 1].kind != Kind::kArticle) return false;
    const std::string_view words = line(i);
    if (!words.starts_with("1 ") || ends_sentence(line(i - 1)) || !second_follows(i)) return false;
    if (!begins_with_capital(words.substr(2, 4), lower(i).substr(2, 4))) return false;
    const uint32_t begin = lines_[i].span.begin;
    LineMark mark;
    mark.kind = Kind::kNumber;
    mark.ordinal = {1, ""};
    mark.label = "1";
    mark.label_span = {begin, begin + 1};
    push(i, mark, Level::kClause, top().id + "__clause_1");
    stack_.back().decimal_size = 1;
    document_.provisions.back().heading = {};
    return true;
  }

  // The number after the open khoản of the article; 1 where there is none yet.
  int due_clause() const {
    for (auto open = stack_.rbegin(); open != stack_.rend(); ++open) {
      if (open->level == Level::kClause) return open->ordinal.number + 1;
      if (open->level <= Level::kHeading) return open->level < Level::kArticle ? 0 : 1;
    }
    return 0;
  }

  // No word that the number of a unit follows: "theo khoản 1.", "hạng 1.".
  bool ends_heading(std::string_view words) const {
    return std::none_of(cues_.counts.begin(), cues_.counts.end(),
                        [&](std::string_view word) { return words.ends_with(word); });
  }

  // The first number below the article in line i is 2.
  bool second_follows(size_t i) const {
    constexpr size_t kNear = 80;
    for (size_t k = i + 1; k < std::min(i + kNear, lines_.size()); ++k) {
      if (marks_[k].kind == Kind::kNumber) return marks_[k].ordinal == Ordinal{2, ""};
      if (marks_[k].kind == Kind::kArticle && marks_[k].closed) return false;
    }
    return false;
  }

  static bool ends_item(std::string_view words) {
    return words.ends_with('.') || words.ends_with(';') || words.ends_with(':');
  }

  // "… 2. Chủ bến" in the rest of the line, behind the end of an item.
  static bool second_inside(std::string_view rest) {
    constexpr std::string_view kSecond = " 2. ";
    for (size_t at = rest.find(kSecond); at != std::string_view::npos;
         at = rest.find(kSecond, at + 1)) {
      if (ends_item(rest.substr(0, at))) return true;
    }
    return false;
  }

  bool words_follow(size_t i, const LineMark& mark) const {
    const Span rest{std::min(mark.rest, lines_[i].span.end), lines_[i].span.end};
    if (!rest.empty()) {
      return text_.of(rest).starts_with("(") ||
             begins_with_capital(text_.of(rest).substr(0, 4), text_.lower_of(rest).substr(0, 4));
    }
    return i + 1 < lines_.size() && marks_[i + 1].kind == Kind::kNone && !in_quote(i + 1) &&
           begins_with_capital(line(i + 1).substr(0, 4), lower(i + 1).substr(0, 4));
  }

  // "… gồm: a) Đơn; b) Bản vẽ." in one line: pasted text has lost its line ends. The list must
  // begin behind a colon, or go on from the point that the line itself opened, and show two letters
  // in sequence, each behind the end of a sentence: "điểm a) khoản 1" is a citation.
  void read_inner_points(size_t i) {
    if (!articles_ || lines_[i].role == LineRole::kTable || !in_article()) return;
    const bool at_point = marks_[i].kind == Kind::kPoint;
    if (at_point != (stack_.back().level == Level::kPoint)) return;
    if (at_point && top().label_span.begin != marks_[i].label_span.begin) return;
    const std::vector<LineMark> points =
        inner_points(i, at_point ? stack_.back().ordinal : Ordinal{});
    const bool goes_on = i + 1 < lines_.size() && marks_[i + 1].kind == Kind::kPoint &&
                         marks_[i + 1].ordinal == Ordinal{2, ""};
    if (points.empty() || (!at_point && points.size() < 2 && !goes_on)) return;
    Provision& above = top();
    above.heading.end = std::min(above.heading.end, points.front().label_span.begin);
    if (above.level == Level::kClause) above.heading = {};
    for (const LineMark& point : points) {
      if (stack_.back().level == Level::kPoint) stack_.pop_back();
      push_point(i, point, point.label);
      stack_.back().ordinal = point.ordinal;
    }
  }

  std::vector<LineMark> inner_points(size_t i, Ordinal last) const {
    std::vector<LineMark> out;
    const Span span = lines_[i].span;
    const std::string_view words = lower(i);
    for (size_t close = words.find(") "); close != std::string_view::npos;
         close = words.find(") ", close + 1)) {
      const std::string_view letter = point_letter(last.number + 1);
      const size_t label = close - std::min(close, letter.size());
      if (label < 3 || letter.empty() || words.substr(label, letter.size()) != letter) continue;
      const std::string_view ends = last.number == 0 ? ":" : ":;.,";
      if (words[label - 1] != ' ' || ends.find(words[label - 2]) == std::string_view::npos)
        continue;
      const auto at = span.begin + static_cast<uint32_t>(label);
      const LineMark mark = read_inner_point(text_.text(), text_.lower(), at, span);
      if (mark.kind != Kind::kPoint || !begins_item(mark, span.end)) continue;
      out.push_back(mark);
      last = mark.ordinal;
    }
    return !out.empty() && holds_numbers(i) ? std::vector<LineMark>{} : out;
  }

  // A capital begins the item; "b) khoản 2" goes on with a citation.
  bool begins_item(const LineMark& mark, uint32_t end) const {
    return begins_with_capital(text_.of({mark.rest, end}).substr(0, 4),
                               text_.lower_of({mark.rest, end}).substr(0, 4));
  }

  // "… 2. Trạm trưởng …" inside the line: whole khoản have lost their line ends, and to which of
  // them a point belongs is not told.
  bool holds_numbers(size_t i) const {
    const std::string_view words = line(i);
    for (size_t dot =
             words.find(". ", marks_[i].rest - std::min(marks_[i].rest, lines_[i].span.begin));
         dot != std::string_view::npos; dot = words.find(". ", dot + 1)) {
      size_t digits = 0;
      while (digits < std::min<size_t>(dot, 4) && words[dot - 1 - digits] >= '0' &&
             words[dot - 1 - digits] <= '9') {
        ++digits;
      }
      if (digits == 0 || digits > 2 || dot < digits + 1 || words[dot - digits - 1] != ' ') continue;
      if (begins_with_capital(words.substr(dot + 2, 4), lower(i).substr(dot + 2, 4))) return true;
    }
    return false;
  }

  // The last number typed once more for the next unit of the same list.
  bool repeats_number(size_t i, const Open& last) const {
    return marks_[i].ordinal == last.ordinal && !last.restarted && begins_sentence(i);
  }

  // The line before is a whole sentence and this one begins with a capital.
  bool begins_sentence(size_t i) const {
    if (i == 0 || marks_[i].rest >= lines_[i].span.end) return false;
    const std::string_view before = line(i - 1);
    if (before.empty() || std::string_view(".;:").find(before.back()) == std::string_view::npos)
      return false;
    const size_t at = marks_[i].rest - lines_[i].span.begin;
    return begins_with_capital(line(i).substr(at), lower(i).substr(at));
  }

  // A number among the cells of a table whose grid is lost: short lines without an end stand above
  // it, and it is such a line itself.
  bool stands_in_cells(size_t i) const {
    constexpr size_t kCells = 3;
    if (i < kCells || !(is_cell(i) || heads_row(i))) return false;
    for (size_t k = i - kCells; k < i; ++k) {
      if (!is_cell(k) || capitals(k) || in_quote(k)) return false;
      if (marks_[k].kind != Kind::kNone && marks_[k].kind != Kind::kNumber) return false;
    }
    return true;
  }

  // A longer one, with a bare number of the row below it.
  bool heads_row(size_t i) const {
    constexpr size_t kLongest = 300, kNumber = 12;
    if (i + 1 >= lines_.size() || lines_[i].span.size() > kLongest || ends_sentence(line(i))) {
      return false;
    }
    const std::string_view next = line(i + 1);
    return !next.empty() && next.size() <= kNumber &&
           next.find_first_not_of("0123456789., %") == std::string_view::npos;
  }

  bool is_cell(size_t i) const {
    constexpr size_t kLongest = 100;
    if (lines_[i].span.empty() || lines_[i].span.size() > kLongest) return false;
    const std::string_view words =
        text_.of({std::min(marks_[i].label_span.end, lines_[i].span.end), lines_[i].span.end});
    return marks_[i].kind == Kind::kNumber ? !ends_sentence(words) : !ends_sentence(line(i));
  }

  static Ordinal plain(Ordinal ordinal) {
    if (ordinal.suffix.starts_with("~")) ordinal.suffix.clear();
    return ordinal;
  }

  void note_repeated(size_t i, const Ordinal& last, std::string message) {
    if (marks_[i].ordinal == last) diagnose("repeated-number", std::move(message), i);
  }

  // ---- the stack ----

  std::string prefix() const {
    const Component& component = document_.components.back();
    return component.kind == Component::Kind::kAttachment ? component.prefix : std::string();
  }

  Provision& top() { return document_.provisions[stack_.back().index]; }
  const Provision& top() const { return document_.provisions[stack_.back().index]; }
  int32_t last_index() const { return static_cast<int32_t>(document_.provisions.size()) - 1; }

  void pop_to(Level level) {
    while (!stack_.empty() && stack_.back().level >= level) stack_.pop_back();
  }
  void pop_until(int32_t index) {
    while (stack_.back().index != index) stack_.pop_back();
  }

  void push_below(size_t i, Level level, const std::string& part, size_t decimal_size) {
    push(i, level, id_below("", part));
    stack_.back().decimal_size = decimal_size;
  }

  void push(size_t i, Level level, std::string id) { push(i, marks_[i], level, std::move(id)); }

  // The id of a unit below the open one, or of the component.
  std::string id_below(std::string_view kind, std::string_view label) const {
    const bool nested = !stack_.empty() && stack_.back().level >= Level::kArticle;
    constexpr std::string_view kBelow = "__";
    const std::string above = nested ? std::string() : prefix();
    const std::string_view base = nested ? std::string_view(top().id) : above;
    std::string id;
    id.reserve(base.size() + kBelow.size() + kind.size() + label.size());
    id += base;
    if (nested) id += kBelow;
    return id.append(kind).append(label);
  }

  // `mark` is the label, which most often begins line i.
  void push(size_t i, const LineMark& mark, Level level, std::string id) {
    bool seen = ids_.contains(id);
    if (seen && !stack_.empty()) {
      // Chapters that begin again in each part, "I." that begins again under "A.".
      const std::string part = id.substr(prefix().size());
      if (level == Level::kChapter || level == Level::kHeading || level == Level::kSection) {
        id = top().id + "__" + part;
        seen = ids_.contains(id);
      }
    }
    if (seen) {
      diagnose("repeated-number", "Có hai đơn vị trùng số.", i);
      int& copies = copies_[id];
      do {
        copies = std::max(copies + 1, 2);
      } while (ids_.contains(id + "-" + std::to_string(copies)));
      id += "-" + std::to_string(copies);
    }
    Provision provision;
    provision.id = std::move(id);
    provision.level = level;
    provision.label = mark.label;
    provision.label_span = mark.label_span;
    if (level != Level::kPoint) provision.heading = heading_of(i, level);
    add(std::move(provision));
    stack_.push_back({last_index(), level, mark.ordinal, 0});
    ++units_in_component_;
  }

  void add(Provision provision) {
    provision.parent = stack_.empty() ? -1 : stack_.back().index;
    provision.component = static_cast<uint16_t>(document_.components.size() - 1);
    provision.full = provision.own = {provision.label_span.begin, end_of_text()};
    document_.provisions.push_back(std::move(provision));
    ids_.insert(last_index());
  }

  // The words after the label, if they are a title: no sentence, and something stands below them.
  Span heading_of(size_t i, Level level) const {
    const LineMark& mark = marks_[i];
    Span rest{std::min(skip_code(mark.rest, lines_[i].span.end), lines_[i].span.end),
              lines_[i].span.end};
    const bool titled_level = level <= Level::kSubsection;
    if (titled_level) {
      const std::string_view lead = text_.of(rest);
      if (lead.starts_with("- ")) rest.begin += 2;
      if (lead.starts_with("– ")) rest.begin += 4;
      if (!rest.empty()) return rest;
      return title_below(i);
    }
    if (rest.empty()) {
      return level == Level::kArticle && i + 1 < lines_.size() && !in_quote(i + 1) &&
                     marks_[i + 1].kind == Kind::kNone && !ends_sentence(line(i + 1)) &&
                     lines_[i + 1].span.size() < 300
                 ? lines_[i + 1].span
                 : Span{};
    }
    if (ends_sentence(text_.of(rest))) return {};
    const bool last = i + 1 >= lines_.size();
    if (last || marks_[i + 1].kind == Kind::kArticle || marks_[i + 1].kind == Kind::kChapter)
      return {};
    if (level == Level::kArticle || level == Level::kHeading) return rest;
    // A clause of a plan has a title where something stands below it.
    const Kind next = marks_[i + 1].kind;
    const bool sibling = next == mark.kind && marks_[i + 1].decimal.size() == mark.decimal.size();
    return sibling ? Span{} : rest;
  }

  // Skips the code of the official codification: "Điều 1. 1.NĐ.1.1. Phạm vi".
  uint32_t skip_code(uint32_t at, uint32_t end) const {
    const std::string_view rest = text_.text().substr(at, end - at);
    const size_t space = rest.find(' ');
    if (space == std::string_view::npos || space < 4 || space > 30) return at;
    const std::string_view code = rest.substr(0, space);
    const bool dotted = std::count(code.begin(), code.end(), '.') >= 3 && code.front() >= '0' &&
                        code.front() <= '9';
    return dotted ? at + static_cast<uint32_t>(space) + 1 : at;
  }

  static bool ends_sentence(std::string_view words) {
    return !words.empty() && std::string_view(".;:,").find(words.back()) != std::string_view::npos;
  }

  // The title of a chapter stands in the next line, sometimes in the next two.
  Span title_below(size_t i) const {
    if (i + 1 >= lines_.size() || marks_[i + 1].kind != Kind::kNone || in_quote(i + 1)) return {};
    Span out = lines_[i + 1].span;
    for (size_t k = i + 2; k < std::min(i + 4, lines_.size()); ++k) {
      if (marks_[k].kind != Kind::kNone || !capitals(k) || !capitals(k - 1)) break;
      out.end = lines_[k].span.end;
    }
    return out;
  }

  void diagnose(std::string code, std::string message, size_t i) {
    document_.diagnostics.push_back({std::move(code), std::move(message), lines_[i].span});
  }

  // `own` runs to the next provision, `full` to the next one that is not below.
  void finish_spans() {
    auto& provisions = document_.provisions;
    std::vector<int32_t> open;
    for (size_t p = 0; p < provisions.size(); ++p) {
      const uint32_t begin = provisions[p].label_span.begin;
      if (p > 0) provisions[p - 1].own.end = std::min(provisions[p - 1].full.end, begin);
      while (!open.empty() && open.back() != provisions[p].parent) {
        Provision& closed = provisions[open.back()];
        closed.full.end = std::min(closed.full.end, begin);
        open.pop_back();
      }
      open.push_back(static_cast<int32_t>(p));
    }
    for (Provision& provision : provisions) {
      // The line end before the next unit belongs to neither.
      for (Span* span : {&provision.own, &provision.full}) {
        span->end = std::max(span->end, provision.label_span.end);
        while (span->end > provision.label_span.end && text_.text()[span->end - 1] == '\n')
          --span->end;
      }
      provision.own.end = std::min(provision.own.end, provision.full.end);
    }
  }

  const TextBuffer& text_;
  const std::vector<TextLine>& lines_;
  const std::vector<LineMark>& marks_;
  const StructureWords& cues_;
  Document& document_;

  std::vector<Open> stack_;
  ProvisionIds ids_;
  std::unordered_map<std::string, int> copies_;     // of ids that stand more than once
  std::vector<std::vector<size_t>> article_lines_;  // by number
  struct Stray {
    int clause = 0, point = 0;  // the last ones below it
  };
  std::optional<Stray> stray_;  // the open article out of sequence
  std::optional<uint32_t> aside_begin_;
  bool in_annex_ = false;
  struct Interrupted {
    Ordinal article, chapter, part;  // the last ones
    bool articles = false;
  };
  std::optional<Interrupted> interrupted_;  // the text before the open annexes, if it may go on
  int last_in_model_ = 0;                   // article, in an annex or behind the signature
  bool chapters_restart_ = false;
  bool articles_ = false;       // the component is read by the levels of a normative text
  size_t component_first_ = 0;  // its first provision
  int attachments_ = 0;
  int units_in_component_ = 0;
  int unclosed_articles_ = 0;  // in a row: "Điều 5 Đất nông nghiệp là …" as old laws are typed
  Ordinal last_article_, last_chapter_, last_chapter_in_part_, last_part_;
};

}  // namespace

void build_outline(const TextBuffer& text, const std::vector<LineMark>& marks, size_t first_line,
                   const StructureWords& cues, Document& document) {
  OutlineBuilder(text, marks, cues, document).build(first_line);
}

}  // namespace rasoat
