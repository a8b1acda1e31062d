// Finds provisions by which a body hands a task or a power over to another: phân cấp, phân quyền,
// ủy quyền.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "authority/assignment.h"
#include "lexicon/lexicon.h"
#include "structure/document.h"
#include "text/text_buffer.h"

namespace rasoat {

enum class DelegationKind : uint8_t { kDecentralize, kDevolve, kAuthorize };

std::string_view name_of(DelegationKind kind);          // "phan-cap", "phan-quyen", "uy-quyen"
std::string_view vietnamese_name(DelegationKind kind);  // "phân cấp"
std::optional<DelegationKind> delegation_kind_from_name(std::string_view name);

// "`from` hands what `matter` says over to `to`."
struct Delegation {
  int32_t provision = -1;             // index into Document::provisions
  std::vector<DelegationKind> kinds;  // several in "phân cấp hoặc ủy quyền cho X"
  std::vector<std::string> from;      // agency keys; empty where the sentence, its heading and its
                                      // lead-in name no giver
  std::vector<std::string> to;        // agency keys; empty where no known body is named
  bool more_to = false;               // the words name further receivers that are no known bodies
  Span matter;                        // what is handed over; empty where the words do not part
  Span act;                           // the sentence, heading or lead-in that hands over
  Span quote;  // the task: the same sentence, or the one below that a heading or lead-in hands down
};

// In the order of the text. Read are sentences with the verb behind its subject ("X phân cấp cho Y
// quản lý chợ", "X quyết định hoặc ủy quyền cho Y quyết định") or at their begin ("Phân cấp cho
// Y"), where the body above, the owner of the power ("thẩm quyền của X cho Y", "cho Y thực hiện
// nhiệm vụ của X"), or the giver in the title of the text, where it hands over to the same, is the
// giver; and headings and lead-ins of that form, whose delegations are the tasks of Y below. A
// sentence that names neither side gives none. `assignments` are those of find_assignments().
// Linear.
std::vector<Delegation> find_delegations(const TextBuffer& text, const Document& document,
                                         const std::vector<Assignment>& assignments,
                                         const Lexicon& lexicon);

}  // namespace rasoat
