#include "text/upper.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <cstdint>

namespace rasoat {

std::string upper(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  const auto* bytes = reinterpret_cast<const uint8_t*>(text.data());
  for (size_t at = 0; at < text.size();) {
    UChar32 code;
    U8_NEXT(bytes, at, text.size(), code);
    uint8_t encoded[U8_MAX_LENGTH];
    int32_t length = 0;
    U8_APPEND_UNSAFE(encoded, length, code < 0 ? 0xFFFD : u_toupper(code));
    out.append(reinterpret_cast<const char*>(encoded), static_cast<size_t>(length));
  }
  return out;
}

}  // namespace rasoat
