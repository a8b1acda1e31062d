// What a reference points at, in words.
#pragma once

#include <string>

#include "citation/reference.h"

namespace rasoat {

// "khoản 6 Điều 45, luật đất đai (31/2024/QH15)".
std::string cited_in_words(const Reference& reference);

}  // namespace rasoat
