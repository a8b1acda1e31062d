// JSON as text that is safe to show: valid UTF-8, and no character that a terminal would act on.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

namespace rasoat {

// One line. Bytes that are no UTF-8 become U+FFFD; DEL and C1 controls are written as \u escapes.
std::string json_text(const nlohmann::json& value);

}  // namespace rasoat
