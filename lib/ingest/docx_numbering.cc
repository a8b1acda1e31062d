// A paragraph belongs to a list (w:num) at a level; the list points to an abstract list
// (w:abstractNum) that says how each level looks, and may override levels and their starts. All
// lists of an abstract list count together, but a list with a startOverride begins anew when it
// first comes up. A number at one level sets the deeper ones back, unless they say otherwise.
#include "ingest/docx_numbering.h"

#include <utility>

#include "ingest/number_format.h"
#include "text/encoding.h"

namespace rasoat {
namespace {

// A bullet of a symbol font has a code of the private use area.
std::string bullet(const std::string& text) {
  for (size_t at = 0; at < text.size();) {
    const DecodedCharacter next = decode_utf8(text, at);
    if (next.code_point >= 0xE000 && next.code_point < 0xF900) return "•";
    at += next.size;
  }
  return text;
}

}  // namespace

DocxNumbering::DocxNumbering(const std::string& xml) {
  const XmlDocument document = parse_xml(xml);
  const xmlNode* root = document ? xmlDocGetRootElement(document.get()) : nullptr;
  if (root == nullptr) return;
  for (const xmlNode* node = root->children; node != nullptr; node = node->next) {
    if (local_name(node) == "abstractNum") read_abstract(node);
    if (local_name(node) == "num") read_list(node);
  }
  // An abstract list may stand for another that a numbering style names.
  for (auto& [id, abstract] : abstracts_) {
    if (abstract.number_style_link.empty()) continue;
    for (const auto& [other_id, other] : abstracts_) {
      if (other.style_link == abstract.number_style_link) abstract.levels = other.levels;
    }
  }
}

DocxNumbering::Level DocxNumbering::read_level(const xmlNode* lvl) {
  Level out;
  out.start = child_int(lvl, "start").value_or(1);
  out.restart = child_int(lvl, "lvlRestart").value_or(-1);
  out.format = child_value(lvl, "numFmt").value_or("decimal");
  out.text = child_value(lvl, "lvlText").value_or("");
  out.suffix = child_value(lvl, "suff").value_or("tab");
  out.style = child_value(lvl, "pStyle").value_or("");
  if (const xmlNode* legal = child(lvl, "isLgl")) {
    const std::string value = attribute(legal, "val").value_or("1");
    out.legal = value != "0" && value != "false";
  }
  return out;
}

void DocxNumbering::read_abstract(const xmlNode* node) {
  const auto id = int_attribute(node, "abstractNumId");
  if (!id) return;
  Abstract abstract;
  abstract.style_link = child_value(node, "styleLink").value_or("");
  abstract.number_style_link = child_value(node, "numStyleLink").value_or("");
  for (const xmlNode* lvl = node->children; lvl != nullptr; lvl = lvl->next) {
    const int at = int_attribute(lvl, "ilvl").value_or(-1);
    if (local_name(lvl) != "lvl" || at < 0 || at >= static_cast<int>(kLevels)) continue;
    abstract.levels[static_cast<size_t>(at)] = read_level(lvl);
  }
  abstracts_.insert_or_assign(*id, std::move(abstract));
}

void DocxNumbering::read_list(const xmlNode* node) {
  const auto id = int_attribute(node, "numId");
  if (!id) return;
  List list;
  list.abstract = child_int(node, "abstractNumId").value_or(-1);
  for (const xmlNode* over = node->children; over != nullptr; over = over->next) {
    const int at = int_attribute(over, "ilvl").value_or(-1);
    if (local_name(over) != "lvlOverride" || at < 0 || at >= static_cast<int>(kLevels)) continue;
    if (const auto start = child_int(over, "startOverride")) {
      list.start_overrides[static_cast<size_t>(at)] = *start;
    }
    if (const xmlNode* lvl = child(over, "lvl")) {
      list.level_overrides[static_cast<size_t>(at)] = read_level(lvl);
    }
  }
  lists_.insert_or_assign(*id, std::move(list));
}

const DocxNumbering::Level* DocxNumbering::level_of(const List& list, size_t level) const {
  if (const auto over = list.level_overrides.find(level); over != list.level_overrides.end()) {
    return &over->second;
  }
  const auto abstract = abstracts_.find(list.abstract);
  return abstract != abstracts_.end() ? &abstract->second.levels[level] : nullptr;
}

int DocxNumbering::level_of_style(int id, const std::string& style) const {
  const auto list = lists_.find(id);
  if (list == lists_.end()) return 0;
  for (size_t level = 0; level < kLevels; ++level) {
    const Level* look = level_of(list->second, level);
    if (look != nullptr && !style.empty() && look->style == style) return static_cast<int>(level);
  }
  return 0;
}

std::string DocxNumbering::next(int id, int depth) {
  const auto found = lists_.find(id);
  if (found == lists_.end() || depth < 0 || depth >= static_cast<int>(kLevels)) return "";
  const List& list = found->second;
  const auto level = static_cast<size_t>(depth);
  if (level_of(list, level) == nullptr) return "";
  Counters& counters = counters_[list.abstract];
  if (begun_.insert(id).second) {
    for (const auto& [at, start] : list.start_overrides) {
      counters.value[at] = start - 1;
      counters.running[at] = true;
    }
  }
  for (size_t at = 0; at <= level; ++at) {
    if (counters.running[at]) continue;
    counters.running[at] = true;
    counters.value[at] = level_of(list, at)->start - (at == level ? 1 : 0);
  }
  if (counters.value[level] < 1'000'000'000) ++counters.value[level];
  for (size_t at = level + 1; at < kLevels; ++at) {
    const int restart = level_of(list, at)->restart;
    const bool set_back = restart < 0 || (restart > 0 && depth < restart);
    if (set_back) counters.running[at] = false;
  }
  return label(list, level, counters);
}

std::string DocxNumbering::label(const List& list, size_t level, const Counters& counters) const {
  const Level& look = *level_of(list, level);
  std::string out;
  if (look.format == "bullet") {
    out = bullet(look.text);
  } else {
    for (size_t at = 0; at < look.text.size(); ++at) {
      const char next = at + 1 < look.text.size() ? look.text[at + 1] : '\0';
      if (look.text[at] != '%' || next < '1' || next > '9') {
        out += look.text[at];
        continue;
      }
      const auto of = static_cast<size_t>(next - '1');
      const Level& part = *level_of(list, of);
      const bool decimal = look.legal && part.format != "none" && part.format != "bullet";
      const int value = counters.running[of] ? counters.value[of] : part.start;
      out += format_number(value, decimal ? "decimal" : std::string_view(part.format));
      ++at;
    }
  }
  if (!out.empty() && look.suffix != "nothing") out += ' ';
  return out;
}

}  // namespace rasoat
