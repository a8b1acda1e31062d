#include "structure/printed_number.h"

#include <algorithm>

#include "text/characters.h"

namespace rasoat {

size_t printed_number_end(std::string_view text, size_t begin) {
  size_t i = begin;
  while (i < text.size() && is_digit(text[i])) ++i;
  if (i == begin) return begin;
  i = std::min(text.find_first_of(" \n,;)", i), text.size());
  if (text.substr(begin, i - begin).find('/') == std::string_view::npos) {
    size_t slash = i;
    while (slash < text.size() && text[slash] == ' ') ++slash;
    if (slash >= text.size() || text[slash] != '/') {
      return text.substr(begin, i - begin).find('-') == std::string_view::npos ? begin : i;
    }
    i = slash + 1;
    while (i < text.size() && text[i] == ' ') ++i;
    while (i < text.size() && text[i] != ' ' && text[i] != '\n') ++i;
  } else if (text[i - 1] == '/' && i < text.size() && text[i] == ' ') {
    size_t next = i + 1;
    while (next < text.size() && text[next] != ' ' && text[next] != '\n') ++next;
    i = next;
  }
  while (i > begin && (text[i - 1] == '.' || text[i - 1] == ':')) --i;
  return i;
}

std::string compact_number(std::string_view printed) {
  std::string out(printed);
  std::erase(out, ' ');
  return out;
}

std::string type_of_number(std::string_view number, const Table& types) {
  const std::string_view symbol = number.substr(number.rfind('/') + 1);
  const std::string abbreviation(symbol.substr(0, symbol.find('-')));
  for (size_t row = 0; row < types.size(); ++row) {
    for (const std::string& known : types.values(row, "abbreviation")) {
      if (known == abbreviation) return std::string(types.cell(row, "type"));
    }
  }
  return {};
}

}  // namespace rasoat
