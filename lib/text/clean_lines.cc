// Nearly all lines of nearly all texts need no repair: one scan over the bytes says so, and the
// line is taken over as it is. The others are taken apart into characters that remember their
// column, repaired in that form, and written back with as few pieces as the way back needs.
#include "text/clean_lines.h"

#include <algorithm>
#include <array>

#include "text/characters.h"
#include "text/encoding.h"
#include "text/normal_form.h"

namespace rasoat {
namespace {

// What the scan of a line does at a byte.
enum Action : uint8_t {
  kPlain,  // a printable ASCII character
  kSpace,
  kStar,    // may be a mark of Markdown
  kTwo,     // begins a letter of two bytes that never needs repair
  kC2,      // U+0080..U+00BF: no-break space, soft hyphen, control characters
  kC3,      // U+00C0..U+00FF: Ð and ð
  kC6,      // U+0180..U+01BF: Ɖ
  kE1,      // U+1000..U+1FFF: Vietnamese letters are U+1E00..U+1EFF
  kE2,      // U+2000..U+2FFF: quotation marks, dashes, odd spaces
  kRepair,  // all else
};

constexpr std::array<uint8_t, 256> kActions = [] {
  std::array<uint8_t, 256> out{};
  for (int byte = 0; byte < 256; ++byte) out[byte] = byte > 0x20 && byte < 0x7F ? kPlain : kRepair;
  out[' '] = kSpace;
  out['*'] = out['\\'] = kStar;
  out[0xC2] = kC2;
  out[0xC3] = kC3;
  out[0xC4] = out[0xC5] = kTwo;
  out[0xC6] = kC6;
  out[0xE1] = kE1;
  out[0xE2] = kE2;
  return out;
}();

bool is_continuation(unsigned char byte) { return (byte & 0xC0) == 0x80; }

// Third bytes after E2 80 that stand for characters that need no repair: – — ‘ ’ “ ” • …
bool is_plain_punctuation(unsigned char third) {
  return third == 0x93 || third == 0x94 || third == 0x98 || third == 0x99 || third == 0x9C ||
         third == 0x9D || third == 0xA2 || third == 0xA6;
}

// Whether a text without white space at its ends needs no repair. Counts its characters.
bool is_plain(std::string_view text, bool markdown, uint32_t& width) {
  const auto* at = reinterpret_cast<const unsigned char*>(text.data());
  const unsigned char* const begin = at;
  const unsigned char* const end = at + text.size();
  uint32_t continuations = 0;
  while (at < end) {
    switch (kActions[*at]) {
      case kPlain:
        ++at;
        continue;
      case kStar:
        if (markdown) return false;
        ++at;
        continue;
      case kSpace:
        if (at[1] == ' ') return false;  // the text does not end in a space
        ++at;
        continue;
      case kTwo:
      case kC2:
      case kC3:
      case kC6: {
        if (end - at < 2 || !is_continuation(at[1])) return false;
        const unsigned char action = kActions[*at], second = at[1];
        if (action == kC2 && (second <= 0xA0 || second == 0xAD)) return false;
        if (action == kC3 && (second == 0x90 || second == 0xB0)) return false;
        if (action == kC6 && second == 0x89) return false;
        ++continuations;
        at += 2;
        continue;
      }
      case kE1:
        if (end - at < 3 || at[1] < 0xB8 || at[1] > 0xBB || !is_continuation(at[2])) return false;
        continuations += 2;
        at += 3;
        continue;
      case kE2:
        if (end - at < 3 || at[1] != 0x80 || !is_plain_punctuation(at[2])) return false;
        // A dash may stand for the hyphen of a document's number.
        if (at[2] <= 0x94 && at != begin && at[-1] != ' ' && end - at > 3 && at[3] != ' ')
          return false;
        continuations += 2;
        at += 3;
        continue;
      default:
        return false;
    }
  }
  width = static_cast<uint32_t>(text.size()) - continuations;
  return true;
}

// Emphasis is used throughout such a text: "**Điều 1. **Ban hành", "*Căn cứ ...;*".
bool uses_markdown(const RawText& raw) {
  size_t lines = 0, marked = 0;
  for (const RawLine& line : raw.lines) {
    if (line.text.empty()) continue;
    ++lines;
    const size_t at = line.text.find("**");
    if (at == std::string::npos) continue;
    if (line.text.find_first_not_of("* ") == std::string::npos) continue;  // a ruled line
    ++marked;
  }
  return marked >= 3 && marked * 50 >= lines;
}

class Cleaner {
 public:
  explicit Cleaner(const RawText& raw) : raw_(raw), markdown_(uses_markdown(raw)) {
    size_t bytes = 0;
    for (const RawLine& line : raw.lines) bytes += line.text.size();
    out_.bytes.reserve(bytes);
    out_.lines.reserve(raw.lines.size());
    out_.pieces.reserve(raw.lines.size() + raw.lines.size() / 8);
  }

  CleanLines run() {
    for (uint32_t i = 0; i < raw_.lines.size(); ++i) add(i);
    return std::move(out_);
  }

 private:
  void add(uint32_t index) {
    const std::string_view text = raw_.lines[index].text;
    const size_t begin = text.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos) {
      blank_ = true;
      return;
    }
    const size_t end = text.find_last_not_of(" \t\r\n") + 1;
    const std::string_view trimmed = text.substr(begin, end - begin);
    const auto offset = static_cast<uint32_t>(out_.bytes.size());
    uint32_t width = 0;
    if (is_plain(trimmed, markdown_, width)) {
      out_.pieces.push_back({offset, index, static_cast<uint32_t>(begin)});
      out_.bytes += trimmed;
    } else {
      decode(trimmed, static_cast<uint32_t>(begin));
      repair();
      write(index);
      width = static_cast<uint32_t>(characters_.size());
    }
    const auto stop = static_cast<uint32_t>(out_.bytes.size());
    if (stop == offset) {
      blank_ = true;
      return;
    }
    const RawLine& line = raw_.lines[index];
    const bool jump = index > 0 && line.page == raw_.lines[last_].page && line.line > 0 &&
                      line.line > raw_.lines[last_].line + (index - last_);
    out_.lines.push_back({{offset, stop}, index, width, blank_ || jump, LinePlace::kUnknown});
    blank_ = false;
    last_ = index;
  }

  void decode(std::string_view text, uint32_t column) {
    characters_.clear();
    foreign_ = composing_ = soft_hyphen_ = false;
    for (size_t at = 0; at < text.size();) {
      const DecodedCharacter next = decode_utf8(text, at);
      if (!next.valid) ++out_.invalid_sequences;
      const char32_t c = repaired_character(next.code_point);
      if (c != 0) {
        characters_.push_back({c, column + static_cast<uint32_t>(at)});
        foreign_ =
            foreign_ || (c >= 0x370 && c < 0x530) || c == 0x2013 || c == 0x2014 || c == 0x2212;
        composing_ = composing_ || may_break_nfc(c);
        soft_hyphen_ = soft_hyphen_ || c == 0xAD;
      }
      at += next.size;
    }
  }

  void repair() {
    if (markdown_) drop_emphasis();
    if (soft_hyphen_) repair_soft_hyphens(characters_);
    if (foreign_) repair_lookalikes(characters_);
    if (composing_) compose(characters_);
    collapse_spaces();
  }

  // "**" anywhere and a single '*' that touches a word; a '*' between spaces is a bullet. And the
  // backslash that keeps a character from being a mark.
  void drop_emphasis() {
    const std::vector<SourceCharacter> all = characters_;
    const auto at = [&](size_t i) { return i < all.size() ? all[i].c : U' '; };
    characters_.clear();
    for (size_t i = 0; i < all.size(); ++i) {
      const char32_t before = i == 0 ? U' ' : at(i - 1);
      if (all[i].c == '*' && (before != ' ' || at(i + 1) != ' ' || i + 1 == all.size())) continue;
      if (all[i].c == '\\' && is_escaped(at(i + 1))) continue;
      characters_.push_back(all[i]);
    }
  }

  static bool is_escaped(char32_t c) { return c == '_' || c == '*' || c == '|' || c == '#'; }

  void collapse_spaces() {
    size_t kept = 0;
    for (const SourceCharacter& next : characters_) {
      if (next.c == ' ' && (kept == 0 || characters_[kept - 1].c == ' ')) continue;
      characters_[kept++] = next;
    }
    if (kept > 0 && characters_[kept - 1].c == ' ') --kept;
    characters_.resize(kept);
  }

  void write(uint32_t index) {
    int64_t shift = -1;  // column - offset of the piece being written
    for (const SourceCharacter& next : characters_) {
      const auto offset = static_cast<uint32_t>(out_.bytes.size());
      const int64_t here = int64_t{next.column} - int64_t{offset} + (int64_t{1} << 33);
      if (here != shift) {
        out_.pieces.push_back({offset, index, next.column});
        shift = here;
      }
      append_utf8(out_.bytes, next.c);
    }
  }

  const RawText& raw_;
  bool markdown_;
  CleanLines out_;
  bool blank_ = false;
  uint32_t last_ = 0;
  std::vector<SourceCharacter> characters_;  // of the line being repaired
  bool foreign_ = false, composing_ = false, soft_hyphen_ = false;
};

}  // namespace

CleanLines clean_lines(const RawText& raw) { return Cleaner(raw).run(); }

}  // namespace rasoat
