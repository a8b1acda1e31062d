#include "akn/eid.h"

namespace rasoat {

std::string akn_eid(std::string_view provision_id) {
  constexpr std::string_view kJoint = "__";
  constexpr std::string_view kClause = "clause_";
  std::string out;
  out.reserve(provision_id.size());
  bool below_clause = false;
  while (true) {
    const size_t joint = provision_id.find(kJoint);
    const std::string_view part = provision_id.substr(0, joint);
    const bool clause = part.starts_with(kClause);
    if (clause) {
      out += below_clause ? "subpara_" : "para_";
      out += part.substr(kClause.size());
    } else {
      out += part;
    }
    below_clause = clause;
    if (joint == std::string_view::npos) return out;
    out += kJoint;
    provision_id.remove_prefix(joint + kJoint.size());
  }
}

}  // namespace rasoat
