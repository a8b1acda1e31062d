// Which ids the provisions of a tree have, while it is built.
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

#include "structure/document.h"

namespace rasoat {

// A hash table of places in the tree, so that no id is copied.
class ProvisionIds {
 public:
  // `provisions` must outlive this; an id changes between erase() and insert() only.
  explicit ProvisionIds(const std::vector<Provision>& provisions)
      : provisions_(provisions), slots_(kSmallest, kFree) {}

  bool contains(std::string_view id) const {
    for (size_t at = first_slot(id); slots_[at] != kFree; at = next_slot(at)) {
      if (slots_[at] != kErased && id_in(at) == id) return true;
    }
    return false;
  }
  // Takes up the provision with this index, whose id is not contained yet.
  void insert(int32_t index) {
    if (used_ * 2 >= slots_.size()) grow();
    place(index);
    ++used_;
  }
  void erase(int32_t index) {
    for (size_t at = first_slot(provisions_[index].id); slots_[at] != kFree; at = next_slot(at)) {
      if (slots_[at] == index) slots_[at] = kErased;
    }
  }

 private:
  static constexpr size_t kSmallest = 256;  // a power of two
  static constexpr int32_t kFree = -1, kErased = -2;

  std::string_view id_in(size_t slot) const { return provisions_[slots_[slot]].id; }
  size_t first_slot(std::string_view id) const {
    return std::hash<std::string_view>()(id) & (slots_.size() - 1);
  }
  size_t next_slot(size_t slot) const { return (slot + 1) & (slots_.size() - 1); }

  void place(int32_t index) {
    size_t at = first_slot(provisions_[index].id);
    while (slots_[at] != kFree) at = next_slot(at);
    slots_[at] = index;
  }
  void grow() {
    std::vector<int32_t> before(slots_.size() * 2, kFree);
    before.swap(slots_);
    used_ = 0;
    for (const int32_t index : before) {
      if (index < 0) continue;
      place(index);
      ++used_;
    }
  }

  const std::vector<Provision>& provisions_;
  std::vector<int32_t> slots_;
  size_t used_ = 0;
};

}  // namespace rasoat
