// Reads the name of a body at a place in a text: "Chủ tịch Ủy ban nhân dân các huyện, thị xã",
// "Giám đốc Sở Văn hóa, Thể thao và Du lịch", "Cục An toàn thực phẩm".
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "authority/authority_lexicon.h"
#include "authority/words.h"

namespace rasoat {

// A set of levels, one bit for each.
class LevelSet {
 public:
  LevelSet() = default;
  LevelSet(AdminLevel level) { add(level); }
  void add(AdminLevel level) { bits_ |= bit(level); }
  void add(LevelSet other) { bits_ |= other.bits_; }
  bool has(AdminLevel level) const { return (bits_ & bit(level)) != 0; }
  bool empty() const { return bits_ == 0; }
  friend bool operator==(LevelSet, LevelSet) = default;

 private:
  static uint8_t bit(AdminLevel level) {
    return level == AdminLevel::kNone ? 0 : static_cast<uint8_t>(1u << static_cast<int>(level));
  }
  uint8_t bits_ = 0;
};

// What decides the level of words that leave it open.
struct LevelContext {
  AdminLevel issuer = AdminLevel::kNone;  // kCentral for laws, decrees, circulars
  bool issuer_is_city = false;            // a city under the centre
  std::optional<Date> date;               // of the document
};

// The levels of local government in force on a day: tỉnh, huyện until 30 June 2025, xã.
LevelSet levels_in_force(std::optional<Date> on);

struct BodyPhrase {
  std::string key;           // without a level
  size_t first = 0;          // word index
  size_t end = 0;            // word index, half open; level words included
  LevelSet levels;           // said by the words; may be empty
  bool takes_level = false;  // the key carries a level: "ubnd"
  bool needs_level = false;  // without a level the words name no body: "thanh tra"
  bool may_level = false;    // the key carries a level where the words say one: "cơ quan thuế"
  bool relative = false;     // "cùng cấp", "cấp mình"
  int32_t leader = -1;       // index of the leader word that began it, or -1
  bool spreads = false;      // the leader reaches over a list
  bool short_form = false;   // "Sở", "Bộ", "Giám đốc Sở" without a name
};

// What is read: a document, with its capital letters, or what a user typed, without reliable case
// and perhaps without marks.
struct BodyReader {
  const AuthorityLexicon& lexicon;
  const std::vector<Word>& words;
  std::string_view lower;  // that the spans of the words point into
  LevelContext context;
  bool folded = false;  // words were folded
  bool typed = false;   // case tells nothing

  // The longest phrase of each kind at one place.
  struct Longest {
    struct Item {
      uint32_t length = 0;  // in words; 0 for none
      uint32_t index = 0;   // into the vector of its kind
    };
    Item body, sector, leader, head, level, trap, stop, weak;
    bool duty = false;   // a verb that says outright that there is a duty, or nobody in particular
    bool place = false;  // a preposition, or the verb of a handing over

    // Number of words of a phrase that only looks like a body ("bộ luật", "cơ sở"); 0 if there is
    // none.
    size_t trap_length() const { return trap.length > body.length ? trap.length : 0; }
    bool begins_body() const { return body.length + leader.length + head.length > 0; }
  };
  Longest longest(size_t at) const;

  // The longest name of a body that begins at words[at]; nothing if there is none. "các" and other
  // quantifiers before it are not part of it. The time is bounded by a constant.
  std::optional<BodyPhrase> read(size_t at) const { return read(at, longest(at)); }
  // The same where `here`, the longest phrases at the place, is known.
  std::optional<BodyPhrase> read(size_t at, const Longest& here) const;

 private:
  template <size_t kSize>
  bool is(size_t at, const char (&word)[kSize]) const {
    return WordText(words, lower).is(at, word) || (folded && is_folded(at, word));
  }
  bool is_folded(size_t at, std::string_view word) const;
  bool is_mark(size_t at, char mark) const;
  bool is_many(size_t body) const;
  bool closes_field(size_t at) const;
  bool states_duty(size_t at) const;
  bool is_board(size_t at, const AuthorityLexicon::Head& head) const;
  bool acts_at(size_t at) const;
  bool names_more(size_t at, const Longest& here) const;
  bool is_council(size_t at) const;
  bool says_level(size_t at) const;
  size_t skip_quantifier(size_t at) const;
  bool starts_name(size_t at) const;
  size_t sector_in_lower_case(size_t at) const;
  size_t name_end(size_t at) const;
  size_t field_end(size_t at, bool to_duty = false) const;
  size_t place_end(size_t at) const;
  bool read_levels(size_t& at, BodyPhrase& body) const;
  size_t unit_owner_end(size_t at) const;
  LevelSet level_of_nameless_city() const;
  void absorb_field(BodyPhrase& body) const;
  void absorb_owner(BodyPhrase& body) const;
  void absorb_second_owner(BodyPhrase& body) const;
  bool absorb_assembly(BodyPhrase& body, const Longest& here) const;
  void absorb_rank(BodyPhrase& body) const;
  void absorb_equals(BodyPhrase& body) const;
  std::optional<BodyPhrase> read_plain(size_t at) const { return read_plain(at, longest(at)); }
  std::optional<BodyPhrase> read_plain(size_t at, const Longest& here) const;
  std::optional<BodyPhrase> read_plain_body_only(size_t at) const;
  std::optional<BodyPhrase> chairman_of_level(size_t at) const;
};

}  // namespace rasoat
