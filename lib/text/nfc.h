// Unicode normalization form C.
#pragma once

#include <string>
#include <string_view>

namespace rasoat {

// UTF-8 text in NFC; bytes that are no UTF-8 become U+FFFD. Linear in the length.
std::string nfc(std::string_view text);

}  // namespace rasoat
