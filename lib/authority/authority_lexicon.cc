#include "authority/authority_lexicon.h"

#include <utility>

#include "authority/deadline.h"
#include "text/lower.h"

namespace rasoat {
namespace {

AdminLevel level_of_key(std::string_view key) {
  for (const AdminLevel level :
       {AdminLevel::kCentral, AdminLevel::kProvince, AdminLevel::kDistrict, AdminLevel::kCommune}) {
    if (key_of(level) == key) return level;
  }
  return AdminLevel::kNone;
}

std::string_view without_quantifier(std::string_view name) {
  constexpr std::string_view kPlural = "các ";
  return name.starts_with(kPlural) ? name.substr(kPlural.size()) : name;
}

AuthorityLexicon::Body::Class class_of(std::string_view name) {
  if (name == "level") return AuthorityLexicon::Body::Class::kLevel;
  if (name == "said-level") return AuthorityLexicon::Body::Class::kSaidLevel;
  if (name == "many") return AuthorityLexicon::Body::Class::kMany;
  return AuthorityLexicon::Body::Class::kBody;
}

AuthorityLexicon::LevelWord::Class level_class_of(std::string_view name) {
  if (name == "unit") return AuthorityLexicon::LevelWord::Class::kUnit;
  if (name == "all") return AuthorityLexicon::LevelWord::Class::kAll;
  if (name == "relative") return AuthorityLexicon::LevelWord::Class::kRelative;
  return AuthorityLexicon::LevelWord::Class::kLevel;
}

std::optional<AuthorityLexicon::Cue> cue_of(std::string_view name) {
  using Cue = AuthorityLexicon::Cue;
  static constexpr std::pair<std::string_view, Cue> kNames[] = {
      {"recipient", Cue::kRecipient},
      {"directed", Cue::kDirected},
      {"mention", Cue::kMention},
      {"partner", Cue::kPartner},
      {"passive", Cue::kPassive},
      {"hand", Cue::kHand},
      {"ask", Cue::kAsk},
      {"subject", Cue::kSubject},
      {"opener", Cue::kOpener},
      {"modifier", Cue::kModifier},
      {"other-subject", Cue::kOtherSubject},
      {"scope", Cue::kScope},
      {"task-noun", Cue::kTaskNoun},
      {"label-lead", Cue::kLabelLead},
      {"label-coordinate", Cue::kLabelCoordinate},
      {"label-other", Cue::kLabelOther},
      {"label-time", Cue::kLabelTime},
      {"label-product", Cue::kLabelProduct},
      {"thing", Cue::kThing},
      {"settle", Cue::kSettle},
  };
  for (const auto& [key, cue] : kNames) {
    if (key == name) return cue;
  }
  return {};
}

AuthorityLexicon::Ending ending(const Table& table, size_t row, const std::string& prefix = "") {
  return {Date::from_iso(table.cell(row, prefix + "end")), table.values(row, prefix + "heir"),
          std::string(table.cell(row, prefix + "instrument"))};
}

// Of "bo" or "so" the heirs are named by their sector, of "phong" by their keys.
AuthorityLexicon::Sector::Holder holder(const Table& table, size_t row, const std::string& head) {
  AuthorityLexicon::Sector::Holder out;
  out.exists = table.cell(row, head + "_end") != "-";
  out.ending = ending(table, row, head + "_");
  if (head == "phong") return out;
  for (std::string& heir : out.ending.heirs) heir = head + "-" + slug(heir);
  return out;
}

}  // namespace

AuthorityLexicon::AuthorityLexicon(const Lexicon& lexicon) {
  read_bodies(lexicon.table("agencies"));
  read_sectors(lexicon.table("agency_sectors"));
  read_leaders(lexicon.table("agency_leaders"));
  read_heads(lexicon.table("agency_heads"));
  read_levels(lexicon.table("agency_levels"));
  read_level_ends(lexicon.table("agency_level_ends"));
  read_provinces(lexicon.table("provinces"));
  read_verbs(lexicon.table("duty_verbs"));
  read_cues(lexicon.table("duty_cues"));
  read_recurrences(lexicon.table("recurrences"));
  const Table& traps = lexicon.table("agency_traps");
  for (size_t row = 0; row < traps.size(); ++row) {
    // Traps stand for words with marks alone: without marks they would hide too much.
    add_exact(traps.cell(row, "words"), {Meaning::Kind::kTrap, row});
  }
  begins_.resize(exact_.vocabulary().size() + 1);
}

void AuthorityLexicon::add(std::string_view phrase, Meaning meaning) {
  folded_.add(fold_marks(phrase), add_exact(phrase, meaning));
}

// Returns the meaning's number.
int32_t AuthorityLexicon::add_exact(std::string_view phrase, Meaning meaning) {
  const auto number = static_cast<int32_t>(meanings_.size());
  meanings_.push_back(meaning);
  const int32_t first = exact_.add(lower_same_length(phrase), number);
  note_begin(first, bit(meaning.kind));
  if (meaning.kind == Meaning::Kind::kCue) note_begin(first, bit(static_cast<Cue>(meaning.index)));
  if (meaning.kind == Meaning::Kind::kRecurrence) note_begin(first, kDeadline);
  return number;
}

void AuthorityLexicon::note_begin(int32_t word, uint32_t set) {
  if (word < 0) return;
  const auto at = static_cast<size_t>(word + 1);
  if (begins_.size() <= at) begins_.resize(at + 1);
  begins_[at] |= set;
}

void AuthorityLexicon::read_bodies(const Table& table) {
  for (size_t row = 0; row < table.size(); ++row) {
    const std::vector<std::string> names = table.values(row, "names");
    if (names.empty()) continue;
    Body body;
    body.key = table.cell(row, "key");
    body.name = names.front();
    body.kind = class_of(table.cell(row, "class"));
    body.level = level_of_key(table.cell(row, "level"));
    body.ending = ending(table, row);
    body_of_key_.emplace(body.key, bodies_.size());
    for (const std::string& name : names) {
      // Quantifiers are read apart from the name.
      const std::string_view bare = without_quantifier(name);
      add(bare, {Meaning::Kind::kBody, bodies_.size()});
    }
    bodies_.push_back(std::move(body));
  }
}

void AuthorityLexicon::read_sectors(const Table& table) {
  for (size_t row = 0; row < table.size(); ++row) {
    Sector sector;
    sector.name = table.cell(row, "sector");
    sector.slug = slug(sector.name);
    sector.ministry = holder(table, row, "bo");
    sector.department = holder(table, row, "so");
    sector.division = holder(table, row, "phong");
    const Meaning meaning{Meaning::Kind::kSector, sectors_.size()};
    add(sector.name, meaning);
    for (const std::string& alias : table.values(row, "aliases")) add(alias, meaning);
    sector_of_slug_.emplace(sector.slug, sectors_.size());
    sectors_.push_back(std::move(sector));
  }
}

void AuthorityLexicon::read_leaders(const Table& table) {
  for (size_t row = 0; row < table.size(); ++row) {
    const Meaning meaning{Meaning::Kind::kLeader, leaders_.size()};
    Leader leader;
    leader.name = table.cell(row, "leader");
    leader.key = table.cell(row, "key");
    leader.alone = table.cell(row, "alone");
    leader.spreads = table.cell(row, "spreads") == "yes";
    add(leader.name, meaning);
    for (const std::string& alias : table.values(row, "aliases")) add(alias, meaning);
    leaders_.push_back(std::move(leader));
  }
}

void AuthorityLexicon::read_heads(const Table& table) {
  for (size_t row = 0; row < table.size(); ++row) {
    Head head;
    head.name = table.cell(row, "head");
    head.key = table.cell(row, "key");
    head.alone = table.cell(row, "alone");
    for (const std::string& name : table.values(row, "name")) {
      head.takes_sector |= name == "sector";
      head.takes_field |= name == "field";
      head.takes_level |= name == "level" || name == "said-level";
      head.needs_level |= name == "said-level";
      head.takes_body |= name == "body";
    }
    head.level = level_of_key(table.cell(row, "level"));
    add(head.name, {Meaning::Kind::kHead, heads_.size()});
    heads_.push_back(std::move(head));
  }
}

void AuthorityLexicon::read_levels(const Table& table) {
  for (size_t row = 0; row < table.size(); ++row) {
    const Meaning meaning{Meaning::Kind::kLevelWord, level_words_.size()};
    add(table.cell(row, "words"), meaning);
    for (const std::string& alias : table.values(row, "aliases")) add(alias, meaning);
    level_words_.push_back(
        {level_class_of(table.cell(row, "class")), level_of_key(table.cell(row, "level"))});
  }
}

void AuthorityLexicon::read_level_ends(const Table& table) {
  for (size_t row = 0; row < table.size(); ++row) {
    level_ends_.emplace(table.cell(row, "key"), ending(table, row));
  }
}

void AuthorityLexicon::read_verbs(const Table& table) {
  for (size_t row = 0; row < table.size(); ++row) {
    const std::string_view name = table.cell(row, "class");
    const VerbClass verb = name == "duty"   ? VerbClass::kDuty
                           : name == "weak" ? VerbClass::kWeak
                                            : VerbClass::kAct;
    add(table.cell(row, "words"), {Meaning::Kind::kVerb, static_cast<size_t>(verb)});
  }
}

void AuthorityLexicon::read_cues(const Table& table) {
  for (size_t row = 0; row < table.size(); ++row) {
    if (const std::optional<Cue> cue = cue_of(table.cell(row, "class"))) {
      add(table.cell(row, "words"), {Meaning::Kind::kCue, static_cast<size_t>(*cue)});
    }
  }
}

void AuthorityLexicon::read_recurrences(const Table& table) {
  for (const std::string_view word : kDeadlineOpeners) note_begin(exact_.intern(word), kDeadline);
  for (size_t row = 0; row < table.size(); ++row) {
    add_exact(table.cell(row, "words"), {Meaning::Kind::kRecurrence, recurrences_.size()});
    recurrences_.emplace_back(table.cell(row, "recurrence"));
  }
}

void AuthorityLexicon::read_provinces(const Table& table) {
  for (size_t row = 0; row < table.size(); ++row) {
    const Province province{Date::from_iso(table.cell(row, "city_from")),
                            Date::from_iso(table.cell(row, "end"))};
    provinces_.emplace(slug(table.cell(row, "name")), province);
    for (const std::string& alias : table.values(row, "aliases")) {
      provinces_.emplace(slug(alias), province);
    }
  }
}

const AuthorityLexicon::Body* AuthorityLexicon::body_of_key(std::string_view key) const {
  const auto it = body_of_key_.find(std::string(key));
  return it == body_of_key_.end() ? nullptr : &bodies_[it->second];
}

const AuthorityLexicon::Sector* AuthorityLexicon::sector_of_slug(std::string_view name) const {
  const auto it = sector_of_slug_.find(std::string(name));
  return it == sector_of_slug_.end() ? nullptr : &sectors_[it->second];
}

const AuthorityLexicon::Ending* AuthorityLexicon::ending_of_level(std::string_view key) const {
  const auto it = level_ends_.find(std::string(key));
  return it == level_ends_.end() ? nullptr : &it->second;
}

bool AuthorityLexicon::is_central_city(std::string_view name, std::optional<Date> on) const {
  const auto it = provinces_.find(slug(name));
  if (it == provinces_.end() || !it->second.city_from) return false;
  return !on || *on >= *it->second.city_from;
}

bool AuthorityLexicon::is_province(std::string_view name) const {
  return provinces_.contains(slug(name));
}

}  // namespace rasoat
