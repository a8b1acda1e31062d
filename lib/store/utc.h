// The time of now as the store keeps it. Included by .cc files only.
#pragma once

#include <chrono>
#include <ctime>
#include <string>

namespace rasoat::store_internal {

// "2025-11-27T08:30:00Z"
inline std::string utc_now() {
  const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  std::tm parts{};
  gmtime_r(&now, &parts);
  char out[32];
  std::strftime(out, sizeof out, "%Y-%m-%dT%H:%M:%SZ", &parts);
  return out;
}

}  // namespace rasoat::store_internal
