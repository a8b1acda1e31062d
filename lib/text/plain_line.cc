#include "text/plain_line.h"

#include "text/bytes16.h"
#include "text/plain_line_blocks.h"

namespace rasoat {

bool take_plain_line([[maybe_unused]] std::string_view line, [[maybe_unused]] char* lower,
                     [[maybe_unused]] uint32_t& characters) {
#ifdef __SSE2__
  static_assert(kRoom >= Bytes::kSize);
  static const TakePlainLine wide = take_plain_line_avx2();
  const TakePlainLine take = wide != nullptr ? wide : take_plain_line_in<Bytes>;
  return take(line.data(), line.size(), lower, characters);
#else
  return false;
#endif
}

}  // namespace rasoat
