// One pass over the nodes in document order. Blocks and <br> end a line, white space is made one
// space as a browser does. A table in which a cell holds several articles lays out the page and is
// no table of the document: its text is body text.
#include "ingest/html_lines.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ingest/html_container.h"
#include "ingest/number_format.h"
#include "ingest/raised_number.h"

namespace rasoat {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

struct OpenTable {
  uint32_t end = 0;  // of its node
  bool layout = false;
  CellPosition at;  // of the current cell
  uint32_t next_column = 0;
  bool row_seen = false;
};

struct OpenList {
  uint32_t end = 0;
  int next = 1;
  char type = '1';
};

class LineMaker {
 public:
  LineMaker(const HtmlTree& tree, uint32_t root) : tree_(tree), root_(root) {}

  RawText make() {
    collect_note_targets();
    for (uint32_t i = root_; i < tree_.nodes[root_].end;) {
      close_until(i);
      const HtmlNode& node = tree_.nodes[i];
      i = enter(i, node) ? i + 1 : node.end;
    }
    close_until(tree_.nodes[root_].end);
    end_line();
    out_.paragraphs_known = true;
    std::stable_partition(out_.lines.begin(), out_.lines.end(),
                          [](const RawLine& line) { return line.role != LineRole::kFootnote; });
    return std::move(out_);
  }

 private:
  // False when what is inside is to be passed over.
  bool enter(uint32_t index, const HtmlNode& node) {
    switch (node.kind) {
      case HtmlKind::kText:
        add_text(node);
        return true;
      case HtmlKind::kDropped:
        return false;
      case HtmlKind::kBreak:
        end_line();
        return true;
      case HtmlKind::kInline:
        if (node.tag == "sup" && add_raised(node, index)) return false;
        if (targets_.count(node.name) > 0 && node.tag == "a" && text_.empty()) note_line_ = true;
        return true;
      case HtmlKind::kTable:
        tables_.push_back({node.end, is_layout(index), {table_count_, 0, 0}, 0, false});
        if (!tables_.back().layout) ++table_count_;
        break;
      case HtmlKind::kRow:
        begin_row();
        break;
      case HtmlKind::kCell:
        begin_cell(node);
        break;
      case HtmlKind::kItem:
      case HtmlKind::kBlock:
        break;
    }
    end_line();
    if (node.tag == "ol" || node.tag == "ul") {
      lists_.push_back({node.end, node.list_start != 0 ? node.list_start : 1,
                        node.tag == "ul" ? '-' : node.list_type});
    }
    if (node.kind == HtmlKind::kItem) begin_item(node);
    ends_.push_back(node.end);
    if (!node.id.empty() && targets_.count(node.id) > 0 && node.kind == HtmlKind::kBlock) {
      note_end_ = std::max(note_end_, node.end);
    }
    return true;
  }

  // Ends blocks, tables and lists that end before node `index`.
  void close_until(uint32_t index) {
    while (!ends_.empty() && ends_.back() <= index) {
      end_line();
      ends_.pop_back();
    }
    while (!tables_.empty() && tables_.back().end <= index) tables_.pop_back();
    while (!lists_.empty() && lists_.back().end <= index) lists_.pop_back();
    index_ = index;
  }

  // --- tables and lists

  bool is_layout(uint32_t table) const {
    size_t in_cell = 0;
    for (uint32_t i = table; i < tree_.nodes[table].end; ++i) {
      const HtmlNode& node = tree_.nodes[i];
      if (node.kind == HtmlKind::kCell) in_cell = 0;
      if (node.kind == HtmlKind::kText && node.text.size() > 6 && is_legal_line(node.text) &&
          ++in_cell >= 3) {
        return true;
      }
    }
    return false;
  }

  void begin_row() {
    if (tables_.empty()) return;
    OpenTable& table = tables_.back();
    if (table.row_seen) ++table.at.row;
    table.row_seen = true;
    table.next_column = 0;
  }

  void begin_cell(const HtmlNode& node) {
    if (tables_.empty()) return;
    OpenTable& table = tables_.back();
    table.at.column = table.next_column;
    table.next_column += node.column_span;
  }

  void begin_item(const HtmlNode& node) {
    if (lists_.empty() || lists_.back().type == '-') return;
    OpenList& list = lists_.back();
    if (node.list_start != 0) list.next = node.list_start;
    constexpr std::pair<char, std::string_view> kTypes[] = {
        {'a', "lowerLetter"}, {'A', "upperLetter"}, {'i', "lowerRoman"}, {'I', "upperRoman"}};
    std::string_view format = "decimal";
    for (const auto& [type, name] : kTypes) {
      if (type == list.type) format = name;
    }
    label_ = format_number(list.next, format) + ". ";
    if (list.next < 1'000'000) ++list.next;
  }

  // --- footnotes

  // Anchors to which raised links lead, as in <sup><a href="#ftn1">[1]</a></sup>.
  void collect_note_targets() {
    uint32_t raised_until = 0;
    for (uint32_t i = root_; i < tree_.nodes[root_].end; ++i) {
      const HtmlNode& node = tree_.nodes[i];
      if (node.tag == "sup") raised_until = std::max(raised_until, node.end);
      const bool word_mark = node.href.find("#_ftn") != std::string::npos &&
                             node.href.find("#_ftnref") == std::string::npos;
      if ((i >= raised_until && !word_mark) || node.href.size() < 2) continue;
      const size_t hash = node.href.find('#');
      if (hash == std::string::npos || hash + 1 == node.href.size()) continue;
      // The link back from the note is raised as well: it leads to an earlier place.
      const std::string target = node.href.substr(hash + 1);
      if (seen_.count(target) == 0) targets_.insert(target);
      remember(node, i);
    }
  }

  // A place that a mark stands at is where the note's own link leads back to.
  void remember(const HtmlNode& node, uint32_t index) {
    if (!node.name.empty()) seen_.insert(node.name);
    for (uint32_t at = index, steps = 0; at != 0 && steps < 3;
         at = tree_.nodes[at].parent, ++steps) {
      if (!tree_.nodes[at].id.empty()) seen_.insert(tree_.nodes[at].id);
      if (!tree_.nodes[at].name.empty()) seen_.insert(tree_.nodes[at].name);
    }
  }

  // The content of a <sup>; true when it was a mark and has been written.
  bool add_raised(const HtmlNode& node, uint32_t index) {
    std::string inside;
    for (uint32_t i = index; i < node.end; ++i) {
      if (tree_.nodes[i].kind == HtmlKind::kText) inside += tree_.nodes[i].text;
      if (inside.size() > 16) return false;
    }
    const std::string_view mark = trimmed(inside);
    if (!is_footnote_mark(text_, mark)) return false;
    append("[" + std::string(mark) + "]", node);
    return true;
  }

  // --- lines

  void add_text(const HtmlNode& node) {
    if (!node.preformatted) {
      append(node.text, node);
      return;
    }
    std::string_view rest = node.text;
    while (!rest.empty()) {
      const size_t end = std::min(rest.find('\n'), rest.size());
      append(rest.substr(0, end), node);
      if (end < rest.size()) end_line();
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }

  void append(std::string_view text, const HtmlNode& node) {
    size_t added = 0;
    for (const char c : text) {
      if (is_space(c)) {
        space_ = space_ || !text_.empty();
        continue;
      }
      if (space_) text_ += ' ';
      space_ = false;
      text_ += c;
      ++added;
    }
    if (added == 0) return;
    size_ += added;
    if (node.bold) bold_ += added;
    if (node.italic) italic_ += added;
    centered_ = centered_ || node.centered;
    footnote_ = footnote_ || node.footnote || index_ < note_end_ || note_line_;
  }

  void end_line() {
    if (!text_.empty()) {
      RawLine line;
      line.text = label_ + text_;
      line.line = static_cast<uint32_t>(out_.lines.size() + 1);
      line.ends_paragraph = true;
      line.bold = bold_ == size_;
      line.italic = italic_ == size_;
      line.centered = centered_;
      const auto table = std::find_if(tables_.rbegin(), tables_.rend(),
                                      [](const OpenTable& open) { return !open.layout; });
      if (footnote_) {
        line.role = LineRole::kFootnote;
      } else if (table != tables_.rend()) {
        line.role = LineRole::kTable;
        line.cell = table->at;
      }
      out_.lines.push_back(std::move(line));
      label_.clear();
    }
    text_.clear();
    size_ = bold_ = italic_ = 0;
    centered_ = space_ = footnote_ = note_line_ = false;
  }

  const HtmlTree& tree_;
  const uint32_t root_;
  RawText out_;
  uint32_t index_ = 0;

  std::vector<uint32_t> ends_;  // of open blocks
  std::vector<OpenTable> tables_;
  std::vector<OpenList> lists_;
  uint32_t table_count_ = 0;
  std::set<std::string> targets_, seen_;
  uint32_t note_end_ = 0;

  std::string label_, text_;
  size_t size_ = 0, bold_ = 0, italic_ = 0;
  bool centered_ = false, space_ = false, footnote_ = false, note_line_ = false;
};

}  // namespace

RawText html_lines(const HtmlTree& tree, uint32_t root) { return LineMaker(tree, root).make(); }

}  // namespace rasoat
