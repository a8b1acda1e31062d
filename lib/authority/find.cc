#include "authority/find.h"

namespace rasoat {

std::vector<Assignment> find_assignments(const TextBuffer&, const Document&,
                                         const std::vector<Reference>&, const Lexicon&) {
  return {};
}

std::vector<PlanTask> find_plan_tasks(const TextBuffer&, const Document&,
                                      const std::vector<Assignment>&, const Lexicon&) {
  return {};
}

}  // namespace rasoat
