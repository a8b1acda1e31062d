#include "authority/vocabulary.h"

namespace rasoat {

int32_t Vocabulary::intern(std::string_view word) {
  const uint64_t front = eight_bytes(word.data(), word.size());
  size_t at = slot_of(word, front);
  if (slots_[at].id >= 0) return slots_[at].id;
  if (2 * (words_.size() + 1) > slots_.size()) {
    std::vector<Slot> old(slots_.size() * 2);
    old.swap(slots_);
    mask_ = slots_.size() - 1;
    for (const Slot& slot : old) {
      if (slot.id >= 0) slots_[slot_of(words_[static_cast<size_t>(slot.id)], slot.front)] = slot;
    }
    at = slot_of(word, front);
  }
  slots_[at] = {front, static_cast<uint32_t>(word.size()), static_cast<int32_t>(words_.size())};
  words_.emplace_back(word);
  return slots_[at].id;
}

}  // namespace rasoat
