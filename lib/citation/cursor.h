// A reading position in the lower-cased text of a paragraph.
#pragma once

#include <cstdint>
#include <string_view>

#include "text/literal_scan.h"
#include "text/word_set.h"

namespace rasoat {

class Cursor {
 public:
  // Reads `lower` from `at`, never beyond `end`.
  Cursor(std::string_view lower, uint32_t at, uint32_t end) : lower_(lower), at_(at), end_(end) {}

  uint32_t at() const { return at_; }
  uint32_t end() const { return end_; }
  bool done() const { return at_ >= end_; }
  std::string_view rest() const { return lower_.substr(at_, end_ - at_); }
  char peek() const { return at_ < end_ ? lower_[at_] : '\0'; }
  void move_to(uint32_t at) { at_ = at; }

  // Line ends are spaces to a cursor that may read over them, and so are the notes and marks of
  // notes that portals put into the words: "vào [Khoản này được hướng dẫn bởi …] khoản 1".
  void skip_spaces() {
    while (at_ < end_ && (lower_[at_] == ' ' || lower_[at_] == '\n' || skip_note())) ++at_;
  }
  // Takes `word` if it stands here as a whole word (or ends in a space or mark of its own).
  bool take(std::string_view word) {
    if (!looking_at(word)) return false;
    at_ += static_cast<uint32_t>(word.size());
    return true;
  }
  bool looking_at(std::string_view word) const {
    return begins_with(rest(), word) &&
           is_word_boundary(lower_, at_ + static_cast<uint32_t>(word.size()));
  }

 private:
  // Moves to the ']' of a note that begins here.
  bool skip_note() {
    if (lower_[at_] != '[') return false;
    const size_t close = rest().substr(0, kLongestNote).find(']');
    if (close == std::string_view::npos) return false;
    at_ += static_cast<uint32_t>(close);
    return true;
  }

  static constexpr size_t kLongestNote = 1500;

  std::string_view lower_;
  uint32_t at_;
  uint32_t end_;
};

}  // namespace rasoat
