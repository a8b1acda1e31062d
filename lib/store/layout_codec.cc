// One flat sequence of unsigned LEB128 numbers and length-prefixed strings, packed with zstd. The
// first number is the version of the form. Lists are a count and their items; a span is its begin,
// relative to the begin of the span before it in the list (zigzag), and its length. A reader never
// trusts a count or a length further than the bytes that are left.
#include "store/layout_codec.h"

#include <zstd.h>

#include <algorithm>
#include <cstdint>

#include "text/text_builder.h"

namespace rasoat {
namespace {

constexpr uint64_t kVersion = 1;
constexpr size_t kMaxUnpacked = 512u << 20;

class Writer {
 public:
  void number(uint64_t value) {
    while (value >= 0x80) {
      out_ += static_cast<char>(value | 0x80);
      value >>= 7;
    }
    out_ += static_cast<char>(value);
  }
  void signed_number(int64_t value) {
    number((static_cast<uint64_t>(value) << 1) ^ static_cast<uint64_t>(value >> 63));
  }
  void string(std::string_view value) {
    number(value.size());
    out_ += value;
  }
  void span(Span value) {
    signed_number(static_cast<int64_t>(value.begin) - last_);
    number(value.size());
    last_ = value.begin;
  }
  std::string take() { return std::move(out_); }

 private:
  std::string out_;
  int64_t last_ = 0;
};

class Reader {
 public:
  Reader(std::string_view bytes, size_t text_size) : rest_(bytes), text_size_(text_size) {}

  bool failed() const { return failed_; }
  bool at_end() const { return rest_.empty(); }

  uint64_t number() {
    uint64_t value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      if (rest_.empty()) return fail();
      const auto byte = static_cast<unsigned char>(rest_.front());
      rest_.remove_prefix(1);
      value |= static_cast<uint64_t>(byte & 0x7F) << shift;
      if (byte < 0x80) return value;
    }
    return fail();
  }
  uint32_t number32() { return static_cast<uint32_t>(number()); }
  int64_t signed_number() {
    const uint64_t value = number();
    return static_cast<int64_t>(value >> 1) ^ -static_cast<int64_t>(value & 1);
  }
  // A count of items, each of which takes at least one byte.
  size_t count() {
    const uint64_t value = number();
    return value > rest_.size() ? fail() : value;
  }
  std::string string() {
    const size_t size = count();
    if (failed_) return {};
    std::string out(rest_.substr(0, size));
    rest_.remove_prefix(size);
    return out;
  }
  Span span() {
    const int64_t begin = last_ + signed_number();
    const uint64_t size = number();
    if (begin < 0 || static_cast<uint64_t>(begin) > text_size_ ||
        size > text_size_ - static_cast<uint64_t>(begin)) {
      fail();
      return {};
    }
    last_ = begin;
    return {static_cast<uint32_t>(begin),
            static_cast<uint32_t>(begin + static_cast<int64_t>(size))};
  }

 private:
  uint64_t fail() {
    failed_ = true;
    rest_ = {};
    return 0;
  }

  std::string_view rest_;
  uint64_t text_size_;
  int64_t last_ = 0;
  bool failed_ = false;
};

template <typename List, typename Item>
void write_list(Writer& out, const List& list, Item item) {
  out.number(list.size());
  for (const auto& value : list) item(value);
}

template <typename T, typename Item>
void read_list(Reader& in, std::vector<T>& list, Item item) {
  const size_t count = in.count();
  for (size_t i = 0; i < count && !in.failed(); ++i) list.push_back(item());
}

void write_diagnostics(Writer& out, const std::vector<Diagnostic>& list) {
  write_list(out, list, [&](const Diagnostic& diagnostic) {
    out.string(diagnostic.code);
    out.string(diagnostic.message);
    out.span(diagnostic.span);
  });
}

std::vector<Diagnostic> read_diagnostics(Reader& in) {
  std::vector<Diagnostic> out;
  read_list(in, out, [&] {
    Diagnostic diagnostic;
    diagnostic.code = in.string();
    diagnostic.message = in.string();
    diagnostic.span = in.span();
    return diagnostic;
  });
  return out;
}

void write_text(Writer& out, const TextBuffer& text) {
  write_list(out, text.lines(), [&](const TextLine& line) {
    out.span(line.span);
    out.number(static_cast<uint64_t>(line.role) << 3 | (line.bold ? 1u : 0u) |
               (line.italic ? 2u : 0u) | (line.centered ? 4u : 0u));
    if (line.role == LineRole::kTable) {
      out.number(line.cell.table);
      out.number(line.cell.row);
      out.number(line.cell.column);
    }
  });
  uint32_t offset = 0;
  uint32_t source_line = 0;
  write_list(out, text.segments(), [&](const TextBuffer::Segment& segment) {
    out.number(segment.offset - offset);
    out.number(segment.source.page);
    out.signed_number(static_cast<int64_t>(segment.source.line) - source_line);
    out.number(segment.source.column);
    offset = segment.offset;
    source_line = segment.source.line;
  });
  write_list(out, text.furniture(), [&](const Furniture& furniture) {
    out.number(static_cast<uint64_t>(furniture.kind));
    out.string(furniture.text);
    out.number(furniture.page);
    out.number(furniture.line);
  });
  write_diagnostics(out, text.diagnostics());
}

std::optional<TextBuffer> read_text(Reader& in, std::string text) {
  std::vector<TextLine> lines;
  read_list(in, lines, [&] {
    TextLine line;
    line.span = in.span();
    const uint64_t flags = in.number();
    line.role = static_cast<LineRole>(std::min<uint64_t>(flags >> 3, 2));
    line.bold = flags & 1;
    line.italic = flags & 2;
    line.centered = flags & 4;
    if (line.role == LineRole::kTable) line.cell = {in.number32(), in.number32(), in.number32()};
    return line;
  });
  std::vector<TextBuffer::Segment> segments;
  uint32_t offset = 0;
  int64_t source_line = 0;
  read_list(in, segments, [&] {
    offset += in.number32();
    SourcePosition source;
    source.page = in.number32();
    source.line = static_cast<uint32_t>(source_line += in.signed_number());
    source.column = in.number32();
    return TextBuffer::Segment{offset, source};
  });

  std::vector<Furniture> furniture;
  read_list(in, furniture, [&] {
    Furniture piece;
    piece.kind = static_cast<decltype(piece.kind)>(std::min<uint64_t>(in.number(), 3));
    piece.text = in.string();
    piece.page = in.number32();
    piece.line = in.number32();
    return piece;
  });
  std::optional<TextBuilder> out =
      TextBuilder::restore(std::move(text), std::move(lines), std::move(segments));
  if (!out) return {};
  for (Furniture& piece : furniture) out->add_furniture(std::move(piece));
  for (Diagnostic& diagnostic : read_diagnostics(in)) out->add_diagnostic(std::move(diagnostic));
  return std::move(*out).finish();
}

void write_document(Writer& out, const Document& document) {
  const auto span = [&](Span value) { out.span(value); };
  const auto string = [&](const std::string& value) { out.string(value); };
  write_list(out, document.head.recipients, string);
  out.span(document.head.number_span);
  out.span(document.head.date_span);
  out.span(document.head.title_span);
  write_list(out, document.head.bases, span);
  write_list(out, document.components, [&](const Component& component) {
    out.number(static_cast<uint64_t>(component.kind));
    out.string(component.prefix);
    out.string(component.type);
    out.span(component.title);
    out.span(component.span);
  });
  write_list(out, document.provisions, [&](const Provision& provision) {
    out.string(provision.id);
    out.number(static_cast<uint64_t>(provision.level));
    out.string(provision.label);
    out.span(provision.label_span);
    out.span(provision.heading);
    out.span(provision.own);
    out.span(provision.full);
    out.signed_number(provision.parent);
    out.number(provision.component);
  });
  write_list(out, document.quoted, span);
  write_list(out, document.asides, span);
  write_diagnostics(out, document.diagnostics);
}

Document read_document(Reader& in) {
  const auto span = [&] { return in.span(); };
  const auto string = [&] { return in.string(); };
  Document out;
  read_list(in, out.head.recipients, string);
  out.head.number_span = in.span();
  out.head.date_span = in.span();
  out.head.title_span = in.span();
  read_list(in, out.head.bases, span);
  read_list(in, out.components, [&] {
    Component component;
    component.kind = static_cast<Component::Kind>(std::min<uint64_t>(in.number(), 2));
    component.prefix = in.string();
    component.type = in.string();
    component.title = in.span();
    component.span = in.span();
    return component;
  });
  read_list(in, out.provisions, [&] {
    Provision provision;
    provision.id = in.string();
    provision.level =
        static_cast<Level>(std::min<uint64_t>(in.number(), static_cast<uint64_t>(Level::kAnnex)));
    provision.label = in.string();
    provision.label_span = in.span();
    provision.heading = in.span();
    provision.own = in.span();
    provision.full = in.span();
    // A parent stands before its children, so that no walk up the tree can go in a circle.
    const auto index = static_cast<int64_t>(out.provisions.size());
    provision.parent = static_cast<int32_t>(std::clamp<int64_t>(in.signed_number(), -1, index - 1));
    provision.component = static_cast<uint16_t>(in.number());
    return provision;
  });
  read_list(in, out.quoted, span);
  read_list(in, out.asides, span);
  out.diagnostics = read_diagnostics(in);
  return out;
}

}  // namespace

std::string compress(std::string_view bytes) {
  std::string out(ZSTD_compressBound(bytes.size()), '\0');
  const size_t size = ZSTD_compress(out.data(), out.size(), bytes.data(), bytes.size(), 3);
  out.resize(ZSTD_isError(size) ? 0 : size);
  return out;
}

std::optional<std::string> decompress(std::string_view bytes) {
  const unsigned long long size = ZSTD_getFrameContentSize(bytes.data(), bytes.size());
  if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN || size > kMaxUnpacked) {
    return {};
  }
  std::string out(size, '\0');
  const size_t got = ZSTD_decompress(out.data(), out.size(), bytes.data(), bytes.size());
  if (ZSTD_isError(got) || got != size) return {};
  return out;
}

std::string encode_layout(const TextBuffer& text, const Document& document) {
  Writer out;
  out.number(kVersion);
  write_text(out, text);
  write_document(out, document);
  return compress(out.take());
}

std::optional<DecodedLayout> decode_layout(std::string_view bytes, std::string text) {
  const std::optional<std::string> unpacked = decompress(bytes);
  if (!unpacked) return {};
  Reader in(*unpacked, text.size());
  if (in.number() != kVersion) return {};
  std::optional<TextBuffer> buffer = read_text(in, std::move(text));
  if (!buffer) return {};
  DecodedLayout out{std::move(*buffer), read_document(in)};
  if (in.failed() || !in.at_end()) return {};
  return out;
}

}  // namespace rasoat
