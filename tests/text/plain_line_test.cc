#include "text/plain_line.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "text/bytes16.h"
#include "text/clean_lines.h"
#include "text/lower.h"
#include "text/plain_line_blocks.h"

namespace rasoat {
namespace {

bool is_plain_line(const std::string& line, uint32_t& characters) {
  std::string lower(line.size() + kRoom, '\0');
  const bool plain = take_plain_line(line, lower.data(), characters);
#ifdef __SSE2__
  // Whatever the size of the blocks is that this processor takes.
  uint32_t same_characters = 0;
  std::string same(line.size() + kRoom, '\0');
  EXPECT_EQ(take_plain_line_in<Bytes>(line.data(), line.size(), same.data(), same_characters),
            plain);
  if (plain) {
    EXPECT_EQ(same.substr(0, line.size()), lower.substr(0, line.size()));
    EXPECT_EQ(same_characters, characters);
  }
#endif
  if (!plain) return false;
  std::string expected(line.size(), '\0');
  lower_letters(line, expected.data());
  EXPECT_EQ(lower.substr(0, line.size()), expected);
  return true;
}

TEST(PlainLine, TellsLinesThatNeedNoRepair) {
  uint32_t characters = 0;
  EXPECT_TRUE(is_plain_line("Điều 5. Ủy ban nhân dân “cấp xã” … và ‘tổ’", characters));
  EXPECT_EQ(characters, 42U);
  for (const char* line : {"hai  cách", "tab\tở giữa", "\xC2\xA0", "Ð", "ð", "Ɖ", "a\xCC\x81",
                           "NĐ – CP", "zero\xE2\x80\x8Bwidth", "\xEF\xBB\xBF", "cắt \xE1\xBB",
                           "cắt \xC4", "\xBB lẻ", "\xF0\x9F\x98\x80", "del\x7F", "ТТ"}) {
    EXPECT_FALSE(is_plain_line(line, characters)) << line;
  }
}

// The fault may lie anywhere, also where the bytes that are looked at together meet.
TEST(PlainLine, SeesAFaultAtEveryPlace) {
  uint32_t characters = 0;
  for (size_t before = 0; before < 140; ++before) {
    for (const char* fault : {"  ", "Ð", "\xC4", "\xE1\xBB", "\xBB", "\xE2\x80\x8B", "\x7F"}) {
      const std::string front(before, 'x');
      EXPECT_FALSE(is_plain_line(front + fault + "yz", characters)) << before << ' ' << fault;
      EXPECT_FALSE(is_plain_line(front + fault + std::string(70, 'y'), characters)) << before;
    }
    EXPECT_FALSE(is_plain_line(std::string(before, 'x') + "\xC4", characters)) << before;
    EXPECT_FALSE(is_plain_line(std::string(before, 'x') + "\xE1\xBB", characters)) << before;
    EXPECT_TRUE(is_plain_line(std::string(before, 'x') + "ệ”Đ", characters)) << before;
    EXPECT_EQ(characters, before + 3);
  }
}

// Whatever is called plain, the closer look leaves as it is.
TEST(PlainLine, AgreesWithTheCloserLook) {
  const char* const pieces[] = {"a",    "Ð",    "ệ",    "“",    " ",    "–",       "\xC3",
                                "\x90", "\xE1", "\xBA", "\xE2", "\x80", "\xC6",    "\x89",
                                "đ",    "x",    "Y",    "Ừ",    "•",    "\xCC\x81"};
  std::mt19937 random(11);
  size_t plain = 0;
  for (int round = 0; round < 20000; ++round) {
    std::string line = "x";
    const unsigned odd = round % 2 == 0 ? std::size(pieces) : 3;
    for (unsigned n = random() % 90; n > 0; --n) line += pieces[random() % odd % std::size(pieces)];
    line += "x";
    uint32_t characters = 0;
    if (!is_plain_line(line, characters)) continue;
    ++plain;
    RawText raw;
    raw.lines.emplace_back().text = line;
    const CleanLines clean = clean_lines(raw);
    ASSERT_EQ(clean.bytes, line);
    ASSERT_EQ(clean.lines[0].width, characters);
  }
  EXPECT_GT(plain, 10U);
}

}  // namespace
}  // namespace rasoat
