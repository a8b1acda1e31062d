#include "ingest/docx_styles.h"

#include <vector>

#include "ingest/docx_xml.h"

namespace rasoat {
namespace {

constexpr size_t kMaxStyleDepth = 32;  // styles based on one another, perhaps in a circle

// <w:b/> is on, <w:b w:val="0"/> off.
std::optional<bool> toggle(const xmlNode* properties, std::string_view name) {
  const xmlNode* node = child(properties, name);
  if (node == nullptr) return std::nullopt;
  const std::string value = attribute(node, "val").value_or("1");
  return value != "0" && value != "false" && value != "off" && value != "none";
}

template <typename T>
void put(std::optional<T>& under, const std::optional<T>& over) {
  if (over) under = over;
}

}  // namespace

void DocxProperties::apply(const DocxProperties& over) {
  put(bold, over.bold);
  put(italic, over.italic);
  put(hidden, over.hidden);
  put(capitals, over.capitals);
  put(alignment, over.alignment);
  put(number_list, over.number_list);
  put(number_level, over.number_level);
  put(superscript, over.superscript);
}

DocxProperties run_properties(const xmlNode* r_pr) {
  DocxProperties out;
  out.bold = toggle(r_pr, "b");
  out.italic = toggle(r_pr, "i");
  out.hidden = toggle(r_pr, "vanish");
  out.capitals = toggle(r_pr, "caps");
  if (const auto position = child_value(r_pr, "vertAlign")) {
    out.superscript = *position == "superscript";
  }
  return out;
}

DocxProperties paragraph_properties(const xmlNode* p_pr) {
  DocxProperties out;
  out.alignment = child_value(p_pr, "jc");
  if (const xmlNode* number = child(p_pr, "numPr")) {
    out.number_list = child_int(number, "numId");
    out.number_level = child_int(number, "ilvl");
  }
  return out;
}

DocxStyles::DocxStyles(const std::string& xml) {
  const XmlDocument document = parse_xml(xml);
  const xmlNode* root = document ? xmlDocGetRootElement(document.get()) : nullptr;
  if (root == nullptr) return;
  for (const xmlNode* node = root->children; node != nullptr; node = node->next) {
    if (local_name(node) != "style") continue;
    const auto id = attribute(node, "styleId");
    if (!id) continue;
    Style style;
    style.based_on = child_value(node, "basedOn").value_or("");
    style.own = paragraph_properties(child(node, "pPr"));
    style.own.apply(run_properties(child(node, "rPr")));
    const bool is_default = attribute(node, "default").value_or("0") == "1";
    if (is_default && attribute(node, "type") == "paragraph") default_paragraph_ = *id;
    styles_.emplace(*id, std::move(style));
  }
}

DocxProperties DocxStyles::of(const std::string& name) const {
  std::vector<const Style*> chain;
  for (auto at = styles_.find(name); at != styles_.end() && chain.size() < kMaxStyleDepth;
       at = styles_.find(at->second.based_on)) {
    chain.push_back(&at->second);
  }
  DocxProperties out;
  while (!chain.empty()) {
    out.apply(chain.back()->own);
    chain.pop_back();
  }
  return out;
}

}  // namespace rasoat
