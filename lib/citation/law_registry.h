// Which laws, codes, ordinances and Constitutions bore a name, and when: corpus/lexicon/laws.tsv.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/date.h"
#include "lexicon/lexicon.h"

namespace rasoat {

// The form under which names of laws are compared: lower case, y as i ("kỹ thuật" and "kĩ thuật"),
// without commas and doubled spaces. Takes "luật đất đai" and "name:luật đất đai|2013" alike.
std::string law_name_key(std::string_view name);

struct LawVersion {
  std::string number;  // "31/2024/QH15"; name and year where it has none: "Hiến pháp năm 2013"
  std::string name;    // "Luật Đất đai"
  std::optional<Date> adopted, in_force;
  std::optional<Date> end;              // first day without force
  std::vector<std::string> amended_by;  // numbers of the laws that changed it, as far as known

  // Of adoption: from its day, else from the number ("…/2024/…", "… năm 1946").
  std::optional<int> year() const;
};

// When the citing document was made, both days included.
struct CitingDays {
  Date first, last;
};

// Its date; else the year in its number ("158/2025/NĐ-CP"); else nothing.
std::optional<CitingDays> citing_days(const std::optional<Date>& date, std::string_view number);

// What the words of a mention say of the version that they mean.
struct LawMention {
  std::optional<int> year;      // of adoption: "Luật Đất đai năm 2013"
  std::optional<Date> adopted;  // "Luật Đất đai ngày 29 tháng 11 năm 2013"
  std::optional<CitingDays> citing;
};

// The versions that a mention may mean, out of all that bear its name (oldest first).
//
// * A day or a year in the words decides; of several versions of that year, the day of the citing
//   document does.
// * Otherwise it is the version in force on the day of the citing document. From the adoption of a
//   newer version to its entry into force the words may mean either: documents that implement a law
//   are adopted in that time and cite it as their basis, others still apply the old one. Both are
//   given, and so they are where it is not known when the newer one entered into force, for two
//   years from its adoption.
// * Where only the year of the citing document is known: the versions of every day of that year.
// * Where nothing is known of it: all versions.
// * A name that has ended in favour of another ("Luật Khoáng sản"): all versions that were adopted.
// * None where no version had been adopted: the table lacks the one that is meant.
std::vector<const LawVersion*> versions_meant(const std::vector<const LawVersion*>& versions,
                                              const LawMention& mention);

// Immutable once made; made once for a lexicon: Lexicon::derived.
class LawRegistry {
 public:
  explicit LawRegistry(const Lexicon& lexicon);

  // The versions with this name or alias, oldest first.
  std::vector<const LawVersion*> named(std::string_view name) const;
  // Nothing where the table does not have the number.
  const LawVersion* numbered(std::string_view number) const;
  // The keys of all names under which the version with this number is cited.
  std::vector<std::string> name_keys_of(std::string_view number) const;

 private:
  std::vector<LawVersion> versions_;
  std::unordered_map<std::string, std::vector<size_t>> by_name_;  // key of the name, oldest first
  std::unordered_map<std::string, size_t> by_number_;             // number_key()
};

}  // namespace rasoat
