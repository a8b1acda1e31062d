// What a reference does to its target, told by the words around it.
#pragma once

#include <string_view>

#include "base/span.h"
#include "citation/reference.h"

namespace rasoat {

// Words of a text that governs references: one paragraph, in lower case, and whether it opens the
// document.
struct GoverningWords {
  std::string_view before;   // from the start of the sentence to the reference
  std::string_view after;    // from the reference's end to the end of the sentence
  std::string_view lead_in;  // the provision above, where it introduces this one with ':'
  bool preamble = false;
};

// Nghị định 78/2025/NĐ-CP, Điều 68 and following, fixes the wording of amendments.
ReferenceKind kind_from_words(const GoverningWords& words);

// Whether a sentence that begins so amends another document: "sửa đổi, bổ sung …", "bãi bỏ …".
bool begins_with_amending_verb(std::string_view lower);

}  // namespace rasoat
