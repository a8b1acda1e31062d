#include "authority/assignment.h"

namespace rasoat {

std::string_view name_of(Role role) {
  switch (role) {
    case Role::kLead:
      return "lead";
    case Role::kCoordinate:
      return "coordinate";
    case Role::kDelegate:
      return "delegate";
    case Role::kOther:
      return "other";
  }
  return "other";
}

std::string_view vietnamese_name(Role role) {
  switch (role) {
    case Role::kLead:
      return "chủ trì";
    case Role::kCoordinate:
      return "phối hợp";
    case Role::kDelegate:
      return "phân cấp, ủy quyền";
    case Role::kOther:
      return "thực hiện";
  }
  return "thực hiện";
}

std::optional<Role> role_from_name(std::string_view name) {
  for (const Role role : {Role::kLead, Role::kCoordinate, Role::kDelegate, Role::kOther}) {
    if (name == name_of(role)) return role;
  }
  return {};
}

}  // namespace rasoat
