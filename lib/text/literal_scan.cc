// Aho and Corasick's automaton, completed to a table: one load per byte, whatever the text.
//
// 1. The bytes that occur in literals get classes 1.., all others share class 0, so that a row of
// the
//    table is as wide as the alphabet in use and no wider.
// 2. The literals go into a trie, whose rows are then numbered breadth first: the shallow states,
// in
//    which a scan spends nearly all its time, lie together at the table's front.
// 3. Breadth first again, each missing transition is filled with that of the longest proper suffix
//    that is a state. A state where a literal ends, or a suffix of which is such a state, carries a
//    bit in every transition to it, so that the scan looks at nothing else in between.
#include "text/literal_scan.h"

#include <algorithm>

#include "text/encoding.h"

namespace rasoat {
namespace {

// The trie before its states are renumbered: rows in the order of making.
struct Trie {
  uint32_t stride;
  std::vector<uint32_t> child;  // state * stride + class → state, 0 for none (the root is no child)

  explicit Trie(uint32_t classes) : stride(classes), child(classes, 0) {}

  uint32_t add(std::string_view literal, const uint8_t* classes) {
    uint32_t state = 0;
    for (const char c : literal) {
      const size_t slot = size_t{state} * stride + classes[static_cast<unsigned char>(c)];
      if (child[slot] == 0) {
        child[slot] = static_cast<uint32_t>(child.size() / stride);
        child.resize(child.size() + stride, 0);
      }
      state = child[slot];
    }
    return state;
  }

  uint32_t states() const { return static_cast<uint32_t>(child.size() / stride); }

  std::vector<uint32_t> breadth_first() const {
    std::vector<uint32_t> order{0};
    order.reserve(states());
    for (size_t i = 0; i < order.size(); ++i) {
      for (uint32_t c = 0; c < stride; ++c) {
        const uint32_t next = child[size_t{order[i]} * stride + c];
        if (next != 0) order.push_back(next);
      }
    }
    return order;
  }
};

// The code point that ends before `offset`, which stands between two characters; 0 at the front.
char32_t decode(std::string_view text, size_t at) {
  const auto byte = [&](size_t i) {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
  };
  const unsigned lead = byte(at);
  if (lead < 0x80) return lead;
  if (lead < 0xE0) return (lead & 0x1F) << 6 | (byte(at + 1) & 0x3F);
  if (lead < 0xF0) return (lead & 0x0F) << 12 | (byte(at + 1) & 0x3F) << 6 | (byte(at + 2) & 0x3F);
  return 0xFFFD;  // no letter of ours lies above the basic plane
}

}  // namespace

LiteralScan::LiteralScan(std::span<const std::string> literals)
    : LiteralScan(std::vector<std::string_view>(literals.begin(), literals.end())) {}

LiteralScan::LiteralScan(std::span<const std::string_view> literals)
    : same_literal_(literals.size(), kNone), lengths_(literals.size(), 0) {
  for (const std::string_view literal : literals) {
    for (const char c : literal) {
      uint8_t& cls = classes_[static_cast<unsigned char>(c)];
      if (cls == 0 && stride_ < 256) cls = static_cast<uint8_t>(stride_++);
    }
  }
  Trie trie(stride_);
  std::vector<uint32_t> end_state(literals.size(), 0);
  for (size_t i = 0; i < literals.size(); ++i) end_state[i] = trie.add(literals[i], classes_);

  const std::vector<uint32_t> order = trie.breadth_first();
  std::vector<uint32_t> number(order.size());
  for (uint32_t n = 0; n < order.size(); ++n) number[order[n]] = n;

  first_literal_.assign(order.size(), kNone);
  shorter_.assign(order.size(), kNone);
  for (size_t i = literals.size(); i-- > 0;) {
    lengths_[i] = static_cast<uint32_t>(literals[i].size());
    if (literals[i].empty()) continue;
    uint32_t& first = first_literal_[number[end_state[i]]];
    same_literal_[i] = first;
    first = static_cast<uint32_t>(i);
  }

  next_.assign(order.size() * stride_, 0);
  std::vector<uint32_t> suffix(order.size(), 0);
  for (uint32_t n = 0; n < order.size(); ++n) {
    const uint32_t failed = suffix[n];
    if (n != 0) shorter_[n] = first_literal_[failed] != kNone ? failed : shorter_[failed];
    for (uint32_t c = 0; c < stride_; ++c) {
      const uint32_t fallback = n == 0 ? 0 : next_[size_t{failed} * stride_ + c];
      const uint32_t child = trie.child[size_t{order[n]} * stride_ + c];
      uint32_t& next = next_[size_t{n} * stride_ + c];
      next = child == 0 ? fallback : number[child];
      if (child != 0) suffix[number[child]] = fallback;
    }
  }
  for (uint32_t& next : next_) {
    const bool matches = first_literal_[next] != kNone || shorter_[next] != kNone;
    next = next * stride_ | (matches ? kHasMatch : 0);
  }
}

std::vector<LiteralMatch> LiteralScan::find_all(std::string_view text) const {
  std::vector<LiteralMatch> out;
  const auto before = [](const LiteralMatch& a, const LiteralMatch& b) {
    if (a.span.begin != b.span.begin) return a.span.begin < b.span.begin;
    if (a.span.end != b.span.end) return a.span.end > b.span.end;
    return a.literal < b.literal;
  };
  // Matches come in the order of their ends: one moves forward past those alone that begin inside
  // of it.
  for_each(text, [&](const LiteralMatch& match) {
    out.push_back(match);
    size_t at = out.size() - 1;
    for (; at > 0 && before(match, out[at - 1]); --at) out[at] = out[at - 1];
    out[at] = match;
  });
  return out;
}

bool LiteralScan::any(std::string_view text) const {
  uint32_t state = 0;
  for (const char c : text) {
    const uint8_t cls = classes_[static_cast<unsigned char>(c)];
    // Most bytes begin no literal, and the front of the table answers without waiting for `state`.
    if (state == 0 && next_[cls] == 0) continue;
    state = next_[(state & ~kHasMatch) + cls];
    if (state & kHasMatch) return true;
  }
  return false;
}

bool is_word_boundary_beyond_ascii(std::string_view text, size_t offset) {
  if (is_continuation(text[offset])) return false;
  return !is_word_character(decode(text, character_begin(text, offset - 1))) ||
         !is_word_character(decode(text, offset));
}

}  // namespace rasoat
