// The tables of bodies, heads of bodies, sectors, level words, duty verbs and cues, made ready for
// reading texts.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "authority/agency.h"
#include "authority/phrase_book.h"
#include "base/date.h"
#include "lexicon/lexicon.h"

namespace rasoat {

// Use lexicon.derived<AuthorityLexicon>(). Immutable.
class AuthorityLexicon {
 public:
  explicit AuthorityLexicon(const Lexicon& lexicon);

  struct Ending {
    std::optional<Date> end;         // first day without the body; nothing while it stands
    std::vector<std::string> heirs;  // keys
    std::string instrument;
  };
  struct Body {
    std::string key;
    std::string name;  // for display
    // kLevel: the level stands in the key. kSaidLevel: the same, and without a level the words name
    // no body ("thanh tra"). kMany: a class of bodies.
    enum class Class : uint8_t { kBody, kLevel, kSaidLevel, kMany } kind = Class::kBody;
    AdminLevel level = AdminLevel::kNone;  // that it always has
    Ending ending;
  };
  struct Sector {
    std::string name;
    std::string slug;
    // Of Bộ, Sở and Phòng: whether there is or was one, and its end.
    struct Holder {
      bool exists = false;
      Ending ending;
    } ministry, department, division;
  };
  struct Leader {
    std::string name;
    std::string key;
    std::string alone;
    bool spreads = false;
  };
  struct Head {
    std::string name;
    std::string key;
    std::string alone;
    bool takes_sector = false;
    bool takes_body = false;   // "đơn vị thuộc"
    bool takes_field = false;  // "cơ quan quản lý nhà nước về"
    bool takes_level = false;  // "cơ quan thú y cấp huyện"
    bool needs_level = false;  // "Hội Làm vườn huyện"
    AdminLevel level = AdminLevel::kNone;
  };
  struct LevelWord {
    enum class Class : uint8_t { kLevel, kUnit, kAll, kRelative } kind = Class::kLevel;
    AdminLevel level = AdminLevel::kNone;  // kNone of a unit: "thành phố", told by its name
  };

  enum class VerbClass : uint8_t { kAct, kDuty, kWeak };
  // Words around bodies; duty_cues.tsv says what each class is.
  enum class Cue : uint8_t {
    kRecipient,
    kDirected,
    kMention,
    kPartner,
    kPassive,
    kHand,
    kAsk,
    kSubject,
    kOpener,
    kModifier,
    kOtherSubject,
    kScope,
    kTaskNoun,
    kLabelLead,
    kLabelCoordinate,
    kLabelOther,
    kLabelTime,
    kLabelProduct,
    kThing,
    kSettle,
  };

  // What a phrase of the book means.
  struct Meaning {
    enum class Kind : uint8_t {
      kBody,
      kSector,
      kLeader,
      kHead,
      kLevelWord,
      kTrap,
      kVerb,  // index: a VerbClass
      kCue,   // index: a Cue
      kRecurrence,
    } kind;
    size_t index;  // into the vector of its kind, where there is one
  };

  // With marks, for texts; without, for what users type.
  const PhraseBook& book(bool folded) const { return folded ? folded_ : exact_; }
  const Meaning& meaning(int32_t number) const { return meanings_[number]; }
  // What may begin with a word (Word::id, of book(false)): asked before a phrase is looked up.
  bool may_begin_name(int32_t word) const {  // or a trap
    using Kind = Meaning::Kind;
    return begins(word,
                  bit(Kind::kBody) | bit(Kind::kLeader) | bit(Kind::kHead) | bit(Kind::kTrap));
  }
  bool may_begin_verb(int32_t word) const { return begins(word, bit(Meaning::Kind::kVerb)); }
  bool may_begin_cue(int32_t word, Cue cue) const { return begins(word, bit(cue)); }
  bool may_begin_deadline(int32_t word) const { return begins(word, kDeadline); }

  const std::vector<Body>& bodies() const { return bodies_; }
  const std::vector<Sector>& sectors() const { return sectors_; }
  const std::vector<Leader>& leaders() const { return leaders_; }
  const std::vector<Head>& heads() const { return heads_; }
  const std::vector<LevelWord>& level_words() const { return level_words_; }
  const std::vector<std::string>& recurrences() const { return recurrences_; }  // "hang-nam"

  const Body* body_of_key(std::string_view key) const;        // null if it has no row
  const Sector* sector_of_slug(std::string_view slug) const;  // null if it has no row
  // Of a level ("huyen") or of a body on one ("toa-an:huyen"); null if it has no row.
  const Ending* ending_of_level(std::string_view key) const;
  // Whether a city of this name stands directly under the centre on that day (today if unknown).
  bool is_central_city(std::string_view name, std::optional<Date> on) const;
  // Whether a province or such a city has or had this name.
  bool is_province(std::string_view name) const;

 private:
  struct Province {
    std::optional<Date> city_from, end;
  };

  // Sets of what may begin with a word: a bit for each kind of phrase, for each class of cues, and
  // for deadlines.
  static constexpr uint32_t bit(Meaning::Kind kind) { return 1U << static_cast<unsigned>(kind); }
  static constexpr uint32_t bit(Cue cue) {
    constexpr unsigned kKinds = static_cast<unsigned>(Meaning::Kind::kRecurrence) + 1;
    static_assert(kKinds + static_cast<unsigned>(Cue::kSettle) < 31);
    return 1U << (kKinds + static_cast<unsigned>(cue));
  }
  static constexpr uint32_t kDeadline = 1U << 31;
  bool begins(int32_t word, uint32_t set) const {
    return (begins_[static_cast<size_t>(word + 1)] & set) != 0;
  }

  void add(std::string_view phrase, Meaning meaning);
  int32_t add_exact(std::string_view phrase, Meaning meaning);
  void note_begin(int32_t word, uint32_t set);
  void read_bodies(const Table& table);
  void read_sectors(const Table& table);
  void read_leaders(const Table& table);
  void read_heads(const Table& table);
  void read_levels(const Table& table);
  void read_level_ends(const Table& table);
  void read_provinces(const Table& table);
  void read_verbs(const Table& table);
  void read_cues(const Table& table);
  void read_recurrences(const Table& table);

  PhraseBook exact_, folded_;
  std::vector<Meaning> meanings_;
  std::vector<uint32_t> begins_;  // by word id of exact_ + 1: what may begin with the word
  std::vector<Body> bodies_;
  std::vector<Sector> sectors_;
  std::vector<Leader> leaders_;
  std::vector<Head> heads_;
  std::vector<LevelWord> level_words_;
  std::vector<std::string> recurrences_;
  std::unordered_map<std::string, size_t> body_of_key_, sector_of_slug_;
  std::unordered_map<std::string, Ending> level_ends_;
  std::unordered_map<std::string, Province> provinces_;  // by slug
};

}  // namespace rasoat
