#include "structure/document.h"

#include <algorithm>

namespace rasoat {
namespace {

bool holds(const std::vector<Span>& sorted, uint32_t offset) {
  const auto it = std::upper_bound(sorted.begin(), sorted.end(), offset,
                                   [](uint32_t at, Span span) { return at < span.begin; });
  return it != sorted.begin() && std::prev(it)->contains(offset);
}

}  // namespace

int32_t Document::find(std::string_view id) const {
  for (size_t i = 0; i < provisions.size(); ++i) {
    if (provisions[i].id == id) return static_cast<int32_t>(i);
  }
  return -1;
}

int32_t Document::deepest_at(uint32_t offset) const {
  const auto it = std::upper_bound(
      provisions.begin(), provisions.end(), offset,
      [](uint32_t at, const Provision& provision) { return at < provision.full.begin; });
  auto index = static_cast<int32_t>(it - provisions.begin()) - 1;
  while (index >= 0 && !provisions[index].full.contains(offset)) index = provisions[index].parent;
  return index;
}

bool Document::is_quoted(uint32_t offset) const { return holds(quoted, offset); }

bool Document::is_aside(uint32_t offset) const { return holds(asides, offset); }

}  // namespace rasoat
