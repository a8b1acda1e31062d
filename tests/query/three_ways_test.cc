// However a body of the tables is asked for, the same bodies are meant: in a field or in a
// sentence, with or without marks.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

#include "authority/agency.h"
#include "query/query.h"
#include "text/lower.h"

namespace rasoat {
namespace {

using Keys = std::set<std::string>;

const Lexicon& lexicon() { return Lexicon::builtin(); }

// Every name of the tables: abbreviations and other spellings are names of their own.
std::vector<std::string> names_of_bodies() {
  std::vector<std::string> out;
  const Table& agencies = lexicon().table("agencies");
  for (size_t row = 0; row < agencies.size(); ++row) {
    const bool needs_level = agencies.cell(row, "class") == "said-level";
    for (const std::string& name : agencies.values(row, "names")) {
      out.push_back(needs_level ? name + " cấp tỉnh" : name);
      if (agencies.cell(row, "class") == "level") out.push_back(name + " cấp huyện");
    }
  }
  const Table& sectors = lexicon().table("agency_sectors");
  for (size_t row = 0; row < sectors.size(); ++row) {
    for (const auto& [head, column] : {std::pair("Bộ ", "bo_end"), std::pair("Sở ", "so_end"),
                                       std::pair("Phòng ", "phong_end")}) {
      if (sectors.cell(row, column) == "-") continue;
      out.push_back(head + std::string(sectors.cell(row, "sector")));
      for (const std::string& alias : sectors.values(row, "aliases")) out.push_back(head + alias);
    }
  }
  return out;
}

Keys keys_of_words(const std::string& words) {
  const std::vector<std::string> keys = agency_keys_from_words(words, lexicon());
  return {keys.begin(), keys.end()};
}

// The keys that a query asks for; empty where it asks for anything else as well.
Keys keys_asked(const std::string& text) {
  const Result<Query> query = parse_query(text, lexicon());
  if (!query || query->kind != Query::Kind::kField || query->field != Field::kAgency) return {};
  return {query->values.begin(), query->values.end()};
}

// Of one syllable, which stands in too many other words to be a body without its marks and its
// capital letter: "so" is số, so, sổ.
bool is_one_syllable(const std::string& name) {
  return name.find(' ') == std::string::npos || name.starts_with("các ");
}

TEST(ThreeWaysTest, NameTheSameBodies) {
  const std::string ask = "quy định nào giao nhiệm vụ cho ";
  size_t same = 0;
  for (const std::string& name : names_of_bodies()) {
    const Keys keys = keys_of_words(name);
    EXPECT_FALSE(keys.empty()) << name;
    const std::string bare = fold_marks(name);
    const Keys bare_keys = keys_of_words(bare);
    // Two bodies whose names coincide without marks are both meant.
    for (const std::string& key : keys) EXPECT_TRUE(bare_keys.contains(key)) << bare << " " << key;
    EXPECT_EQ(keys_asked("agency:\"" + name + "\""), keys) << name;
    EXPECT_EQ(keys_asked(ask + name), keys) << ask + name;
    EXPECT_EQ(keys_asked(ask + name + "?"), keys) << ask + name;
    EXPECT_EQ(keys_asked(name + " có trách nhiệm gì"), keys) << name + " có trách nhiệm gì";
    if (!is_one_syllable(name)) {
      EXPECT_EQ(keys_asked(fold_marks(ask) + bare), bare_keys) << fold_marks(ask) + bare;
    }
    same += keys_asked(ask + name) == keys;
  }
  EXPECT_GT(same, 350u);
}

}  // namespace
}  // namespace rasoat
