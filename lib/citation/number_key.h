// The form under which numbers of documents are compared.
#pragma once

#include <string>
#include <string_view>

namespace rasoat {

// A number of a document without regard to case, marks, spaces, leading zeros and the kind of dash:
// "Số: 08/2025/QĐ–UBND" and "8/2025/qd-ubnd" give "8/2025/qd-ubnd".
std::string number_key(std::string_view number);

// Whether the number is that of a consolidated text: "12/VBHN-BTC".
bool is_consolidated(std::string_view number);

}  // namespace rasoat
