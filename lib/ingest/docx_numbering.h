// The numbers that Word writes in front of paragraphs and that are nowhere in their text.
#pragma once

#include <array>
#include <map>
#include <set>
#include <string>

#include "ingest/docx_xml.h"

namespace rasoat {

// Counts through a document; next() must be called once for each numbered paragraph, in order.
class DocxNumbering {
 public:
  DocxNumbering() = default;
  // Of the content of numbering.xml; what is damaged is left out.
  explicit DocxNumbering(const std::string& xml);

  // The label with what stands behind it: "Điều 1. ", "a) ", "- "; empty for an unknown list.
  // ECMA-376 part 1, 17.9.
  std::string next(int list, int level);

  // The level of a list that is linked to a paragraph style; 0 when none is.
  int level_of_style(int list, const std::string& style) const;

 private:
  static constexpr size_t kLevels = 9;

  struct Level {
    int start = 1;
    int restart = -1;    // -1: behind any higher level; 0: never; n: behind level n or higher
    bool legal = false;  // all numbers decimal
    std::string format = "decimal";
    std::string text;
    std::string suffix = "tab";
    std::string style;
  };
  using Levels = std::array<Level, kLevels>;
  struct Abstract {
    Levels levels;
    std::string style_link, number_style_link;
  };
  struct List {
    int abstract = -1;
    std::map<size_t, int> start_overrides;
    std::map<size_t, Level> level_overrides;
  };
  struct Counters {
    std::array<int, kLevels> value{};
    std::array<bool, kLevels> running{};
  };

  static Level read_level(const xmlNode* lvl);
  void read_abstract(const xmlNode* node);
  void read_list(const xmlNode* node);
  const Level* level_of(const List& list, size_t level) const;
  std::string label(const List& list, size_t level, const Counters& counters) const;

  std::map<int, Abstract> abstracts_;
  std::map<int, List> lists_;
  std::map<int, Counters> counters_;  // lists of one abstract list go on counting
  std::set<int> begun_;               // lists whose overrides have been used
};

}  // namespace rasoat
