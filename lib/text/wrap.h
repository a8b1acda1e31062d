// Which lines of a source go on with the line before them.
#pragma once

#include <cstdint>
#include <vector>

#include "text/clean_lines.h"
#include "text/furniture.h"
#include "text/raw_text.h"

namespace rasoat {

enum class Joint : uint8_t {
  kBreak,  // the line begins a paragraph
  kSpace,  // it goes on with the one before, from which a space parts it
  kTight,  // it goes on without a space: "NĐ-" + "CP"
};

// For each of clean.lines how it is joined to the line before it that is no furniture. O(lines).
std::vector<Joint> find_joints(const RawText& raw, const CleanLines& clean,
                               const std::vector<FurnitureKind>& furniture);

}  // namespace rasoat
