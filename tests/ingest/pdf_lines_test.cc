#include "ingest/pdf_lines.h"

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "ingest/raw_text_codec.h"
#include "ingest/text_layer.h"

namespace rasoat {
namespace {

using ::testing::ElementsAre;

constexpr float kWidth = 600, kHeight = 800;

// The words of a line from `left`, each letter half as wide as the type's size.
void write(PdfPage& page, float left, float baseline, float size, const std::string& text,
           bool bold = false) {
  std::string word;
  for (const char c : text + " ") {
    if (c != ' ') {
      word += c;
      continue;
    }
    PdfWord next;
    next.text = word;
    next.left = left;
    next.right = left + 0.5F * size * static_cast<float>(word.size());
    next.top = baseline - 0.9F * size;
    next.bottom = baseline + 0.22F * size;
    next.size = size;
    next.bold = bold;
    left = next.right + 0.25F * size;
    page.words.push_back(next);
    word.clear();
  }
}

PdfPage page_of(uint32_t number) { return {number, kWidth, kHeight, {}}; }

std::vector<std::string> lines_of(const RawText& text) {
  std::vector<std::string> out;
  for (const RawLine& line : text.lines) out.push_back(line.text);
  return out;
}

RawText lines(PdfPage page) {
  PdfLines maker;
  maker.add_page(std::move(page));
  return maker.finish();
}

TEST(PdfLines, JoinsWordsOfOneBaseline) {
  PdfPage page = page_of(1);
  write(page, 100, 120, 14, "second line");
  write(page, 100, 100, 14, "first line");
  const RawText text = lines(page);
  ASSERT_THAT(lines_of(text), ElementsAre("first line", "second line"));
  EXPECT_EQ(text.lines[0].page, 1U);
  EXPECT_EQ(text.lines[0].line, 1U);
  EXPECT_EQ(text.lines[1].line, 2U);
  EXPECT_NEAR(text.lines[0].left, 100 / kWidth, 0.001);
  EXPECT_NEAR(text.lines[0].top, 100 / kHeight, 0.003);
  EXPECT_EQ(text.lines[0].font_size, 14);
}

TEST(PdfLines, CutsWhereColumnsMeet) {
  PdfPage page = page_of(1);
  write(page, 80, 100, 13, "UBND XA", true);
  write(page, 300, 100, 13, "CONG HOA XA HOI", true);
  const RawText text = lines(page);
  ASSERT_THAT(lines_of(text), ElementsAre("UBND XA", "CONG HOA XA HOI"));
  EXPECT_EQ(text.lines[0].line, text.lines[1].line);
  EXPECT_EQ(text.lines[0].top, text.lines[1].top);
  EXPECT_TRUE(text.lines[0].bold);
}

TEST(PdfLines, KeepsALabelWithItsText) {
  PdfPage page = page_of(1);
  write(page, 80, 100, 13, "1.");
  write(page, 120, 100, 13, "Uy ban nhan dan xa");
  write(page, 80, 120, 13, "cac");
  write(page, 108, 120, 13, "don");
  write(page, 136, 120, 13, "vi");
  EXPECT_THAT(lines_of(lines(page)), ElementsAre("1. Uy ban nhan dan xa", "cac don vi"))
      << "a stretched line of three words is one line";
}

TEST(PdfLines, KeepsNarrowSpaces) {
  PdfPage page = page_of(1);
  write(page, 80, 100, 14, "PHAP");
  page.words.back().space_after = true;
  write(page, page.words.back().right + 0.5F, 100, 14, "LUAT");
  write(page, page.words.back().right + 0.5F, 100, 14, "so");
  EXPECT_THAT(lines_of(lines(page)), ElementsAre("PHAP LUATso"));
}

TEST(PdfLines, WritesRaisedNumbersAsMarks) {
  PdfPage page = page_of(1);
  write(page, 80, 100, 14, "Article 5.");
  write(page, page.words.back().right, 94, 8, "1");
  write(page, 80, 130, 14, "20 m");
  write(page, page.words.back().right, 124, 8, "2");
  EXPECT_THAT(lines_of(lines(page)), ElementsAre("Article 5.[1]", "20 m2"));
}

TEST(PdfLines, PutsFootnotesBehindAllPages) {
  PdfLines maker;
  for (uint32_t number = 1; number <= 2; ++number) {
    PdfPage page = page_of(number);
    for (int i = 0; i < 10; ++i) {
      write(page, 80, 100 + 20.0F * static_cast<float>(i), 14, "text of the body of the page");
    }
    if (number == 1) {
      write(page, 80, 694, 7, "1");
      write(page, 85, 700, 11, "changed by law");
      write(page, 80, 716, 11, "number two");
    }
    write(page, 300, 780, 11, std::to_string(number));
    maker.add_page(page);
  }
  const RawText text = maker.finish();
  ASSERT_EQ(text.lines.size(), 24U);
  EXPECT_EQ(text.lines[22].text, "[1] changed by law");
  EXPECT_EQ(text.lines[23].text, "number two");
  EXPECT_EQ(text.lines[23].role, LineRole::kFootnote);
  EXPECT_EQ(text.lines[23].page, 1U);
  EXPECT_EQ(text.lines[21].role, LineRole::kBody);
}

TEST(PdfLines, LeavesSmallTypeWithoutMarksInTheBody) {
  PdfPage page = page_of(1);
  for (int i = 0; i < 10; ++i) {
    write(page, 80, 100 + 20.0F * static_cast<float>(i), 14, "text of the body of the page");
  }
  write(page, 80, 700, 11, "1");
  write(page, 120, 700, 11, "cell of a table");
  for (const RawLine& line : lines(page).lines) EXPECT_EQ(line.role, LineRole::kBody);
}

TEST(PdfLines, TurnsAPageThatStandsOnItsSide) {
  PdfPage page = page_of(1);
  write(page, 100, 100, 12, "one two");
  write(page, 100, 120, 12, "three four");
  for (const uint8_t turns : {1, 2, 3}) {
    PdfPage turned = page;
    if (turns != 2) std::swap(turned.width, turned.height);
    for (PdfWord& word : turned.words) {
      const PdfWord old = word;
      word.rotation = turns;
      const float w = kWidth, h = kHeight;
      if (turns == 1) {
        word.left = h - old.bottom, word.right = h - old.top, word.top = old.left,
        word.bottom = old.right;
      } else if (turns == 2) {
        word.left = w - old.right, word.right = w - old.left, word.top = h - old.bottom,
        word.bottom = h - old.top;
      } else {
        word.left = old.top, word.right = old.bottom, word.top = w - old.right,
        word.bottom = w - old.left;
      }
    }
    EXPECT_THAT(lines_of(lines(turned)), ElementsAre("one two", "three four")) << int{turns};
  }
}

TEST(PdfLines, LosesNoWordOfAHeap) {
  PdfPage page = page_of(1);
  for (int i = 0; i < 3000; ++i) write(page, 100, 100, 12, "x");
  size_t words = 0;
  for (const RawLine& line : lines(page).lines) {
    words += static_cast<size_t>(std::count(line.text.begin(), line.text.end(), 'x'));
  }
  EXPECT_EQ(words, 3000U);
}

TEST(RawTextCodec, GivesBackWhatItTook) {
  RawText text;
  text.paragraphs_known = true;
  RawLine line;
  line.text = "Điều 1";
  line.page = 3;
  line.line = 7;
  line.role = LineRole::kTable;
  line.cell = {1, 2, 3};
  line.bold = line.centered = true;
  line.left = 0.25F;
  line.font_size = 13.5F;
  text.lines = {line, RawLine()};
  const std::string bytes = encode_raw_text(text);
  const auto back = decode_raw_text(bytes);
  ASSERT_TRUE(back);
  ASSERT_EQ(back->lines.size(), 2U);
  EXPECT_TRUE(back->paragraphs_known);
  const RawLine& got = back->lines[0];
  EXPECT_EQ(got.text, line.text);
  EXPECT_EQ(got.page, 3U);
  EXPECT_EQ(got.role, LineRole::kTable);
  EXPECT_EQ(got.cell, line.cell);
  EXPECT_TRUE(got.bold && got.centered && !got.italic && !got.ends_paragraph);
  EXPECT_EQ(got.left, 0.25F);
  for (size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_FALSE(decode_raw_text(bytes.substr(0, size))) << size;
  }
  EXPECT_FALSE(decode_raw_text(bytes + "x"));
}

RawText pages_of(const std::vector<std::vector<std::string>>& pages) {
  RawText out;
  for (size_t i = 0; i < pages.size(); ++i) {
    for (const std::string& line : pages[i]) {
      out.lines.push_back({});
      out.lines.back().text = line;
      out.lines.back().page = static_cast<uint32_t>(i + 1);
    }
  }
  return out;
}

TEST(TextLayer, IsWhatPagesDoNotShare) {
  const std::string sentence =
      "Uỷ ban nhân dân xã có trách nhiệm tổ chức thi hành và kiểm tra việc thực hiện quy định này";
  const std::string other =
      "Sở Nội vụ chủ trì, phối hợp với các cơ quan liên quan hướng dẫn và đôn đốc triển khai";
  const std::string third =
      "Quyết định này có hiệu lực kể từ ngày ký và thay thế các văn bản ban hành trước đây";
  EXPECT_TRUE(judge_text_layer(pages_of({{sentence, other, third}}), 1).present);
  EXPECT_FALSE(judge_text_layer(pages_of({{}}), 1).present);
  EXPECT_FALSE(judge_text_layer(pages_of({{"Ký bởi: Cổng Thông tin điện tử Chính phủ, Hà Nội",
                                           "Email: thongtinchinhphu@chinhphu.vn",
                                           "Thời gian ký: 01.01.2024 10:00:00 +07:00"}}),
                                1)
                   .present)
      << "the stamp of a signature";
  EXPECT_FALSE(judge_text_layer(pages_of({{sentence}, {sentence}, {sentence}}), 3).present)
      << "a line that all pages share is a running head";
  EXPECT_FALSE(judge_text_layer(pages_of({{"w w w . v a n b a n", "l u a t"}}), 1).present)
      << "a watermark spread out letter by letter";
  const TextLayer mixed =
      judge_text_layer(pages_of({{sentence, other, third}, {}, {other + third}}), 3);
  EXPECT_TRUE(mixed.present);
  EXPECT_THAT(mixed.picture_pages, ElementsAre(2));
  EXPECT_FALSE(
      judge_text_layer(pages_of({{sentence, other, third}, {}, {}, {}, {}, {}}), 6).present)
      << "a cover before pictures";
}

}  // namespace
}  // namespace rasoat
