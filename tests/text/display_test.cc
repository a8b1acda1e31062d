#include "text/display.h"

#include <gtest/gtest.h>

namespace rasoat {
namespace {

TEST(DisplayTest, WidthCountsWhatIsSeen) {
  EXPECT_EQ(display_width("Điều"), 4u);
  EXPECT_EQ(display_width("e\u0302\u0301"), 1u) << "combining marks take no column";
  EXPECT_EQ(display_width("法"), 2u);
  EXPECT_EQ(display_width("\u200b"), 0u);
  EXPECT_EQ(display_width("\xff"), 1u) << "an invalid byte is shown as one sign";
}

TEST(DisplayTest, PrintableShowsInsteadOfActing) {
  struct Row {
    std::string text, shown, reason;
  };
  for (const Row& row :
       {Row{"khoản 2 Điều 5", "khoản 2 Điều 5", "plain text stays"},
        Row{"a\x1b[2J", "a\\x1b[2J", "clears the screen"},
        Row{"a\xc2\x9b"
            "2J",
            "a\\x9b2J", "C1 form of the same"},
        Row{"a\u202e"
            "b",
            "a\\u202eb", "turns the rest of the line round"},
        Row{"a\tb\nc", "a b c", "would break the table"}, Row{"a\xff", "a\uFFFD", "no UTF-8"}}) {
    EXPECT_EQ(printable(row.text), row.shown) << row.reason;
  }
}

TEST(DisplayTest, WrapsAtWordsAndInsideLongOnes) {
  using Lines = std::vector<std::string>;
  EXPECT_EQ(wrap_to_width("", 10), Lines{""});
  EXPECT_EQ(wrap_to_width("một hai ba", 7), (Lines{"một hai", "ba"}));
  EXPECT_EQ(wrap_to_width("số 123456789012", 6), (Lines{"số", "123456", "789012"}));
  EXPECT_EQ(wrap_to_width("abc", 0), (Lines{"a", "b", "c"})) << "a width of nothing is one";
}

}  // namespace
}  // namespace rasoat
