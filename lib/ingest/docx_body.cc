#include "ingest/docx_body.h"

#include <algorithm>
#include <utility>

#include "ingest/docx_xml.h"
#include "ingest/raised_number.h"
#include "text/characters.h"
#include "text/encoding.h"
#include "text/upper.h"

namespace rasoat {
namespace {

size_t count_letters(std::string_view text) {
  size_t letters = 0;
  for (size_t at = 0; at < text.size();) {
    const DecodedCharacter next = decode_utf8(text, at);
    letters += is_upper(next.code_point) || is_lower(next.code_point);
    at += next.size;
  }
  return letters;
}

char32_t last_character(std::string_view text) {
  return decode_utf8(text, character_begin(text, text.size() - 1)).code_point;
}

// Whether an element holds text that would be printed.
bool has_text(const xmlNode* node) {
  for (const xmlNode* next = node->children; next != nullptr; next = next->next) {
    if (local_name(next) == "t" && !text_of(next).empty()) return true;
    if (next->type == XML_ELEMENT_NODE && has_text(next)) return true;
  }
  return false;
}

// Of the renderings that mc:AlternateContent offers of one thing, the one to read.
const xmlNode* chosen_branch(const xmlNode* alternate) {
  const xmlNode* choice = child(alternate, "Choice");
  const xmlNode* fallback = child(alternate, "Fallback");
  if (choice != nullptr && (fallback == nullptr || has_text(choice))) return choice;
  return fallback;
}

// Whether a break stands within a sentence: "theo quy định của" / "pháp luật".
bool breaks_sentence(std::string_view before, std::string_view behind) {
  if (before.empty() || behind.size() < 3 || !is_lower(decode_utf8(behind, 0).code_point)) {
    return false;
  }
  const size_t end = before.find_last_not_of(' ');
  if (end == std::string_view::npos || !is_lower(last_character(before.substr(0, end + 1)))) {
    return false;
  }
  const size_t label = behind.substr(0, 6).find_first_of(").");  // "a)", "đ1."
  return label == std::string_view::npos || behind.substr(0, label).find(' ') != std::string::npos;
}

bool is_deleted(const xmlNode* p) { return child(child(child(p, "pPr"), "rPr"), "del") != nullptr; }

// Elements whose children stand where they stand.
bool is_wrapper(std::string_view name) {
  return name == "sdt" || name == "sdtContent" || name == "ins" || name == "moveTo" ||
         name == "customXml" || name == "smartTag" || name == "hyperlink" || name == "fldSimple" ||
         name == "dir" || name == "bdo" || name == "oMath" || name == "oMathPara" ||
         name == "altChunk";
}

}  // namespace

std::map<int, const xmlNode*> notes_by_id(const xmlDoc* document) {
  std::map<int, const xmlNode*> out;
  const xmlNode* root =
      document != nullptr ? xmlDocGetRootElement(const_cast<xmlDoc*>(document)) : nullptr;
  if (root == nullptr) return out;
  for (const xmlNode* node = root->children; node != nullptr; node = node->next) {
    if (attribute(node, "type").value_or("normal") != "normal") continue;  // separators
    if (const auto id = int_attribute(node, "id")) out.emplace(*id, node);
  }
  return out;
}

void DocxBody::walk_blocks(const xmlNode* parent) {
  for (const xmlNode* node = parent->children; node != nullptr; node = node->next) walk_block(node);
}

void DocxBody::walk_block(const xmlNode* node) {
  const std::string_view name = local_name(node);
  if (name == "p") {
    walk_paragraph(node);
  } else if (name == "tbl") {
    walk_table(node);
  } else if (name == "AlternateContent") {
    if (const xmlNode* branch = chosen_branch(node)) walk_blocks(branch);
  } else if (is_wrapper(name)) {
    walk_blocks(node);
  }
}

void DocxBody::walk_table(const xmlNode* table) {
  const LineRole outer_role = std::exchange(role_, LineRole::kTable);
  const CellPosition outer_cell = cell_;
  CellPosition at{tables_++, 0, 0};
  for (const xmlNode* row = table->children; row != nullptr; row = row->next) {
    if (local_name(row) == "tr") {
      walk_row(row, at);
    } else if (is_wrapper(local_name(row))) {
      for (const xmlNode* inner = row->children; inner != nullptr; inner = inner->next) {
        if (local_name(inner) == "tr") walk_row(inner, at);
        if (local_name(inner) != "sdtContent") continue;
        for (const xmlNode* tr = inner->children; tr != nullptr; tr = tr->next) {
          if (local_name(tr) == "tr") walk_row(tr, at);
        }
      }
    }
  }
  role_ = outer_role;
  cell_ = outer_cell;
}

void DocxBody::walk_row(const xmlNode* row, CellPosition& at) {
  const xmlNode* properties = child(row, "trPr");
  if (child(properties, "del") != nullptr) return;
  const auto width = [](const xmlNode* node, std::string_view name, int otherwise) {
    return static_cast<uint32_t>(std::clamp(child_int(node, name).value_or(otherwise), 0, 1000));
  };
  at.column = width(properties, "gridBefore", 0);
  const auto walk_cell = [&](const xmlNode* cell) {
    cell_ = at;
    walk_blocks(cell);
    at.column += std::max(1U, width(child(cell, "tcPr"), "gridSpan", 1));
  };
  for (const xmlNode* cell = row->children; cell != nullptr; cell = cell->next) {
    if (local_name(cell) == "tc") walk_cell(cell);
    const xmlNode* control = local_name(cell) == "sdt" ? child(cell, "sdtContent") : nullptr;
    if (control == nullptr) continue;
    for (const xmlNode* inner = control->children; inner != nullptr; inner = inner->next) {
      if (local_name(inner) == "tc") walk_cell(inner);
    }
  }
  ++at.row;
}

void DocxBody::walk_paragraph(const xmlNode* p) {
  ++paragraphs_;
  Paragraph paragraph = std::exchange(open_, Paragraph());
  const xmlNode* p_pr = child(p, "pPr");
  const std::string style = child_value(p_pr, "pStyle").value_or(styles_.default_paragraph_style());
  const DocxProperties of_style = styles_.of(style);
  const DocxProperties own = paragraph_properties(p_pr);
  paragraph.properties = of_style;
  paragraph.properties.apply(own);
  walk_inline(p, paragraph);
  if (is_deleted(p)) {
    open_ = std::move(paragraph);
    return;
  }
  std::string label;
  if (const int list = paragraph.properties.number_list.value_or(0); list != 0) {
    const bool level_known = own.number_level || (own.number_list && !of_style.number_list);
    const int level = level_known ? own.number_level.value_or(0)
                                  : std::max(of_style.number_level.value_or(0),
                                             numbering_.level_of_style(list, style));
    label = numbering_.next(list, level);
  }
  emit(paragraph, label);
}

void DocxBody::emit(Paragraph& paragraph, const std::string& label) {
  const std::vector<const xmlNode*> boxes = std::move(paragraph.text_boxes);
  const bool centered = paragraph.properties.alignment == "center";
  size_t target = 0;
  for (size_t i = 1; i < paragraph.lines.size(); ++i) {
    Line &line = paragraph.lines[target], &next = paragraph.lines[i];
    if (!breaks_sentence(line.text, next.text)) {
      target = i;
      continue;
    }
    if (!line.text.ends_with(' ')) line.text += ' ';
    line.text += next.text;
    line.letters += next.letters;
    line.bold += next.bold;
    line.italic += next.italic;
    next.text.clear();
  }
  bool first = true;
  for (Line& line : paragraph.lines) {
    if (line.text.find_first_not_of(' ') == std::string::npos) continue;
    RawLine out;
    out.text = (first ? note_label_ + label : "") + line.text;
    if (first) note_label_.clear();
    first = false;
    if (out.text.size() > room_) {
      overflowed_ = true;
      return;
    }
    room_ -= out.text.size();
    out.line = paragraphs_;
    out.role = role_;
    out.ends_paragraph = true;
    out.centered = centered;
    out.bold = line.letters > 0 && line.bold == line.letters;
    out.italic = line.letters > 0 && line.italic == line.letters;
    if (role_ == LineRole::kTable) out.cell = cell_;
    out_.lines.push_back(std::move(out));
  }
  for (const xmlNode* box : boxes) walk_blocks(box);
}

void DocxBody::append(Paragraph& paragraph, std::string_view text, const DocxProperties& look) {
  Line& line = paragraph.lines.back();
  const size_t letters = count_letters(text);
  line.letters += letters;
  if (look.bold.value_or(false)) line.bold += letters;
  if (look.italic.value_or(false)) line.italic += letters;
  if (look.superscript.value_or(false) && is_footnote_mark(line.text, text)) {
    line.text.append("[").append(text).append("]");
  } else if (look.capitals.value_or(false)) {
    line.text += upper(text);
  } else {
    line.text += text;
  }
}

void DocxBody::walk_inline(const xmlNode* parent, Paragraph& paragraph) {
  for (const xmlNode* node = parent->children; node != nullptr; node = node->next) {
    const std::string_view name = local_name(node);
    if (name == "r") {
      walk_run(node, paragraph);
    } else if (name == "AlternateContent") {
      if (const xmlNode* branch = chosen_branch(node)) walk_inline(branch, paragraph);
    } else if (is_wrapper(name)) {
      walk_inline(node, paragraph);
    }
  }
}

namespace {

// The text boxes inside a drawing or picture, the outer ones only: those within are walked with
// them.
void find_text_boxes(const xmlNode* node, std::vector<const xmlNode*>& out) {
  for (const xmlNode* next = node->children; next != nullptr; next = next->next) {
    const std::string_view name = local_name(next);
    if (name == "txbxContent") {
      out.push_back(next);
    } else if (name == "AlternateContent") {
      if (const xmlNode* branch = chosen_branch(next)) find_text_boxes(branch, out);
    } else if (next->type == XML_ELEMENT_NODE) {
      find_text_boxes(next, out);
    }
  }
}

}  // namespace

void DocxBody::walk_run(const xmlNode* run, Paragraph& paragraph) {
  const xmlNode* r_pr = child(run, "rPr");
  DocxProperties look = paragraph.properties;
  if (const auto style = child_value(r_pr, "rStyle")) look.apply(styles_.of(*style));
  look.apply(run_properties(r_pr));
  if (look.hidden.value_or(false)) return;
  for (const xmlNode* node = run->children; node != nullptr; node = node->next) {
    const std::string_view name = local_name(node);
    if (name == "t") {
      append(paragraph, text_of(node), look);
    } else if (name == "tab" || name == "ptab") {
      paragraph.lines.back().text += ' ';
    } else if (name == "br" || name == "cr") {
      paragraph.lines.emplace_back();
    } else if (name == "noBreakHyphen") {
      paragraph.lines.back().text += '-';
    } else if (name == "sym") {
      paragraph.lines.back().text += "•";
    } else if (name == "footnoteReference" || name == "endnoteReference") {
      add_note_mark(node, name == "endnoteReference", paragraph);
    } else if (name == "drawing" || name == "pict" || name == "object") {
      find_text_boxes(node, paragraph.text_boxes);
    } else if (name == "AlternateContent") {
      if (const xmlNode* branch = chosen_branch(node))
        find_text_boxes(branch, paragraph.text_boxes);
    } else if (name == "ruby") {
      if (const xmlNode* base = child(node, "rubyBase")) walk_inline(base, paragraph);
    }
  }
}

void DocxBody::add_note_mark(const xmlNode* reference, bool endnote, Paragraph& paragraph) {
  const auto& notes = endnote ? notes_.endnotes : notes_.footnotes;
  const auto note = notes.find(int_attribute(reference, "id").value_or(-1));
  if (note == notes.end()) return;
  pending_notes_.push_back(note->second);
  if (attribute(reference, "customMarkFollows").value_or("0") == "1") return;
  paragraph.lines.back().text += "[" + std::to_string(pending_notes_.size()) + "]";
}

void DocxBody::add_note(const xmlNode* note, size_t number) {
  note_label_ = "[" + std::to_string(number) + "] ";
  const size_t before = out_.lines.size();
  walk_blocks(note);
  note_label_.clear();
  for (size_t i = before; i < out_.lines.size(); ++i) out_.lines[i].role = LineRole::kFootnote;
}

RawText DocxBody::finish() {
  if (!open_.lines.empty()) emit(open_, "");
  role_ = LineRole::kFootnote;
  // A note may hold a mark of another; the list grows while it is walked.
  constexpr size_t kMaxNotes = 100'000;
  for (size_t i = 0; i < pending_notes_.size() && i < kMaxNotes; ++i) {
    add_note(pending_notes_[i], i + 1);
  }
  out_.paragraphs_known = true;
  return std::move(out_);
}

}  // namespace rasoat
