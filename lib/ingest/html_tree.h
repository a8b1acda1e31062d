// A web page as a flat tree: every walk over it is a loop, however deep its elements are nested.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rasoat {

enum class HtmlKind : uint8_t {
  kText,
  kInline,  // <span>, <b>, ... and whatever is not known
  kBlock,   // begins and ends a line
  kBreak,   // <br>
  kTable,
  kRow,
  kCell,
  kItem,     // <li>
  kDropped,  // scripts, forms, hidden elements: with all that is in them
};

struct HtmlNode {
  HtmlKind kind = HtmlKind::kInline;
  std::string tag;   // lower case; empty for text
  std::string text;  // of kText, UTF-8
  std::string id, css_class, href, name;
  std::vector<std::string> attributes;  // names of data-... attributes
  uint32_t parent = 0;
  uint32_t end = 0;  // index behind the last node inside
  uint32_t column_span = 1;
  int list_start = 0;    // of <ol start>, <li value>; 0 where not given
  char list_type = '1';  // of <ol type>: 1 a A i I
  // Own or inherited:
  bool bold = false, italic = false, centered = false, preformatted = false;
  bool footnote = false;  // Word's mso-element:footnote
};

struct HtmlTree {
  std::vector<HtmlNode> nodes;  // in document order; the first is the root
  bool too_deep = false;
};

// `utf8` may be cut off or malformed in any way. Elements nested deeper than 4096 make it too_deep.
HtmlTree parse_html(std::string_view utf8);

}  // namespace rasoat
