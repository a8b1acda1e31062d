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

#include "citation/amended.h"
#include "citation/annex_mention.h"
#include "citation/citation_words.h"
#include "citation/cursor.h"
#include "citation/detailed.h"
#include "citation/document_mention.h"
#include "citation/named_documents.h"
#include "citation/pinpoint.h"
#include "citation/place.h"
#include "citation/sentence.h"
#include "citation/unit_id.h"
#include "citation/unsettled.h"
#include "text/find_last.h"
#include "text/lower.h"
#include "text/word_scan.h"

namespace rasoat {
namespace {

constexpr std::array<std::string_view, 8> kLevelHeads = {"tiết",     "điểm", "khoản",  "điều",
                                                         "tiểu mục", "mục",  "chương", "phần"};

// Where the last of “ ” ‟ " stands; npos for none.
size_t last_quotation_mark(std::string_view text) {
  const size_t straight = find_last(text, '"');
  const size_t from = straight == std::string_view::npos ? 0 : straight + 1;
  std::string_view rest = text.substr(from);
  for (size_t at = find_last(rest, '\xE2'); at != std::string_view::npos;
       at = find_last(rest, '\xE2')) {
    const std::string_view here = rest.substr(at);
    if (here.starts_with("“") || here.starts_with("”") || here.starts_with("‟")) return from + at;
    rest = rest.substr(0, at);
  }
  return straight;
}

// What the lexicon says of references, made once for it: Lexicon::derived.
struct ReferenceReaders {
  explicit ReferenceReaders(const Lexicon& lexicon)
      : mentions(lexicon),
        pinpoints(lexicon),
        sentences(lexicon),
        annexes(lexicon),
        phrase_cues(lexicon, "phrase"),
        other_texts(lexicon, "other-text") {
    std::vector<std::string> literals(kLevelHeads.begin(), kLevelHeads.end());
    for (const DocumentTypeWord& word : mentions.words()) literals.push_back(word.word);
    number_mark = literals.size();
    literals.emplace_back("số");
    first_cue = literals.size();
    for (std::string& cue : citation_cues(lexicon, "alias")) literals.push_back(std::move(cue));
    first_trap = literals.size();
    const Table& traps = lexicon.table("citation_traps");
    for (size_t row = 0; row < traps.size(); ++row)
      literals.push_back(lower_same_length(traps.cell(row, "words")));
    scan = WordScan(literals);
    details = citation_cues(lexicon, "details");
  }

  DocumentMentionReader mentions;
  PinpointWords pinpoints;
  SentenceReader sentences;
  AnnexReader annexes;
  CueWords phrase_cues;  // before words in quotation marks that are only words
  CueWords other_texts;  // texts that have articles and are no documents of the State: treaties
  WordScan scan;  // levels of units, types of documents, "số", then cues of aliases, then traps
  std::vector<std::string> details;  // "này quy định chi tiết"
  size_t number_mark = 0;            // index of "số"
  size_t first_cue = 0;              // index of the first cue among the scan's literals
  size_t first_trap = 0;             // index of the first trap
};

class ReferenceFinder {
 public:
  ReferenceFinder(const TextBuffer& text, const Document& document, const Lexicon& lexicon)
      : readers_(lexicon.derived<ReferenceReaders>()),
        mentions_(readers_.mentions),
        place_(text, document),
        named_(readers_.mentions, document),
        amended_(document, lexicon.derived<KindReader>()),
        detailed_(readers_.mentions, readers_.details, document.head) {
    out_.reserve(text.text().size() / kBytesPerReference);
  }

  std::vector<Reference> find() {
    readers_.scan.for_each(place_.lower(), [&](const LiteralMatch& match) { candidate(match); });
    unsettled_.settle(out_);
    return std::move(out_);
  }

 private:
  static constexpr size_t kBytesPerReference = 600;  // in real texts, about

  // ---- candidates ----

  void candidate(const LiteralMatch& match) {
    const uint32_t at = match.span.begin;
    if (at < consumed_ || !is_word_boundary(place_.lower(), at)) return;
    if (match.literal >= readers_.first_trap) {
      if (is_word_boundary(place_.lower(), match.span.end))
        trap_end_ = std::max(trap_end_, match.span.end);
      return;
    }
    if (match.literal >= readers_.first_cue) {
      enter(at);
      consumed_ = std::max(consumed_, named_.define_alias(place_, at));
      return;
    }
    if (at < trap_end_) return;
    if (match.literal != readers_.number_mark && !is_word_boundary(place_.lower(), match.span.end))
      return;
    if (place_.document().is_aside(at)) return;
    enter(at);
    const bool units = match.literal < kLevelHeads.size();
    if (units ? !may_have_label(match.span.end) : names_no_document(match)) return;
    look_for_marks();
    if (in_editors_note(at) || in_phrase(at)) return;
    if (place_.from() < 0 || place_.provision().label_span.contains(at)) return;
    if (units) {
      read_units(at, kLevelHeads[match.literal]);
    } else {
      read_document(at);
    }
  }

  // "quyết định việc …", "kế hoạch sản xuất": a word in small letters that neither a number nor
  // "này" follows, most of all that begin like the types of documents.
  bool names_no_document(const LiteralMatch& match) const {
    if (match.literal == readers_.number_mark) return false;
    const DocumentTypeWord& word = mentions_.words()[match.literal - kLevelHeads.size()];
    const Span here = match.span;
    if (place_.text().substr(here.begin, here.size()) != word.word) return false;
    if (word.type == place_.document().head.type) return false;
    Cursor cursor(place_.lower(), here.end, static_cast<uint32_t>(place_.lower().size()));
    cursor.skip_spaces();
    const char next = cursor.peek();
    return (next < '0' || next > '9') && !cursor.rest().starts_with("số") &&
           !cursor.rest().starts_with("này");
  }

  void enter(uint32_t at) {
    if (!place_.move_to(at)) return;
    unsettled_.settle(out_);
    if (place_.from() < 0 || place_.sentence_begin() == place_.line().begin) named_.begin_line();
    reading_end_ = 0;
    looked_for_marks_ = false;
  }

  // Looks once at each paragraph that needs it for the marks by which words are set apart.
  void look_for_marks() {
    if (looked_for_marks_) return;
    looked_for_marks_ = true;
    const std::string_view line = place_.after(place_.line().begin);
    has_bracket_ = line.find('[') != std::string_view::npos;
    has_quotes_ =
        line.find('"') != std::string_view::npos || line.find('\xe2') != std::string_view::npos;
  }

  // "[Điều này được hướng dẫn bởi …]": notes that portals put into the text.
  bool in_editors_note(uint32_t at) const {
    if (!has_bracket_) return false;
    const std::string_view before = place_.before(at);
    const size_t open = find_last(before, '[');
    if (open == std::string_view::npos || before.find(']', open) != std::string_view::npos)
      return false;
    const size_t close = place_.after(at).substr(0, Place::kWindow).find(']');
    return close != std::string_view::npos && before.size() - open + close > 12;
  }

  // "Thay cụm từ “khoản 1 Điều 8” thành cụm từ “khoản 2 Điều 8” tại Điều 10": words about words.
  bool in_phrase(uint32_t at) const {
    if (!has_quotes_) return false;
    const std::string_view before = place_.before(at);
    const size_t open = last_quotation_mark(before);
    if (open == std::string_view::npos || before.substr(open).starts_with("”")) return false;
    std::string_view lead = before.substr(0, open);
    while (lead.ends_with(' ')) lead.remove_suffix(1);
    return readers_.phrase_cues.end(lead);
  }

  // How far words at this place may be read.
  uint32_t readable_end() {
    if (reading_end_ == 0) reading_end_ = place_.reading_end();
    return std::min(reading_end_, place_.words_end());
  }

  // ---- units ----

  // "Luật Hộ tịch. Điều 12. Nội dung": portals print the name of the text before its headings.
  bool repeats_heading(uint32_t at, const Cursor& after) const {
    return after.peek() == '.' && at > place_.line().begin && at - place_.line().begin < 150 &&
           place_.trimmed_before(at).ends_with('.') &&
           begins_with_document(place_.line().begin, at);
  }

  // A line that holds nothing but the name or number of a document before `at`.
  bool begins_with_document(uint32_t begin, uint32_t at) const {
    Cursor cursor(place_.lower(), begin, at);
    const auto mention = mentions_.read(place_.text(), cursor);
    if (!mention || mention->kind == DocumentMention::Kind::kThis) return false;
    cursor.skip_spaces();
    return cursor.peek() == '.' && cursor.at() + 2 >= at;
  }

  // The name that stands before a heading (repeats_heading).
  bool before_heading(const DocumentMention& mention) const {
    if (mention.span.begin != place_.line().begin) return false;
    Cursor cursor(place_.lower(), mention.span.end, place_.line().end);
    if (!cursor.rest().starts_with(". ")) return false;
    cursor.move_to(cursor.at() + 2);
    return read_pinpoint(place_.text(), readers_.pinpoints, cursor) && cursor.peek() == '.';
  }

  // "… QUY ĐỊNH CHUNG Điều 9. Nguyên tắc": a heading that a source left in a paragraph.
  bool heading_inside(uint32_t at, const Cursor& after) const {
    // "Mục 1", "Mục 1: QUY ĐỊNH CHUNG": a paragraph of its own.
    const bool capital = place_.text().substr(at, 2) != place_.lower().substr(at, 2);
    if (at == place_.line().begin && capital &&
        (after.at() == place_.line().end || after.peek() == ':'))
      return true;
    // "“Điều 5. Phạm vi": the heading of new wording.
    if (after.peek() == '.' && follows_quotation_mark(at)) return true;
    if (after.peek() != '.' && after.peek() != ':') return false;
    const std::string_view before = place_.trimmed_before(at);
    if (before.ends_with(']') && after.peek() == ':') return true;
    if (before.ends_with(',')) return false;
    const size_t word = find_last(before, ' ');
    if (word == std::string_view::npos || after.peek() != '.') return false;
    const std::string_view last = before.substr(word + 1);
    const std::string_view written = place_.text().substr(
        at - (place_.before(at).size() - before.size()) - last.size(), last.size());
    return last.size() > 1 && place_.text().substr(at, 2) != place_.lower().substr(at, 2) &&
           is_upper(written, last);
  }

  bool follows_quotation_mark(uint32_t at) const {
    if (!has_quotes_) return false;
    const std::string_view before = place_.before(at);
    return before.ends_with("“") || before.ends_with("‟") || before.ends_with("\"");
  }

  // "3 Khoản này được sửa đổi theo …": a footnote of a consolidated text tells the history of the
  // unit that it is of, which need not be the one that its words stand in.
  bool tells_history(uint32_t at, const Cursor& after) const {
    const std::string_view before = place_.trimmed_before(at);
    for (const char c : before) {
      if (c != ' ' && c != '[' && c != ']' && (c < '0' || c > '9')) return false;
    }
    for (const std::string_view verb :
         {" được sửa đổi", " được bổ sung", " được bãi bỏ", " được thay thế", " được đính chính"}) {
      if (after.rest().starts_with(verb)) return true;
    }
    return false;
  }

  // Whether no letter of `written` is lower case; `lower` is the same in lower case.
  static bool is_upper(std::string_view written, std::string_view lower) {
    if (written == lower) return false;
    for (size_t i = 0; i < written.size(); ++i) {
      if (written[i] == lower[i] && written[i] >= 'a' && written[i] <= 'z') return false;
    }
    return true;
  }

  // Whether the word behind a level's name can be a label or begin one: "điều kiện", "khoản nợ" and
  // the like, most of all, are done with here.
  bool may_have_label(uint32_t at) const {
    const std::string_view lower = place_.lower();
    while (at < lower.size() && lower[at] == ' ') ++at;
    if (at + 1 >= lower.size()) return true;
    const char first = lower[at], second = lower[at + 1];
    if (first < 'a' || first > 'z') return true;
    constexpr std::string_view kFirst = "ilnstvx";  // Roman numbers, "này", "số", "từ", "thứ"
    const bool digit = second >= '0' && second <= '9';
    return kFirst.find(first) != std::string_view::npos || digit || is_word_boundary(lower, at + 1);
  }

  void read_units(uint32_t at, std::string_view head) {
    if (counted(at, head)) return;
    Cursor cursor(place_.lower(), at, readable_end());
    const bool plural = place_.before(at).ends_with("các ");
    const auto pinpoint = read_pinpoint(place_.text(), readers_.pinpoints, cursor, plural);
    if (!pinpoint) return;
    // "mục 1" alone counts things; a heading is named with a capital or among other units.
    const UnitPath& first = pinpoint->units.front();
    const bool relative = first.part[static_cast<size_t>(*first.highest())] == "this";
    if (repeats_heading(at, cursor) || heading_inside(at, cursor) ||
        (is_heading_alone(*pinpoint) && opens_heading(at, cursor)) ||
        (relative && tells_history(at, cursor))) {
      consumed_ = cursor.at();
      return;
    }
    if (head == "mục" || head == "phần") {
      const UnitPath& unit = pinpoint->units.front();
      const bool capital = place_.text().substr(at, head.size()) != head;
      const bool alone = unit.lowest() == unit.highest() &&
                         unit.part[static_cast<size_t>(*unit.lowest())] != "this";
      if (alone && !capital) return;
    }
    if (readers_.annexes.unit_of_annex(place_, cursor) ||
        (is_heading_alone(*pinpoint) && readers_.annexes.amends_annex(place_, cursor.at()))) {
      consumed_ = cursor.at();
      return;
    }
    if (const auto anchor = read_anchor(*pinpoint, cursor)) {
      return add_insertion(*pinpoint, *anchor, cursor);
    }
    const uint32_t units_end = cursor.at();
    auto mention = read_owner(cursor);
    if (!mention && owner_unknown(cursor)) {
      consumed_ = units_end;
      return;
    }
    const uint32_t end = mention ? mention->span.end : units_end;
    if (!mention && take_owner_before(*pinpoint, mention)) {
      add_units(*pinpoint, mention, {mention->span.begin, end}, std::nullopt);
      consumed_ = end;
      return;
    }
    add_units(*pinpoint, mention, {pinpoint->span.begin, end}, std::nullopt);
    consumed_ = end;
    if (mention) named_.note(*mention);
  }

  // "Luật Nhà ở năm 2023, Điều 9", "Nghị định số … (khoản 2 Điều 5)": the document stands before
  // its unit, and nothing but these marks or words between. Its own reference is then taken back:
  // one mention, one target.
  bool take_owner_before(const Pinpoint& pinpoint, std::optional<DocumentMention>& mention) {
    if (named_.of_line().empty() || out_.empty()) return false;
    const DocumentMention& last = named_.of_line().back();
    const Reference& whole = out_.back();
    if (whole.span.end != last.span.end || whole.document != last.key || !whole.provision.empty()) {
      return false;
    }
    if (last.span.end >= pinpoint.span.begin) return false;
    std::string_view between =
        place_.lower().substr(last.span.end, pinpoint.span.begin - last.span.end);
    if (between.ends_with("các ")) between.remove_suffix(std::string_view("các ").size());
    const bool joined = between == ", " || between == " (" || between == " tại " ||
                        between == ", tại " || between == " ở ";
    const bool own = std::any_of(pinpoint.units.begin(), pinpoint.units.end(),
                                 [](const UnitPath& unit) { return unit.is_relative(); });
    if (!joined || own || !pinpoint.units.front().has(UnitLevel::kArticle)) return false;
    mention = last;
    out_.pop_back();
    return true;
  }

  // "MỤC 7. BỆNH BINH", "MỤC 2 (được bãi bỏ)": a heading that the tree does not know.
  bool opens_heading(uint32_t at, const Cursor& after) const {
    return at == place_.line().begin && place_.text()[at] != place_.lower()[at] &&
           (after.peek() == '.' || after.rest().starts_with(" ("));
  }

  // "Mục II" without a unit below or above.
  static bool is_heading_alone(const Pinpoint& pinpoint) {
    const UnitPath& unit = pinpoint.units.front();
    return unit.lowest() >= UnitLevel::kSubsection && !unit.has(UnitLevel::kChapter);
  }

  // "Công ước của Liên hợp quốc về Luật Biển": the law is the treaty's matter.
  bool treaty(uint32_t at) const {
    std::string_view before = place_.trimmed_before(at);
    if (!before.ends_with(" về")) return false;
    if (before.size() > 80) before.remove_prefix(before.size() - 80);
    return before.find("công ước") != std::string_view::npos;
  }

  // A number before the word counts: "1 Điều", "3 điểm b".
  bool counted(uint32_t at, std::string_view head) const {
    const std::string_view before = place_.before(at);
    if (before.size() < 2 || before.back() != ' ' || before[before.size() - 2] < '0' ||
        before[before.size() - 2] > '9' || (head != "điểm" && head != "điều"))
      return false;
    // "7 Điều 11 của Thông tư số …": the mark of a footnote, and what it says.
    Cursor cursor(place_.lower(), at, place_.line().end);
    const auto pinpoint = read_pinpoint(place_.text(), readers_.pinpoints, cursor);
    return head != "điều" || !pinpoint || !cursor.take(" của ");
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
    auto mention = mentions_.read(place_.text(), cursor, !comma || of);
    if (mention && comma && !of && mention->kind == DocumentMention::Kind::kBare) mention.reset();
    if (mention && named_.resolve(place_, *mention)) return mention;
    if (mention && of && named_.resolve_only_one(place_, *mention)) return mention;
    cursor.move_to(begin);
    return {};
  }

  // "Điều 33 của Nghị định", "Điều 12 của Điều lệ công ty", "Điều 5 Công ước …": another text than
  // this one, of which the words do not tell enough. A wrong target would be worse than none.
  bool owner_unknown(Cursor cursor) const {
    cursor.skip_spaces();
    const bool of = cursor.take("của ");
    if (!of) cursor.take("tại ");
    cursor.take("các ");
    for (const std::string& text : readers_.other_texts.words()) {
      if (cursor.looking_at(text)) return true;
    }
    if (!of) return false;
    const auto mention = mentions_.read(place_.text(), cursor);
    return mention && mention->kind == DocumentMention::Kind::kBare && mention->capital &&
           !named_.may_be_this(place_, mention->type);
  }

  // "Bổ sung khoản 4 (vào) sau khoản 3 Điều 3": the place of a new unit.
  struct Anchor {
    Pinpoint place;
    bool beside = false;  // after or before a unit, which is cited; else inside one
  };

  std::optional<Anchor> read_anchor(const Pinpoint& unit, Cursor& cursor) const {
    std::string_view before = place_.trimmed_before(unit.span.begin);
    for (const std::string_view filler : {" các", " thêm"}) {
      if (before.ends_with(filler)) before.remove_suffix(filler.size());
    }
    const bool adds = before.ends_with("bổ sung") && !before.ends_with("sửa đổi, bổ sung") &&
                      !before.ends_with("sửa đổi và bổ sung");
    if (!adds) return {};
    const uint32_t begin = cursor.at();
    cursor.skip_spaces();
    Anchor out;
    const bool inside = cursor.take("vào");
    cursor.skip_spaces();
    cursor.take("phía ");
    out.beside = cursor.take("sau") || cursor.take("trước");
    if (!inside && !out.beside) {
      cursor.move_to(begin);
      out.place.span = {begin, begin};
      return out;
    }
    cursor.skip_spaces();
    if (auto place = read_pinpoint(place_.text(), readers_.pinpoints, cursor)) {
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
    if (mention) named_.note(*mention);
  }

  void add_units(const Pinpoint& pinpoint, const std::optional<DocumentMention>& mention, Span span,
                 std::optional<ReferenceKind> forced) {
    const ReferenceKind kind =
        forced ? *forced : kind_at(span, mention ? std::string_view(mention->key) : "");
    if (mention) unsettled_.share_document(place_.lower(), span.begin, *mention, kind, out_);
    for (const UnitPath& unit : pinpoint.units) {
      Reference reference = start_reference(span, kind);
      UnitPath path = unit;
      bool attached = false;
      // "khoản 2 Điều này và khoản 1 Điều 2 của Luật X": the first is of this text.
      const bool own = path.is_relative();
      if (mention && !own) {
        reference.document = mention->key;
        reference.type = mention->type;
        reference.date = mention->date;
        attached = mention->attached_unit;
      } else if (const AmendedTarget* target = amended_.find(place_, path)) {
        reference.document = target->document;
        attached = target->attached;
        AmendedTargets::lend_unit(target->unit, path);
      } else if (const Reference* ended = excepted_from(span, path)) {
        reference.document = ended->document;
        reference.type = ended->type;
        reference.kind = ReferenceKind::kCite;
      } else if (const DocumentMention* law = detailed_.find(place_, span.begin, path)) {
        reference.document = law->key;
        reference.type = law->type;
        reference.date = law->date;
      } else {
        reference.document = "this";
      }
      reference.provision = reference.document == "this"
                                ? own_unit_id(place_, path, mention && !own ? &*mention : nullptr)
                                : other_unit_id(path, attached);
      // "khoản này" in a footnote, outside any khoản: the whole text would be a wrong target.
      if (reference.document == "this" && reference.provision.empty()) continue;
      amended_.remember(place_, reference, attached, path);
      unsettled_.lend_levels(path, reference, out_);
      out_.push_back(std::move(reference));
      unsettled_.add(out_, std::move(path), mention.has_value() && !own, attached);
    }
  }

  // "Nghị định số X hết hiệu lực …, trừ các quy định tại Điều 9": of the text that ends. Null if
  // the words are no such exception.
  const Reference* excepted_from(Span span, const UnitPath& path) const {
    if (!path.has(UnitLevel::kArticle) || path.at(UnitLevel::kArticle) == "this") return nullptr;
    const std::string_view before = place_.trimmed_before(span.begin);
    if (!before.ends_with("trừ") && !before.ends_with("trừ quy định tại") &&
        !before.ends_with("trừ các quy định tại"))
      return nullptr;
    constexpr size_t kLookedAt = 8;
    for (size_t i = out_.size(); i-- > 0 && i + kLookedAt >= out_.size();) {
      if (out_[i].span.begin < place_.line().begin) break;
      if (out_[i].kind == ReferenceKind::kRepeal && out_[i].document != "this") return &out_[i];
    }
    return nullptr;
  }

  // ---- documents ----

  void read_document(uint32_t at) {
    if (treaty(at)) return;
    Cursor cursor(place_.lower(), at, readable_end());
    if (names_itself(cursor) || is_number_line(cursor)) return;
    auto mention = mentions_.read(place_.text(), cursor, stands_as_basis(at));
    if (!mention) return;
    if (!named_.resolve(place_, *mention)) return;
    if (own_name_in_enacting_clause(*mention) || closing_formula(*mention) ||
        readers_.annexes.points_at_annex(place_, *mention) || repeats_in_brackets(*mention) ||
        before_heading(*mention)) {
      // "Bãi bỏ Điều 24 và Phụ lục II ban hành kèm theo Luật X"
      unsettled_.share_document(place_.lower(), mention->span.begin, *mention,
                                kind_at(mention->span, mention->key), out_);
      consumed_ = mention->span.end;
      named_.note(*mention);
      return;
    }
    add_document(*mention);
    consumed_ = mention->span.end;
    read_further_numbers(*mention, cursor);
  }

  // "Quốc hội ban hành Luật sửa đổi, bổ sung một số điều của Luật X số …": the text's own name, and
  // in it the law that it amends.
  bool names_itself(const Cursor& cursor) const {
    const std::string_view rest = cursor.rest();
    return place_.provision().level == Level::kPreamble &&
           (rest.starts_with("luật sửa đổi") || rest.starts_with("pháp lệnh sửa đổi") ||
            rest.starts_with("bộ luật sửa đổi")) &&
           place_.trimmed_before(cursor.at()).ends_with("ban hành");
  }

  // "Số: 464/VBHN-BTP": the text's own number in a paragraph of its own.
  bool is_number_line(Cursor cursor) const {
    if (cursor.at() != place_.line().begin || !cursor.rest().starts_with("số:")) return false;
    return mentions_.read(place_.text(), cursor) && cursor.at() == place_.line().end;
  }

  // "Căn cứ Luật đất đai …": a document must stand here, so that its name needs no capital.
  bool stands_as_basis(uint32_t at) const {
    if (place_.provision().level != Level::kPreamble) return false;
    const std::string_view before = place_.trimmed_before(at);
    return before == "căn cứ" || before == "- căn cứ" || before == "căn cứ vào";
  }

  void add_document(const DocumentMention& mention) {
    Reference reference = start_reference(mention.span, kind_at(mention.span, mention.key));
    // A text can end itself ("Thông tư này hết hiệu lực …"), it does not amend itself.
    if (mention.key == "this" && reference.kind != ReferenceKind::kRepeal)
      reference.kind = ReferenceKind::kCite;
    reference.document = mention.key;
    reference.type = mention.type;
    reference.date = mention.date;
    unsettled_.share_document(place_.lower(), mention.span.begin, mention, reference.kind, out_);
    amended_.remember(place_, reference, mention.attached_unit, {});
    out_.push_back(std::move(reference));
    named_.note(mention);
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
      auto number = read_document_number(place_.text(), cursor);
      if (!number) return;
      DocumentMention more = first;
      more.key = std::move(*number);
      more.date.clear();
      more.span = {number_at, cursor.at()};
      add_document(more);
      consumed_ = cursor.at();
    }
  }

  // "Quốc hội ban hành Luật Hộ tịch."
  bool own_name_in_enacting_clause(const DocumentMention& mention) const {
    if (place_.provision().level != Level::kPreamble ||
        mention.kind != DocumentMention::Kind::kName)
      return false;
    const std::string_view before = place_.trimmed_before(mention.span.begin);
    return before.ends_with("quốc hội ban hành") ||
           (mention.type == place_.document().head.type && before.ends_with("ban hành"));
  }

  // "Luật này đã được Quốc hội … thông qua ngày …"
  bool closing_formula(const DocumentMention& mention) const {
    if (mention.kind != DocumentMention::Kind::kThis) return false;
    const std::string_view after = place_.lower().substr(
        mention.span.end, std::min<uint32_t>(300, place_.line().end - mention.span.end));
    return (after.starts_with(" đã được") || after.starts_with(" được")) &&
           after.find("thông qua") != std::string_view::npos;
  }

  // "Nghị quyết số 04/NQ-CP ngày … của Chính phủ về … (Nghị quyết số 04/NQ-CP)": an alias.
  bool repeats_in_brackets(const DocumentMention& mention) const {
    const std::string_view before = place_.before(mention.span.begin);
    const size_t open = find_last(before, '(');
    if (open == std::string_view::npos || before.find(')', open) != std::string_view::npos)
      return false;
    const std::string_view inside = before.substr(open + 1);
    const bool first = inside.empty();
    const bool listed = inside.ends_with("và ") || inside.ends_with(", ");
    if (!first && !listed) return false;
    return std::any_of(named_.of_line().begin(), named_.of_line().end(),
                       [&](const DocumentMention& m) { return m.key == mention.key; });
  }

  ReferenceKind kind_at(Span span, std::string_view key) const {
    return readers_.sentences.kind_at(
        place_, span, key,
        {named_.of_line(), out_.empty() ? nullptr : &out_.back(), amended_.title_amends()});
  }

  Reference start_reference(Span span, ReferenceKind kind) const {
    Reference reference;
    reference.from = place_.from();
    reference.span = span;
    reference.kind = kind;
    reference.quoted = place_.document().is_quoted(span.begin);
    return reference;
  }

  const ReferenceReaders& readers_;
  const DocumentMentionReader& mentions_;
  Place place_;
  NamedDocuments named_;
  AmendedTargets amended_;
  DetailedLaw detailed_;

  std::vector<Reference> out_;
  UnsettledUnits unsettled_;
  uint32_t reading_end_ = 0;  // how far words that begin in the paragraph may be read; 0: not known
  uint32_t consumed_ = 0;     // words before this belong to an earlier reference
  uint32_t trap_end_ = 0;     // words before this belong to a trap
  bool looked_for_marks_ = false;  // the next two are known
  bool has_bracket_ = false;       // the paragraph holds a '['
  bool has_quotes_ = false;        // the paragraph may hold quotation marks
};

}  // namespace

std::vector<Reference> find_references(const TextBuffer& text, const Document& document,
                                       const Lexicon& lexicon) {
  return ReferenceFinder(text, document, lexicon).find();
}

}  // namespace rasoat
