// Vietnamese text in the encodings of fonts that came before Unicode.
#pragma once

#include <string_view>

#include "text/raw_text.h"

namespace rasoat {

enum class LegacyEncoding {
  kNone,
  kTcvn3,  // ABC, the .Vn* fonts: "ChÝnh phñ"
  kVni,    // VNI-Windows, the VNI-* fonts: "Chính phuû"
};

// Tells text whose bytes were made for such a font and were then taken as Windows-1252, by what
// stands inside words: signs such as '¸' and '®' in TCVN3, "aù" and 'ñ' in VNI, and by how few
// letters of Vietnamese Unicode there are. Linear.
LegacyEncoding find_legacy_encoding(const RawText& text);

}  // namespace rasoat
