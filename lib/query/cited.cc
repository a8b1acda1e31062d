#include "query/cited.h"

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>

#include "citation/law_registry.h"
#include "citation/number_key.h"
#include "query/document_number.h"
#include "structure/ordinal.h"
#include "text/lower.h"

namespace rasoat {
namespace {

struct UnitWord {
  std::string_view marked, folded;
  std::string_view part;  // of the id
  bool letter = false;    // it is counted in letters
};

// High to low, as in ids.
constexpr std::array<UnitWord, 6> kUnits{{
    {"phần", "phan", "part_"},
    {"chương", "chuong", "chp_"},
    {"mục", "muc", "sec_"},
    {"điều", "dieu", "art_"},
    {"khoản", "khoan", "clause_"},
    {"điểm", "diem", "point_", true},
}};
constexpr size_t kArticle = 3;

std::string_view next_word(std::string_view& text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == ',')) text.remove_prefix(1);
  const size_t end = std::min(text.find_first_of(" ,"), text.size());
  const std::string_view out = text.substr(0, end);
  text.remove_prefix(end);
  return out;
}

bool is_point(std::string_view word) {
  size_t letters = word.starts_with("đ") ? 2 : 1;
  if (letters == 1 && (word.empty() || word[0] < 'a' || word[0] > 'z')) return false;
  return std::all_of(word.begin() + static_cast<std::ptrdiff_t>(letters), word.end(),
                     [](char c) { return c >= '0' && c <= '9'; });
}

std::optional<std::string> ordinal_id(std::string_view word) {
  for (const auto read : {read_arabic, read_roman}) {
    size_t length = 0;
    if (const auto ordinal = read(word, length); ordinal && length == word.size()) {
      return ordinal->id();
    }
  }
  return {};
}

// The names of laws without marks, and the keys that they may stand for.
struct LawNames {
  explicit LawNames(const Lexicon& lexicon) {
    const Table& laws = lexicon.table("laws");
    for (size_t row = 0; row < laws.size(); ++row) {
      std::vector<std::string> names = laws.values(row, "aliases");
      names.emplace_back(laws.cell(row, "name"));
      for (const std::string& name : names) {
        const std::string key = law_name_key(name);
        std::vector<std::string>& keys = by_folded[fold_marks(key)];
        if (std::find(keys.begin(), keys.end(), key) == keys.end()) keys.push_back(key);
      }
    }
  }
  std::unordered_map<std::string, std::vector<std::string>> by_folded;
};

// Takes "năm 2013" or "2013" from the end of a name.
std::optional<int> take_year(std::string& name) {
  if (name.size() < 5) return {};
  const std::string_view digits = std::string_view(name).substr(name.size() - 4);
  if (!std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; }) ||
      name[name.size() - 5] != ' ') {
    return {};
  }
  const int year = std::stoi(std::string(digits));
  name.resize(name.size() - 5);
  for (const std::string_view word : {" năm", " nam"}) {
    if (name.ends_with(word)) name.resize(name.size() - word.size());
  }
  return year;
}

std::vector<std::string> documents_named(std::string name, const Lexicon& lexicon) {
  const auto& registry = lexicon.derived<LawRegistry>();
  const std::optional<int> year = take_year(name);
  const std::string key = law_name_key(name);
  if (key.empty()) return {};
  std::vector<std::string> keys{key};
  if (fold_marks(key) == key) {
    const auto& names = lexicon.derived<LawNames>().by_folded;
    if (const auto found = names.find(key); found != names.end()) keys = found->second;
  }
  std::vector<std::string> out;
  for (const std::string& one : keys) {
    LawMention mention;
    mention.year = year;
    const auto versions = versions_meant(registry.named(one), mention);
    if (!year) out.push_back("name:" + one);
    if (year) out.push_back("name:" + one + "|" + std::to_string(*year));
    for (const LawVersion* version : versions) out.push_back(number_key(version->number));
  }
  return out;
}

}  // namespace

std::vector<std::string> unit_ids(std::string_view words, std::string* rest) {
  const std::string lower = lower_same_length(words);
  std::string_view left = lower;
  std::array<std::vector<std::string>, kUnits.size()> parts;
  bool any = false;
  while (true) {
    std::string_view ahead = left;
    const std::string_view word = next_word(ahead);
    const auto unit = std::find_if(kUnits.begin(), kUnits.end(), [&](const UnitWord& known) {
      return word == known.marked || word == known.folded;
    });
    if (unit == kUnits.end()) {
      if (any && (word == "của" || word == "cua")) left = ahead;
      break;
    }
    std::string_view value = next_word(ahead);
    while (value.ends_with(')') || value.ends_with('.')) value.remove_suffix(1);
    std::vector<std::string>& ids = parts[static_cast<size_t>(unit - kUnits.begin())];
    if (!ids.empty()) break;
    if (unit->letter && is_point(value)) {
      ids.push_back(std::string(unit->part) + std::string(value));
      if (word == unit->folded && value.starts_with('d')) {
        ids.push_back(std::string(unit->part) + "đ" + std::string(value.substr(1)));
      }
    } else if (const auto ordinal = ordinal_id(value)) {
      ids.push_back(std::string(unit->part) + *ordinal);
    } else {
      break;
    }
    any = true;
    left = ahead;
  }
  if (rest != nullptr) {
    while (left.starts_with(' ') || left.starts_with(',')) left.remove_prefix(1);
    *rest = left;
  }
  if (!any) {
    const std::string_view id = std::string_view(lower).substr(0, lower.find(' '));
    const bool is_id = id.find('_') != std::string_view::npos || id == "title" ||
                       id == "preamble" || id == "annex";
    if (!is_id) return {};
    if (rest != nullptr) *rest = id.size() < lower.size() ? lower.substr(id.size() + 1) : "";
    return {std::string(id)};
  }
  // An article is counted through its text and never carries what stands above.
  const size_t first = parts[kArticle].empty() ? 0 : kArticle;
  std::vector<std::string> out{""};
  for (size_t i = first; i < parts.size(); ++i) {
    if (parts[i].empty()) continue;
    std::vector<std::string> longer;
    for (const std::string& above : out) {
      for (const std::string& part : parts[i]) {
        longer.push_back(above.empty() ? part : above + "__" + part);
      }
    }
    out = std::move(longer);
  }
  return out;
}

std::vector<std::string> cited_values(const Reference& reference, std::string_view own) {
  if (reference.outcome == Outcome::kGeneric || reference.document.empty()) return {};
  std::vector<std::string> documents;
  const bool this_document = reference.document == "this";
  if (this_document) {
    if (!own.empty()) documents.push_back(number_key(own));
  } else if (reference.document.starts_with("name:")) {
    const std::string key = law_name_key(reference.document);
    documents.push_back("name:" + key);
    if (const size_t bar = reference.document.find('|'); bar != std::string::npos) {
      documents.push_back("name:" + key + reference.document.substr(bar));
    }
    for (const std::string& version : reference.versions) documents.push_back(number_key(version));
  } else {
    documents.push_back(number_key(reference.document));
  }
  std::vector<std::string> out;
  const std::string& unit = reference.provision;
  for (const std::string& document : documents) {
    if (!this_document) out.push_back(document);
    for (size_t end = 0; !unit.empty() && end < unit.size();) {
      end = std::min(unit.find("__", end == 0 ? 0 : end + 2), unit.size());
      out.push_back(document + "#" + unit.substr(0, end));
    }
  }
  return out;
}

std::vector<std::string> cited_values(std::string_view words, const Lexicon& lexicon) {
  std::string rest;
  const std::vector<std::string> units = unit_ids(words, &rest);
  // "Nghị định số 34/2016/NĐ-CP": the number says it all.
  std::vector<std::string> documents;
  const size_t slash = rest.find('/');
  const size_t space = slash == std::string::npos ? slash : rest.rfind(' ', slash);
  auto number = document_number(rest);
  if (!number && space != std::string::npos) number = document_number(rest.substr(space + 1));
  if (number) {
    documents.push_back(*number);
  } else if (slash == std::string::npos) {
    documents = documents_named(rest, lexicon);
  }
  if (units.empty()) return documents;
  std::vector<std::string> out;
  for (const std::string& document : documents) {
    for (const std::string& unit : units) out.push_back(document + "#" + unit);
  }
  return out;
}

}  // namespace rasoat
