// Finding references.
//
// One scan of the lower-cased text for the words that can open a reference (levels of units, types
// of documents, "số") gives the candidates, in order. At each, unless an earlier reference took the
// words, a pinpoint and a document mention are read (pinpoint.h, document_mention.h). The words
// around give the kind (kind.h), the place in the tree gives what relative references leave out,
// and in amending documents the units above give the document that is amended.
#include "citation/find.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "citation/cursor.h"
#include "citation/document_mention.h"
#include "citation/kind.h"
#include "citation/pinpoint.h"
#include "structure/ordinal.h"
#include "text/literal_scan.h"
#include "text/lower.h"

namespace rasoat {
namespace {

constexpr std::array<std::string_view, 7> kLevelHeads = {"điểm", "khoản",  "điều", "tiểu mục",
                                                         "mục",  "chương", "phần"};

constexpr std::array<std::string_view, 6> kAliasCues = {
    "sau đây gọi", "sau đây viết", "gọi tắt là", "viết tắt là", "dưới đây gọi", "sau đây được gọi"};

// Words before a head that make it another word: "tài khoản 112", "thời điểm a", "pháp luật".
struct FalseFriend {
  std::string_view before;
  std::string_view head;
};
constexpr std::array<FalseFriend, 18> kFalseFriends = {{{"tài ", "khoản"},
                                                        {"bưu ", "khoản"},
                                                        {"thời ", "điểm"},
                                                        {"quan ", "điểm"},
                                                        {"địa ", "điểm"},
                                                        {"đặc ", "điểm"},
                                                        {"trọng ", "điểm"},
                                                        {"thí ", "điểm"},
                                                        {"ưu ", "điểm"},
                                                        {"nhược ", "điểm"},
                                                        {"khuyết ", "điểm"},
                                                        {"hạng ", "điểm"},
                                                        {"thang ", "điểm"},
                                                        {"danh ", "mục"},
                                                        {"hạng ", "mục"},
                                                        {"pháp ", "luật"},
                                                        {"kỷ ", "luật"},
                                                        {"quy ", "luật"}}};

// Things whose "ban hành kèm theo Nghị định này" points at the thing alone.
constexpr std::array<std::string_view, 7> kAnnexWords = {"phụ lục",  "mẫu số", "mẫu ",    "biểu ",
                                                         "danh mục", "bảng ",  "biểu mẫu"};

bool is_amending(ReferenceKind kind) {
  return kind == ReferenceKind::kAmend || kind == ReferenceKind::kInsert ||
         kind == ReferenceKind::kReplace || kind == ReferenceKind::kRepeal ||
         kind == ReferenceKind::kSuspend;
}

struct Alias {
  std::string words;  // lower case
  std::string document;
  std::string type;
  bool attached = false;
};

// What an amending provision amends; the provisions below it leave it out.
struct AmendedTarget {
  std::string document;
  bool attached = false;
  UnitPath unit;
};

// What the lexicon says of where references begin, made once for it: Lexicon::derived.
struct ReferenceHeads {
  explicit ReferenceHeads(const Lexicon& lexicon) : mentions(lexicon) {
    std::vector<std::string> literals(kLevelHeads.begin(), kLevelHeads.end());
    for (const DocumentTypeWord& word : mentions.words()) literals.push_back(word.word);
    literals.emplace_back("số");
    first_cue = literals.size();
    literals.insert(literals.end(), kAliasCues.begin(), kAliasCues.end());
    scan = LiteralScan(literals);
  }

  DocumentMentionReader mentions;
  LiteralScan scan;      // levels of units, types of documents, "số", then cues of aliases
  size_t first_cue = 0;  // index of the first cue among the scan's literals
};

class ReferenceFinder {
 public:
  ReferenceFinder(const TextBuffer& text, const Document& document, const Lexicon& lexicon)
      : text_(text),
        lower_(text.lower()),
        document_(document),
        heads_(lexicon.derived<ReferenceHeads>()),
        mentions_(heads_.mentions),
        targets_(document.provisions.size()) {}

  std::vector<Reference> find() {
    for (const LiteralMatch& match : heads_.scan.find_all(lower_)) candidate(match);
    return std::move(out_);
  }

 private:
  // ---- candidates ----

  void candidate(const LiteralMatch& match) {
    const uint32_t at = match.span.begin;
    if (at < consumed_ || !is_word_boundary(lower_, at)) return;
    if (match.literal >= heads_.first_cue) return define_alias(at);
    if (!is_word_boundary(lower_, match.span.end)) return;
    if (document_.is_aside(at) || in_editors_note(at)) return;
    enter(at);
    if (from_ < 0 || in_label(at)) return;
    if (match.literal < kLevelHeads.size()) {
      read_units(at, kLevelHeads[match.literal]);
    } else {
      read_document(at);
    }
  }

  // "[Điều này được hướng dẫn bởi …]": notes that portals put into the text.
  bool in_editors_note(uint32_t at) const {
    const Span line = text_.lines()[text_.line_at(at)].span;
    const uint32_t begin = std::max(line.begin, at > kWindow ? at - kWindow : 0);
    const std::string_view before = lower_.substr(begin, at - begin);
    const size_t open = before.rfind('[');
    if (open == std::string_view::npos || before.find(']', open) != std::string_view::npos)
      return false;
    const size_t close = lower_.substr(0, std::min(line.end, at + kWindow)).find(']', at);
    return close != std::string_view::npos && close - (begin + open) > 12;
  }

  // The words that decide about a reference stand near it: a line without end is looked at through
  // this window, so that time stays linear.
  static constexpr uint32_t kWindow = 1500;
  uint32_t window_begin(uint32_t at) const {
    return std::max(line_.begin, at > kWindow ? at - kWindow : 0);
  }

  // Moves to the line and provision of the offset.
  void enter(uint32_t at) {
    const size_t index = text_.line_at(at);
    if (index != line_index_ || line_.empty()) {
      line_index_ = index;
      line_ = text_.lines()[index].span;
      line_mentions_.clear();
    }
    from_ = document_.deepest_at(at);
  }

  const Provision& from() const { return document_.provisions[from_]; }

  bool in_label(uint32_t at) const { return from().label_span.contains(at); }

  // ---- units ----

  // "Luật Hộ tịch. Điều 12. Nội dung": portals print the name of the text before its headings.
  bool repeats_heading(uint32_t at, const Cursor& after) const {
    return after.peek() == '.' && at > line_.begin && at - line_.begin < 150 &&
           trimmed_before(at).ends_with('.') && begins_with_document(line_.begin, at);
  }

  // A line that holds nothing but the name or number of a document before `at`.
  bool begins_with_document(uint32_t begin, uint32_t at) const {
    Cursor cursor(lower_, begin, at);
    const auto mention = mentions_.read(text_.text(), cursor);
    if (!mention || mention->kind == DocumentMention::Kind::kThis) return false;
    cursor.skip_spaces();
    return cursor.peek() == '.' && cursor.at() + 2 >= at;
  }

  // The name that stands before a heading (repeats_heading).
  bool before_heading(const DocumentMention& mention) const {
    if (mention.span.begin != line_.begin) return false;
    Cursor cursor(lower_, mention.span.end, line_.end);
    if (!cursor.rest().starts_with(". ")) return false;
    cursor.move_to(cursor.at() + 2);
    return read_pinpoint(text_.text(), cursor) && cursor.peek() == '.';
  }

  void read_units(uint32_t at, std::string_view head) {
    if (false_friend(at, head)) return;
    Cursor cursor(lower_, at, line_.end);
    const auto pinpoint = read_pinpoint(text_.text(), cursor);
    if (!pinpoint) return;
    // "mục 1" alone counts things; a heading is named with a capital or among other units.
    if (repeats_heading(at, cursor)) {
      consumed_ = cursor.at();
      return;
    }
    if (head == "mục" || head == "phần") {
      const UnitPath& unit = pinpoint->units.front();
      const bool capital = text_.text().substr(at, head.size()) != head;
      const bool alone = unit.lowest() == unit.highest() &&
                         unit.part[static_cast<size_t>(*unit.lowest())] != "this";
      if (alone && !capital) return;
    }
    if (unit_of_annex(cursor)) {
      consumed_ = cursor.at();
      return;
    }
    if (const auto anchor = read_anchor(*pinpoint, cursor)) {
      return add_insertion(*pinpoint, *anchor, cursor);
    }
    const uint32_t units_end = cursor.at();
    auto mention = read_owner(cursor);
    const uint32_t end = mention ? mention->span.end : units_end;
    add_units(*pinpoint, mention, {pinpoint->span.begin, end}, std::nullopt);
    consumed_ = end;
    if (mention) note_mention(*mention);
  }

  // "Công ước của Liên hợp quốc về Luật Biển": the law is the treaty's matter.
  bool treaty(uint32_t at) const {
    std::string_view before = trimmed_before(at);
    if (!before.ends_with(" về")) return false;
    if (before.size() > 80) before.remove_prefix(before.size() - 80);
    return before.find("công ước") != std::string_view::npos;
  }

  bool false_friend(uint32_t at, std::string_view head) const {
    const std::string_view before = lower_.substr(window_begin(at), at - window_begin(at));
    for (const FalseFriend& word : kFalseFriends) {
      if (word.head == head && before.ends_with(word.before)) return true;
    }
    // A number before the word counts: "1 Điều", "3 điểm b".
    return before.size() >= 2 && before.back() == ' ' && before[before.size() - 2] >= '0' &&
           before[before.size() - 2] <= '9' && (head == "điểm" || head == "điều");
  }

  // "Mục A Phụ lục II", "điểm 1 Mẫu số 02": units of a Phụ lục are not references of this kind.
  bool unit_of_annex(Cursor cursor) const {
    cursor.skip_spaces();
    // The words may go on in the next line, where a source broke the paragraph.
    if (cursor.done() && line_index_ + 1 < text_.lines().size()) {
      const Span next = text_.lines()[line_index_ + 1].span;
      cursor = Cursor(lower_, next.begin, next.end);
    }
    if (!cursor.take("của ")) cursor.take("tại ");
    return std::any_of(kAnnexWords.begin(), kAnnexWords.end(),
                       [&](std::string_view word) { return cursor.looking_at(word); });
  }

  // " của Luật này", " Nghị định số …", ", Thông tư …"; the cursor stays where it was if none
  // follows.
  std::optional<DocumentMention> read_owner(Cursor& cursor) {
    const uint32_t begin = cursor.at();
    cursor.skip_spaces();
    if (cursor.peek() == ',') cursor.move_to(cursor.at() + 1);
    cursor.skip_spaces();
    const bool comma = cursor.at() > begin + 1;
    bool of = cursor.take("của ") || cursor.take("tại ") || cursor.take("thuộc ") ||
              cursor.take("trong ") || cursor.take("ban hành kèm theo ");
    cursor.take("các ");
    auto mention = mentions_.read(text_.text(), cursor);
    if (mention && comma && !of && mention->kind == DocumentMention::Kind::kBare) mention.reset();
    if (mention && resolve_mention(*mention)) return mention;
    cursor.move_to(begin);
    return {};
  }

  // "Bổ sung khoản 4 (vào) sau khoản 3 Điều 3": the place of a new unit.
  struct Anchor {
    Pinpoint place;
    bool beside = false;  // after or before a unit, which is cited; else inside one
  };

  std::optional<Anchor> read_anchor(const Pinpoint& unit, Cursor& cursor) const {
    const std::string_view before = trimmed_before(unit.span.begin);
    const bool adds = before.ends_with("bổ sung") && !before.ends_with("sửa đổi, bổ sung") &&
                      !before.ends_with("sửa đổi và bổ sung");
    if (!adds) return {};
    const uint32_t begin = cursor.at();
    cursor.skip_spaces();
    Anchor out;
    if (cursor.take("vào sau ") || cursor.take("sau ") || cursor.take("vào trước ") ||
        cursor.take("trước ") || cursor.take("vào phía sau ")) {
      out.beside = true;
    } else if (!cursor.take("vào ")) {
      cursor.move_to(begin);
      out.place.span = {begin, begin};
      return out;
    }
    if (auto place = read_pinpoint(text_.text(), cursor)) {
      out.place = std::move(*place);
      return out;
    }
    cursor.move_to(begin);
    out.beside = false;
    out.place.span = {begin, begin};
    return out;
  }

  void add_insertion(Pinpoint unit, const Anchor& anchor, Cursor& cursor) {
    auto mention = read_owner(cursor);
    const uint32_t end =
        mention ? mention->span.end : std::max(unit.span.end, anchor.place.span.end);
    if (!anchor.place.units.empty()) {
      const UnitPath& place = anchor.place.units.front();
      for (UnitPath& path : unit.units) {
        const auto highest = path.highest();
        for (size_t level = static_cast<size_t>(*highest) + 1; level < kUnitLevels; ++level) {
          if (path.part[level].empty()) path.part[level] = place.part[level];
        }
      }
    }
    add_units(unit, mention, {unit.span.begin, end}, ReferenceKind::kInsert);
    if (anchor.beside && !anchor.place.units.empty()) {
      add_units(anchor.place, mention, {anchor.place.span.begin, end}, ReferenceKind::kCite);
    }
    consumed_ = end;
    if (mention) note_mention(*mention);
  }

  void add_units(const Pinpoint& pinpoint, const std::optional<DocumentMention>& mention, Span span,
                 std::optional<ReferenceKind> forced) {
    const ReferenceKind kind = forced ? *forced : kind_at(span);
    for (const UnitPath& unit : pinpoint.units) {
      Reference reference = start_reference(span, kind);
      UnitPath path = unit;
      bool attached = false;
      if (mention) {
        reference.document = mention->key;
        reference.type = mention->type;
        reference.date = mention->date;
        attached = mention->attached_unit;
      } else if (const AmendedTarget* target = amended_target(path)) {
        reference.document = target->document;
        attached = target->attached;
        lend_amended_unit(target->unit, path);
      } else {
        reference.document = "this";
      }
      reference.provision = reference.document == "this"
                                ? own_unit(path, mention ? &*mention : nullptr)
                                : other_unit(path, attached);
      // "khoản này" in a footnote, outside any khoản: the whole text would be a wrong target.
      if (reference.document == "this" && reference.provision.empty()) continue;
      remember_target(reference, attached, path);
      out_.push_back(std::move(reference));
    }
  }

  // ---- documents ----

  void read_document(uint32_t at) {
    if (false_friend(at, "luật") && lower_.substr(at).starts_with("luật")) return;
    if (treaty(at)) return;
    Cursor cursor(lower_, at, line_.end);
    auto mention = mentions_.read(text_.text(), cursor);
    if (!mention) return;
    if (!resolve_mention(*mention)) return;
    if (own_name_in_enacting_clause(*mention) || closing_formula(*mention) ||
        annex_owner(*mention) || repeats_in_brackets(*mention) || before_heading(*mention)) {
      consumed_ = mention->span.end;
      note_mention(*mention);
      return;
    }
    add_document(*mention);
    consumed_ = mention->span.end;
    read_further_numbers(*mention, cursor);
  }

  void add_document(const DocumentMention& mention) {
    Reference reference = start_reference(mention.span, kind_at(mention.span));
    reference.document = mention.key;
    reference.type = mention.type;
    reference.date = mention.date;
    remember_target(reference, mention.attached_unit, {});
    out_.push_back(std::move(reference));
    note_mention(mention);
  }

  // "các Nghị định số A, B và C"
  void read_further_numbers(const DocumentMention& first, Cursor& cursor) {
    if (first.kind != DocumentMention::Kind::kNumber) return;
    while (true) {
      const uint32_t begin = cursor.at();
      cursor.skip_spaces();
      if (cursor.peek() == ',' || cursor.peek() == ';') cursor.move_to(cursor.at() + 1);
      cursor.skip_spaces();
      cursor.take("và ");
      cursor.take("số ");
      const uint32_t number_at = cursor.at();
      if (number_at == begin || number_at < begin + 2) return;
      auto number = read_document_number(text_.text(), cursor);
      if (!number) return;
      DocumentMention more = first;
      more.key = std::move(*number);
      more.date.clear();
      more.span = {number_at, cursor.at()};
      add_document(more);
      consumed_ = cursor.at();
    }
  }

  // Gives "this" and aliases their key; false if the mention names no particular document.
  bool resolve_mention(DocumentMention& mention) {
    switch (mention.kind) {
      case DocumentMention::Kind::kNumber:
      case DocumentMention::Kind::kName:
        // The document's own number: running heads and repeated titles.
        return mention.key != document_.head.number;
      case DocumentMention::Kind::kThis:
        return resolve_this(mention);
      case DocumentMention::Kind::kBare:
        return resolve_alias(mention);
    }
    return false;
  }

  bool resolve_this(DocumentMention& mention) {
    if (fits_this(mention.type)) {
      // "quyết định này" of an act in the text has no capital.
      if (!mention.capital && mention.type != document_.head.type) return false;
      mention.key = "this";
      return true;
    }
    // "Luật này" in a plan: the law named last.
    for (auto it = all_mentions_.rbegin(); it != all_mentions_.rend(); ++it) {
      if (it->type != mention.type) continue;
      mention.key = it->key;
      return true;
    }
    if (!mention.capital) return false;
    mention.key = "this";
    return true;
  }

  bool fits_this(const std::string& type) const {
    if (document_.head.type.empty() || type == document_.head.type) return true;
    if (document_.is_quoted(line_.begin)) return true;
    const Component& component = document_.components[from().component];
    if (!component.type.empty() && lower_same_length(component.type) == lower_same_length(type))
      return true;
    // A decision speaks of the regulation that it issues.
    return std::any_of(
        document_.components.begin(), document_.components.end(), [&](const Component& c) {
          return !c.type.empty() && lower_same_length(c.type) == lower_same_length(type);
        });
  }

  bool resolve_alias(DocumentMention& mention) {
    if (!mention.capital) return false;
    const Alias* best = nullptr;
    for (const Alias& alias : aliases_) {
      const std::string_view here = lower_.substr(mention.span.begin, alias.words.size());
      if (here != alias.words || mention.span.begin + alias.words.size() > line_.end) continue;
      if (!is_word_boundary(lower_, mention.span.begin + alias.words.size())) continue;
      if (best == nullptr || alias.words.size() >= best->words.size()) best = &alias;
    }
    if (best == nullptr) return false;
    const auto end = mention.span.begin + static_cast<uint32_t>(best->words.size());
    // "Luật" as an alias is not the first word of another name.
    if (goes_on_as_name(end)) return false;
    mention.key = best->document;
    mention.attached_unit = best->attached;
    mention.span.end = std::max(mention.span.end, end);
    return true;
  }

  bool goes_on_as_name(uint32_t end) const {
    if (end + 1 >= line_.end || lower_[end] != ' ') return false;
    // "Luật sư", "luật định", "Quyết định của mình" are other words.
    for (const std::string_view other : {"sư", "gia", "định", "của mình", "khác"}) {
      if (Cursor(lower_, end + 1, line_.end).looking_at(other)) return true;
    }
    const std::string_view next = text_.text().substr(end + 1, 4);
    const std::string_view next_lower = lower_.substr(end + 1, 4);
    if (next.empty() || next[0] == '(' || (next[0] >= '0' && next[0] <= '9')) return false;
    return next.substr(0, 2) != next_lower.substr(0, 2);
  }

  // "Quốc hội ban hành Luật Hộ tịch."
  bool own_name_in_enacting_clause(const DocumentMention& mention) const {
    return from().level == Level::kPreamble && mention.kind == DocumentMention::Kind::kName &&
           mention.type == document_.head.type &&
           trimmed_before(mention.span.begin).ends_with("ban hành");
  }

  // "Luật này đã được Quốc hội … thông qua ngày …"
  bool closing_formula(const DocumentMention& mention) const {
    if (mention.kind != DocumentMention::Kind::kThis) return false;
    const std::string_view after =
        lower_.substr(mention.span.end, std::min<uint32_t>(300, line_.end - mention.span.end));
    return (after.starts_with(" đã được") || after.starts_with(" được")) &&
           after.find("thông qua") != std::string_view::npos;
  }

  // "Mẫu số 01 ban hành kèm theo Nghị định này" points at the Mẫu alone.
  bool annex_owner(const DocumentMention& mention) const {
    std::string_view before = trimmed_before(mention.span.begin);
    if (!before.ends_with("kèm theo") && !before.ends_with("kèm") && !before.ends_with("của") &&
        !before.ends_with("tại")) {
      const bool adjacent =
          std::any_of(kAnnexWords.begin(), kAnnexWords.end(), [&](std::string_view word) {
            const size_t at = before.rfind(word);
            return at != std::string_view::npos && before.size() - at < word.size() + 14;
          });
      if (!adjacent) return false;
    }
    if (before.size() > 260) before.remove_prefix(before.size() - 260);
    size_t last = std::string_view::npos;
    for (const std::string_view word : kAnnexWords) {
      const size_t at = before.rfind(word);
      if (at != std::string_view::npos && (last == std::string_view::npos || at > last)) last = at;
    }
    if (last == std::string_view::npos) return false;
    // No other thing that could be issued stands between the Phụ lục and the mention.
    const std::string_view between = before.substr(last);
    for (const std::string_view stop :
         {";", "quy chế", "quy định tại điều", "điều ", "khoản ", " theo quy định"}) {
      if (between.find(stop) != std::string_view::npos) return false;
    }
    return between.find("kèm theo") != std::string_view::npos || labelled_annex(between);
  }

  // "phụ lục II (của)", "mẫu số 02 (tại)"; "các phụ lục của" names none in particular.
  static bool labelled_annex(std::string_view between) {
    for (const std::string_view word : kAnnexWords) {
      if (!between.starts_with(word)) continue;
      std::string_view label = between.substr(word.size());
      while (!label.empty() && label.front() == ' ') label.remove_prefix(1);
      if (label.starts_with("số ")) label.remove_prefix(std::string_view("số ").size());
      size_t length = 0;
      if (read_arabic(label, length) || read_roman(label, length)) {
        return label.size() - length < 8;
      }
    }
    return false;
  }

  // "Nghị quyết số 04/NQ-CP ngày … của Chính phủ về … (Nghị quyết số 04/NQ-CP)": an alias.
  bool repeats_in_brackets(const DocumentMention& mention) const {
    const uint32_t begin = window_begin(mention.span.begin);
    const std::string_view before = lower_.substr(begin, mention.span.begin - begin);
    const size_t open = before.rfind('(');
    if (open == std::string_view::npos || before.find(')', open) != std::string_view::npos)
      return false;
    const std::string_view inside = before.substr(open + 1);
    const bool first = inside.empty();
    const bool listed = inside.ends_with("và ") || inside.ends_with(", ");
    if (!first && !listed) return false;
    return std::any_of(line_mentions_.begin(), line_mentions_.end(),
                       [&](const DocumentMention& m) { return m.key == mention.key; });
  }

  void note_mention(const DocumentMention& mention) {
    if (line_mentions_.size() == kRemembered) line_mentions_.erase(line_mentions_.begin());
    line_mentions_.push_back(mention);
    if (mention.key == "this") return;
    if (all_mentions_.size() == kRemembered) all_mentions_.erase(all_mentions_.begin());
    all_mentions_.push_back(mention);
  }

  // ---- aliases ----

  void define_alias(uint32_t at) {
    enter(at);
    Cursor cursor(lower_, at, line_.end);
    const std::string_view rest = cursor.rest().substr(0, 300);
    const size_t is = rest.find("là ");
    if (is == std::string_view::npos || is > 40) return;
    uint32_t begin = at + static_cast<uint32_t>(is + std::string_view("là ").size());
    uint32_t end = begin;
    while (end < line_.end && lower_[end] != ')' && lower_[end] != ';' && lower_[end] != ',') ++end;
    if (end - begin > 200) return;
    consumed_ = std::max(consumed_, end);
    std::string_view words = lower_.substr(begin, end - begin);
    for (const std::string_view quote : {"“", "”", "\""}) {
      if (words.starts_with(quote)) words.remove_prefix(quote.size());
      if (words.ends_with(quote)) words.remove_suffix(quote.size());
    }
    if (words.empty() || line_mentions_.empty() || aliases_.size() >= kMaxAliases) return;
    const DocumentMention* named = nullptr;
    for (const DocumentTypeWord& word : mentions_.words()) {
      if (!words.starts_with(word.word) || !is_word_boundary(words, word.word.size())) continue;
      for (const DocumentMention& mention : line_mentions_) {
        if (mention.type == word.type) named = &mention;
      }
      // "Quy chế kèm theo Quyết định số …" is read as a mention of the decision.
      if (named == nullptr && word.attached) named = &line_mentions_.back();
      if (named != nullptr)
        aliases_.push_back(
            {std::string(words), named->key, word.type, named->attached_unit || word.attached});
      return;
    }
  }

  // ---- kinds ----

  std::string_view trimmed_before(uint32_t at) const {
    std::string_view before = lower_.substr(window_begin(at), at - window_begin(at));
    while (!before.empty() && before.back() == ' ') before.remove_suffix(1);
    return before;
  }

  ReferenceKind kind_at(Span span) const {
    uint32_t begin = window_begin(span.begin);
    if (from().label_span.begin >= line_.begin && from().label_span.end <= span.begin &&
        from().label_span.end > begin && !from().label_span.empty())
      begin = from().label_span.end;
    if (from().level == Level::kTitle) begin = std::max(begin, from().full.begin);
    std::string_view before = lower_.substr(begin, span.begin - begin);
    if (const size_t stop = before.rfind(". "); stop != std::string_view::npos)
      before.remove_prefix(stop + 2);
    std::string_view after = lower_.substr(span.end, line_.end - span.end);
    after = after.substr(0, kWindow);
    after = after.substr(0, std::min(after.find(". "), after.find(';')));
    GoverningWords words{before, after, {}, from().level == Level::kPreamble};
    if (before.size() <= 60) words.lead_in = lead_in();
    if (const auto followed = kind_after_mention(span, before)) return *followed;
    ReferenceKind kind = kind_from_words(words);
    return kind;
  }

  // A later document of the same sentence: one more of a list, or a name inside the title of the
  // one before it.
  std::optional<ReferenceKind> kind_after_mention(Span span, std::string_view before) const {
    if (line_mentions_.empty() || out_.empty()) return {};
    const DocumentMention& last = line_mentions_.back();
    const size_t sentence = span.begin - before.size();
    if (last.span.begin < sentence || last.key == "this") return {};
    const std::string_view between = lower_.substr(last.span.end, span.begin - last.span.end);
    if (between.find("được sửa đổi") != std::string_view::npos ||
        between.find("được bổ sung") != std::string_view::npos ||
        between.find("được thay thế") != std::string_view::npos) {
      return ReferenceKind::kCite;
    }
    if (from().level == Level::kPreamble) {
      if (between.ends_with("; ") || between == ", " || between == " và " || between == "; " ||
          between == ", và ") {
        const ReferenceKind kind = out_.back().kind;
        if (between.ends_with("; ") && begins_as_basis()) return ReferenceKind::kBasis;
        return kind;
      }
      if (begins_as_basis()) {
        // "Căn cứ Luật A ngày … và Luật B ngày …": only a date or issuer between.
        return list_goes_on(between) ? ReferenceKind::kBasis : ReferenceKind::kCite;
      }
      return {};
    }
    for (const std::string_view title :
         {" quy định", " về ", " hướng dẫn", " ban hành ", " phê duyệt", " sửa đổi", " thi hành"}) {
      if (between.find(title) != std::string_view::npos &&
          between.find(';') == std::string_view::npos) {
        return between.find("thay thế ") != std::string_view::npos ||
                       between.find("bãi bỏ ") != std::string_view::npos
                   ? std::optional<ReferenceKind>()
                   : ReferenceKind::kCite;
      }
    }
    return {};
  }

  static bool list_goes_on(std::string_view between) {
    if (between.find(" về ") != std::string_view::npos ||
        between.find("quy định") != std::string_view::npos ||
        between.find("hướng dẫn") != std::string_view::npos ||
        between.find("của luật") != std::string_view::npos) {
      return false;
    }
    return between.ends_with(" và ") || between.ends_with(", ") || between.ends_with("; ");
  }

  bool begins_as_basis() const {
    const std::string_view line = lower_.substr(line_.begin, line_.size());
    return line.starts_with("căn cứ") || line.starts_with("thực hiện ") ||
           line.starts_with("triển khai ");
  }

  // The last line of the provision above that introduces this one.
  std::string_view lead_in() const {
    const Provision& provision = from();
    if (line_.begin > provision.own.begin) {
      const Span first = text_.lines()[text_.line_at(provision.own.begin)].span;
      const std::string_view words = lower_.substr(
          provision.label_span.end, first.end - std::min(first.end, provision.label_span.end));
      if (words.ends_with(':')) return words;
    }
    if (provision.parent < 0) return {};
    const Provision& parent = document_.provisions[provision.parent];
    if (parent.own.end <= parent.label_span.end) return {};
    std::string_view own =
        lower_.substr(parent.label_span.end, parent.own.end - parent.label_span.end);
    if (own.size() > kWindow) own.remove_prefix(own.size() - kWindow);
    const size_t last_line = own.rfind('\n');
    const std::string_view words =
        last_line == std::string_view::npos ? own : own.substr(last_line + 1);
    return words.ends_with(':') || !parent.heading.empty() ? words : std::string_view();
  }

  // ---- what amending provisions amend ----

  // The target that the units of this reference belong to, if the sentence amends another document.
  const AmendedTarget* amended_target(const UnitPath& path) const {
    if (std::any_of(path.part.begin(), path.part.end(),
                    [](const std::string& part) { return part == "this"; }))
      return nullptr;
    if (document_.is_quoted(line_.begin)) return nullptr;
    if (!sentence_amends()) return nullptr;
    for (int32_t p = from_; p >= 0; p = document_.provisions[p].parent) {
      if (targets_[p]) return &*targets_[p];
    }
    return title_target_ ? &*title_target_ : nullptr;
  }

  bool sentence_amends() const {
    const Provision& provision = from();
    const uint32_t begin = std::max(
        provision.label_span.end,
        provision.label_span.begin >= line_.begin ? provision.label_span.end : line_.begin);
    const std::string_view words =
        lower_.substr(std::min(begin, line_.end), line_.end - std::min(begin, line_.end));
    return begins_with_amending_verb(words) || begins_with_amending_verb(lead_in());
  }

  void remember_target(const Reference& reference, bool attached, const UnitPath& path) {
    if (!is_amending(reference.kind) || reference.document == "this" || reference.quoted) return;
    if (from().level == Level::kTitle) {
      if (!title_target_) title_target_ = AmendedTarget{reference.document, attached, {}};
      return;
    }
    if (from().level == Level::kPreamble) return;
    if (!targets_[from_]) targets_[from_] = AmendedTarget{reference.document, attached, path};
  }

  // "1. Sửa đổi khoản 2" below "Điều 1. Sửa đổi một số khoản của Điều 5": khoản 2 of Điều 5.
  static void lend_amended_unit(const UnitPath& above, UnitPath& path) {
    const auto highest = path.highest();
    if (!highest || *highest >= UnitLevel::kArticle) return;
    for (size_t level = static_cast<size_t>(*highest) + 1;
         level <= static_cast<size_t>(UnitLevel::kArticle); ++level) {
      path.part[level] = above.part[level];
    }
  }

  // ---- ids ----

  static std::string join(const std::string& base, const std::string& part) {
    return base.empty() || part.empty() ? base + part : base + "__" + part;
  }

  // The id in another document, as far as the words tell it.
  static std::string other_unit(const UnitPath& path, bool attached) {
    std::string id;
    const auto add = [&](UnitLevel level) {
      if (path.has(level) && path.at(level) != "this") id = join(id, path.at(level));
    };
    if (path.has(UnitLevel::kArticle) || path.has(UnitLevel::kClause) ||
        path.has(UnitLevel::kPoint)) {
      add(UnitLevel::kArticle);
      if (!path.has(UnitLevel::kArticle)) {  // a plan: "điểm a khoản 2 Mục II"
        add(UnitLevel::kPart);
        add(UnitLevel::kSection);
      }
      add(UnitLevel::kClause);
      add(UnitLevel::kPoint);
    } else {
      if (!path.has(UnitLevel::kChapter)) add(UnitLevel::kPart);
      add(UnitLevel::kChapter);
      add(UnitLevel::kSection);
      add(UnitLevel::kSubsection);
    }
    return (attached && !id.empty() ? "att_1__" : "") + id;
  }

  // The id of the enclosing provision of a level; empty if none encloses.
  std::string enclosing(Level level) const {
    for (int32_t p = from_; p >= 0; p = document_.provisions[p].parent) {
      if (document_.provisions[p].level == level) return document_.provisions[p].id;
    }
    return {};
  }

  // The id in this document, with what the place of the words fills in.
  std::string own_unit(const UnitPath& path, const DocumentMention* mention) const {
    std::string prefix;
    const Component& component = document_.components[from().component];
    const bool main_named =
        mention != nullptr && mention->type == document_.head.type && !document_.head.type.empty();
    if (component.kind == Component::Kind::kAttachment && !main_named) prefix = component.prefix;
    if (component.kind == Component::Kind::kMain && mention != nullptr && !main_named)
      prefix = attachment_prefix(mention->type);

    if (!path.has(UnitLevel::kArticle) && !path.has(UnitLevel::kClause) &&
        !path.has(UnitLevel::kPoint))
      return own_heading(path, prefix);
    std::string id;
    if (path.has(UnitLevel::kArticle)) {
      id = path.at(UnitLevel::kArticle) == "this" ? enclosing(Level::kArticle)
                                                  : prefix + path.at(UnitLevel::kArticle);
    } else if (path.has(UnitLevel::kSection)) {
      const std::string& part = path.at(UnitLevel::kPart);
      if (part.starts_with("sec_")) id = part;
      id = prefix + join(id, path.at(UnitLevel::kSection));
    }
    if (path.has(UnitLevel::kClause)) {
      if (path.at(UnitLevel::kClause) == "this") {
        id = enclosing(Level::kClause);
      } else {
        if (id.empty()) id = enclosing(Level::kArticle);
        if (id.empty()) id = enclosing(Level::kHeading);
        id = join(id, path.at(UnitLevel::kClause));
      }
    }
    if (path.has(UnitLevel::kPoint)) {
      if (path.at(UnitLevel::kPoint) == "this") return enclosing(Level::kPoint);
      if (id.empty()) id = enclosing(Level::kClause);
      if (id.empty()) id = enclosing(Level::kArticle);
      id = join(id, path.at(UnitLevel::kPoint));
    }
    return id;
  }

  std::string attachment_prefix(const std::string& type) const {
    for (const Component& component : document_.components) {
      if (component.kind == Component::Kind::kAttachment &&
          lower_same_length(component.type) == lower_same_length(type))
        return component.prefix;
    }
    return {};
  }

  std::string own_heading(const UnitPath& path, const std::string& prefix) const {
    std::string id;
    if (path.has(UnitLevel::kChapter)) {
      id = path.at(UnitLevel::kChapter) == "this" ? enclosing(Level::kChapter)
                                                  : prefix + path.at(UnitLevel::kChapter);
    } else if (path.has(UnitLevel::kPart)) {
      id = path.at(UnitLevel::kPart) == "this" ? enclosing(Level::kPart)
                                               : prefix + path.at(UnitLevel::kPart);
    }
    if (path.has(UnitLevel::kSection)) {
      if (path.at(UnitLevel::kSection) == "this") {
        id = enclosing(Level::kSection);
        if (id.empty()) id = enclosing(Level::kHeading);
      } else {
        if (id.empty()) id = enclosing(Level::kChapter);
        id = id.empty() ? prefix + path.at(UnitLevel::kSection)
                        : join(id, path.at(UnitLevel::kSection));
      }
    }
    if (path.has(UnitLevel::kSubsection)) {
      id =
          path.at(UnitLevel::kSubsection) == "this"
              ? enclosing(Level::kSubsection)
              : join(id.empty() ? enclosing(Level::kSection) : id, path.at(UnitLevel::kSubsection));
    }
    return id;
  }

  Reference start_reference(Span span, ReferenceKind kind) const {
    Reference reference;
    reference.from = from_;
    reference.span = span;
    reference.kind = kind;
    reference.quoted = document_.is_quoted(span.begin);
    return reference;
  }

  const TextBuffer& text_;
  std::string_view lower_;
  const Document& document_;
  const ReferenceHeads& heads_;
  const DocumentMentionReader& mentions_;

  std::vector<Reference> out_;
  uint32_t consumed_ = 0;  // words before this belong to an earlier reference
  size_t line_index_ = 0;
  Span line_;
  int32_t from_ = -1;
  static constexpr size_t kRemembered = 64;
  static constexpr size_t kMaxAliases = 256;
  std::vector<DocumentMention> line_mentions_;  // the last ones of this line
  std::vector<DocumentMention> all_mentions_;   // the last ones of the text
  std::vector<Alias> aliases_;
  std::vector<std::optional<AmendedTarget>> targets_;
  std::optional<AmendedTarget> title_target_;
};

}  // namespace

std::vector<Reference> find_references(const TextBuffer& text, const Document& document,
                                       const Lexicon& lexicon) {
  return ReferenceFinder(text, document, lexicon).find();
}

}  // namespace rasoat
