// Without a known container: lines that only a legal text has are counted for each element; the
// smallest element that has nearly all of them, and the first of them, is the document. Menus and
// lists of other documents stand outside it.
#include "ingest/html_container.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/lexicon.h"

namespace rasoat {
namespace {

size_t text_size(const HtmlTree& tree, uint32_t root) {
  size_t size = 0;
  for (uint32_t i = root; i < tree.nodes[root].end;) {
    const HtmlNode& node = tree.nodes[i];
    if (node.kind == HtmlKind::kText) size += node.text.size();
    i = node.kind == HtmlKind::kDropped ? node.end : i + 1;
  }
  return size;
}

bool has_word(std::string_view words, std::string_view word) {
  for (size_t at = words.find(word); at != std::string_view::npos; at = words.find(word, at + 1)) {
    const bool begins = at == 0 || words[at - 1] == ' ';
    const size_t end = at + word.size();
    if (begins && (end == words.size() || words[end] == ' ')) return true;
  }
  return false;
}

bool matches(const HtmlNode& node, std::string_view kind, std::string_view value) {
  if (node.kind == HtmlKind::kText) return false;
  if (kind == "id") return node.id == value;
  if (kind == "class") return has_word(node.css_class, value);
  return std::find(node.attributes.begin(), node.attributes.end(), value) != node.attributes.end();
}

// 0 when the page is of no known portal.
uint32_t known_container(const HtmlTree& tree) {
  constexpr size_t kSomeText = 200;
  const Table& table = Lexicon::builtin().table("portal_containers");
  for (size_t row = 0; row < table.size(); ++row) {
    uint32_t best = 0;
    size_t best_size = kSomeText;
    for (uint32_t i = 1; i < tree.nodes.size();) {
      if (!matches(tree.nodes[i], table.cell(row, "kind"), table.cell(row, "value"))) {
        ++i;
        continue;
      }
      const size_t size = text_size(tree, i);
      if (size > best_size) {
        best = i;
        best_size = size;
      }
      i = std::max(i + 1, tree.nodes[i].end);
    }
    if (best != 0) return best;
  }
  return 0;
}

bool starts_with_any(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [text](std::string_view word) { return text.starts_with(word); });
}

}  // namespace

bool is_legal_line(std::string_view line) {
  const size_t begin = line.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return false;
  line.remove_prefix(begin);
  if (starts_with_any(line, {"Điều ", "ĐIỀU "})) {
    const size_t digit = line.find(' ') + 1;
    return digit < line.size() && line[digit] >= '0' && line[digit] <= '9';
  }
  return starts_with_any(line, {"Căn cứ ", "CỘNG HÒA XÃ HỘI", "CỘNG HOÀ XÃ HỘI", "Nơi nhận:"});
}

uint32_t find_container(const HtmlTree& tree) {
  if (const uint32_t known = known_container(tree); known != 0) return known;
  std::vector<uint32_t> places;
  for (uint32_t i = 0; i < tree.nodes.size();) {
    const HtmlNode& node = tree.nodes[i];
    if (node.kind == HtmlKind::kText && is_legal_line(node.text)) places.push_back(i);
    i = node.kind == HtmlKind::kDropped ? node.end : i + 1;
  }
  if (places.size() < 2) return 0;
  const size_t nearly_all = places.size() - places.size() / 20;
  uint32_t node = tree.nodes[places.front()].parent;
  for (; node != 0; node = tree.nodes[node].parent) {
    const auto inside = std::lower_bound(places.begin(), places.end(), tree.nodes[node].end);
    if (static_cast<size_t>(inside - places.begin()) >= nearly_all) return node;
  }
  return 0;
}

}  // namespace rasoat
