// The one door to the database: turns what SOCI throws into a Result. Included by .cc files only.
#pragma once

#include <soci/soci.h>

#include <exception>
#include <string>
#include <type_traits>
#include <utility>

#include "base/error.h"

namespace rasoat::store_internal {

// Vietnamese words and a remedy for an exception of SOCI or of the library below it.
Error database_error(const std::exception& thrown, const std::string& file);

// Runs `work` and gives what it returns, or the error that its exception stands for.
template <typename Work>
auto guarded(const std::string& file, Work&& work) -> Result<std::invoke_result_t<Work>> {
  try {
    if constexpr (std::is_void_v<std::invoke_result_t<Work>>) {
      std::forward<Work>(work)();
      return {};
    } else {
      return std::forward<Work>(work)();
    }
  } catch (const std::exception& thrown) {
    return database_error(thrown, file);
  }
}

// Thrown inside `guarded` for what the database holds but should not.
struct DamagedRow : std::runtime_error {
  using std::runtime_error::runtime_error;
};

}  // namespace rasoat::store_internal
