// Nearly all lines of nearly all texts need no repair: take_plain_line says so, or else one scan
// over the bytes, and the line is taken over as it is. Of the others, the words that need repair
// are taken apart into characters that remember their column, repaired in that form, and written
// back with as few pieces as the way back needs.
#include "text/clean_lines.h"

#include <algorithm>
#include <array>

#include "text/characters.h"
#include "text/encoding.h"
#include "text/lower.h"
#include "text/normal_form.h"
#include "text/plain_line.h"

namespace rasoat {
namespace {

// The scan is an automaton over bytes, since letters of one, two and three bytes follow each other
// in Vietnamese so irregularly that branches on them are guessed wrong.
enum State : uint8_t {
  kBehindSpace,  // also at the front
  kBehindCharacter,
  kBehindDash,  // that may stand for the hyphen of a document's number; a space must follow
  kIn2,         // a continuation byte must follow, and the letter needs no repair
  kInC2,        // U+0080..U+00BF: no-break space, soft hyphen, control characters
  kInC3,        // U+00C0..U+00FF: Ð and ð
  kInC6,        // U+0180..U+01BF: Ɖ
  kInE1,        // U+1000..U+1FFF: Vietnamese letters are U+1E00..U+1EFF
  kInE2Behind,  // U+2000..U+2FFF, behind a character
  kInE2,        // the same behind a space
  kInE280Behind,
  kInE280,  // – — ‘ ’ “ ” • … need no repair
  kRepair,  // for good
  kStates
};

State next_state(State state, unsigned byte) {
  const bool continuation = (byte & 0xC0) == 0x80;
  const auto when = [](bool good, State next) { return good ? next : kRepair; };
  switch (state) {
    case kBehindSpace:
    case kBehindCharacter:
    case kBehindDash: {
      if (byte == ' ') return when(state != kBehindSpace, kBehindSpace);
      if (state == kBehindDash) return kRepair;
      if (byte > 0x20 && byte < 0x7F) return kBehindCharacter;
      if (byte == 0xC4 || byte == 0xC5) return kIn2;
      if (byte == 0xC2) return kInC2;
      if (byte == 0xC3) return kInC3;
      if (byte == 0xC6) return kInC6;
      if (byte == 0xE1) return kInE1;
      if (byte == 0xE2) return state == kBehindSpace ? kInE2 : kInE2Behind;
      return kRepair;
    }
    case kIn2:
      return when(continuation, kBehindCharacter);
    case kInC2:
      return when(continuation && byte > 0xA0 && byte != 0xAD, kBehindCharacter);
    case kInC3:
      return when(continuation && byte != 0x90 && byte != 0xB0, kBehindCharacter);
    case kInC6:
      return when(continuation && byte != 0x89, kBehindCharacter);
    case kInE1:
      return when(byte >= 0xB8 && byte <= 0xBB, kIn2);
    case kInE2Behind:
      return when(byte == 0x80, kInE280Behind);
    case kInE2:
      return when(byte == 0x80, kInE280);
    case kInE280Behind:
    case kInE280:
      if (byte == 0x93 || byte == 0x94) {
        return state == kInE280 ? kBehindCharacter : kBehindDash;
      }
      return when(byte == 0x98 || byte == 0x99 || byte == 0x9C || byte == 0x9D || byte == 0xA2 ||
                      byte == 0xA6,
                  kBehindCharacter);
    default:
      return kRepair;
  }
}

// State and byte → state. In a text that uses Markdown, its marks need repair.
using Transitions = std::array<std::array<uint8_t, 256>, kStates>;

Transitions make_transitions(bool markdown) {
  Transitions out{};
  for (int state = 0; state < kStates; ++state) {
    for (unsigned byte = 0; byte < 256; ++byte) {
      const bool mark = markdown && (byte == '*' || byte == '\\');
      out[state][byte] = mark ? kRepair : next_state(static_cast<State>(state), byte);
    }
  }
  return out;
}

const Transitions& transitions(bool markdown) {
  static const Transitions plain = make_transitions(false), marked = make_transitions(true);
  return markdown ? marked : plain;
}

// Whether a text without white space at its ends needs no repair.
bool is_plain(std::string_view text, const Transitions& next) {
  uint8_t state = kBehindSpace;
  for (const char c : text) state = next[state][static_cast<unsigned char>(c)];
  return state == kBehindCharacter || state == kBehindDash;
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
  explicit Cleaner(const RawText& raw)
      : raw_(raw), markdown_(uses_markdown(raw)), transitions_(transitions(markdown_)) {
    size_t bytes = 0;
    for (const RawLine& line : raw.lines) bytes += line.text.size();
    out_.bytes.reserve(bytes);
    out_.lower.resize(bytes + kRoom);
    out_.lines.reserve(raw.lines.size());
    out_.pieces.reserve(raw.lines.size() + raw.lines.size() / 8);
  }

  CleanLines run() {
    for (uint32_t i = 0; i < raw_.lines.size(); ++i) add(i);
    out_.lower.resize(out_.bytes.size());
    return std::move(out_);
  }

 private:
  void add(uint32_t index) {
    const std::string_view text = raw_.lines[index].text;
    size_t begin = 0, end = text.size();
    while (begin < end && is_white(text[begin])) ++begin;
    while (end > begin && is_white(text[end - 1])) --end;
    if (begin == end) {
      blank_ = true;
      return;
    }
    const std::string_view trimmed = text.substr(begin, end - begin);
    const auto offset = static_cast<uint32_t>(out_.bytes.size());
    uint32_t width = 0;
    const bool plain =
        !markdown_ && take_plain_line(trimmed, lower_at(offset, trimmed.size()), width);
    if (plain || is_plain(trimmed, transitions_)) {
      out_.pieces.push_back({offset, index, static_cast<uint32_t>(begin)});
      out_.bytes += trimmed;
      if (!plain) width = count_characters(trimmed);
    } else {
      repair(trimmed, static_cast<uint32_t>(begin), index);
      width = count_characters(std::string_view(out_.bytes).substr(offset));
    }
    const auto stop = static_cast<uint32_t>(out_.bytes.size());
    if (!plain) {
      lower_letters(std::string_view(out_.bytes).substr(offset), lower_at(offset, stop - offset));
    }
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

  // Where the lower case of so many bytes at an offset is to be written.
  char* lower_at(size_t offset, size_t size) {
    const size_t needed = offset + size + kRoom;
    if (out_.lower.size() < needed) out_.lower.resize(std::max(needed, 2 * out_.lower.size()));
    return out_.lower.data() + offset;
  }

  static bool is_white(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

  // Writes a line that stands at a column of the source line `index`, part by part: most often but
  // one of its words needs repair. Emphasis is taken off the line as a whole.
  void repair(std::string_view text, uint32_t column, uint32_t index) {
    shift_ = kNoShift;
    for (size_t at = 0; at < text.size();) {
      const size_t next = markdown_ ? text.size() : next_part(text, at);
      const std::string_view part = text.substr(at, next - at);
      const auto from = column + static_cast<uint32_t>(at);
      const size_t words = part.find_last_not_of(' ') + 1;
      if (is_plain(part.substr(0, words), transitions_)) {
        begin_piece(index, from);
        out_.bytes += part.substr(0, words + 1);  // with one space
      } else {
        decode(part, from);
        repair_characters(next == text.size());
        write(index);
      }
      at = next;
    }
  }

  // Behind a space and at a character that neither vanishes nor combines with what stands before it
  // begins a part that can be repaired by itself.
  static size_t next_part(std::string_view text, size_t at) {
    constexpr char kLeadOfD = '\xC4';  // of đ
    for (size_t space = text.find(' ', at); space != std::string_view::npos;
         space = text.find(' ', space + 1)) {
      const char next = space + 1 < text.size() ? text[space + 1] : ' ';
      if ((next > ' ' && next < 0x7F) || next == kLeadOfD) return space + 1;
    }
    return text.size();
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

  void repair_characters(bool at_end) {
    if (markdown_) drop_emphasis();
    if (soft_hyphen_) repair_soft_hyphens(characters_);
    if (foreign_) repair_lookalikes(characters_);
    if (composing_) compose(characters_);
    collapse_spaces(at_end);
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

  void collapse_spaces(bool at_end) {
    size_t kept = 0;
    for (const SourceCharacter& next : characters_) {
      if (next.c == ' ' && (kept == 0 || characters_[kept - 1].c == ' ')) continue;
      characters_[kept++] = next;
    }
    if (at_end && kept > 0 && characters_[kept - 1].c == ' ') --kept;
    characters_.resize(kept);
  }

  void write(uint32_t index) {
    for (const SourceCharacter& next : characters_) {
      begin_piece(index, next.column);
      append_utf8(out_.bytes, next.c);
    }
  }

  // What is written next stands at this column; a new piece unless the last one leads there.
  void begin_piece(uint32_t index, uint32_t column) {
    const auto offset = static_cast<uint32_t>(out_.bytes.size());
    const int64_t shift = int64_t{column} - int64_t{offset};
    if (shift == shift_) return;
    out_.pieces.push_back({offset, index, column});
    shift_ = shift;
  }

  const RawText& raw_;
  const bool markdown_;
  const Transitions& transitions_;
  CleanLines out_;
  bool blank_ = false;
  uint32_t last_ = 0;
  static constexpr int64_t kNoShift = int64_t{1} << 33;
  int64_t shift_ = kNoShift;                 // column less offset of the piece being written
  std::vector<SourceCharacter> characters_;  // of the part being repaired
  bool foreign_ = false, composing_ = false, soft_hyphen_ = false;
};

}  // namespace

CleanLines clean_lines(const RawText& raw) { return Cleaner(raw).run(); }

}  // namespace rasoat
