// What users type is read by the same grammar as the texts, twice if need be: with its marks, and,
// where that names no body, with all marks removed from both sides. Case tells nothing in either.
#include "authority/agency.h"

#include <algorithm>

#include "authority/authority_lexicon.h"
#include "authority/body_phrase.h"
#include "authority/key.h"
#include "text/encoding.h"
#include "text/lower.h"

namespace rasoat {
namespace {

struct LevelName {
  AdminLevel level;
  std::string_view key, name;
};

constexpr LevelName kLevelNames[] = {
    {AdminLevel::kCentral, "trung-uong", "trung ương"},
    {AdminLevel::kProvince, "tinh", "cấp tỉnh"},
    {AdminLevel::kDistrict, "huyen", "cấp huyện"},
    {AdminLevel::kCommune, "xa", "cấp xã"},
};

bool is_key(std::string_view words) {
  return words.find(' ') == std::string_view::npos &&
         words.find_first_of("-:") != std::string_view::npos &&
         std::all_of(words.begin(), words.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == ':';
         });
}

void add_key(std::vector<std::string>& keys, std::string key) {
  if (std::find(keys.begin(), keys.end(), key) == keys.end()) keys.push_back(std::move(key));
}

// A body that was typed, with the bytes of the words that name it.
struct TypedBody {
  Span span;
  bool short_form = false;
  std::vector<std::string> keys;
};

// The bodies that a text without marks, or with them, names.
std::vector<TypedBody> read_bodies(std::string_view lower, bool folded,
                                   const AuthorityLexicon& lexicon, std::optional<Date> on) {
  const std::vector<Word> words = split_words(lower, lower, lexicon.book(folded).vocabulary());
  const BodyReader reader{lexicon, words, lower, {AdminLevel::kNone, false, on}, folded, true};
  std::vector<BodyPhrase> bodies;
  for (size_t at = 0; at < words.size();) {
    const BodyReader::Longest here = reader.longest(at);
    if (const size_t trap = here.trap_length()) {
      at += trap;
      continue;
    }
    std::optional<BodyPhrase> body = reader.read(at, here);
    at = body ? body->end : at + 1;
    if (body) bodies.push_back(std::move(*body));
  }
  LevelSet following;  // "Hội đồng nhân dân, Ủy ban nhân dân cấp huyện"
  for (size_t i = bodies.size(); i-- > 0;) {
    LevelSet levels = bodies[i].levels;
    if (levels.empty() && bodies[i].takes_level) {
      levels = following.empty() ? levels_in_force(on) : following;
    }
    if (bodies[i].takes_level) following = levels;
    bodies[i].levels = levels;
  }
  std::vector<TypedBody> out;
  for (const BodyPhrase& body : bodies) {
    std::vector<std::string> keys = keys_of(body, body.levels);
    // "cơ quan thuế" is asked for on every level.
    if (body.may_level && body.levels.empty()) {
      for (std::string& key : keys_of(body, levels_in_force(on))) keys.push_back(std::move(key));
    }
    out.push_back({{words[body.first].span.begin, words[body.end - 1].span.end},
                   body.short_form,
                   std::move(keys)});
  }
  return out;
}

std::vector<std::string> read_keys(std::string_view lower, bool folded,
                                   const AuthorityLexicon& lexicon, std::optional<Date> on) {
  std::vector<std::string> keys;
  for (TypedBody& body : read_bodies(lower, folded, lexicon, on)) {
    for (std::string& key : body.keys) add_key(keys, std::move(key));
  }
  return keys;
}

struct Parts {  // of a key without its level
  const AuthorityLexicon::Leader* leader = nullptr;
  const AuthorityLexicon::Body* body = nullptr;
  const AuthorityLexicon::Head* head = nullptr;
  const AuthorityLexicon::Sector* sector = nullptr;
  std::string_view rest;  // what neither table knows
  std::string_view bare;  // the key without the leader
};

Parts parts_of(std::string_view key, const AuthorityLexicon& lexicon) {
  Parts out;
  out.bare = key;
  out.body = lexicon.body_of_key(key);
  if (out.body != nullptr) return out;
  out.leader = longest_prefix(lexicon.leaders(), key);
  if (out.leader != nullptr) {
    key.remove_prefix(out.leader->key.size() + 1);
    out.bare = key;
    out.body = lexicon.body_of_key(key);
    if (out.body != nullptr) return out;
  }
  out.head = longest_prefix(lexicon.heads(), key);
  if (out.head != nullptr) {
    key.remove_prefix(out.head->key.size() + 1);
    out.sector = lexicon.sector_of_slug(key);
    if (out.sector != nullptr) return out;
  }
  out.rest = key;
  return out;
}

const AuthorityLexicon::Sector::Holder* holder_of(const Parts& parts) {
  if (parts.sector == nullptr || parts.head == nullptr) return nullptr;
  if (parts.head->key == "bo") return &parts.sector->ministry;
  if (parts.head->key == "so") return &parts.sector->department;
  if (parts.head->key == "phong") return &parts.sector->division;
  return nullptr;
}

AdminLevel own_level(const Parts& parts) {
  if (parts.body != nullptr) return parts.body->level;
  if (parts.head == nullptr) return AdminLevel::kNone;
  // A phòng that ended with the district level was one of its bodies.
  if (const auto* holder = holder_of(parts); parts.head->key == "phong" && holder != nullptr) {
    return holder->ending.end == kDistrictLevelEnd ? AdminLevel::kDistrict : AdminLevel::kNone;
  }
  return parts.head->level;
}

std::string words_of_slug(std::string_view slugged) {
  std::string out(slugged);
  std::replace(out.begin(), out.end(), '-', ' ');
  return out;
}

std::string capitalized(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 32);
  return text;
}

// Whether the tables have the body, or its kind and sector: of "phòng vệ chính đáng" and "vụ tai
// nạn" the first word alone could be one.
bool is_known(const TypedBody& body, const AuthorityLexicon& bodies) {
  if (body.keys.empty()) return false;
  const Parts parts = parts_of(split_key(body.keys[0]).body, bodies);
  return parts.body != nullptr || parts.sector != nullptr;
}

}  // namespace

std::string_view key_of(AdminLevel level) {
  for (const LevelName& row : kLevelNames) {
    if (row.level == level) return row.key;
  }
  return "";
}

std::string_view vietnamese_name(AdminLevel level) {
  for (const LevelName& row : kLevelNames) {
    if (row.level == level) return row.name;
  }
  return "";
}

std::optional<AdminLevel> level_from_words(std::string_view words) {
  std::string key = slug(words);
  if (key.starts_with("cap-")) key.erase(0, 4);
  for (const LevelName& row : kLevelNames) {
    if (row.key == key) return row.level;
  }
  return {};
}

std::vector<std::string> agency_keys_from_words(std::string_view words, const Lexicon& lexicon,
                                                std::optional<Date> on) {
  const AuthorityLexicon& bodies = lexicon.derived<AuthorityLexicon>();
  std::string lower = lower_same_length(words);
  if (is_key(lower)) {
    const SplitKey key = split_key(lower);
    if (key.level != AdminLevel::kNone) return {lower};
    const AuthorityLexicon::Body* body = bodies.body_of_key(lower);
    if (body != nullptr && body->kind != AuthorityLexicon::Body::Class::kLevel) return {lower};
    if (lower.find(':') != std::string::npos) return {};
    std::replace(lower.begin(), lower.end(), '-', ' ');
  }
  const std::string folded = fold_marks(lower);
  std::vector<std::string> keys;
  if (folded != lower) keys = read_keys(lower, false, bodies, on);
  if (keys.empty()) keys = read_keys(folded, true, bodies, on);
  return keys;
}

std::vector<AgencyMention> agency_mentions(std::string_view words, const Lexicon& lexicon,
                                           std::optional<Date> on) {
  const AuthorityLexicon& bodies = lexicon.derived<AuthorityLexicon>();
  const std::string lower = lower_same_length(words);
  const std::string folded = fold_marks(lower);
  std::vector<AgencyMention> out;
  if (folded != lower) {
    for (TypedBody& body : read_bodies(lower, false, bodies, on)) {
      if (is_known(body, bodies)) out.push_back({body.span, std::move(body.keys)});
    }
  }
  if (!out.empty()) return out;

  // Folding keeps the number of characters.
  std::vector<uint32_t> begins;  // of each character of `lower`
  for (size_t i = 0; i < lower.size(); ++i) {
    if (!is_continuation(lower[i])) begins.push_back(static_cast<uint32_t>(i));
  }
  begins.push_back(static_cast<uint32_t>(lower.size()));
  const auto place = [&](uint32_t offset) {
    const size_t characters = count_characters(std::string_view(folded).substr(0, offset));
    return begins[std::min(characters, begins.size() - 1)];
  };
  for (TypedBody& body : read_bodies(folded, true, bodies, on)) {
    // "so" and "bo" alone may be any of a dozen words.
    const bool one_syllable = body.span.of(folded).find(' ') == std::string_view::npos;
    if (!is_known(body, bodies) || (body.short_form && one_syllable)) continue;
    const Span span{place(body.span.begin), place(body.span.end)};
    const std::string_view typed = span.of(lower);
    if (fold_marks(typed) == typed) out.push_back({span, std::move(body.keys)});
  }
  return out;
}

std::string agency_display_name(std::string_view key, const Lexicon& lexicon) {
  const AuthorityLexicon& bodies = lexicon.derived<AuthorityLexicon>();
  const SplitKey split = split_key(key);
  const Parts parts = parts_of(split.body, bodies);
  std::string name;
  if (parts.body != nullptr) {
    name = parts.body->name;
  } else {
    if (parts.head != nullptr) name = parts.head->name + " ";
    name += parts.sector != nullptr ? parts.sector->name : words_of_slug(parts.rest);
  }
  if (parts.leader != nullptr) name = parts.leader->name + " " + name;
  if (split.level != AdminLevel::kNone) name += " " + std::string(vietnamese_name(split.level));
  return capitalized(std::move(name));
}

AdminLevel level_of_agency(std::string_view key, const Lexicon& lexicon) {
  const SplitKey split = split_key(key);
  if (split.level != AdminLevel::kNone) return split.level;
  return own_level(parts_of(split.body, lexicon.derived<AuthorityLexicon>()));
}

std::optional<AgencyEnd> agency_end(std::string_view key, const Lexicon& lexicon) {
  const AuthorityLexicon& bodies = lexicon.derived<AuthorityLexicon>();
  const SplitKey split = split_key(key);
  const Parts parts = parts_of(split.body, bodies);
  const AdminLevel level = split.level != AdminLevel::kNone ? split.level : own_level(parts);
  // What a head's key ("chu-tich-ubnd") or the body that it leads says of its end.
  const bool led_row = parts.body != nullptr && parts.leader == nullptr;
  std::string_view bare = parts.bare;
  if (led_row) {
    const auto* leader = longest_prefix(bodies.leaders(), bare);
    const size_t cut = leader != nullptr ? leader->key.size() + 1 : 0;
    if (bodies.body_of_key(bare.substr(cut)) != nullptr) bare.remove_prefix(cut);
  }
  std::optional<AgencyEnd> out;
  const auto take = [&](const AuthorityLexicon::Ending& ending) {
    if (ending.end) out = AgencyEnd{*ending.end, ending.heirs, ending.instrument};
  };
  if (split.level != AdminLevel::kNone) {
    const std::string with_level = std::string(bare) + ":" + std::string(key_of(split.level));
    if (const auto* ending = bodies.ending_of_level(with_level)) take(*ending);
  }
  if (!out && parts.body != nullptr) take(parts.body->ending);
  if (const auto* holder = holder_of(parts); !out && holder != nullptr) take(holder->ending);
  if (!out && level != AdminLevel::kNone) {
    if (const auto* ending = bodies.ending_of_level(key_of(level))) take(*ending);
  }
  if (!out || bare.size() == split.body.size()) return out;
  // Of a head.
  const std::string_view leader = split.body.substr(0, split.body.size() - bare.size());
  const std::string_view kind = bare.substr(0, bare.find('-'));
  std::erase_if(out->heirs, [&](const std::string& heir) {
    return !(heir.starts_with(kind) &&
             (heir.size() == kind.size() || heir[kind.size()] == '-' || heir[kind.size()] == ':'));
  });
  for (std::string& heir : out->heirs) heir.insert(0, leader);
  return out;
}

bool agency_abolished(std::string_view key, Date on, const Lexicon& lexicon) {
  const std::optional<AgencyEnd> end = agency_end(key, lexicon);
  return end && on >= end->end;
}

std::vector<std::string> keys_of_heads(const std::vector<std::string>& keys,
                                       const Lexicon& lexicon) {
  constexpr std::string_view kDeputy = "pho-";
  const AuthorityLexicon& bodies = lexicon.derived<AuthorityLexicon>();
  std::vector<std::string> out;
  for (const std::string& key : keys) {
    if (longest_prefix(bodies.leaders(), split_key(key).body) != nullptr) continue;
    for (const AuthorityLexicon::Leader& leader : bodies.leaders()) {
      if (!leader.key.starts_with(kDeputy)) add_key(out, leader.key + "-" + key);
    }
  }
  return out;
}

}  // namespace rasoat
