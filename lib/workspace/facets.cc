#include "workspace/facets.h"

#include <algorithm>
#include <map>
#include <string>

#include "authority/agency.h"

namespace rasoat {
namespace {

using Counts = std::map<uint32_t, uint64_t>;

// Frequent values first, then by name.
Facet sorted(std::string field, std::vector<FacetValue> values) {
  std::sort(values.begin(), values.end(), [](const FacetValue& a, const FacetValue& b) {
    return a.count != b.count ? a.count > b.count : a.name < b.name;
  });
  return {std::move(field), std::move(values)};
}

std::vector<FacetValue> values_of(const Counts& counts, const std::vector<std::string>& names) {
  std::vector<FacetValue> out;
  for (const std::string& name : names) {
    const auto found = counts.find(facet_key(name));
    if (found != counts.end() && !name.empty()) out.push_back({name, name, found->second});
  }
  return out;
}

}  // namespace

std::vector<Facet> named_facets(const FacetCounts& counts, const StoredNames& names,
                                const Lexicon& lexicon) {
  std::vector<Facet> out;
  out.push_back(sorted("type", values_of(counts.types, names.types)));
  out.push_back(sorted("issuer", values_of(counts.issuers, names.issuers)));

  std::vector<FacetValue> agencies = values_of(counts.agencies, names.agencies);
  for (FacetValue& agency : agencies) agency.name = agency_display_name(agency.key, lexicon);
  std::vector<FacetValue> roles;
  for (size_t i = 0; i < counts.roles.size(); ++i) {
    const auto role = static_cast<Role>(i);
    if (counts.roles[i] > 0) {
      const std::string name(name_of(role));
      roles.push_back({name, name, counts.roles[i]});
    }
  }
  std::vector<FacetValue> years;
  for (const auto& [year, count] : counts.years) {
    if (year != 0) years.push_back({std::to_string(year), std::to_string(year), count});
  }
  std::vector<FacetValue> levels;
  for (const auto& [level, count] : counts.levels) {
    levels.push_back({std::string(key_of(level)), std::string(vietnamese_name(level)), count});
  }
  out.push_back(sorted("level", std::move(levels)));
  out.push_back(sorted("agency", std::move(agencies)));
  out.push_back(sorted("role", std::move(roles)));
  out.push_back({"year", {years.rbegin(), years.rend()}});
  out.erase(std::remove_if(out.begin(), out.end(),
                           [](const Facet& facet) { return facet.values.empty(); }),
            out.end());
  return out;
}

}  // namespace rasoat
