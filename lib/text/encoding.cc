#include "text/encoding.h"

namespace rasoat {

DecodedCharacter decode_any_utf8(std::string_view text, size_t at) {
  const auto byte = [&](size_t i) {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
  };
  const unsigned lead = byte(at);
  if (lead < 0x80) {
    if (lead == 0) return {kReplacementCharacter, 1, false};
    return {lead, 1, true};
  }
  uint32_t size = 0;
  unsigned second_from = 0x80, second_to = 0xBF;
  char32_t c = 0;
  if (lead >= 0xC2 && lead <= 0xDF) {
    size = 2;
    c = lead & 0x1F;
  } else if (lead >= 0xE0 && lead <= 0xEF) {
    size = 3;
    c = lead & 0x0F;
    if (lead == 0xE0) second_from = 0xA0;  // no overlong forms
    if (lead == 0xED) second_to = 0x9F;    // no surrogates
  } else if (lead >= 0xF0 && lead <= 0xF4) {
    size = 4;
    c = lead & 0x07;
    if (lead == 0xF0) second_from = 0x90;
    if (lead == 0xF4) second_to = 0x8F;
  } else {
    return {kReplacementCharacter, 1, false};
  }
  for (uint32_t i = 1; i < size; ++i) {
    const unsigned next = byte(at + i);
    if (next < (i == 1 ? second_from : 0x80U) || next > (i == 1 ? second_to : 0xBFU)) {
      return {kReplacementCharacter, i, false};
    }
    c = c << 6 | (next & 0x3F);
  }
  return {c, size, true};
}

void append_utf8(std::string& out, char32_t c) {
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0 | c >> 6);
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0 | c >> 12);
    out += static_cast<char>(0x80 | (c >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else {
    out += static_cast<char>(0xF0 | c >> 18);
    out += static_cast<char>(0x80 | (c >> 12 & 0x3F));
    out += static_cast<char>(0x80 | (c >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  }
}

std::string to_valid_utf8(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    const DecodedCharacter next = decode_utf8(text, at);
    append_utf8(out, next.code_point);
    at += next.size;
  }
  return out;
}

}  // namespace rasoat
