// The stages of reading a document: marks of lines, head, quoted new wording, outline.
#include "structure/parse.h"

#include <unordered_map>

#include "base/sha256.h"
#include "structure/head.h"
#include "structure/letter_case.h"
#include "structure/line_mark.h"
#include "structure/outline.h"
#include "structure/quoted.h"
#include "structure/stray_head.h"
#include "text/lower.h"
#include "text/word_set.h"

namespace rasoat {
namespace {

// Some sources put the title of the document before each heading: "Luật Chợ 2020. Điều 1. Phạm vi".
// Where one such prefix stands three times or more, or begins the document itself, the marks are
// read behind it.
void skip_repeated_title(const TextBuffer& text, std::vector<LineMark>& marks) {
  constexpr size_t kLongest = 200;
  constexpr ByteSet kFirstBytes("ĐCMP");  // of the heads below
  const auto prefix_of = [&](size_t i) -> std::string_view {
    const std::string_view line = text.of(text.lines()[i].span).substr(0, kLongest + 20);
    bool any = false;
    for (size_t stop = line.find('.', 5); stop != std::string_view::npos && !any;
         stop = line.find('.', stop + 1)) {
      any = stop + 2 < line.size() && line[stop + 1] == ' ' && kFirstBytes[line[stop + 2]];
    }
    if (!any) return {};
    for (const std::string_view head : {". Điều ", ". Chương ", ". Mục ", ". Phần "}) {
      if (const size_t at = line.find(head);
          at != std::string_view::npos && at > 4 && at < kLongest) {
        return line.substr(0, at + 2);
      }
    }
    return {};
  };
  std::unordered_map<std::string_view, int> counts;
  std::string_view title;
  for (size_t i = 0; i < marks.size(); ++i) {
    if (marks[i].kind != LineMark::Kind::kNone) continue;
    const std::string_view prefix = prefix_of(i);
    if (!prefix.empty() && ++counts[prefix] > counts[title]) title = prefix;
  }
  if (title.empty() || (counts[title] < 3 && !text.text().starts_with(title))) return;
  for (size_t i = 0; i < marks.size(); ++i) {
    Span line = text.lines()[i].span;
    if (marks[i].kind != LineMark::Kind::kNone || !text.of(line).starts_with(title)) continue;
    line.begin += static_cast<uint32_t>(title.size());
    marks[i] = read_line_mark(text.text(), text.lower(), line);
  }
}

// Consolidated texts whose raised numbers were flattened: "3.16 Cơ quan quản lý thuế …" is khoản 3
// with footnote 16. Told by the list around it: khoản 3 is due, and neither it nor 3.15 was there.
void skip_flattened_notes(const TextBuffer& text, std::vector<LineMark>& marks) {
  bool in_article = false;
  int last = 0;     // khoản of the article
  int decimal = 0;  // the first number of the last true decimal label
  for (LineMark& mark : marks) {
    if (mark.kind == LineMark::Kind::kArticle && mark.closed) {
      in_article = true;
      last = decimal = 0;
    } else if (mark.kind == LineMark::Kind::kNumber) {
      last = mark.ordinal.number;
    } else if (mark.kind == LineMark::Kind::kDecimal && in_article) {
      const int number = mark.decimal[0];
      const bool note = mark.decimal.size() == 2 && mark.decimal[1] > 1 && !mark.closed &&
                        number == last + 1 && number != decimal &&
                        (text.text().substr(mark.rest, 1) == "(" ||  // "10.33 (được bãi bỏ)"
                         begins_with_capital(text.text().substr(mark.rest, 4),
                                             text.lower().substr(mark.rest, 4)));
      if (!note) {
        decimal = number;
        continue;
      }
      last = number;
      mark.kind = LineMark::Kind::kNumber;
      mark.decimal = DecimalLabel(number);
      mark.label = std::to_string(number);
      mark.closed = true;
      mark.closing = '.';
    }
  }
}

// `title` and `preamble` stand before all other provisions.
void add_opening(const TextBuffer& text, const HeadLines& head, Document& document) {
  std::vector<Provision> opening;
  if (!document.head.title_span.empty()) {
    Provision title;
    title.id = "title";
    title.level = Level::kTitle;
    title.own = title.full = document.head.title_span;
    opening.push_back(std::move(title));
  }
  if (head.title_end < head.body) {
    Provision preamble;
    preamble.id = "preamble";
    preamble.level = Level::kPreamble;
    preamble.own = preamble.full = {text.lines()[head.title_end].span.begin,
                                    text.lines()[head.body - 1].span.end};
    opening.push_back(std::move(preamble));
  }
  const auto shift = static_cast<int32_t>(opening.size());
  for (Provision& provision : document.provisions) {
    if (provision.parent >= 0) provision.parent += shift;
  }
  document.provisions.insert(document.provisions.begin(), std::make_move_iterator(opening.begin()),
                             std::make_move_iterator(opening.end()));
}

}  // namespace

Document parse_document(const TextBuffer& text, const Lexicon& lexicon) {
  const auto& cues = lexicon.derived<StructureWords>();
  Document document;
  std::vector<LineMark> marks(text.lines().size());
  for (size_t i = 0; i < marks.size(); ++i) {
    const Span line = text.lines()[i].span;
    if (may_have_mark(text.of(line))) marks[i] = read_line_mark(text.text(), text.lower(), line);
  }
  skip_repeated_title(text, marks);
  skip_flattened_notes(text, marks);
  int unclosed = 0;
  document.quoted = find_quoted(text, marks, cues, unclosed);
  if (unclosed > 0) {
    document.diagnostics.push_back(
        {"unclosed-quotation", "Có đoạn trích dẫn không đóng dấu ngoặc kép.", {}});
  }
  const HeadLines head = read_head(text, marks, lexicon, document);
  build_outline(text, marks, head.body, cues, document);
  read_signature(text, document);
  read_portal_heading(text, lexicon, document);
  read_late_letterhead(text, lexicon, document);
  read_adoption_date(text, document);
  add_opening(text, head, document);
  return document;
}

std::string document_id(const DocumentHead& head, const TextBuffer& text, const Lexicon& lexicon) {
  std::string type = slug(head.type);
  const Table& types = lexicon.table("document_types");
  for (size_t row = 0; row < types.size(); ++row) {
    if (types.cell(row, "type") == head.type) type = types.cell(row, "key");
  }
  std::string out;
  bool complete = true;
  for (const std::string& part :
       {type, slug(head.number), slug(head.issuer), head.date ? head.date->iso() : std::string()}) {
    if (part.empty()) {
      complete = false;
      continue;
    }
    if (!out.empty()) out += '_';
    out += part;
  }
  if (!complete) {
    if (!out.empty()) out += '_';
    out += sha256_hex(text.text()).substr(0, 8);
  }
  return out;
}

}  // namespace rasoat
