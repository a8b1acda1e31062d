#include "authority/words.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <utility>

#include "text/characters.h"
#include "text/encoding.h"
#include "text/word_starts.h"

namespace rasoat {
namespace {

// Length of the mark of general punctuation (U+2000..U+206F, « ») at `at`; 0 if there is none.
size_t wide_mark_length(std::string_view text, size_t at) {
  const auto byte = [&](size_t i) {
    return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0u;
  };
  if (byte(0) == 0xE2 && (byte(1) == 0x80 || byte(1) == 0x81)) return 3;
  if (byte(0) == 0xC2 && (byte(1) == 0xAB || byte(1) == 0xBB)) return 2;
  return 0;
}

char ascii_form(std::string_view mark) {
  if (mark.size() == 1) return mark[0];
  if (mark == "–" || mark == "—" || mark == "‐" || mark == "‑" || mark == "−") return '-';
  if (mark == "“" || mark == "”" || mark == "«" || mark == "»") return '"';
  if (mark == "…") return '.';
  return '?';
}

// Which bytes of a text belong to words, a bit for each: letters and digits do, and an inner '&'
// ("TN&MT").
class WordBytes {
 public:
  explicit WordBytes(std::string_view text) : bits_(text.size() / kBlock + 1) {
    uint64_t marks = 0;  // bytes of the block that belong to wide marks
    for (size_t begin = 0; begin < text.size(); begin += kBlock) {
      char tail[kBlock];
      const char* block = text.data() + begin;
      if (text.size() - begin < kBlock) {
        std::memset(tail, ' ', kBlock);
        std::memcpy(tail, block, text.size() - begin);
        block = tail;
      }
      const WordMasks masks = word_masks(block);
      uint64_t marks_behind = 0;
      for (uint64_t leads = masks.other_lead; leads != 0; leads &= leads - 1) {
        const auto at = static_cast<unsigned>(std::countr_zero(leads));
        const uint64_t mark = (uint64_t{1} << wide_mark_length(text, begin + at)) - 1;
        marks |= mark << at;
        if (at > 0) marks_behind |= mark >> (kBlock - at);
      }
      bits_[begin / kBlock] = masks.word & ~marks;
      marks = marks_behind;
    }
    for (size_t at = text.find('&'); at != std::string_view::npos; at = text.find('&', at + 1)) {
      const bool inner = at > 0 && at + 1 < text.size() && has(at - 1) && has(at + 1);
      if (inner) bits_[at / kBlock] |= uint64_t{1} << at % kBlock;
    }
  }

  // Calls `visit(begin, end)` for each word.
  template <typename Visit>
  void for_each_word(Visit&& visit) const {
    uint64_t before = 0;  // the last bit of the block before
    for (size_t block = 0; block < bits_.size(); ++block) {
      const uint64_t bits = bits_[block];
      for (uint64_t begins = bits & ~(bits << 1 | before); begins != 0; begins &= begins - 1) {
        const size_t at = block * kBlock + static_cast<size_t>(std::countr_zero(begins));
        visit(at, run_end(at));
      }
      before = bits >> (kBlock - 1);
    }
  }

 private:
  static constexpr size_t kBlock = 64;  // bits of an item of bits_

  bool has(size_t at) const { return (bits_[at / kBlock] >> at % kBlock & 1) != 0; }

  // The end of the set bits that begin at `at`.
  size_t run_end(size_t at) const {
    size_t run = 0;
    do {
      run = static_cast<size_t>(std::countr_one(bits_[at / kBlock] >> at % kBlock));
      at += run;
    } while (run > 0 && at % kBlock == 0);
    return at;
  }

  std::vector<uint64_t> bits_;  // none is set behind the text
};

class Splitter {
 public:
  Splitter(std::string_view text, std::string_view lower, const Vocabulary& vocabulary)
      : text_(text), lower_(lower), vocabulary_(vocabulary) {
    out_.reserve(text.size() / 4);
  }

  std::vector<Word> split() {
    size_t at = 0;
    WordBytes(text_).for_each_word([&](size_t begin, size_t end) {
      const bool spaced = begin == at + 1 && text_[at] == ' ';  // as most words are
      if (!spaced) add_marks(at, begin);
      Word word;
      word.span = {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
      out_.push_back(word);
      at = end;
    });
    add_marks(at, text_.size());
    for (Word& word : out_) {
      if (word.kind == Word::Kind::kWord) describe(word);
    }
    return std::move(out_);
  }

 private:
  // All but the span of a word or number.
  void describe(Word& word) const {
    const size_t begin = word.span.begin, left = text_.size() - begin;
    const uint64_t front = eight_bytes(lower_.data() + begin, left);
    word.id = vocabulary_.find({lower_.data() + begin, word.span.size()}, front);
    if (is_digit(text_[begin])) {
      word.kind = Word::Kind::kNumber;
    } else if (word.id < 0 && is_digit(text_[word.span.end - 1])) {
      drop_footnote(word);
    }
    const uint64_t changed = eight_bytes(text_.data() + begin, left) ^ front;
    if (first_bytes(changed, kMaxCharacterBytes) != 0) {
      word.capital = first_bytes(changed, character_bytes(text_[begin])) != 0;
      word.all_caps = word.capital && ends_in_capital(begin, word.span.end);
    }
  }

  // "Đào tạo17": the number of a footnote that lost its raised place, and not "cm3", "F0".
  void drop_footnote(Word& word) const {
    const size_t begin = word.span.begin;
    size_t end = word.span.end;
    while (end > begin && is_digit(text_[end - 1]) && word.span.end - end < kMaxFootnoteDigits) {
      --end;
    }
    if (is_digit(text_[end - 1]) || ends_in_capital(begin, end)) return;
    const std::string_view stem = lower_.substr(begin, end - begin);
    const int32_t id = vocabulary_.find(stem);
    if (id < 0 && stem.size() < kMinUnknownStem) return;
    word.id = id;
    word.span.end = static_cast<uint32_t>(end);
  }

  // What stands between two words: marks, line ends and white space.
  void add_marks(size_t at, size_t end) {
    while (at < end) {
      const size_t begin = at++;
      const char c = text_[begin];
      if (c == ' ' || c == '\t' || c == '\r') continue;
      Word word;
      word.kind = Word::Kind::kLineEnd;
      if (c != '\n') {
        if (const size_t wide = wide_mark_length(text_, begin)) at = begin + wide;
        word.kind = Word::Kind::kMark;
        word.mark = ascii_form(text_.substr(begin, at - begin));
        word.id = vocabulary_.find({&word.mark, 1}, static_cast<unsigned char>(word.mark));
      }
      word.span = {static_cast<uint32_t>(begin), static_cast<uint32_t>(at)};
      out_.push_back(word);
    }
  }

  // Whether the last of two letters or more is a capital.
  bool ends_in_capital(size_t begin, size_t end) const {
    const size_t last = character_begin(text_, end - 1);
    return last > begin && text_.substr(last, end - last) != lower_.substr(last, end - last);
  }

  static constexpr size_t kMaxCharacterBytes = 4;
  static constexpr size_t kMaxFootnoteDigits = 3;
  static constexpr size_t kMinUnknownStem = 4;  // bytes; units of measure are shorter

  const std::string_view text_, lower_;
  const Vocabulary& vocabulary_;
  std::vector<Word> out_;
};

}  // namespace

std::vector<Word> split_words(std::string_view text, std::string_view lower,
                              const Vocabulary& vocabulary) {
  return Splitter(text, lower, vocabulary).split();
}

void drop_editor_notes(std::vector<Word>& words) {
  const auto opens = [](const Word& word) { return word.mark == '['; };
  const auto first = std::find_if(words.begin(), words.end(), opens);
  auto kept = first;
  for (auto note = first; note != words.end();) {
    size_t depth = 0;
    auto end = note;
    do {
      if (end->mark == '[') ++depth;
      if (end->mark == ']') --depth;
      if (end->kind == Word::Kind::kLineEnd) break;
      ++end;
    } while (depth > 0 && end != words.end());
    const auto next = std::find_if(end, words.end(), opens);
    kept = std::move(depth > 0 ? note : end, next, kept);
    note = next;
  }
  words.erase(kept, words.end());
}

}  // namespace rasoat
