#include "authority/words.h"

#include <gtest/gtest.h>

#include <string>

#include "text/lower.h"

namespace rasoat {
namespace {

// Each word between bars; "#" before a number, "^" before a capital and "^^" before capitals alone,
// "¶" for a line end, a mark by its ASCII form behind "'"; "*" before a word of the vocabulary.
std::string words_of(const std::string& text) {
  Vocabulary vocabulary;
  for (const char* word : {"phường", "trường", "tn&mt", "ủy", "05", ";"}) vocabulary.intern(word);
  std::string out = "|";
  for (const Word& word : split_words(text, lower_same_length(text), vocabulary)) {
    if (word.id >= 0) out += "*";
    if (word.capital) out += word.all_caps ? "^^" : "^";
    if (word.kind == Word::Kind::kNumber) out += "#";
    if (word.kind == Word::Kind::kMark) out += std::string("'") + word.mark + "=";
    out += word.kind == Word::Kind::kLineEnd ? "¶" : word.span.of(text);
    out += "|";
  }
  return out;
}

TEST(SplitWords, TellsWordsNumbersAndMarks) {
  const struct {
    const char* text;
    const char* words;
    const char* reason;
  } rows[] = {
      {"", "|", "no text"},
      {" \t\r ", "|", "white space alone"},
      {"Trường hợp", "|*^Trường|hợp|", "a word longer than eight bytes is known"},
      {"trườn", "|trườn|", "the front of a known word is not known"},
      {"phường\nUBND", "|*phường|¶|^^UBND|", "a line end; capitals alone"},
      {"Đ Ủy ủy Ế", "|^Đ|*^Ủy|*ủy|^Ế|", "capitals of one, two and three bytes; one letter"},
      {"05 ngày;", "|*#05|ngày|*';=;|", "a number and a mark, both known"},
      {"05a a05", "|#05a|a05|", "what begins with a digit is a number"},
      {"Sở TN&MT", "|^Sở|*^^TN&MT|", "an inner '&'"},
      {"& a& &b a&&b a&b&c", "|'&=&|a|'&=&|'&=&|b|a|'&=&|'&=&|b|a&b&c|", "other '&'s are marks"},
      {"“a”–b…", "|'\"=“|a|'\"=”|'-=–|b|'.=…|", "wide marks have an ASCII form"},
      {"«a»•", "|'\"=«|a|'\"=»|'?=•|", "and those of two bytes; others have none"},
      {"a§b €", "|a§b|€|", "signs that are no marks belong to words"},
  };
  for (const auto& row : rows) EXPECT_EQ(words_of(row.text), row.words) << row.reason;
}

// The text is looked at in blocks of 64 bytes.
TEST(SplitWords, KnowsNoBlocks) {
  const std::string text = "Trường “TN&MT”… ủy";
  const std::string words = words_of(text);
  for (size_t spaces = 1; spaces < 140; ++spaces) {
    const std::string shifted = std::string(spaces, ' ') + text;
    EXPECT_EQ(words_of(shifted), words) << spaces;
    EXPECT_EQ(words_of(std::string(spaces, 'x') + " " + text),
              "|" + std::string(spaces, 'x') + words)
        << spaces;
  }
}

TEST(Vocabulary, KeepsEveryWord) {
  Vocabulary vocabulary;
  const auto word = [](int i) { return "mười-chữ-" + std::to_string(i); };  // alike at the front
  for (int i = 0; i < 300; ++i) EXPECT_EQ(vocabulary.intern(word(i)), i);
  for (int i = 0; i < 300; ++i) EXPECT_EQ(vocabulary.intern(word(i)), i);
  for (int i = 0; i < 300; ++i) EXPECT_EQ(vocabulary.find(word(i)), i);
  EXPECT_EQ(vocabulary.find(word(300)), -1);
  EXPECT_EQ(vocabulary.find(""), -1);
  EXPECT_EQ(vocabulary.size(), 300U);
}

}  // namespace
}  // namespace rasoat
