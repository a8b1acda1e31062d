// The stages, each a file: clean_lines (characters), head_columns (reading order of the head),
// lost_breaks (headings glued to what stands before them), furniture (what is no text), wrap (which
// lines are one paragraph). The last two look at all lines and judge without changing them; only
// here is the text written, once.
#include "text/repair.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "text/clean_lines.h"
#include "text/encoding.h"
#include "text/furniture.h"
#include "text/head_columns.h"
#include "text/lost_breaks.h"
#include "text/text_builder.h"
#include "text/wrap.h"

namespace rasoat {
namespace {

using Piece = std::vector<CleanPiece>::const_iterator;

// Writes a span of the cleaned lines with the way back of each of its pieces. `piece` is where the
// text before it ended, which most often goes on here.
void append_pieces(const RawText& raw, const CleanLines& clean, Span span, Piece& piece,
                   TextBuilder& builder) {
  if (piece == clean.pieces.end() || piece->offset != span.begin) {
    piece = std::upper_bound(clean.pieces.begin(), clean.pieces.end(), span.begin,
                             [](uint32_t at, const CleanPiece& p) { return at < p.offset; });
    --piece;  // a line begins with a piece
  }
  for (uint32_t at = span.begin; at < span.end; ++piece) {
    const auto next = piece + 1;
    const uint32_t end = next == clean.pieces.end() ? span.end : std::min(span.end, next->offset);
    const RawLine& line = raw.lines[piece->raw];
    builder.append(Span{at, end}.of(clean.bytes), Span{at, end}.of(clean.lower),
                   {line.page, line.line, piece->column + (at - piece->offset)});
    at = end;
  }
}

void report_invalid(uint32_t count, TextBuilder& builder) {
  if (count == 0) return;
  builder.add_diagnostic({"invalid-characters",
                          "Văn bản có " + std::to_string(count) +
                              " ký tự hỏng, không đúng mã UTF-8; mỗi ký tự được thay bằng dấu �.",
                          {}});
}

}  // namespace

TextBuffer repair(RawText raw) {
  CleanLines clean = clean_lines(raw);
  order_head(clean);
  mend_lost_breaks(clean);
  const std::vector<FurnitureKind> furniture = find_furniture(raw, clean);
  const std::vector<Joint> joints = find_joints(raw, clean, furniture);
  TextBuilder builder;
  builder.reserve(clean.bytes.size() + clean.lines.size(), clean.lines.size(), clean.pieces.size());
  Piece piece = clean.pieces.begin();
  for (size_t i = 0; i < clean.lines.size(); ++i) {
    const RawLine& line = raw.lines[clean.lines[i].raw];
    if (furniture[i]) {
      // A rule may be the part of a line that held other things too.
      const bool part = *furniture[i] == Furniture::Kind::kRule && !is_rule(line.text);
      std::string text = part ? std::string(clean.of(clean.lines[i])) : to_valid_utf8(line.text);
      builder.add_furniture({*furniture[i], std::move(text), line.page, line.line});
      continue;
    }
    if (joints[i] == Joint::kBreak) builder.begin_line(line);
    if (joints[i] == Joint::kSpace) builder.append_space();
    append_pieces(raw, clean, clean.lines[i].span, piece, builder);
  }
  report_invalid(clean.invalid_sequences, builder);
  return std::move(builder).finish();
}

}  // namespace rasoat
