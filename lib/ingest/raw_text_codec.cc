#include "ingest/raw_text_codec.h"

#include <cstring>
#include <utility>

namespace rasoat {
namespace {

constexpr std::string_view kMagic = "RASOAT-LINES-1\n";

enum Flags : uint8_t { kEnds = 1, kBold = 2, kItalic = 4, kCentered = 8 };

// The fixed part of a line. Both sides are builds of one program on one machine.
struct Record {
  uint32_t size, page, line, table, row, column;
  float left, right, top, font_size;
  uint8_t role, flags;
};

template <typename T>
void put(std::string& out, const T& value) {
  char bytes[sizeof value];
  std::memcpy(bytes, &value, sizeof value);
  out.append(bytes, sizeof value);
}

template <typename T>
bool take(std::string_view& in, T& value) {
  if (in.size() < sizeof value) return false;
  std::memcpy(&value, in.data(), sizeof value);
  in.remove_prefix(sizeof value);
  return true;
}

}  // namespace

std::string encode_raw_text(const RawText& text) {
  std::string out(kMagic);
  put(out, static_cast<uint64_t>(text.lines.size()));
  put(out, static_cast<uint8_t>(text.paragraphs_known));
  for (const RawLine& line : text.lines) {
    Record record;
    std::memset(static_cast<void*>(&record), 0, sizeof record);
    record.size = static_cast<uint32_t>(line.text.size());
    record.page = line.page;
    record.line = line.line;
    record.table = line.cell.table;
    record.row = line.cell.row;
    record.column = line.cell.column;
    record.left = line.left;
    record.right = line.right;
    record.top = line.top;
    record.font_size = line.font_size;
    record.role = static_cast<uint8_t>(line.role);
    record.flags =
        static_cast<uint8_t>((line.ends_paragraph ? kEnds : 0) | (line.bold ? kBold : 0) |
                             (line.italic ? kItalic : 0) | (line.centered ? kCentered : 0));
    put(out, record);
    out += line.text;
  }
  return out;
}

std::optional<RawText> decode_raw_text(std::string_view in) {
  if (!in.starts_with(kMagic)) return std::nullopt;
  in.remove_prefix(kMagic.size());
  uint64_t count = 0;
  uint8_t known = 0;
  if (!take(in, count) || !take(in, known) || count > in.size() / sizeof(Record)) {
    return std::nullopt;
  }
  RawText out;
  out.paragraphs_known = known != 0;
  out.lines.reserve(static_cast<size_t>(count));
  for (uint64_t i = 0; i < count; ++i) {
    Record record;
    if (!take(in, record) || record.size > in.size() || record.role > 2) return std::nullopt;
    RawLine line;
    line.text = in.substr(0, record.size);
    in.remove_prefix(record.size);
    line.page = record.page;
    line.line = record.line;
    line.role = static_cast<LineRole>(record.role);
    line.ends_paragraph = (record.flags & kEnds) != 0;
    line.bold = (record.flags & kBold) != 0;
    line.italic = (record.flags & kItalic) != 0;
    line.centered = (record.flags & kCentered) != 0;
    line.cell = {record.table, record.row, record.column};
    line.left = record.left;
    line.right = record.right;
    line.top = record.top;
    line.font_size = record.font_size;
    out.lines.push_back(std::move(line));
  }
  if (!in.empty()) return std::nullopt;
  return out;
}

}  // namespace rasoat
