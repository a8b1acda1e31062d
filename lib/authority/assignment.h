// An assignment: a provision gives a state or political body, or the head of one, a task, a duty or
// a power.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/span.h"

namespace rasoat {

enum class Role : uint8_t { kLead, kCoordinate, kDelegate, kOther };

std::string_view name_of(Role role);          // "lead"
std::string_view vietnamese_name(Role role);  // "chủ trì"
std::optional<Role> role_from_name(std::string_view name);

struct Deadline {
  Span span;  // the words
  std::optional<Date> from;
  std::optional<Date> to;
  std::string recurrence;  // "thuong-xuyen", "hang-nam", ...; empty where none
};

struct Assignment {
  int32_t provision = -1;  // index into Document::provisions
  std::string agency;      // key: "ubnd:huyen", "so-tu-phap"
  Role role = Role::kOther;
  Span agent;            // the words that name the body, perhaps in a lead-in or heading above
  Span quote;            // the words that set the duty
  bool partner = false;  // named as the partner of the one that acts ("phối hợp với X")
  Span also_partner;     // of a lead: words that name it as partner in the same task; mostly empty
  std::optional<Deadline> deadline;
};

// One task of a plan.
struct PlanTask {
  int32_t provision = -1;
  Span text;
  std::vector<std::string> lead;        // agency keys
  std::vector<std::string> coordinate;  // agency keys
  std::optional<Deadline> deadline;
  bool unread_doer = false;  // a line "Cơ quan chủ trì: ..." names somebody who is no known body
  Span product;  // what "Sản phẩm: ..." says of the result; empty where nothing does
};

}  // namespace rasoat
