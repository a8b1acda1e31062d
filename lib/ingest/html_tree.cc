#include "ingest/html_tree.h"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <charconv>
#include <iterator>
#include <mutex>

namespace rasoat {
namespace {

constexpr size_t kMaxDepth = 4096;
constexpr size_t kChunk = 1 << 20;

template <size_t N>
bool is_one_of(std::string_view word, const std::string_view (&words)[N]) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

HtmlKind kind_of(std::string_view tag) {
  static constexpr std::string_view kBlocks[] = {
      "p",      "div",     "h1",       "h2",      "h3",        "h4",      "h5",      "h6",
      "ul",     "ol",      "dl",       "dt",      "dd",        "pre",     "center",  "blockquote",
      "hr",     "section", "article",  "main",    "header",    "footer",  "aside",   "nav",
      "figure", "form",    "fieldset", "body",    "html",      "address", "details", "summary",
      "tbody",  "thead",   "tfoot",    "caption", "figcaption"};
  static constexpr std::string_view kDropped[] = {
      "script", "style",  "head",   "noscript", "template", "select", "option", "textarea",
      "button", "iframe", "object", "svg",      "math",     "audio",  "video",  "canvas",
      "title",  "meta",   "link",   "input",    "nav",      "map",    "applet", "datalist"};
  if (tag == "br") return HtmlKind::kBreak;
  if (tag == "table") return HtmlKind::kTable;
  if (tag == "tr") return HtmlKind::kRow;
  if (tag == "td" || tag == "th") return HtmlKind::kCell;
  if (tag == "li") return HtmlKind::kItem;
  if (is_one_of(tag, kDropped)) return HtmlKind::kDropped;
  return is_one_of(tag, kBlocks) ? HtmlKind::kBlock : HtmlKind::kInline;
}

int to_int(std::string_view text, int otherwise) {
  int value = otherwise;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

std::string lower_without_spaces(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c != ' ' && c != '\t' && c != '\n' && c != '\r') {
      out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    }
  }
  return out;
}

bool has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

void apply_style(std::string_view value, HtmlNode& node) {
  const std::string style = lower_without_spaces(value);
  if (has(style, "display:none") || has(style, "mso-hide:all") || has(style, "visibility:hidden")) {
    node.kind = HtmlKind::kDropped;
  }
  if (has(style, "font-weight:bold") || has(style, "font-weight:7") ||
      has(style, "font-weight:8") || has(style, "font-weight:9")) {
    node.bold = true;
  }
  if (has(style, "font-weight:normal") || has(style, "font-weight:4")) node.bold = false;
  if (has(style, "font-style:italic")) node.italic = true;
  if (has(style, "font-style:normal")) node.italic = false;
  if (has(style, "text-align:")) node.centered = has(style, "text-align:center");
  if (has(style, "white-space:pre")) node.preformatted = true;
  if (has(style, "mso-element:footnote") && !has(style, "mso-element:footnote-list")) {
    node.footnote = true;
  }
}

void apply_attribute(std::string_view name, std::string_view value, HtmlNode& node) {
  if (name == "id") {
    node.id = value;
  } else if (name == "class") {
    node.css_class = value;
  } else if (name == "href") {
    node.href = value;
  } else if (name == "name") {
    node.name = value;
  } else if (name == "style") {
    apply_style(value, node);
  } else if (name == "hidden") {
    node.kind = HtmlKind::kDropped;
  } else if (name == "align") {
    node.centered = lower_without_spaces(value) == "center";
  } else if (name == "colspan") {
    node.column_span = static_cast<uint32_t>(std::clamp(to_int(value, 1), 1, 1000));
  } else if (name == "start" || name == "value") {
    node.list_start = to_int(value, 0);
  } else if (name == "type" && value.size() == 1) {
    node.list_type = value[0];
  } else if (name.starts_with("data-")) {
    node.attributes.emplace_back(name);
  }
}

// Takes the events of libxml2's parser. Its own tree is not used: it has a limit of depth that
// pages with unclosed <font> exceed.
class TreeMaker {
 public:
  TreeMaker() {
    tree_.nodes.emplace_back().kind = HtmlKind::kBlock;
    open_.push_back(0);
  }

  void set_parser(htmlParserCtxtPtr parser) { parser_ = parser; }

  void begin(const xmlChar* raw_tag, const xmlChar** attributes) {
    if (open_.size() > kMaxDepth) {
      tree_.too_deep = true;
      xmlStopParser(parser_);
      return;
    }
    const HtmlNode& parent = tree_.nodes[open_.back()];
    HtmlNode node;
    node.tag = as_view(raw_tag);
    node.kind = kind_of(node.tag);
    node.parent = open_.back();
    node.bold = parent.bold || is_one_of(node.tag, kBoldTags);
    node.italic = parent.italic || node.tag == "i" || node.tag == "em";
    node.centered = parent.centered || node.tag == "center";
    node.preformatted = parent.preformatted || node.tag == "pre";
    node.footnote = parent.footnote;
    for (; attributes != nullptr && attributes[0] != nullptr; attributes += 2) {
      apply_attribute(as_view(attributes[0]), as_view(attributes[1]), node);
    }
    open_.push_back(static_cast<uint32_t>(tree_.nodes.size()));
    tree_.nodes.push_back(std::move(node));
  }

  void end() {
    if (open_.size() == 1) return;
    tree_.nodes[open_.back()].end = static_cast<uint32_t>(tree_.nodes.size());
    open_.pop_back();
  }

  void characters(const xmlChar* text, int size) {
    if (size <= 0) return;
    const std::string_view view(reinterpret_cast<const char*>(text), static_cast<size_t>(size));
    HtmlNode& last = tree_.nodes.back();
    if (last.kind == HtmlKind::kText && last.parent == open_.back()) {
      last.text += view;
      return;
    }
    const HtmlNode& parent = tree_.nodes[open_.back()];
    HtmlNode node;
    node.kind = HtmlKind::kText;
    node.text = view;
    node.parent = open_.back();
    node.bold = parent.bold;
    node.italic = parent.italic;
    node.centered = parent.centered;
    node.preformatted = parent.preformatted;
    node.footnote = parent.footnote;
    node.end = static_cast<uint32_t>(tree_.nodes.size() + 1);
    tree_.nodes.push_back(std::move(node));
  }

  HtmlTree finish() {
    while (open_.size() > 1) end();
    tree_.nodes[0].end = static_cast<uint32_t>(tree_.nodes.size());
    return std::move(tree_);
  }

 private:
  static constexpr std::string_view kBoldTags[] = {"b",  "strong", "th", "h1", "h2",
                                                   "h3", "h4",     "h5", "h6"};
  static std::string_view as_view(const xmlChar* text) {
    return text != nullptr ? reinterpret_cast<const char*>(text) : "";
  }

  HtmlTree tree_;
  std::vector<uint32_t> open_;
  htmlParserCtxtPtr parser_ = nullptr;
};

TreeMaker& maker(void* context) { return *static_cast<TreeMaker*>(context); }

}  // namespace

HtmlTree parse_html(std::string_view utf8) {
  static std::once_flag once;
  std::call_once(once, [] { xmlInitParser(); });
  htmlSAXHandler handler{};
  handler.startElement = [](void* c, const xmlChar* tag, const xmlChar** attributes) {
    maker(c).begin(tag, attributes);
  };
  handler.endElement = [](void* c, const xmlChar*) { maker(c).end(); };
  handler.characters = [](void* c, const xmlChar* s, int n) { maker(c).characters(s, n); };
  handler.ignorableWhitespace = handler.characters;
  TreeMaker tree;
  htmlParserCtxtPtr parser =
      htmlCreatePushParserCtxt(&handler, &tree, nullptr, 0, nullptr, XML_CHAR_ENCODING_UTF8);
  if (parser == nullptr) return tree.finish();
  htmlCtxtUseOptions(parser, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                 HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
  tree.set_parser(parser);
  for (size_t at = 0; at < utf8.size(); at += kChunk) {
    const std::string_view chunk = utf8.substr(at, kChunk);
    htmlParseChunk(parser, chunk.data(), static_cast<int>(chunk.size()), 0);
  }
  htmlParseChunk(parser, nullptr, 0, 1);
  htmlFreeParserCtxt(parser);
  return tree.finish();
}

}  // namespace rasoat
