// What styles.xml says of paragraphs and runs.
#pragma once

#include <libxml/tree.h>

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace rasoat {

// Properties that a style or an element may set or leave as they are.
struct DocxProperties {
  std::optional<bool> bold, italic, hidden, capitals;
  std::optional<std::string> alignment;  // "center"
  std::optional<int> number_list;        // w:numId; 0: no number
  std::optional<int> number_level;       // from 0
  std::optional<bool> superscript;

  // Sets what `over` sets.
  void apply(const DocxProperties& over);
};

// Of a <w:rPr> or a <w:pPr>; null gives nothing set.
DocxProperties run_properties(const xmlNode* r_pr);
DocxProperties paragraph_properties(const xmlNode* p_pr);

class DocxStyles {
 public:
  DocxStyles() = default;
  // Of the content of styles.xml; what is damaged is left out.
  explicit DocxStyles(const std::string& xml);

  // The properties of a style with those that it is based on; nothing set for an unknown one.
  DocxProperties of(const std::string& style) const;
  const std::string& default_paragraph_style() const { return default_paragraph_; }

 private:
  struct Style {
    std::string based_on;
    DocxProperties own;
  };
  std::map<std::string, Style> styles_;
  std::string default_paragraph_;
};

}  // namespace rasoat
