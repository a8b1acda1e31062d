#include "text/literal_scan.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

namespace rasoat {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

LiteralScan scan_of(std::vector<std::string> literals) { return LiteralScan(literals); }

// What a scan has to give, said without an automaton.
std::vector<LiteralMatch> slow_find_all(const std::vector<std::string>& literals,
                                        const std::string& text) {
  std::vector<LiteralMatch> out;
  for (uint32_t at = 0; at < text.size(); ++at) {
    for (size_t length = text.size() - at; length > 0; --length) {
      for (uint32_t l = 0; l < literals.size(); ++l) {
        if (literals[l].size() == length && text.compare(at, length, literals[l]) == 0) {
          out.push_back({l, {at, static_cast<uint32_t>(at + length)}});
        }
      }
    }
  }
  return out;
}

TEST(LiteralScan, GivesOverlappingMatchesSortedByBeginLongestFirst) {
  const LiteralScan scan = scan_of({"nghị", "nghị định", "định", "nghị quyết"});
  const std::string text = "theo nghị định";
  EXPECT_THAT(scan.find_all(text), ElementsAre(LiteralMatch{1, {5, 19}}, LiteralMatch{0, {5, 11}},
                                               LiteralMatch{2, {12, 19}}));
}

TEST(LiteralScan, ReportsALiteralGivenTwiceUnderBothIndices) {
  EXPECT_THAT(scan_of({"sở", "sở"}).find_all("sở"),
              ElementsAre(LiteralMatch{0, {0, 4}}, LiteralMatch{1, {0, 4}}));
}

TEST(LiteralScan, FindsNothingForEmptyLiteralsOrNoLiterals) {
  EXPECT_THAT(scan_of({""}).find_all("abc"), IsEmpty());
  EXPECT_THAT(LiteralScan().find_all("abc"), IsEmpty());
  EXPECT_THAT(scan_of({"abc"}).find_all(""), IsEmpty());
}

TEST(LiteralScan, TakesAllByteValues) {
  std::vector<std::string> literals;
  for (int byte = 0; byte < 256; ++byte) literals.emplace_back(1, static_cast<char>(byte));
  const LiteralScan scan(literals);
  std::string text;
  for (int byte = 255; byte >= 0; --byte) text += static_cast<char>(byte);
  const std::vector<LiteralMatch> found = scan.find_all(text);
  ASSERT_EQ(found.size(), 256U);
  for (uint32_t i = 0; i < 256; ++i) EXPECT_EQ(found[i].literal, 255 - i);
}

TEST(LiteralScan, AgreesWithAComparisonAtEveryPlace) {
  std::mt19937 random(20260401);
  for (int round = 0; round < 300; ++round) {
    // Few letters, so that literals overlap and are suffixes of each other.
    const auto word = [&](size_t longest) {
      std::string out;
      for (size_t n = random() % (longest + 1); n > 0; --n) out += "abc"[random() % 3];
      return out;
    };
    std::vector<std::string> literals;
    for (size_t n = random() % 12; n > 0; --n) literals.push_back(word(5));
    const std::string text = word(60);
    EXPECT_EQ(LiteralScan(literals).find_all(text), slow_find_all(literals, text)) << text;
  }
}

TEST(WordBoundary, KnowsVietnameseLettersAndDigits) {
  struct Row {
    const char* before;
    const char* after;
    bool boundary;
    const char* why;
  };
  const Row rows[] = {
      {"", "ủy", true, "front of the text"},
      {"ủy", "", true, "end of the text"},
      {"sở", " ", true, "a space after a letter of three bytes"},
      {"s", "ở", false, "inside a word, before a letter of three bytes"},
      {"ở", "đ", false, "between two letters beyond ASCII"},
      {"điều", "5", false, "digits belong to words"},
      {"“", "điều", true, "a quotation mark is no letter"},
      {"khoản", "…", true, "nor is an ellipsis"},
      {"12", "/", true, "parts of a number are words"},
      {"a", "\xcc\x80", false, "a combining mark goes on with its letter"},
  };
  for (const Row& row : rows) {
    const std::string before = row.before;
    EXPECT_EQ(is_word_boundary(before + row.after, before.size()), row.boundary) << row.why;
  }
  EXPECT_FALSE(is_word_boundary("ở ", 1)) << "inside a character";
  EXPECT_TRUE(is_word_boundary("a", 7)) << "beyond the text";
}

}  // namespace
}  // namespace rasoat
