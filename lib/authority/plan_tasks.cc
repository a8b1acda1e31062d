#include "authority/find.h"

namespace rasoat {

std::vector<PlanTask> find_plan_tasks(const TextBuffer&, const Document&,
                                      const std::vector<Assignment>&, const Lexicon&) {
  return {};
}

}  // namespace rasoat
