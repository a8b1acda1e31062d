#include "authority/body_lexicon.h"

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

BodyLexicon::Body::Class class_of(std::string_view name) {
  if (name == "level") return BodyLexicon::Body::Class::kLevel;
  if (name == "said-level") return BodyLexicon::Body::Class::kSaidLevel;
  if (name == "many") return BodyLexicon::Body::Class::kMany;
  return BodyLexicon::Body::Class::kBody;
}

BodyLexicon::LevelWord::Class level_class_of(std::string_view name) {
  if (name == "unit") return BodyLexicon::LevelWord::Class::kUnit;
  if (name == "all") return BodyLexicon::LevelWord::Class::kAll;
  if (name == "relative") return BodyLexicon::LevelWord::Class::kRelative;
  return BodyLexicon::LevelWord::Class::kLevel;
}

BodyLexicon::Sector::Holder holder(const Table& table, size_t row, std::string_view end,
                                   std::string_view heir) {
  const std::string_view date = table.cell(row, end);
  BodyLexicon::Sector::Holder out;
  out.exists = date != "-";
  out.end = Date::from_iso(date);
  out.heir = slug(table.cell(row, heir));
  return out;
}

}  // namespace

BodyLexicon::BodyLexicon(const Lexicon& lexicon) {
  read_bodies(lexicon.table("agencies"));
  read_sectors(lexicon.table("agency_sectors"));
  read_leaders(lexicon.table("agency_leaders"));
  read_heads(lexicon.table("agency_heads"));
  read_levels(lexicon.table("agency_levels"));
  read_provinces(lexicon.table("provinces"));
  const Table& stops = lexicon.table("name_stops");
  for (size_t row = 0; row < stops.size(); ++row) {
    add(stops.cell(row, "words"), {Meaning::Kind::kStop, row});
  }
  const Table& traps = lexicon.table("agency_traps");
  for (size_t row = 0; row < traps.size(); ++row) {
    // Traps stand for words with marks alone: without marks they would hide too much.
    exact_.add(lower_same_length(traps.cell(row, "words")), static_cast<int32_t>(meanings_.size()));
    meanings_.push_back({Meaning::Kind::kTrap, row});
  }
}

void BodyLexicon::add(std::string_view phrase, Meaning meaning) {
  const auto number = static_cast<int32_t>(meanings_.size());
  meanings_.push_back(meaning);
  exact_.add(lower_same_length(phrase), number);
  folded_.add(fold_marks(phrase), number);
}

void BodyLexicon::read_bodies(const Table& table) {
  for (size_t row = 0; row < table.size(); ++row) {
    const std::vector<std::string> names = table.values(row, "names");
    if (names.empty()) continue;
    Body body;
    body.key = table.cell(row, "key");
    body.name = names.front();
    body.kind = class_of(table.cell(row, "class"));
    body.level = level_of_key(table.cell(row, "level"));
    body.end = Date::from_iso(table.cell(row, "end"));
    body.heir = table.cell(row, "heir");
    body_of_key_.emplace(body.key, bodies_.size());
    for (const std::string& name : names) add(name, {Meaning::Kind::kBody, bodies_.size()});
    bodies_.push_back(std::move(body));
  }
}

void BodyLexicon::read_sectors(const Table& table) {
  for (size_t row = 0; row < table.size(); ++row) {
    Sector sector;
    sector.name = table.cell(row, "sector");
    sector.slug = slug(sector.name);
    sector.ministry = holder(table, row, "bo_end", "bo_heir");
    sector.department = holder(table, row, "so_end", "so_heir");
    sector.division = holder(table, row, "phong_end", "");
    const Meaning meaning{Meaning::Kind::kSector, sectors_.size()};
    add(sector.name, meaning);
    for (const std::string& alias : table.values(row, "aliases")) add(alias, meaning);
    sector_of_slug_.emplace(sector.slug, sectors_.size());
    sectors_.push_back(std::move(sector));
  }
}

void BodyLexicon::read_leaders(const Table& table) {
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

void BodyLexicon::read_heads(const Table& table) {
  for (size_t row = 0; row < table.size(); ++row) {
    Head head;
    head.name = table.cell(row, "head");
    head.key = table.cell(row, "key");
    head.alone = table.cell(row, "alone");
    head.takes_sector = table.cell(row, "name") == "sector";
    head.takes_field = table.cell(row, "name") == "field";
    head.takes_body = table.cell(row, "name") == "body";
    head.level = level_of_key(table.cell(row, "level"));
    add(head.name, {Meaning::Kind::kHead, heads_.size()});
    heads_.push_back(std::move(head));
  }
}

void BodyLexicon::read_levels(const Table& table) {
  for (size_t row = 0; row < table.size(); ++row) {
    const Meaning meaning{Meaning::Kind::kLevelWord, level_words_.size()};
    add(table.cell(row, "words"), meaning);
    for (const std::string& alias : table.values(row, "aliases")) add(alias, meaning);
    level_words_.push_back(
        {level_class_of(table.cell(row, "class")), level_of_key(table.cell(row, "level"))});
  }
}

void BodyLexicon::read_provinces(const Table& table) {
  for (size_t row = 0; row < table.size(); ++row) {
    const Province province{Date::from_iso(table.cell(row, "city_from")),
                            Date::from_iso(table.cell(row, "end"))};
    provinces_.emplace(slug(table.cell(row, "name")), province);
    for (const std::string& alias : table.values(row, "aliases")) {
      provinces_.emplace(slug(alias), province);
    }
  }
}

const BodyLexicon::Body* BodyLexicon::body_of_key(std::string_view key) const {
  const auto it = body_of_key_.find(std::string(key));
  return it == body_of_key_.end() ? nullptr : &bodies_[it->second];
}

const BodyLexicon::Sector* BodyLexicon::sector_of_slug(std::string_view name) const {
  const auto it = sector_of_slug_.find(std::string(name));
  return it == sector_of_slug_.end() ? nullptr : &sectors_[it->second];
}

bool BodyLexicon::is_central_city(std::string_view name, std::optional<Date> on) const {
  const auto it = provinces_.find(slug(name));
  if (it == provinces_.end() || !it->second.city_from) return false;
  return !on || *on >= *it->second.city_from;
}

bool BodyLexicon::is_province(std::string_view name) const {
  return provinces_.contains(slug(name));
}

}  // namespace rasoat
