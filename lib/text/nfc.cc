#include "text/nfc.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>

namespace rasoat {

std::string nfc(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* normalizer = icu::Normalizer2::getNFCInstance(status);
  std::string out;
  icu::StringByteSink<std::string> sink(&out, static_cast<int32_t>(text.size()));
  normalizer->normalizeUTF8(0, {text.data(), static_cast<int32_t>(text.size())}, sink, nullptr,
                            status);
  return out;
}

}  // namespace rasoat
