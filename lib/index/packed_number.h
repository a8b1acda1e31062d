// Numbers as bytes, the highest first, so that the bytes stand in the order of the numbers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace rasoat::index_internal {

inline void put_number(std::string& out, uint32_t value, size_t bytes) {
  while (bytes-- > 0) out += static_cast<char>(value >> (8 * bytes) & 0xFF);
}

// Takes so many bytes from the front.
inline uint32_t take_number(std::string_view& from, size_t bytes) {
  uint32_t out = 0;
  for (const char c : from.substr(0, bytes)) out = out << 8 | static_cast<unsigned char>(c);
  from.remove_prefix(bytes);
  return out;
}

}  // namespace rasoat::index_internal
