// The bodies that documents give tasks to: their keys, levels and names.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/span.h"
#include "lexicon/lexicon.h"

namespace rasoat {

enum class AdminLevel : uint8_t { kNone, kCentral, kProvince, kDistrict, kCommune };

std::string_view key_of(AdminLevel level);           // "huyen"; "" for kNone
std::string_view vietnamese_name(AdminLevel level);  // "cấp huyện"
// Reads "huyen", "huyện", "cấp huyện", "cap huyen" in any case.
std::optional<AdminLevel> level_from_words(std::string_view words);

// What a user typed ("UBND huyện", "uy ban nhan dan cap huyen", "Uỷ ban nhân dân quận",
// "ubnd:huyen") as agency keys; several where the words leave the level open ("UBND" gives every
// level), none where they name no body. `on` is the date that decides which levels "các cấp" stands
// for.
std::vector<std::string> agency_keys_from_words(std::string_view words, const Lexicon& lexicon,
                                                std::optional<Date> on = {});

// A body that a user named in the middle of other words.
struct AgencyMention {
  Span span;  // in the words
  std::vector<std::string> keys;
};

// The bodies that a question names ("quy định nào giao việc cho UBND cấp huyện"), in order. `words`
// is NFC, with or without marks. Only bodies that the tables know are taken: "phòng vệ" is no
// Phòng, "so luong" no Sở.
std::vector<AgencyMention> agency_mentions(std::string_view words, const Lexicon& lexicon,
                                           std::optional<Date> on = {});

// "Ủy ban nhân dân cấp huyện" for "ubnd:huyen"; a readable form for any other key.
std::string agency_display_name(std::string_view key, const Lexicon& lexicon);
// The level in the key, or the one that its body always has (sở: tỉnh).
AdminLevel level_of_agency(std::string_view key, const Lexicon& lexicon);

// How a body ended, as far as the tables know.
struct AgencyEnd {
  Date end;  // the first day without it
  std::vector<std::string>
      heirs;               // keys; empty where its tasks went apart, or nothing sure is known
  std::string instrument;  // number of what ended it; may be empty
};
// Nothing for a body that stands. The heir of a head is the head of the heir where both bodies are
// of one kind (Giám đốc Sở, Giám đốc Sở).
std::optional<AgencyEnd> agency_end(std::string_view key, const Lexicon& lexicon);
// Whether the body had ended on that day (a district body from 1 July 2025).
bool agency_abolished(std::string_view key, Date on, const Lexicon& lexicon);
// The keys that the heads of these bodies may have ("chu-tich-ubnd:xa" of "ubnd:xa"), deputies left
// out; none for what is a head itself.
std::vector<std::string> keys_of_heads(const std::vector<std::string>& keys,
                                       const Lexicon& lexicon);

}  // namespace rasoat
