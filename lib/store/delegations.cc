// Tasks and powers that provisions hand over.
#include <algorithm>

#include "store/state.h"
#include "structure/provision_words.h"

namespace rasoat {
namespace {

using store_internal::Integer;
using store_internal::split;

bool any_of(const std::vector<std::string>& wanted, const std::vector<std::string>& keys) {
  return wanted.empty() || std::any_of(keys.begin(), keys.end(), [&](const std::string& key) {
           return std::find(wanted.begin(), wanted.end(), key) != wanted.end();
         });
}

std::vector<std::string> names_of(const std::vector<std::string>& keys, const Lexicon& lexicon) {
  std::vector<std::string> out;
  for (const std::string& key : keys) out.push_back(agency_display_name(key, lexicon));
  return out;
}

}  // namespace

std::vector<DelegationKind> store_internal::delegation_kinds(std::string_view joined) {
  std::vector<DelegationKind> out;
  for (const std::string& name : split(joined)) {
    if (const auto kind = delegation_kind_from_name(name)) out.push_back(*kind);
  }
  return out;
}

Result<DelegationList> Store::delegations(const DelegationFilter& filter,
                                          const Lexicon& lexicon) const {
  soci::session& sql = state_->sql;
  return state_->guarded([&] {
    soci::transaction transaction(sql);
    store_internal::Condition condition;
    if (!filter.document.empty()) condition.equals("d.id", filter.document);
    store_internal::LabelRow label;
    DelegationRow row;
    Integer position = 0, more_to = 0, page = 0, line = 0;
    std::string kinds, from, to;
    soci::statement rows(sql);
    label.define(rows);
    for (std::string* column : {&row.place.path, &row.provision.id, &row.provision.heading, &kinds,
                                &from, &to, &row.matter, &row.act, &row.quote}) {
      rows.exchange(soci::into(*column));
    }
    for (Integer* column : {&position, &more_to, &page, &line}) {
      rows.exchange(soci::into(*column));
    }
    condition.bind(rows);
    rows.alloc();
    rows.prepare(
        "SELECT " + std::string(store_internal::kLabelColumns) +
        ", d.source, COALESCE(p.id, ''), COALESCE(p.heading, ''), g.kinds, "
        "g.from_agencies, g.to_agencies, g.matter, g.act, g.quote, g.provision, g.more_to, "
        "g.page, g.line FROM delegations g JOIN documents d ON d.nr = g.document "
        "LEFT JOIN provisions p ON p.document = g.document AND p.position = g.provision" +
        condition.sql() + " ORDER BY d.id, g.position");
    rows.define_and_bind();
    rows.execute();
    DelegationList out;
    while (rows.fetch()) {
      row.from = split(from);
      row.to = split(to);
      if (!any_of(filter.from, row.from) || !any_of(filter.to, row.to)) continue;
      const uint64_t index = out.total++;
      if (index < filter.offset || (filter.limit > 0 && out.rows.size() >= filter.limit)) continue;
      row.document = label.label();
      row.provision.name = provision_in_words(row.provision.id);
      row.provision.position = static_cast<uint32_t>(std::max<Integer>(position, 0));
      row.kinds = store_internal::delegation_kinds(kinds);
      row.from_names = names_of(row.from, lexicon);
      row.to_names = names_of(row.to, lexicon);
      row.more_to = more_to != 0;
      row.place.page = static_cast<uint32_t>(page);
      row.place.line = static_cast<uint32_t>(line);
      out.rows.push_back(row);
    }
    return out;
  });
}

}  // namespace rasoat
