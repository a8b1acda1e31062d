// Lines that belong to the paper and not to the text: page numbers, running heads, stamps, rules.
#pragma once

#include <optional>
#include <vector>

#include "text/clean_lines.h"
#include "text/raw_text.h"
#include "text/text_buffer.h"

namespace rasoat {

using FurnitureKind = std::optional<Furniture::Kind>;

// For each of clean.lines what furniture it is, or nothing. O(length of the text).
std::vector<FurnitureKind> find_furniture(const RawText& raw, const CleanLines& clean);

// "-------", "* * *", "____": nothing but the characters of a drawn line, three or more.
bool is_rule(std::string_view text);

}  // namespace rasoat
