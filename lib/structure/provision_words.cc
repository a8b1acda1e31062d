#include "structure/provision_words.h"

#include <array>
#include <cctype>
#include <vector>

#include "text/lower.h"

namespace rasoat {
namespace {

std::vector<std::string_view> split_id(std::string_view id) {
  std::vector<std::string_view> parts;
  for (size_t begin = 0; begin <= id.size();) {
    const size_t end = std::min(id.find("__", begin), id.size());
    parts.push_back(id.substr(begin, end - begin));
    begin = end + 2;
  }
  return parts;
}

// "XIV" for "14"; the text itself where it is no number from 1 to 399.
std::string roman(std::string_view digits) {
  unsigned number = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9' || number > 399) return std::string(digits);
    number = number * 10 + static_cast<unsigned>(c - '0');
  }
  if (number == 0 || number > 399) return std::string(digits);
  struct Step {
    unsigned value;
    const char* letters;
  };
  constexpr std::array<Step, 9> kSteps = {{{100, "C"},
                                           {90, "XC"},
                                           {50, "L"},
                                           {40, "XL"},
                                           {10, "X"},
                                           {9, "IX"},
                                           {5, "V"},
                                           {4, "IV"},
                                           {1, "I"}}};
  std::string out;
  for (const Step& step : kSteps) {
    for (; number >= step.value; number -= step.value) out += step.letters;
  }
  return out;
}

std::string dotted(std::string_view number) {
  std::string out(number);
  for (char& c : out) {
    if (c == '-') c = '.';
  }
  return out;
}

// One part of an id. A "sec" stands alone in a plan ("Mục II") and in a chapter elsewhere ("Mục
// 1").
std::string part_in_words(std::string_view part, bool in_chapter) {
  const size_t underscore = part.find('_');
  const std::string_view kind = part.substr(0, underscore);
  const std::string_view number =
      underscore == std::string_view::npos ? std::string_view() : part.substr(underscore + 1);
  if (part == "title") return "tên văn bản";
  if (part == "preamble") return "phần mở đầu";
  if (part == "annex") return "Phụ lục";
  if (number.empty()) return std::string(part);
  if (kind == "point") return "điểm " + std::string(number);
  if (kind == "clause") return "khoản " + dotted(number);
  if (kind == "art") return "Điều " + std::string(number);
  if (kind == "chp") return "Chương " + roman(number);
  if (kind == "part") return "Phần " + roman(number);
  if (kind == "subsec") return "Tiểu mục " + std::string(number);
  if (kind == "annex") return "Phụ lục " + roman(number);
  if (kind == "form") return "Mẫu " + std::string(number);
  if (kind == "table") return "Bảng " + std::string(number);
  if (kind == "sec") {
    if (in_chapter) return "Mục " + std::string(number);
    std::string letters = roman(number);
    for (char& c : letters) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    return "Mục " + letters;
  }
  return std::string(part);
}

void append_word(std::string& out, std::string_view word) {
  if (!out.empty()) out += ' ';
  out += word;
}

// Single spaces, no commas.
std::string spaced(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c != ' ' && c != ',' && c != '\t') {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

// Whether lower-case words go on with a unit above: the "điều 5" behind "khoản 2".
bool names_unit(std::string_view words) {
  for (const char* unit : {"điều ", "dieu ", "khoản ", "khoan ", "chương ", "chuong ", "mục ",
                           "muc ", "phần ", "phan ", "tiểu mục ", "tieu muc "}) {
    if (words.starts_with(unit)) return true;
  }
  return false;
}

}  // namespace

std::string provision_in_words(std::string_view id, std::string_view attachment) {
  std::vector<std::string_view> parts = split_id(id);
  std::string_view attached;
  if (parts.front().starts_with("att_")) {
    attached = parts.front();
    parts.erase(parts.begin());
  }
  std::string out;
  for (size_t i = parts.size(); i-- > 0;) {
    // "clause_4__clause_4-1": the longer number says it all.
    const bool said = i + 1 < parts.size() && parts[i + 1].starts_with(parts[i]) &&
                      parts[i + 1].substr(parts[i].size()).starts_with('-');
    if (said) continue;
    append_word(out, part_in_words(parts[i], i > 0));
  }
  if (!attached.empty()) append_word(out, attachment);
  return out;
}

std::string provision_in_words(const Document& document, size_t provision) {
  const Provision& it = document.provisions[provision];
  std::string attachment = "văn bản ban hành kèm theo";
  if (it.component < document.components.size()) {
    const Component& component = document.components[it.component];
    if (!component.type.empty()) attachment = component.type + " ban hành kèm theo";
  }
  if ((it.level == Level::kAnnex || it.level == Level::kChapter) && !it.label.empty()) {
    // As printed: a document may count its chapters in Arabic numbers.
    return it.id.starts_with("att_") ? it.label + " " + attachment : it.label;
  }
  return provision_in_words(it.id, attachment);
}

std::vector<size_t> provisions_named(const Document& document, std::string_view words) {
  const std::string typed = spaced(lower_same_length(words));
  const bool has_marks = typed != fold_marks(typed);
  std::vector<size_t> exact, folded, attached;
  const std::string bare = fold_marks(typed);
  for (size_t i = 0; i < document.provisions.size(); ++i) {
    if (document.provisions[i].id == words) return {i};
    const std::string name = spaced(lower_same_length(provision_in_words(document, i)));
    if (name == typed) exact.push_back(i);
    const std::string bare_name = fold_marks(name);
    if (!has_marks && bare_name == bare) folded.push_back(i);
    const std::string_view wanted = has_marks ? std::string_view(typed) : bare;
    const std::string_view whole = has_marks ? std::string_view(name) : bare_name;
    const bool in_attachment = document.provisions[i].id.starts_with("att_");
    if (in_attachment && !wanted.empty() && whole.starts_with(wanted) &&
        whole.substr(wanted.size()).starts_with(' ') &&
        whole.ends_with(has_marks ? "ban hành kèm theo" : "ban hanh kem theo") &&
        !names_unit(whole.substr(wanted.size() + 1))) {
      attached.push_back(i);
    }
  }
  if (!exact.empty()) return exact;
  return folded.empty() ? attached : folded;
}

bool is_within(std::string_view unit, std::string_view provision) {
  if (provision.empty()) return true;
  if (!unit.starts_with(provision)) return false;
  return unit.size() == provision.size() || unit.substr(provision.size()).starts_with("__");
}

}  // namespace rasoat
