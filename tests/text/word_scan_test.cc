#include "text/word_scan.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

namespace rasoat {
namespace {

using ::testing::ElementsAre;

std::vector<LiteralMatch> found(const WordScan& scan, std::string_view text) {
  std::vector<LiteralMatch> out;
  scan.for_each(text, [&](const LiteralMatch& match) { out.push_back(match); });
  return out;
}

TEST(WordScan, GivesMatchesAtWordStartsLongestFirst) {
  const std::vector<std::string> literals = {"nghị", "nghị định", "định", "hị"};
  EXPECT_THAT(
      found(WordScan(literals), "(nghị định"),
      ElementsAre(LiteralMatch{1, {1, 15}}, LiteralMatch{0, {1, 7}}, LiteralMatch{2, {8, 15}}));
}

TEST(WordScan, FindsShortLiteralsAtTheEndOfATextAndNothingForEmptyOnes) {
  const std::vector<std::string> literals = {"tp", "x", ""};
  EXPECT_THAT(
      found(WordScan(literals), "tp x tp"),
      ElementsAre(LiteralMatch{0, {0, 2}}, LiteralMatch{1, {3, 4}}, LiteralMatch{0, {5, 7}}));
  EXPECT_THAT(found(WordScan(), "tp x"), ElementsAre());
  EXPECT_THAT(found(WordScan(literals), ""), ElementsAre());
}

// The other scan gives all places; those at word starts are the same, short ones as whole words.
TEST(WordScan, AgreesWithTheScanForLiteralsEverywhere) {
  const char* const pieces[] = {"a", "b",  "đ", "ộ",  "7", " ", "  ", "“", "…",
                                "-", "\n", "£", "字", "ǆ", "α", "д",  "(", "đi"};
  std::mt19937 random(5);
  size_t matches = 0;
  for (int round = 0; round < 1500; ++round) {
    const auto text_of = [&](unsigned most, size_t kinds) {
      std::string out;
      for (unsigned n = random() % most; n > 0; --n) out += pieces[random() % kinds];
      return out;
    };
    std::vector<std::string> literals;
    for (unsigned n = random() % 9; n > 0; --n) literals.push_back("ab"[n % 2] + text_of(5, 6));
    const std::string text = text_of(200, std::size(pieces));
    std::vector<LiteralMatch> expected;
    for (const LiteralMatch& match : LiteralScan(literals).find_all(text)) {
      const bool fits = match.span.size() >= 4 || is_word_boundary(text, match.span.end);
      if (fits && is_word_boundary(text, match.span.begin)) expected.push_back(match);
    }
    std::vector<LiteralMatch> actual;
    for (const LiteralMatch& match : found(WordScan(literals), text)) {
      if (is_word_boundary(text, match.span.begin)) actual.push_back(match);
    }
    ASSERT_EQ(actual, expected) << text;
    matches += expected.size();
  }
  EXPECT_GT(matches, 1000U);
}

}  // namespace
}  // namespace rasoat
