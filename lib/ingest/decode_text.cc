#include "ingest/decode_text.h"

#include <array>

#include "text/encoding.h"

namespace rasoat {
namespace {

// Windows-1252, bytes 0x80 to 0x9F; bytes without a character stand for themselves.
constexpr std::array<char32_t, 32> kWindows1252 = {
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

std::string from_utf16(std::string_view content, bool little) {
  std::string out;
  out.reserve(content.size());
  const auto unit = [&](size_t at) -> char32_t {
    const auto a = static_cast<unsigned char>(content[at]);
    const auto b = static_cast<unsigned char>(content[at + 1]);
    return little ? a | b << 8 : a << 8 | b;
  };
  for (size_t at = 0; at + 1 < content.size(); at += 2) {
    char32_t c = unit(at);
    if (c >= 0xD800 && c < 0xDC00 && at + 3 < content.size()) {
      const char32_t low = unit(at + 2);
      if (low >= 0xDC00 && low < 0xE000) {
        c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
        at += 2;
      }
    }
    append_utf8(out, c >= 0xD800 && c < 0xE000 ? kReplacementCharacter : c);
  }
  return out;
}

std::string from_windows_1252(std::string_view content) {
  std::string out;
  out.reserve(content.size() * 2);
  for (const char byte : content) {
    const auto c = static_cast<unsigned char>(byte);
    append_utf8(out, c >= 0x80 && c < 0xA0 ? kWindows1252[c - 0x80] : c);
  }
  return out;
}

// Windows-1258 writes tones as combining marks behind the vowel.
char32_t as_windows_1258(unsigned char c) {
  switch (c) {
    case 0xC3:
      return 0x102;
    case 0xCC:
      return 0x300;
    case 0xD0:
      return 0x110;
    case 0xD2:
      return 0x309;
    case 0xD5:
      return 0x1A0;
    case 0xDD:
      return 0x1AF;
    case 0xDE:
      return 0x303;
    case 0xE3:
      return 0x103;
    case 0xEC:
      return 0x301;
    case 0xF0:
      return 0x111;
    case 0xF2:
      return 0x323;
    case 0xF5:
      return 0x1A1;
    case 0xFD:
      return 0x1B0;
    case 0xFE:
      return 0x20AB;
    default:
      return c >= 0x80 && c < 0xA0 ? kWindows1252[c - 0x80] : c;
  }
}

std::string from_windows_1258(std::string_view content) {
  std::string out;
  out.reserve(content.size() * 2);
  for (const char c : content) append_utf8(out, as_windows_1258(static_cast<unsigned char>(c)));
  return out;
}

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";

}  // namespace

TextEncoding encoding_of(std::string_view content) {
  if (content.starts_with(kUtf8Mark)) return TextEncoding::kUtf8;
  if (content.starts_with("\xFF\xFE")) return TextEncoding::kUtf16Le;
  if (content.starts_with("\xFE\xFF")) return TextEncoding::kUtf16Be;
  size_t good = 0, bad = 0;
  for (size_t at = 0; at < content.size();) {
    if (static_cast<unsigned char>(content[at]) < 0x80) {
      ++at;
      continue;
    }
    const DecodedCharacter next = decode_utf8(content, at);
    ++(next.valid ? good : bad);
    at += next.size;
  }
  // A damaged copy has a few bad spots among thousands of good letters; in a one-byte encoding good
  // sequences come up by chance only.
  return good >= 10 * bad ? TextEncoding::kUtf8 : TextEncoding::kEightBit;
}

std::string to_utf8(std::string_view content, TextEncoding encoding) {
  switch (encoding) {
    case TextEncoding::kUtf8:
      return std::string(content.substr(content.starts_with(kUtf8Mark) ? kUtf8Mark.size() : 0));
    case TextEncoding::kUtf16Le:
      return from_utf16(content.substr(2), true);
    case TextEncoding::kUtf16Be:
      return from_utf16(content.substr(2), false);
    case TextEncoding::kWindows1258:
      return from_windows_1258(content);
    case TextEncoding::kEightBit:
      break;
  }
  return from_windows_1252(content);
}

std::string front_as_utf8(std::string_view content, size_t bytes) {
  const std::string_view front = content.substr(0, bytes);
  return to_utf8(front, encoding_of(front));
}

bool is_binary(std::string_view content) {
  const TextEncoding encoding = encoding_of(content.substr(0, 4));
  if (encoding == TextEncoding::kUtf16Le || encoding == TextEncoding::kUtf16Be) return false;
  size_t controls = 0;
  for (const char byte : content) {
    const auto c = static_cast<unsigned char>(byte);
    controls += (c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\v' &&
                 c != 0x1A && c != 0x1B) ||
                c == 0x7F;
  }
  return controls * 200 > content.size();
}

}  // namespace rasoat
