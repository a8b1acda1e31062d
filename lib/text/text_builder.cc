#include "text/text_builder.h"

#include <optional>

#include "text/lower.h"

namespace rasoat {

void TextBuilder::reserve(size_t bytes, size_t lines, size_t segments) {
  out_.text_.reserve(bytes);
  out_.lower_.reserve(bytes);
  out_.lines_.reserve(lines);
  out_.segments_.reserve(segments);
}

void TextBuilder::begin_line(const RawLine& like) {
  if (!out_.lines_.empty()) {
    out_.text_ += '\n';
    out_.lower_ += '\n';
  }
  const auto at = static_cast<uint32_t>(out_.text_.size());
  out_.lines_.push_back({{at, at}, like.role, like.bold, like.italic, like.centered, like.cell});
}

void TextBuilder::append(std::string_view text, std::string_view lower, SourcePosition source) {
  if (text.empty()) return;
  out_.segments_.push_back({static_cast<uint32_t>(out_.text_.size()), source});
  put(text, lower);
}

void TextBuilder::append(std::string_view text, SourcePosition source) {
  std::string lower(text.size(), '\0');
  lower_letters(text, lower.data());
  append(text, lower, source);
}

void TextBuilder::put(std::string_view text, std::string_view lower) {
  out_.text_ += text;
  out_.lower_ += lower;
  out_.lines_.back().span.end = static_cast<uint32_t>(out_.text_.size());
}

void TextBuilder::add_furniture(Furniture furniture) {
  out_.furniture_.push_back(std::move(furniture));
}

void TextBuilder::add_diagnostic(Diagnostic diagnostic) {
  out_.diagnostics_.push_back(std::move(diagnostic));
}

TextBuffer TextBuilder::finish() && {
  place_tones(out_.lower_);
  return std::move(out_);
}

namespace {

bool make_up(const std::vector<TextLine>& lines, std::string_view text) {
  size_t begin = 0;
  for (const TextLine& line : lines) {
    if (line.span.begin != begin || line.span.end < begin || line.span.end > text.size()) {
      return false;
    }
    if (line.span.end < text.size() && text[line.span.end] != '\n') return false;
    begin = size_t{line.span.end} + 1;
  }
  return lines.empty() ? text.empty() : lines.back().span.end == text.size();
}

}  // namespace

std::optional<TextBuilder> TextBuilder::restore(std::string text, std::vector<TextLine> lines,
                                                std::vector<TextBuffer::Segment> segments) {
  if (!make_up(lines, text)) return {};
  for (size_t i = 0; i < segments.size(); ++i) {
    if (segments[i].offset >= text.size()) return {};
    if (i > 0 && segments[i].offset <= segments[i - 1].offset) return {};
  }
  TextBuilder out;
  out.out_.lower_.resize(text.size());
  lower_letters(text, out.out_.lower_.data());
  out.out_.text_ = std::move(text);
  out.out_.lines_ = std::move(lines);
  out.out_.segments_ = std::move(segments);
  return out;
}

}  // namespace rasoat
