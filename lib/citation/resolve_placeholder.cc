// Stands in until resolve.cc has landed, and then goes: numbers and "this" alone, no choice among
// several candidates. Weak, so that the real one takes its place.
#include "citation/resolve.h"

namespace rasoat {

__attribute__((weak)) void resolve(std::vector<Reference>& references, const CitingDocument& citing,
                                   const HeldDocuments& held) {
  for (Reference& reference : references) {
    reference.candidates.clear();
    if (reference.document == "this") {
      reference.candidates = {citing.id};
    } else if (!reference.document.starts_with("name:")) {
      for (const auto& found : held.with_number(reference.document)) {
        reference.candidates.push_back(found.id);
      }
    }
    const bool one = reference.candidates.size() == 1;
    const bool has_unit = one && (reference.provision.empty() ||
                                  held.has_provision(reference.candidates[0], reference.provision));
    reference.outcome = reference.candidates.empty() ? Outcome::kNotHeld
                        : !one                       ? Outcome::kAmbiguous
                        : has_unit                   ? Outcome::kResolved
                                                     : Outcome::kDangling;
  }
}

}  // namespace rasoat
