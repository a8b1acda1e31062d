// How a name of a body is read.
//
// A body is one of
//   a row of agencies.tsv            "Thủ tướng Chính phủ", "Ủy ban nhân dân", "các sở, ban, ngành"
//   a head and a sector              "Sở" + "Văn hóa, Thể thao và Du lịch"
//   a head and a proper name         "Cục" + "An toàn thực phẩm"
//   a head and what the body is for  "cơ quan quản lý" + "chuyên ngành thú y cấp huyện"
//   a head and another body          "đơn vị thuộc" + "Bộ Tư pháp"
//   a leader and any of these        "Giám đốc" + "Sở Tư pháp"
// and after it may come level words and an owner ("thuộc Ủy ban nhân dân cấp tỉnh"), which are read
// as part of the phrase: they set the level, or leave no trace in the key. The table's longest row
// wins, so that "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân" is never split, and a sector is
// always taken whole, commas and "và" included.
//
// Only the first syllable of each word of a proper name is capital ("Trung tâm Dịch vụ việc làm
// tiếp nhận
// ..."), so its end cannot be seen; it is taken to be the first verb, preposition or mark. Every
// loop is bounded by kMaxNameWords or by the longest phrase of the book.
#include "authority/body_phrase.h"

#include <algorithm>
#include <array>

#include "text/lower.h"
#include "text/word_set.h"

namespace rasoat {
namespace {

constexpr size_t kMaxNameWords = 16;
constexpr size_t kMaxLowerRun = 5;  // words without capital in a row inside a proper name
constexpr size_t kMaxPlaceWords = 6;
constexpr size_t kMaxLevelItems = 12;
constexpr size_t kMaxFieldWords = 14;

// Words of grammar that stand in no name, whatever the table of verbs says of the next.
constexpr WordSet kNeverInNames({"đã", "đang", "sẽ", "còn", "cũng", "vẫn", "chưa", "hoặc", "này"});

// Prepositions and openers end a proper name; nouns that open a sentence may stand inside one.
bool ends_names(AuthorityLexicon::Cue cue) { return cue < AuthorityLexicon::Cue::kOtherSubject; }

// What can't stand in the words for what a body is there for: "quản lý, sử dụng đất của ...".
bool ends_fields(AuthorityLexicon::Cue cue) {
  using Cue = AuthorityLexicon::Cue;
  return cue == Cue::kRecipient || cue == Cue::kMention || cue == Cue::kPassive ||
         cue == Cue::kHand || cue == Cue::kPartner;
}

}  // namespace

LevelSet levels_in_force(std::optional<Date> on) {
  LevelSet out(AdminLevel::kProvince);
  out.add(AdminLevel::kCommune);
  if (!on || *on < kDistrictLevelEnd) out.add(AdminLevel::kDistrict);
  return out;
}

BodyReader::Longest BodyReader::longest(size_t at) const {
  Longest out;
  using Kind = AuthorityLexicon::Meaning::Kind;
  lexicon.book(folded).for_each(words, at, [&](const PhraseBook::Match& match) {
    const AuthorityLexicon::Meaning meaning = lexicon.meaning(match.meaning);
    Longest::Item* item = nullptr;
    switch (meaning.kind) {
      case Kind::kBody:
        item = &out.body;
        break;
      case Kind::kSector:
        item = &out.sector;
        break;
      case Kind::kLeader:
        item = &out.leader;
        break;
      case Kind::kHead:
        item = &out.head;
        break;
      case Kind::kLevelWord:
        item = &out.level;
        break;
      case Kind::kTrap:
        item = &out.trap;
        break;
      case Kind::kVerb:
        item = meaning.index == static_cast<size_t>(AuthorityLexicon::VerbClass::kWeak) ? &out.weak
                                                                                        : &out.stop;
        out.duty |= meaning.index == static_cast<size_t>(AuthorityLexicon::VerbClass::kDuty);
        break;
      case Kind::kCue:
        out.place |= ends_fields(static_cast<AuthorityLexicon::Cue>(meaning.index));
        [[fallthrough]];
      case Kind::kRecurrence:
        if (ends_names(static_cast<AuthorityLexicon::Cue>(meaning.index))) item = &out.stop;
        break;
    }
    if (item == nullptr) return;
    // "Ủy ban nhân dân tỉnh ủy quyền cho …": the verb, not the body "tỉnh ủy".
    const bool party = meaning.kind == Kind::kBody || meaning.kind == Kind::kTrap;
    if (party && is(at + match.length - 1, "ủy") && is(at + match.length, "quyền")) {
      return;
    }
    if (match.length > item->length) {
      *item = {match.length, static_cast<uint32_t>(meaning.index)};
    }
  });
  return out;
}

bool BodyReader::is_folded(size_t at, std::string_view word) const {
  return at < words.size() && words[at].span.of(lower) == fold_marks(word);
}

bool BodyReader::is_mark(size_t at, char mark) const {
  return at < words.size() && words[at].kind == Word::Kind::kMark && words[at].mark == mark;
}

size_t BodyReader::skip_quantifier(size_t at) const {
  if (is(at, "các") || is(at, "những") || is(at, "mỗi") || is(at, "từng") || is(at, "cả")) {
    return at + 1;
  }
  if (is(at, "một") && is(at + 1, "số")) return at + 2;
  return at;
}

bool BodyReader::starts_name(size_t at) const {
  if (at >= words.size()) return false;
  const Word& word = words[at];
  if (word.kind == Word::Kind::kNumber) return true;
  if (word.kind != Word::Kind::kWord) return false;
  return typed || word.capital;
}

// The length of a sector whose words are written as common nouns: "và tài chính".
size_t BodyReader::sector_in_lower_case(size_t at) const {
  if (at >= words.size() || starts_name(at)) return 0;
  const Longest here = longest(at);
  return here.stop.length > 0 ? 0 : here.sector.length;
}

// The end of a proper name whose first word is words[at].
size_t BodyReader::name_end(size_t at) const {
  size_t end = at;
  size_t lower_run = 0;
  for (size_t i = at; i < words.size() && i < at + kMaxNameWords; ++i) {
    const Word& word = words[i];
    if (word.kind == Word::Kind::kMark) {
      // "Giáo dục nghề nghiệp - Giáo dục thường xuyên", but not a mark that ends the name.
      if (word.mark != '-' || !starts_name(i + 1)) break;
      continue;
    }
    if (word.kind == Word::Kind::kLineEnd) break;
    if (i > at) {
      const Longest here = longest(i);
      const bool level = here.level.length > 0 && here.trap.length <= here.level.length;
      if (level && !(word.capital && here.level.length == 1)) break;
      // "Cục Quản lý lao động ngoài nước", "Vụ Thị trường trong nước", "Cục Đầu tư nước ngoài"
      const bool noun = ((is(i, "trong") || is(i, "ngoài")) && is(i + 1, "nước")) ||
                        (is(i, "ngoài") && is(i - 1, "nước"));
      if (!word.capital && !noun && (here.stop.length > 0 || here.leader.length > 0)) break;
      if (!word.capital && kNeverInNames.contains(word.span.of(lower))) break;
      if (here.body.length > 1 && i > at + 1 && word.capital) break;
    }
    if (is(i, "và")) {
      if (const size_t sector = sector_in_lower_case(i + 1)) {
        i += sector;
        end = i + 1;
        continue;
      }
      if (i == at || !starts_name(i + 1) || longest(i + 1).head.length > 0 ||
          longest(i + 1).body.length > 0) {
        break;
      }
      continue;
    }
    lower_run = word.capital || typed ? 0 : lower_run + 1;
    if (lower_run > kMaxLowerRun) break;
    // "Trợ giúp" is one word, though "giúp" would end a name.
    if (word.capital) i += std::max<size_t>(longest(i).weak.length, 1) - 1;
    end = i + 1;
  }
  return end;
}

// The end of the words from words[at] on that say what a body is there for, where a level or an
// owner closes them ("quản lý đất đai" before "cấp huyện"); 0 where nothing does. Verbs may stand
// at their begin, but no preposition and no other body anywhere.
size_t BodyReader::field_end(size_t at, bool to_duty) const {
  size_t verbs_until = at;  // a verb may stand there
  for (size_t i = at; i < words.size() && i < at + kMaxFieldWords;) {
    const Word& word = words[i];
    if (word.kind == Word::Kind::kMark) {
      if ((word.mark != ',' && word.mark != '-' && word.mark != '/') || i == at) return 0;
      verbs_until = ++i;
      continue;
    }
    if (word.kind != Word::Kind::kWord) return 0;
    const Longest here = longest(i);
    if (here.sector.length > 0) {
      i += here.sector.length;
      continue;
    }
    if (closes_field(i)) {
      const bool open = i == at || words[i - 1].kind == Word::Kind::kMark || is(i - 1, "và");
      return open ? 0 : i;
    }
    const size_t name = std::max({here.head.length, here.leader.length, here.body.length});
    if (here.trap.length > name && !is(i, "cơ")) {  // "phòng, chống"
      i += here.trap.length;
      continue;
    }
    if (to_duty && here.duty && states_duty(i)) {
      const size_t end = is(i - 1, "còn") || is(i - 1, "cũng") ? i - 1 : i;
      return end > at ? end : 0;
    }
    if (to_duty && here.level.length > 0) return i > at ? i : 0;  // "Trung tâm y tế huyện có ..."
    if (here.duty || name > 1 || (name == 1 && word.capital)) return 0;
    const bool noun = is(i, "về") || (is(i, "ở") && is(i - 1, "nhà"));
    if (here.place && !noun) return 0;
    if (is(i, "và")) {
      verbs_until = ++i;
      continue;
    }
    if (here.stop.length > 0 && !noun) {
      if (i > verbs_until) return 0;
      i += here.stop.length;
      verbs_until = i;
      continue;
    }
    ++i;
  }
  return 0;
}

// "có trách nhiệm", "chịu trách nhiệm", "có nhiệm vụ", "có quyền": behind a name, and never a part
// of one.
bool BodyReader::states_duty(size_t at) const {
  if (is(at + 1, "trách")) return true;
  return is(at, "có") && (is(at + 1, "nhiệm") || is(at + 1, "nghĩa") || is(at + 1, "quyền"));
}

// "cấp huyện", "địa phương", "thuộc Ủy ban nhân dân".
bool BodyReader::closes_field(size_t at) const {
  const Longest here = longest(at);
  using Class = AuthorityLexicon::LevelWord::Class;
  if (here.level.length > 0) {
    return lexicon.level_words()[here.level.index].kind != Class::kUnit;
  }
  if (is(at, "địa") && is(at + 1, "phương")) return true;
  // "Đội Cảnh sát trật tự Công an cấp huyện"
  using Kind = AuthorityLexicon::Body::Class;
  if (here.body.length > 0 && lexicon.bodies()[here.body.index].kind == Kind::kSaidLevel &&
      says_level(at + here.body.length)) {
    return true;
  }
  const bool owned = is(at, "thuộc");
  if (!owned && !(is(at, "trực") && is(at + 1, "thuộc"))) return false;
  const size_t owner = skip_quantifier(owned ? at + 1 : at + 2);
  if (owner >= words.size()) return false;
  const Longest body = longest(owner);
  return is_council(owner) || (body.body.length > 0 &&  // "thuộc Công an cấp huyện"
                               lexicon.bodies()[body.body.index].kind == Kind::kSaidLevel &&
                               says_level(owner + body.body.length));
}

// Whether "Ủy ban nhân dân" or "Hội đồng nhân dân" stands at the word.
bool BodyReader::is_council(size_t at) const {
  const Longest here = longest(at);
  if (here.body.length == 0) return false;
  const std::string& key = lexicon.bodies()[here.body.index].key;
  return key == "ubnd" || key == "hdnd";
}

// The end of a place's name: words with capitals, or a number.
size_t BodyReader::place_end(size_t at) const {
  size_t end = at;
  for (size_t i = at; i < words.size() && i < at + kMaxPlaceWords; ++i) {
    if (is_mark(i, '-') && i > at && starts_name(i + 1)) continue;
    if (!starts_name(i)) break;
    const Longest here = longest(i);
    if (typed ? here.level.length > 0 || here.body.length > 0 || is(i, "và")
              : i > at && (here.head.length > 0 || here.body.length > 1)) {
      break;
    }
    end = i + 1;
    if (words[i].kind == Word::Kind::kNumber) break;
  }
  return end;
}

// Level words at words[at]: "các huyện, thị xã, thành phố", "cấp huyện, cấp xã", "tỉnh Đắk Lắk".
// Moves `at` behind them.
bool BodyReader::read_levels(size_t& at, BodyPhrase& body) const {
  using Class = AuthorityLexicon::LevelWord::Class;
  LevelSet levels;
  bool any = false, nameless_city = false;
  size_t next = at;
  for (size_t items = 0; items < kMaxLevelItems; ++items) {
    size_t i = next;
    Longest here = i < words.size() ? longest(i) : Longest();
    if (here.level.length == 0) {  // "các cấp" is a level word, "các" alone is none
      i = skip_quantifier(next);
      here = i < words.size() ? longest(i) : Longest();
    }
    if (here.level.length == 0 || here.trap.length >= here.level.length ||
        here.body.length > here.level.length) {
      break;
    }
    const AuthorityLexicon::LevelWord& word = lexicon.level_words()[here.level.index];
    i += here.level.length;
    if (word.kind == Class::kAll) {
      levels.add(levels_in_force(context.date));
    } else if (word.kind == Class::kRelative) {
      body.relative = true;
    } else if (word.kind == Class::kLevel) {
      levels.add(word.level);
    } else {
      if (is_mark(i, '.') && starts_name(i + 1)) ++i;  // "TP. Huế"
      const size_t name = i;
      if (starts_name(name)) i = std::max(name, place_end(name));
      const size_t owner = unit_owner_end(i);
      if (owner > i && i == name && word.level == AdminLevel::kNone) {
        levels.add(AdminLevel::kDistrict);  // "thành phố thuộc Thành phố Hồ Chí Minh"
        i = owner;
      } else if (word.level != AdminLevel::kNone) {
        i = std::max(i, owner);
        levels.add(word.level);
      } else if (i > name) {
        const Span span{words[name].span.begin, words[i - 1].span.end};
        levels.add(lexicon.is_central_city(span.of(lower), context.date) ? AdminLevel::kProvince
                                                                         : AdminLevel::kDistrict);
      } else {
        nameless_city = true;
      }
    }
    any = true;
    at = i;
    next = i;
    if (is_mark(next, ',') || is_mark(next, '/')) ++next;
    if (is(next, "và") || is(next, "hoặc")) ++next;
    if (next == i) break;
  }
  if (!any) return false;
  if (nameless_city && !levels.has(AdminLevel::kProvince) && !levels.has(AdminLevel::kDistrict)) {
    levels.add(level_of_nameless_city());
  }
  body.levels.add(levels);
  return true;
}

// Behind "thuộc Thành phố Hồ Chí Minh", "thuộc tỉnh Đắk Lắk": the unit that another belongs to;
// `at` where no such words stand.
size_t BodyReader::unit_owner_end(size_t at) const {
  if (!is(at, "thuộc") || at + 1 >= words.size()) return at;
  const Longest here = longest(at + 1);
  using Class = AuthorityLexicon::LevelWord::Class;
  if (here.level.length == 0 || here.level.length < here.trap.length ||
      lexicon.level_words()[here.level.index].kind != Class::kUnit) {
    return at;
  }
  const size_t name = at + 1 + here.level.length;
  const size_t end = starts_name(name) ? place_end(name) : name;
  return end > name ? end : at;
}

// "Ủy ban nhân dân thành phố" without a name.
LevelSet BodyReader::level_of_nameless_city() const {
  if (typed) {
    LevelSet both(AdminLevel::kProvince);
    both.add(AdminLevel::kDistrict);
    return both;
  }
  if (context.date && *context.date >= kDistrictLevelEnd) return AdminLevel::kProvince;
  if (context.issuer == AdminLevel::kDistrict) return AdminLevel::kDistrict;
  if (context.issuer == AdminLevel::kProvince && !context.issuer_is_city) {
    return AdminLevel::kDistrict;
  }
  return AdminLevel::kProvince;
}

// "về xây dựng thuộc Ủy ban nhân dân cấp huyện": what a "cơ quan chuyên môn" is for leaves no trace
// in its key.
void BodyReader::absorb_field(BodyPhrase& body) const {
  size_t at = body.end;
  if (is(at, "quản") && is(at + 1, "lý")) at += 2;
  if (is(at, "nhà") && is(at + 1, "nước")) at += 2;
  if (!is(at, "về")) return;
  ++at;
  const size_t sector = at < words.size() ? longest(at).sector.length : 0;
  const size_t closed = field_end(at);
  body.end = closed > 0 ? closed : sector > 0 ? at + sector : std::max(name_end(at), body.end);
}

// "thuộc Ủy ban nhân dân cấp tỉnh": sets the level of "cơ quan chuyên môn", leaves no trace
// elsewhere.
void BodyReader::absorb_owner(BodyPhrase& body) const {
  size_t i = body.end;
  bool belongs = false;
  if (is(i, "chuyên") && is(i + 1, "môn")) i += 2;
  if (is(i, "trực")) ++i;
  const bool at_level = is(i, "ở");  // "Ủy ban bầu cử ở huyện"
  if (is(i, "thuộc")) {
    belongs = true;
    ++i;
  } else if (is(i, "của") || is(i, "giúp") || at_level) {
    ++i;
  } else {
    return;
  }
  i = skip_quantifier(i);
  if (i >= words.size()) return;
  const Longest here = longest(i);
  if (here.body.length == 0) {
    // "các sở, ban, ngành của tỉnh"
    size_t end = i;
    if ((!at_level || says_level(i)) && read_levels(end, body)) body.end = end;
    return;
  }
  using Class = AuthorityLexicon::Body::Class;
  const Class owner = lexicon.bodies()[here.body.index].kind;
  const bool leveled = owner == Class::kLevel || owner == Class::kSaidLevel;
  if (!is_council(i) && !(belongs && leveled)) return;
  if (!belongs && body.key != "co-quan-chuyen-mon" && body.key != "ban-hdnd") return;
  body.end = i + here.body.length;
  size_t end = body.end;
  if (read_levels(end, body)) body.end = end;
  if (body.key == "co-quan-chuyen-mon") absorb_second_owner(body);
}

// "Ban Pháp chế của Hội đồng nhân dân tỉnh": whatever a board of a people's council deals with, it
// is a "Ban của Hội đồng nhân dân".
bool BodyReader::absorb_assembly(BodyPhrase& body, const Longest& here) const {
  if (here.head.length == 0 || lexicon.heads()[here.head.index].key != "ban") return false;
  size_t at = body.end;
  if (is_mark(at, '-')) {  // "Ban Văn hóa - xã hội"
    const size_t limit = at + kMaxLowerRun;
    while (++at < limit && at < words.size() && words[at].kind == Word::Kind::kWord &&
           !is(at, "của") && longest(at).body.length == 0) {
    }
  }
  if (is(at, "của") || is(at, "thuộc")) ++at;
  if (at >= words.size()) return false;
  const Longest owner = longest(at);
  if (owner.body.length == 0 || lexicon.bodies()[owner.body.index].key != "hdnd") return false;
  body.key = "ban-hdnd";
  body.takes_level = true;
  body.end = at + owner.body.length;
  size_t end = body.end;
  if (read_levels(end, body)) body.end = end;
  return true;
}

// "huyện, quận và tương đương", "và đơn vị hành chính tương đương".
void BodyReader::absorb_equals(BodyPhrase& body) const {
  size_t at = body.end;
  if (!is(at, "và")) return;
  ++at;
  if (is(at, "đơn") && is(at + 1, "vị") && is(at + 2, "hành") && is(at + 3, "chính")) at += 4;
  if (is(at, "tương") && is(at + 1, "đương")) body.end = at + 2;
}

// "cấp quân khu", "cấp trên trực tiếp": a rank that is no level of government.
void BodyReader::absorb_rank(BodyPhrase& body) const {
  if (!is(body.end, "cấp")) return;
  const size_t rank = longest(body.end).trap.length;
  if (rank == 0) return;
  body.end += rank;
  if (is(body.end, "trực") && is(body.end + 1, "tiếp")) body.end += 2;
}

// "Các cơ quan chuyên môn thuộc Ủy ban nhân dân cấp tỉnh, Ủy ban nhân dân cấp huyện giúp Ủy ban
// nhân dân cùng cấp": it is not a committee that helps one.
void BodyReader::absorb_second_owner(BodyPhrase& body) const {
  size_t at = body.end;
  if (!is_mark(at, ',') && !is(at, "và")) return;
  if (++at >= words.size() || !is_council(at)) return;
  BodyPhrase second;
  at += longest(at).body.length;
  if (!read_levels(at, second) || second.levels.empty()) return;
  if (!is(at, "giúp") && !(is(at, "tham") && is(at + 1, "mưu"))) return;
  body.levels.add(second.levels);
  body.end = at;
}

std::optional<BodyPhrase> BodyReader::read_plain(size_t at, const Longest& here) const {
  if (here.trap_length() > 0 || !here.begins_body()) return {};
  BodyPhrase out;
  out.first = at;
  bool row = false;  // of agencies.tsv
  const size_t after_head = at + here.head.length;
  if (here.head.length > 0) {
    const AuthorityLexicon::Head& head = lexicon.heads()[here.head.index];
    size_t name = after_head;
    if (head.takes_body) {
      name = skip_quantifier(name);
      const std::optional<BodyPhrase> owner =
          name < words.size() ? read_plain_body_only(name) : std::nullopt;
      if (!owner) return {};
      out = *owner;
      out.first = at;
      out.key = head.key + "-" + owner->key;
      return out;
    }
    const Longest rest = name < words.size() ? longest(name) : Longest();
    // "Cục Thú y" has a sector as "Sở Y tế" has, but only where it is written as a name.
    const bool sector = head.takes_sector || (!head.takes_field && starts_name(name) && !typed);
    const size_t end = name + rest.sector.length;
    // "Vụ Lao động - Tiền lương", "Cục Kế hoạch và tài chính"
    const bool longer =
        !head.takes_sector && ((is_mark(end, '-') && starts_name(end + 1)) ||
                               (is(end, "và") && sector_in_lower_case(end + 1) > 0));
    if (sector && rest.sector.length > 0 && !longer &&
        here.head.length + rest.sector.length > here.body.length) {
      out.key = head.key + "-" + lexicon.sectors()[rest.sector.index].slug;
      out.end = end;
    }
  }
  if (out.end == 0 && here.body.length > 0 && !names_more(at, here) &&
      (here.body.length > here.head.length || !starts_name(after_head) ||
       is_many(here.body.index) || (typed && says_level(at + here.body.length)))) {
    const AuthorityLexicon::Body& body = lexicon.bodies()[here.body.index];
    row = true;
    out.key = body.key;
    out.end = at + here.body.length;
    out.takes_level = body.kind == AuthorityLexicon::Body::Class::kLevel ||
                      body.kind == AuthorityLexicon::Body::Class::kSaidLevel;
    out.needs_level = body.kind == AuthorityLexicon::Body::Class::kSaidLevel;
    out.may_level = !out.takes_level && body.level == AdminLevel::kNone;
    if (body.key == "co-quan-chuyen-mon") absorb_field(out);
    // "Ngân hàng Nhà nước chi nhánh khu vực 14"
    if (is(out.end, "chi") && is(out.end + 1, "nhánh")) {
      const size_t end = name_end(out.end);
      if (end > out.end + 2) {
        out.key += "-" + slug(Span{words[out.end].span.begin, words[end - 1].span.end}.of(lower));
        out.end = end;
      }
    }
  }
  if (out.end == 0 && here.head.length > 0) {
    const AuthorityLexicon::Head& head = lexicon.heads()[here.head.index];
    // In a line of capitals everything looks like a name: "CƠ QUAN CHI TRẢ THU NHẬP".
    const bool shouted = words[at].all_caps && head.takes_sector;
    const bool named =
        starts_name(after_head) && !shouted && (typed || words[at].capital || head.takes_sector);
    // A head of one syllable has other meanings: "ban", "hội".
    const bool level = head.takes_level && (words[at].capital || here.head.length > 1 || typed);
    const bool board = is_board(at, head);
    size_t end = head.takes_field || level ? field_end(after_head, board) : 0;
    out.may_level = (end > 0 && closes_field(end)) || head.takes_field;
    if (end == 0) end = named || head.takes_field ? name_end(after_head) : after_head;
    if (end > after_head) {
      out.key = head.key + "-" +
                slug(Span{words[after_head].span.begin, words[end - 1].span.end}.of(lower));
      out.end = end;
    } else if (!head.alone.empty()) {
      out.key = head.alone;
      out.end = after_head;
    } else if (head.takes_level && !head.takes_sector && here.head.length > 1 &&
               says_level(after_head)) {
      out.key = head.key;  // "Ban chỉ đạo cấp huyện"
      out.end = after_head;
      out.may_level = true;
    }
  }
  if (out.end == 0) return {};
  out.short_form = out.key == "so" || out.key == "bo";
  if (here.head.length > 0 && !out.takes_level) {
    const AuthorityLexicon::Head& head = lexicon.heads()[here.head.index];
    out.may_level |= head.takes_sector && head.takes_level;
    out.needs_level |= head.needs_level && !row;
  }
  size_t end = out.end;
  if (read_levels(end, out)) {
    out.end = end;
  } else if (!absorb_assembly(out, here)) {
    absorb_owner(out);
    absorb_rank(out);
  }
  absorb_equals(out);
  if (out.needs_level && out.levels.empty()) return {};
  return out;
}

// "Ban ...", "Hội đồng ...": what it is for may reach to the words that say its duty.
bool BodyReader::is_board(size_t at, const AuthorityLexicon::Head& head) const {
  if (!head.takes_level || !words[at].capital || head.needs_level || typed) return false;
  // "Cơ quan tiếp nhận hồ sơ", not "Cơ quan nhà nước", "Cơ quan có thẩm quyền".
  return !head.takes_sector || (!words[at].all_caps && acts_at(at + 2));
}

// Whether a verb of what is to be done stands there.
bool BodyReader::acts_at(size_t at) const {
  if (at >= words.size() || words[at].kind != Word::Kind::kWord || words[at].capital) return false;
  const Longest here = longest(at);
  return here.stop.length > 1 && !here.place && !here.duty && !is(at, "được");
}

// "Hội đồng thẩm định quy hoạch cấp tỉnh" says more than the row "Hội đồng thẩm định".
bool BodyReader::names_more(size_t at, const Longest& here) const {
  if (here.head.length == 0 || here.body.length <= here.head.length || !is_many(here.body.index)) {
    return false;
  }
  const AuthorityLexicon::Head& head = lexicon.heads()[here.head.index];
  if (head.takes_sector || !is_board(at, head)) return false;
  const size_t end = field_end(at + here.head.length, true);
  for (size_t i = at + here.body.length; i < end; ++i) {
    // "Ban Quản lý khu kinh tế Nam Sơn" says which one it is, and behind a comma stands another.
    if (starts_name(i) || words[i].kind == Word::Kind::kMark) return false;
  }
  return end > at + here.body.length;
}

// The owner in "đơn vị thuộc Bộ Tư pháp"; no further "đơn vị thuộc" inside.
std::optional<BodyPhrase> BodyReader::read_plain_body_only(size_t at) const {
  const Longest here = longest(at);
  if (here.head.length > 0 && lexicon.heads()[here.head.index].takes_body) return {};
  return read_plain(at, here);
}

std::optional<BodyPhrase> BodyReader::read(size_t at, const Longest& here) const {
  if (!here.begins_body() || words[at].kind != Word::Kind::kWord) return {};
  const bool row = here.body.length > here.leader.length;
  if (here.leader.length > 0 && !row && here.trap.length <= here.leader.length) {
    const AuthorityLexicon::Leader& leader = lexicon.leaders()[here.leader.index];
    size_t after = skip_quantifier(at + here.leader.length);
    std::optional<BodyPhrase> body = after < words.size() ? read_plain(after) : std::nullopt;
    if (!body && leader.key == "chu-tich" && (typed || words[at].capital)) {
      body = chairman_of_level(after);
    }
    if (body) {
      body->first = at;
      body->key = leader.key + "-" + body->key;
      body->leader = static_cast<int32_t>(here.leader.index);
      body->spreads = leader.spreads;
      return body;
    }
    if (!leader.alone.empty()) {
      BodyPhrase out;
      out.key = leader.alone;
      out.first = at;
      out.end = at + here.leader.length;
      out.leader = static_cast<int32_t>(here.leader.index);
      return out;
    }
  }
  return read_plain(at, here);
}

// "Chủ tịch quận", as people type and a few decrees write.
std::optional<BodyPhrase> BodyReader::chairman_of_level(size_t at) const {
  BodyPhrase out;
  out.key = "ubnd";
  out.takes_level = true;
  size_t end = at;
  if (!read_levels(end, out)) return {};
  out.end = end;
  return out;
}

// Whether the level of a body stands here: "Thanh tra cấp tỉnh" names no body "cấp tỉnh".
bool BodyReader::says_level(size_t at) const {
  BodyPhrase probe;
  return read_levels(at, probe) && !probe.levels.empty();
}

bool BodyReader::is_many(size_t body) const {
  return lexicon.bodies()[body].kind == AuthorityLexicon::Body::Class::kMany &&
         lexicon.bodies()[body].key.size() > 2;
}

}  // namespace rasoat
