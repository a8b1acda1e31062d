// Where the finder reads: a paragraph, and the provision that its words stand in.
#pragma once

#include <cstdint>
#include <string_view>

#include "structure/document.h"
#include "text/text_buffer.h"

namespace rasoat {

class Place {
 public:
  // Both must outlive this.
  Place(const TextBuffer& text, const Document& document)
      : text_(text), lower_(text.lower()), document_(document) {}

  // Moves to the paragraph and provision of the offset; true if the paragraph is another one.
  bool move_to(uint32_t at);

  std::string_view text() const { return text_.text(); }
  std::string_view lower() const { return lower_; }
  const Document& document() const { return document_; }
  Span line() const { return line_; }
  // The paragraphs after and before this one; empty beyond the ends of the text.
  Span next_line() const;
  Span line_above() const;
  // Index of the provision, or -1 where the words stand in none.
  int32_t from() const { return from_; }
  const Provision& provision() const { return document_.provisions[from_]; }
  const Component& component() const { return document_.components[provision().component]; }

  // The words that decide about a reference stand near it: a line without end is looked at through
  // this window, so that time stays linear.
  static constexpr uint32_t kWindow = 1500;
  uint32_t window_begin(uint32_t at) const;
  // The words of the paragraph before an offset, at most a window of them.
  std::string_view before(uint32_t at) const;
  // The same without the spaces at its end.
  std::string_view trimmed_before(uint32_t at) const;
  // The words of the paragraph from an offset on.
  std::string_view after(uint32_t at) const { return lower_.substr(at, line_.end - at); }
  // Where the words of the provision begin in this paragraph: behind its label, if it stands here.
  uint32_t words_begin() const;

  // How far words that begin in this paragraph may be read: into the next one, where a source broke
  // the sentence ("khoản 7 và khoản 8⏎Điều 11;").
  uint32_t reading_end() const;
  // Where the words of the provision end for certain: before a label inside the paragraph. The end
  // of the text where that is not known.
  uint32_t words_end() const {
    return here_.size() > 1 ? here_.end : static_cast<uint32_t>(lower_.size());
  }

  // Where the sentence that goes on at the begin of this paragraph begins: in a paragraph above of
  // the same provision, where a source broke the sentence ("CỦA THÔNG TƯ⏎SỐ 12/…").
  uint32_t sentence_begin() const;

  // The sentence above that introduces this paragraph, as "Bãi bỏ các văn bản sau:" does: of the
  // same provision, else the last one or the heading of the provision above. Empty if there is
  // none; of a longer one the last window.
  std::string_view lead_in() const;

 private:
  void enter_provision(uint32_t at);
  size_t line_at(uint32_t at) const;
  static std::string_view near_end(std::string_view words);
  bool goes_on(Span line) const;
  bool begins_with_number(Span line) const;
  bool ends_sentence(Span line) const;
  bool broken_behind(Span line) const;
  bool is_shouted(Span line) const;

  const TextBuffer& text_;
  std::string_view lower_;
  const Document& document_;
  size_t line_index_ = 0;
  Span line_;
  int32_t from_ = -1;
  Span here_;  // where the words stand in from_ for certain
};

}  // namespace rasoat
