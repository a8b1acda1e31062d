#include "citation/law_registry.h"

#include <algorithm>
#include <array>
#include <utility>

#include "citation/number_key.h"
#include "text/characters.h"
#include "text/lower.h"

namespace rasoat {
namespace {

// A law whose entry into force is not known may not have been in force for this long.
constexpr int kYearsBeforeForce = 2;

constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kLettersI = {
    {{"y", "i"}, {"ý", "í"}, {"ỳ", "ì"}, {"ỷ", "ỉ"}, {"ỹ", "ĩ"}, {"ỵ", "ị"}}};

// The first four digits in a row that make a year, not part of a longer number.
std::optional<int> year_in(std::string_view text) {
  for (size_t i = 0; i + 4 <= text.size(); ++i) {
    if (i > 0 && is_digit(text[i - 1])) continue;
    const std::string_view digits = text.substr(i, 4);
    if (!std::all_of(digits.begin(), digits.end(), is_digit)) continue;
    if (i + 4 < text.size() && is_digit(text[i + 4])) continue;
    if (!digits.starts_with("19") && !digits.starts_with("20")) continue;
    return (digits[0] - '0') * 1000 + (digits[1] - '0') * 100 + (digits[2] - '0') * 10 +
           (digits[3] - '0');
  }
  return {};
}

std::optional<Date> years_later(const std::optional<Date>& date, int years) {
  if (!date) return {};
  // 29 February has no counterpart in most years.
  return Date::make(date->year + years, date->month, std::min<int>(date->day, 28));
}

// The first day on which words may mean the version: its adoption, as near as it is known.
std::optional<Date> known_from(const LawVersion& version) {
  if (version.adopted) return version.adopted;
  if (version.in_force) return years_later(version.in_force, -1);
  if (const auto year = version.year()) return Date::make(*year, 1, 1);
  return {};
}

// The first day on which the version certainly is in force, or has been.
std::optional<Date> sure_from(const LawVersion& version) {
  return version.in_force ? version.in_force : years_later(known_from(version), kYearsBeforeForce);
}

bool adopted_by(const LawVersion& version, const Date& day) {
  const auto from = known_from(version);
  return !from || *from <= day;
}

}  // namespace

std::string law_name_key(std::string_view name) {
  if (name.starts_with("name:")) name.remove_prefix(5);
  const std::string lower = lower_same_length(name.substr(0, name.find('|')));
  std::string out;
  for (size_t i = 0; i < lower.size();) {
    if (lower[i] == ' ' || lower[i] == '\t' || lower[i] == '\n' || lower[i] == ',') {
      if (!out.empty() && out.back() != ' ') out += ' ';
      ++i;
      continue;
    }
    const std::string_view rest = std::string_view(lower).substr(i);
    const auto letter = std::find_if(kLettersI.begin(), kLettersI.end(), [&](const auto& pair) {
      return rest.starts_with(pair.first);
    });
    if (letter != kLettersI.end()) {
      out += letter->second;
      i += letter->first.size();
    } else {
      out += lower[i++];
    }
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::optional<CitingDays> citing_days(const std::optional<Date>& date, std::string_view number) {
  if (date) return CitingDays{*date, *date};
  const auto year = year_in(number);
  if (!year) return {};
  return CitingDays{*Date::make(*year, 1, 1), *Date::make(*year, 12, 31)};
}

std::optional<int> LawVersion::year() const {
  if (adopted) return adopted->year;
  return year_in(number);
}

std::vector<const LawVersion*> versions_meant(const std::vector<const LawVersion*>& versions,
                                              const LawMention& mention) {
  std::vector<const LawVersion*> out = versions;
  const auto keep = [&](auto fits) {
    std::vector<const LawVersion*> kept;
    std::copy_if(out.begin(), out.end(), std::back_inserter(kept),
                 [&](const LawVersion* version) { return fits(*version); });
    return kept;
  };
  if (mention.adopted) {
    const auto of_day = keep([&](const LawVersion& v) { return v.adopted == mention.adopted; });
    if (!of_day.empty()) return of_day;
  }
  if (mention.year) {
    out = keep([&](const LawVersion& v) { return v.year() == mention.year; });
  }
  if (!mention.citing || out.empty()) return out;
  const Date first = mention.citing->first;  // no structured binding: clang 14 captures none
  const Date last = mention.citing->last;
  std::vector<const LawVersion*> adopted =
      keep([&](const LawVersion& v) { return adopted_by(v, last); });
  // Words that give the year are right about a law that the document's own date denies.
  if (adopted.empty()) return mention.year ? out : adopted;
  out = adopted;
  std::vector<const LawVersion*> alive;
  for (size_t i = 0; i < out.size(); ++i) {
    const bool ended = out[i]->end && *out[i]->end <= first;
    const bool replaced = std::any_of(out.begin() + static_cast<std::ptrdiff_t>(i) + 1, out.end(),
                                      [&](const LawVersion* newer) {
                                        const auto from = sure_from(*newer);
                                        return from && *from <= first;
                                      });
    if (!ended && !replaced) alive.push_back(out[i]);
  }
  return alive.empty() ? adopted : alive;
}

LawRegistry::LawRegistry(const Lexicon& lexicon) {
  const Table& laws = lexicon.table("laws");
  for (size_t row = 0; row < laws.size(); ++row) {
    LawVersion version;
    version.number = laws.cell(row, "number");
    version.name = laws.cell(row, "name");
    version.adopted = Date::from_iso(laws.cell(row, "adopted"));
    version.in_force = Date::from_iso(laws.cell(row, "in_force"));
    version.end = Date::from_iso(laws.cell(row, "end"));
    version.amended_by = laws.values(row, "amended_by");
    by_number_.emplace(number_key(version.number), versions_.size());
    std::vector<std::string> names = laws.values(row, "aliases");
    names.push_back(version.name);
    for (const std::string& name : names) {
      std::vector<size_t>& same = by_name_[law_name_key(name)];
      if (same.empty() || same.back() != versions_.size()) same.push_back(versions_.size());
    }
    versions_.push_back(std::move(version));
  }
  for (auto& [name, indices] : by_name_) {
    std::stable_sort(indices.begin(), indices.end(), [&](size_t a, size_t b) {
      return known_from(versions_[a]) < known_from(versions_[b]);
    });
  }
}

std::vector<const LawVersion*> LawRegistry::named(std::string_view name) const {
  std::vector<const LawVersion*> out;
  const auto found = by_name_.find(law_name_key(name));
  if (found == by_name_.end()) return out;
  for (const size_t index : found->second) out.push_back(&versions_[index]);
  return out;
}

const LawVersion* LawRegistry::numbered(std::string_view number) const {
  const auto found = by_number_.find(number_key(number));
  return found == by_number_.end() ? nullptr : &versions_[found->second];
}

std::vector<std::string> LawRegistry::name_keys_of(std::string_view number) const {
  std::vector<std::string> out;
  const auto found = by_number_.find(number_key(number));
  if (found == by_number_.end()) return out;
  for (const auto& [name, indices] : by_name_) {
    if (std::find(indices.begin(), indices.end(), found->second) != indices.end()) {
      out.push_back(name);
    }
  }
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace rasoat
