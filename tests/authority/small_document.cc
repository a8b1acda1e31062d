#include "authority/small_document.h"

#include <cctype>
#include <regex>
#include <utility>
#include <vector>

#include "text/text_builder.h"

namespace rasoat::testing {
namespace {

struct Mark {
  Level level = Level::kPreamble;
  std::string label;
  uint32_t length = 0;  // of label and closing mark
};

Mark mark_of(const std::string& line) {
  static const std::regex article("^(Điều ([0-9]+[a-zđ]?))\\. ?");
  static const std::regex heading("^([IVX]+)\\. ");
  static const std::regex clause("^([0-9]+(\\.[0-9]+)*)\\. ");
  static const std::regex point("^([a-z]|đ)\\) ");
  std::smatch match;
  const auto length = [&] { return static_cast<uint32_t>(match[0].length()); };
  if (std::regex_search(line, match, article)) return {Level::kArticle, match[2], length()};
  if (std::regex_search(line, match, heading)) return {Level::kHeading, match[1], length()};
  if (std::regex_search(line, match, clause)) return {Level::kClause, match[1], length()};
  if (std::regex_search(line, match, point)) return {Level::kPoint, match[1], length()};
  return {};
}

std::string part_of(const Mark& mark) {
  std::string label = mark.label;
  switch (mark.level) {
    case Level::kArticle:
      return "art_" + label;
    case Level::kHeading: {
      static const char* const kRoman[] = {"I", "II", "III", "IV", "V", "VI", "VII", "VIII"};
      for (int i = 0; i < 8; ++i) {
        if (label == kRoman[i]) label = std::to_string(i + 1);
      }
      return "sec_" + label;
    }
    case Level::kClause:
      for (char& c : label) c = c == '.' ? '-' : c;
      return "clause_" + label;
    default:
      return "point_" + label;
  }
}

}  // namespace

SmallDocument small_document(std::string_view text, DocumentHead head) {
  TextBuilder builder;
  std::vector<std::string> lines;
  for (size_t begin = 0; begin <= text.size();) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    if (end > begin) lines.emplace_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  SmallDocument out;
  uint32_t offset = 0;
  std::vector<int32_t> open;
  for (const std::string& line : lines) {
    builder.begin_line({});
    builder.append(line, {});
    const auto end = static_cast<uint32_t>(offset + line.size());
    Mark mark = mark_of(line);
    std::vector<Provision>& provisions = out.document.provisions;
    if (mark.length > 0 || provisions.size() < 2) {
      Provision provision;
      if (mark.length == 0) mark.level = provisions.empty() ? Level::kTitle : Level::kPreamble;
      provision.level = mark.level;
      while (!open.empty() && provisions[open.back()].level >= mark.level &&
             !(mark.level == Level::kClause && provisions[open.back()].level == Level::kClause &&
               mark.label.starts_with(provisions[open.back()].label + "."))) {
        open.pop_back();
      }
      if (mark.length > 0) {
        provision.parent = open.empty() ? -1 : open.back();
        provision.id = (open.empty() ? "" : provisions[open.back()].id + "__") + part_of(mark);
        provision.label_span = {offset, offset + mark.length};
        if (mark.level == Level::kArticle) provision.heading = {offset + mark.length, end};
        open.push_back(static_cast<int32_t>(provisions.size()));
      } else {
        provision.id = mark.level == Level::kTitle ? "title" : "preamble";
        if (mark.level == Level::kTitle) head.title_span = {offset, end};
      }
      provision.label = mark.label;
      provision.own = provision.full = {offset, end};
      provisions.push_back(std::move(provision));
    } else {
      provisions.back().own.end = end;
    }
    for (int32_t i = static_cast<int32_t>(provisions.size()) - 1; i >= 0;
         i = provisions[i].parent) {
      provisions[i].full.end = end;
    }
    offset = end + 1;
  }
  out.text = std::move(builder).finish();
  Component main;
  main.span = {0, static_cast<uint32_t>(out.text.text().size())};
  out.document.components.push_back(std::move(main));
  out.document.head = std::move(head);
  return out;
}

}  // namespace rasoat::testing
