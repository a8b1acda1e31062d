#include "text/lower.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "text/encoding.h"

namespace rasoat {
namespace {

struct Row {
  const char* source;
  const char* result;
  const char* why;
};

TEST(LowerSameLength, LowersVietnameseAndPlacesTonesAnew) {
  const Row rows[] = {
      {"ỦY BAN NHÂN DÂN", "ủy ban nhân dân", "letters of one, two and three bytes"},
      {"ĐẮK LẮK ĐƠN ƯỚC", "đắk lắk đơn ước", "đ, ơ and ư"},
      {"Uỷ ban, HOÀ BÌNH, khoá", "ủy ban, hòa bình, khóa", "old placement at the end of a word"},
      {"thuý, toạ, loè, khoẻ, tuỵ", "thúy, tọa, lòe, khỏe, tụy", "each vowel that moves"},
      {"hoàn, hoạch, khuyến, toàn", "hoàn, hoạch, khuyến, toàn", "inside a syllable both agree"},
      {"quý, Quỳnh, quả, quỹ", "quý, quỳnh, quả, quỹ", "behind q the u is no vowel"},
      {"“uỷ”…", "“ủy”…", "a quotation mark ends the word"},
      {"luỹ kế, thuỳ", "luỹ kế, thuỳ", "the new placement has another length"},
      {"\xC4\xB0 \xE1\xBA\x9E \xE2\x84\xAA", "\xC4\xB0 \xE1\xBA\x9E \xE2\x84\xAA",
       "dotted İ, sharp ẞ and the Kelvin sign have lower-case forms of another length"},
      {"Α Б \xF0\x90\x90\x80", "α б \xF0\x90\x90\x80", "other alphabets, up to the basic plane"},
  };
  for (const Row& row : rows) EXPECT_EQ(lower_same_length(row.source), row.result) << row.why;
}

TEST(LowerSameLength, KeepsTheLengthOfEveryCharacter) {
  for (char32_t c = 1; c < 0x30000; ++c) {
    if (c >= 0xD800 && c < 0xE000) continue;
    std::string text = "u";
    append_utf8(text, c);
    text += "o";
    append_utf8(text, c);
    const std::string lower = lower_same_length(text);
    ASSERT_EQ(lower.size(), text.size()) << std::hex << static_cast<uint32_t>(c);
    ASSERT_EQ(to_valid_utf8(lower), lower) << std::hex << static_cast<uint32_t>(c);
  }
}

TEST(LowerSameLength, KeepsTheLengthOfRandomBytesAndIsStable) {
  std::mt19937 random(20250705);
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (size_t n = random() % 40; n > 0; --n) {
      text +=
          random() % 2 == 0 ? static_cast<char>(random()) : "ouqOUQ\xC3\xA0\xE1\xBB"[random() % 10];
    }
    const std::string lower = lower_same_length(text);
    ASSERT_EQ(lower.size(), text.size());
    ASSERT_EQ(lower_same_length(lower), lower) << text;
  }
}

// Long texts are lowered many bytes at a time, short ones not: the result is the same, wherever a
// character falls.
TEST(LowerSameLength, GivesTheSameForWordsAloneAndTogether) {
  const char* const pieces[] = {"Đ",
                                "đ",
                                "Ă",
                                "Ĩ",
                                "Ũ",
                                "Ơ",
                                "Ư",
                                "ư",
                                "Ộ",
                                "ộ",
                                "Ỳ",
                                "Ẫ",
                                "×",
                                "Þ",
                                "ß",
                                "Ÿ",
                                "Ž",
                                "Ĺ",
                                "ĺ",
                                "Ǆ",
                                "Σ",
                                "Д",
                                "Ḁ",
                                "ẞ",
                                "Ⅷ",
                                "Ω",
                                "K",
                                "“",
                                "”",
                                "…",
                                "\xF0\x90\x90\x80",
                                "oà",
                                "OẠ",
                                "uý",
                                "UỴ",
                                "qUÝ",
                                "A",
                                "z",
                                "5",
                                "\xC3",
                                "\xE1\xBB",
                                "\xBA",
                                "\x80",
                                "\xE1\xBA\x80",
                                "\xC4\xB9",
                                "\xE2\x84\xAA"};
  std::mt19937 random(7);
  for (int round = 0; round < 2000; ++round) {
    std::string together, apart;
    for (int word = 0; word < 12; ++word) {
      std::string piece;
      for (unsigned n = random() % 5; n > 0; --n) piece += pieces[random() % std::size(pieces)];
      piece.resize(std::min<size_t>(piece.size(), 16));
      together += piece + " ";
      apart += lower_same_length(piece) + " ";
    }
    ASSERT_EQ(lower_same_length(together), apart);
  }
}

TEST(FoldMarks, TakesMarksOff) {
  const Row rows[] = {
      {"Uỷ ban nhân dân", "uy ban nhan dan", "tones and vowel marks"},
      {"Ủy ban", "uy ban", "the same for the new placement"},
      {"ĐẮK LẮK", "dak lak", "đ is made d"},
      {"e\xCC\xA3\xCC\x82", "e", "decomposed letters"},
      {"luỹ kế lũy kế", "luy ke luy ke", "where the shadow keeps both placements"},
      {"a\xFF"
       "b",
       "ab", "ill-formed bytes are left out"},
  };
  for (const Row& row : rows) EXPECT_EQ(fold_marks(row.source), row.result) << row.why;
}

TEST(Slug, JoinsWordsByHyphens) {
  const Row rows[] = {
      {"Sở Văn hóa, Thể thao và Du lịch", "so-van-hoa-the-thao-va-du-lich",
       "punctuation is one hyphen"},
      {"24/2025/TT-BTP", "24-2025-tt-btp", "a document's number"},
      {"  “Hà Nội” ", "ha-noi", "none at the ends"},
      {"…", "", "nothing left"},
  };
  for (const Row& row : rows) EXPECT_EQ(slug(row.source), row.result) << row.why;
}

}  // namespace
}  // namespace rasoat
