#include "ingest/read_html.h"

#include <string>
#include <string_view>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace rasoat {
namespace {

using namespace std::string_view_literals;
using ::testing::ElementsAre;

RawText read(std::string_view html) {
  Result<RawText> text = read_html(html, {});
  EXPECT_TRUE(text);
  return text ? std::move(*text) : RawText();
}

std::vector<std::string> lines_of(std::string_view html) {
  std::vector<std::string> out;
  for (const RawLine& line : read(html).lines) out.push_back(line.text);
  return out;
}

TEST(ReadHtml, MakesLinesAsABrowserDoes) {
  struct Row {
    std::string_view html;
    std::vector<std::string> lines;
    std::string_view reason;
  };
  const Row rows[] = {
      {"<p>Điều 1.\n  Phạm\tvi</p><p>Một</p>",
       {"Điều 1. Phạm vi", "Một"},
       "white space is one space"},
      {"<p>TỈNH<br>SÔNG VÂN<br/></p>", {"TỈNH", "SÔNG VÂN"}, "breaks"},
      {"<b>Điều 2</b>. <i>Tên</i>gọi", {"Điều 2. Têngọi"}, "inline elements do not part words"},
      {"<p>&#272;i&#7873;u 3 &amp; &quot;4&quot;</p>", {"Điều 3 & \"4\""}, "entities"},
      {"<div>a<script>var x='<p>b</p>';</script><style>p{}</style>c</div>", {"ac"}, "scripts"},
      {"<p style=\"DISPLAY: none\">ẩn</p><p hidden>ẩn</p><p>hiện</p>", {"hiện"}, "hidden"},
      {"<ol><li>một<li>hai</ol><ol type=a start=3><li>ba</ol>",
       {"1. một", "2. hai", "c. ba"},
       "numbers that the browser makes"},
      {"<ul><li>gạch</ul>", {"gạch"}, "bullets are no text"},
      {"<pre>a\nb</pre>", {"a", "b"}, "preformatted"},
      {"<p>20 m<sup>2</sup></p>", {"20 m2"}, "a square metre"},
      {"<p>Điều 5.<sup>1</sup></p>", {"Điều 5.[1]"}, "must not become Điều 5.1"},
      {"\xEF\xBB\xBF<p>Điều</p>", {"Điều"}, "a byte order mark"},
      {"<p>chưa đóng", {"chưa đóng"}, "unclosed elements"},
  };
  for (const Row& row : rows) EXPECT_EQ(lines_of(row.html), row.lines) << row.reason;
}

TEST(ReadHtml, DecodesWhatIsNotUtf8) {
  EXPECT_THAT(lines_of("\xFF\xFE<\0p\0>\0\x10\x01i\0<\0/\0p\0>\0"sv), ElementsAre("Đi"));
  EXPECT_THAT(lines_of("<meta charset=windows-1258><p>\xD0i\xEA\xCCu</p>"),
              ElementsAre("Điê\xCC\x80u"));
}

TEST(ReadHtml, LeavesThePortalOut) {
  const std::string menu = "<div>Trang chủ <a href=/>Văn bản</a></div>";
  const std::string text =
      "<p>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p><p>Căn cứ Luật Chợ;</p><p>Điều 1. Một</p>"
      "<p>Điều 2. Hai " +
      std::string(200, 'x') + "</p>";
  const auto inside = lines_of(text);
  EXPECT_EQ(lines_of("<body>" + menu + "<div class='x'>" + text + "</div>" + menu + "</body>"),
            inside)
      << "the smallest element with the head and the articles";
  EXPECT_EQ(lines_of("<body>" + menu + "<div><div id=divContentDoc>" + text + "</div>" + menu +
                     "</div></body>"),
            inside)
      << "a known container";
  EXPECT_EQ(lines_of("<body><div class='a fulltext b'>" + text +
                     "</div><div class=fulltext>ít</div>" + menu + "</body>"),
            inside)
      << "of two the one with the text";
  EXPECT_THAT(lines_of("<body><nav>menu</nav><p>Kế hoạch tuần</p></body>"),
              ElementsAre("Kế hoạch tuần"))
      << "a page that is no legal document is read whole";
}

TEST(ReadHtml, KeepsCellsAndLooks) {
  const RawText text = read(
      "<table><tr><td colspan=2 "
      "align=center><b>a</b></td><td>b</td></tr><tr><td>c</td></tr></table>"
      "<p style='text-align:center'><em>d</em></p>");
  ASSERT_EQ(text.lines.size(), 4U);
  EXPECT_EQ(text.lines[0].role, LineRole::kTable);
  EXPECT_TRUE(text.lines[0].bold);
  EXPECT_TRUE(text.lines[0].centered);
  EXPECT_EQ(text.lines[1].cell, (CellPosition{0, 0, 2}));
  EXPECT_EQ(text.lines[2].cell, (CellPosition{0, 1, 0}));
  EXPECT_FALSE(text.lines[2].bold);
  EXPECT_EQ(text.lines[3].role, LineRole::kBody);
  EXPECT_TRUE(text.lines[3].italic);
  EXPECT_TRUE(text.lines[3].centered);
}

TEST(ReadHtml, TellsALayoutTableFromATable) {
  const RawText text = read(
      "<table><tr><td><p>Căn cứ Luật Chợ;</p><p>Điều 1. Một</p><p>Điều 2. Hai</p>"
      "<table><tr><td>1</td></tr></table></td></tr></table>");
  ASSERT_EQ(text.lines.size(), 4U);
  EXPECT_EQ(text.lines[1].role, LineRole::kBody);
  EXPECT_EQ(text.lines[3].role, LineRole::kTable);
}

TEST(ReadHtml, PutsFootnotesBehind) {
  const RawText text = read(
      "<div><p>Điều 1<sup><a href='#n1' id=r1>[1]</a></sup></p><p id=n1><a href='#r1'>[1]</a> Sửa "
      "đổi</p><p>Điều 2</p></div>");
  ASSERT_EQ(text.lines.size(), 3U);
  EXPECT_EQ(text.lines[0].text, "Điều 1[1]");
  EXPECT_EQ(text.lines[1].text, "Điều 2");
  EXPECT_EQ(text.lines[2].text, "[1] Sửa đổi");
  EXPECT_EQ(text.lines[2].role, LineRole::kFootnote);
}

TEST(ReadHtml, BearsDepth) {
  std::string deep;
  for (int i = 0; i < 3000; ++i) deep += "<font>";
  EXPECT_THAT(lines_of(deep + "sâu"), ElementsAre("sâu")) << "pages leave elements open";
  for (int i = 0; i < 100'000; ++i) deep += "<div>";
  const Result<RawText> text = read_html(deep, {});
  ASSERT_FALSE(text);
  EXPECT_EQ(text.error().code, ErrorCode::kTooLarge);
}

}  // namespace
}  // namespace rasoat
