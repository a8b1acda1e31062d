// What holds of the repaired text whatever the source is.
#include <gtest/gtest.h>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "support/soundness.h"
#include "text/characters.h"
#include "text/encoding.h"
#include "text/repair.h"
#include "text/repaired.h"

namespace rasoat {
namespace {

std::string decomposed(const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  std::string out;
  icu::Normalizer2::getNFDInstance(status)
      ->normalize(icu::UnicodeString::fromUTF8(text), status)
      .toUTF8String(out);
  return out;
}

void expect_sound(const TextBuffer& buffer) { EXPECT_EQ(testing::fault_of(buffer), ""); }

// Whether the character of the source stands, repaired, for that of the text. A composed one stands
// at the first of those it was made of, so only its base is compared then.
bool stands_for(char32_t source, char32_t repaired) {
  if (repaired_character(source) == repaired) return true;
  if (source == 0xAD || (source >= 0x2013 && source <= 0x2014)) return repaired == '-';
  if (source >= 0x370 && source < 0x530) return true;  // a look-alike
  const std::string base = decomposed([&] {
    std::string out;
    append_utf8(out, repaired);
    return out;
  }());
  return decode_utf8(base, 0).code_point == decode_utf8(decomposed([&] {
                                                          std::string out;
                                                          append_utf8(out, source);
                                                          return out;
                                                        }()),
                                                        0)
                                                .code_point;
}

void expect_traceable(const RawText& raw, const TextBuffer& buffer) {
  const std::string_view text = buffer.text();
  for (size_t at = 0; at < text.size();) {
    const DecodedCharacter next = decode_utf8(text, at);
    const SourcePosition where = buffer.locate(static_cast<uint32_t>(at));
    ASSERT_GE(where.line, 1U);
    const std::string& source = raw.lines[where.line - 1].text;
    if (next.code_point != '\n' && next.code_point != ' ') {
      ASSERT_LT(where.column, source.size());
      const char32_t there = decode_utf8(source, where.column).code_point;
      EXPECT_TRUE(stands_for(there, next.code_point))
          << "U+" << std::hex << static_cast<uint32_t>(there) << " for U+"
          << static_cast<uint32_t>(next.code_point) << " in: " << source;
    }
    at += next.size;
  }
}

const char* const kPieces[] = {
    "Điều 5.",
    "Điều",
    "1.",
    "a)",
    "đ)",
    "- ",
    "-",
    "khoản",
    " và ",
    "Ủy ban nhân dân",
    "UBND tỉnh",
    "QUYẾT ĐỊNH",
    "Chương II",
    "số 24/2025/NĐ-",
    "CP",
    "TTg",
    "\n",
    "\n",
    "\n\n",
    "  ",
    "\t",
    "\r\n",
    "|",
    "\\_",
    "\xC2\xA0",
    "\xE2\x80\x8B",
    "\xC2\xAD",
    "ð",
    "Ð",
    "NĐ-С\xD0\xA0",
    "\xD0\xA2\xD0\xA2",
    ";",
    ".",
    ":",
    ",",
    "“",
    "”",
    "Căn cứ Luật",
    "Nơi nhận:",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "12",
    "-----",
    "CÔNG BÁO/Số 12/Ngày 01-02-2020",
    "\xFF",
    "\xE1\xBB",
    "**",
    "*",
    "e\xCC\xA3\xCC\x82",
    "\xCC\x81",
    "한",
    "𝒜",
    "Hà Nội, ngày 5 tháng 6 năm 2020",
    "Số: 5/QĐ-UBND",
    "thực hiện nhiệm vụ được giao theo quy định của pháp luật về tổ chức chính quyền địa phương"};

std::string composed_at_random(std::mt19937& random, size_t pieces) {
  std::string out;
  for (size_t n = 0; n < pieces; ++n) {
    out += kPieces[random() % std::size(kPieces)];
    if (random() % 3 == 0) out += ' ';
  }
  return out;
}

TEST(RepairProperty, HoldsForTextsPutTogetherAtRandom) {
  std::mt19937 random(20250701);
  for (int round = 0; round < 400; ++round) {
    const std::string source = composed_at_random(random, 1 + random() % 80);
    SCOPED_TRACE(source);
    const RawText raw = raw_of(source);
    const TextBuffer once = repair(raw);
    expect_sound(once);
    expect_traceable(raw, once);
    if (::testing::Test::HasFailure()) return;
  }
}

TEST(RepairProperty, ChangesNothingInItsOwnOutput) {
  std::mt19937 random(20250704);
  for (int round = 0; round < 300; ++round) {
    const std::string source = composed_at_random(random, 1 + random() % 80);
    // Put together at random, a head is never one, and what remains of it may look like another.
    if (source.find("CỘNG HÒA") != std::string::npos) continue;
    const std::string once = repaired(source);
    RawText again = raw_of(once);
    again.paragraphs_known = true;  // its lines are paragraphs
    EXPECT_EQ(repair(std::move(again)).text(), once) << source;
    if (::testing::Test::HasFailure()) return;
  }
}

TEST(RepairProperty, DoesNotDependOnTheNormalForm) {
  std::mt19937 random(20250702);
  for (int round = 0; round < 200; ++round) {
    const std::string source = composed_at_random(random, 1 + random() % 80);
    EXPECT_EQ(repair(raw_of(source)).text(),
              repair(raw_of(decomposed(to_valid_utf8(source)))).text());
  }
}

TEST(RepairProperty, HoldsForRandomBytes) {
  std::mt19937 random(20250703);
  for (int round = 0; round < 200; ++round) {
    std::string source;
    for (size_t n = random() % 400; n > 0; --n) {
      // Continuation bytes and line ends more often than chance would have them.
      const uint32_t kind = random() % 4;
      source += static_cast<char>(kind == 0 ? 0x80 + random() % 0x40 : kind == 1 ? '\n' : random());
    }
    expect_sound(repair(raw_of(source)));
    if (::testing::Test::HasFailure()) return;
  }
}

TEST(RepairProperty, TakesSourcesOfOddShape) {
  EXPECT_EQ(repair(RawText{}).text(), "");
  EXPECT_EQ(repair(raw_of(std::string(100000, '\n'))).text(), "");
  expect_sound(repair(raw_of(std::string(1 << 20, 'x'))));
  expect_sound(repair(raw_of(std::string(1 << 20, '\xCC'))));
  std::string dashes(1 << 20, '-');
  dashes.back() = 'a';
  expect_sound(repair(raw_of(dashes)));
  std::string marks = "a";
  for (int i = 0; i < 300000; ++i) marks += i % 2 == 0 ? "\xCC\x81" : "\xCC\xA3";
  expect_sound(repair(raw_of(marks)));
  std::string numbers;
  for (int i = 0; i < 100000; ++i) numbers += std::to_string(i % 50) + "\n";
  expect_sound(repair(raw_of(numbers)));
}

}  // namespace
}  // namespace rasoat
