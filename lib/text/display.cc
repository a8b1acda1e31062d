#include "text/display.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <cstdint>
#include <cstdio>

namespace rasoat {
namespace {

struct Character {
  UChar32 code = 0;  // negative: the bytes are no UTF-8
  std::string_view bytes;
};

Character next_character(std::string_view text, size_t& at) {
  const auto* bytes = reinterpret_cast<const uint8_t*>(text.data());
  const size_t begin = at;
  UChar32 code;
  U8_NEXT(bytes, at, text.size(), code);
  return {code, text.substr(begin, at - begin)};
}

size_t width_of(UChar32 code) {
  if (code < 0) return 1;
  if (code < 0x300) return code >= 0x20 && (code < 0x7f || code >= 0xa0) ? 1 : 0;
  const auto category = u_charType(code);
  if (category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK || category == U_FORMAT_CHAR) {
    return 0;
  }
  const int32_t east_asian = u_getIntPropertyValue(code, UCHAR_EAST_ASIAN_WIDTH);
  return east_asian == U_EA_WIDE || east_asian == U_EA_FULLWIDTH ? 2 : 1;
}

bool turns_direction(UChar32 code) {
  return code == 0x200e || code == 0x200f || code == 0x61c || (code >= 0x202a && code <= 0x202e) ||
         (code >= 0x2066 && code <= 0x2069);
}

bool is_control(UChar32 code) {
  return code >= 0 && (code < 0x20 || (code >= 0x7f && code < 0xa0) || code == 0x2028 ||
                       code == 0x2029 || turns_direction(code));
}

}  // namespace

size_t display_width(std::string_view text) {
  size_t out = 0;
  for (size_t at = 0; at < text.size();) out += width_of(next_character(text, at).code);
  return out;
}

std::string printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    const Character character = next_character(text, at);
    if (character.code < 0) {
      out += "\uFFFD";
    } else if (character.code == '\t' || character.code == '\n' || character.code == '\r') {
      out += ' ';
    } else if (is_control(character.code)) {
      char escape[8];
      std::snprintf(escape, sizeof escape, character.code < 0x100 ? "\\x%02x" : "\\u%04x",
                    static_cast<unsigned>(character.code));
      out += escape;
    } else {
      out += character.bytes;
    }
  }
  return out;
}

std::vector<std::string> wrap_to_width(std::string_view text, size_t width) {
  if (width == 0) width = 1;
  std::vector<std::string> lines(1);
  size_t used = 0;   // columns of the last line
  std::string word;  // read, not yet placed
  size_t word_width = 0;
  const auto place_word = [&] {
    if (word.empty()) return;
    if (used > 0 && used + 1 + word_width > width) {
      lines.emplace_back();
      used = 0;
    }
    if (used > 0) {
      lines.back() += ' ';
      ++used;
    }
    lines.back() += word;
    used += word_width;
    word.clear();
    word_width = 0;
  };
  for (size_t at = 0; at < text.size();) {
    const Character character = next_character(text, at);
    if (character.code == ' ' || character.code == '\n') {
      place_word();
      continue;
    }
    const size_t columns = width_of(character.code);
    if (word_width > 0 && word_width + columns > width) {  // the word alone fills a line
      place_word();
      lines.emplace_back();
      used = 0;
    }
    word += character.bytes;
    word_width += columns;
  }
  place_word();
  if (lines.size() > 1 && lines.back().empty()) lines.pop_back();
  return lines;
}

}  // namespace rasoat
