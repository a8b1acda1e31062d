// The one door to Xapian: turns what it throws into a Result. Included by .cc files only.
#pragma once

#include <xapian.h>

#include <exception>
#include <string>
#include <type_traits>
#include <utility>

#include "base/error.h"

namespace rasoat::index_internal {

Error xapian_error(const Xapian::Error& thrown, const std::string& folder);
Error other_error(const std::exception& thrown, const std::string& folder);

// Runs `work` and gives what it returns, or the error that its exception stands for.
template <typename Work>
auto guarded(const std::string& folder, Work&& work) -> Result<std::invoke_result_t<Work>> {
  try {
    if constexpr (std::is_void_v<std::invoke_result_t<Work>>) {
      std::forward<Work>(work)();
      return {};
    } else {
      return std::forward<Work>(work)();
    }
  } catch (const Xapian::Error& thrown) {
    return xapian_error(thrown, folder);
  } catch (const std::exception& thrown) {
    return other_error(thrown, folder);
  }
}

}  // namespace rasoat::index_internal
