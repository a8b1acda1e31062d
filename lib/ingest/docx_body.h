// From the elements of a DOCX's main part to lines.
#pragma once

#include <libxml/tree.h>

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "ingest/docx_numbering.h"
#include "ingest/docx_styles.h"
#include "text/raw_text.h"

namespace rasoat {

// The notes of footnotes.xml or endnotes.xml by their ids. `document` must outlive it.
std::map<int, const xmlNode*> notes_by_id(const xmlDoc* document);

struct DocxNotes {
  std::map<int, const xmlNode*> footnotes, endnotes;
};

// Takes the blocks of the body one after another. Recursive, but the parser has bounded the depth.
class DocxBody {
 public:
  DocxBody(const DocxStyles& styles, DocxNumbering& numbering, const DocxNotes& notes,
           uint64_t max_text_bytes)
      : styles_(styles), numbering_(numbering), notes_(notes), room_(max_text_bytes) {}

  // A child of w:body: a paragraph, a table, or something that holds such.
  void add_block(const xmlNode* block) { walk_block(block); }

  // The lines with the footnotes behind them.
  RawText finish();

  // Whether there is more text than the limit; what is over it has been dropped.
  bool overflowed() const { return overflowed_; }

 private:
  struct Line {
    std::string text;
    size_t letters = 0, bold = 0, italic = 0;
  };
  struct Paragraph {
    std::vector<Line> lines = std::vector<Line>(1);
    DocxProperties properties;  // of the paragraph and its style
    std::vector<const xmlNode*> text_boxes;
  };

  void walk_blocks(const xmlNode* parent);
  void walk_block(const xmlNode* node);
  void walk_table(const xmlNode* table);
  void walk_row(const xmlNode* row, CellPosition& at);
  void walk_paragraph(const xmlNode* p);
  void walk_inline(const xmlNode* parent, Paragraph& paragraph);
  void walk_run(const xmlNode* run, Paragraph& paragraph);
  void add_note_mark(const xmlNode* reference, bool endnote, Paragraph& paragraph);
  void add_note(const xmlNode* note, size_t number);
  void append(Paragraph& paragraph, std::string_view text, const DocxProperties& look);
  void emit(Paragraph& paragraph, const std::string& label);

  const DocxStyles& styles_;
  DocxNumbering& numbering_;
  const DocxNotes& notes_;
  uint64_t room_;
  bool overflowed_ = false;

  RawText out_;
  std::vector<const xmlNode*> pending_notes_;  // in the order of their marks
  LineRole role_ = LineRole::kBody;
  CellPosition cell_;
  uint32_t tables_ = 0;
  uint32_t paragraphs_ = 0;
  Paragraph open_;  // text of paragraphs whose ends were deleted: it goes on in the next
  std::string note_label_;
};

}  // namespace rasoat
