// Who must do what: rows of assignments with the document and the provision they stand in.
#include <algorithm>

#include "store/keys.h"
#include "store/provision_range.h"
#include "store/state.h"
#include "structure/provision_words.h"

namespace rasoat {

using store_internal::Integer;

Result<std::vector<DutyRow>> Store::duties(const DutyFilter& filter, const Lexicon& lexicon) const {
  // More values than one statement takes; no office has so many bodies.
  constexpr size_t kMaxAgencies = 1000;
  if (filter.agencies.size() > kMaxAgencies) {
    return Error{ErrorCode::kInvalidArgument, "quá nhiều cơ quan trong một lần hỏi", "", ""};
  }
  soci::session& sql = state_->sql;
  return state_->guarded([&] {
    soci::transaction transaction(sql);
    store_internal::Condition condition;
    if (!filter.agencies.empty()) condition.in("a.agency", filter.agencies);
    if (!filter.levels.empty()) {
      std::vector<Integer> levels;
      for (const AdminLevel level : filter.levels) levels.push_back(static_cast<Integer>(level));
      condition.in("a.level", levels);
    }
    if (!filter.roles.empty()) {
      std::vector<Integer> roles;
      for (const Role role : filter.roles) roles.push_back(static_cast<Integer>(role));
      condition.in("a.role", roles);
    }
    if (!filter.document.empty()) {
      condition.equals("d.id", filter.document);
      if (!filter.provision.empty()) {
        const auto range = store_internal::provision_range(sql, filter.document, filter.provision);
        condition.between("a.provision", range.first, range.last);
      }
    }

    store_internal::LabelRow label;
    DutyRow row;
    Integer position = 0, level = 0, role = 0, agent_begin = 0, agent_end = 0, begin = 0, end = 0,
            present = 0, deadline_begin = 0, deadline_end = 0, page = 0, line = 0;
    std::string from, to, recurrence;
    soci::statement rows(sql);
    label.define(rows);
    for (std::string* column :
         {&row.place.path, &row.provision.id, &row.provision.heading, &row.agency, &row.agent,
          &row.quote, &row.partner_quote, &row.deadline_text, &from, &to, &recurrence}) {
      rows.exchange(soci::into(*column));
    }
    for (Integer* column : {&position, &level, &role, &agent_begin, &agent_end, &begin, &end,
                            &present, &deadline_begin, &deadline_end, &page, &line}) {
      rows.exchange(soci::into(*column));
    }
    condition.bind(rows);
    rows.alloc();
    rows.prepare("SELECT " + std::string(store_internal::kLabelColumns) +
                 ", d.source, COALESCE(p.id, ''), COALESCE(p.heading, ''), a.agency, a.agent, "
                 "a.quote, a.partner_quote, a.deadline_words, a.deadline_from, a.deadline_to, "
                 "a.recurrence, a.provision, a.level, a.role, a.agent_begin, a.agent_end, "
                 "a.quote_begin, a.quote_end, a.deadline, "
                 "a.deadline_begin, a.deadline_end, a.page, a.line FROM assignments a "
                 "JOIN documents d ON d.nr = a.document "
                 "LEFT JOIN provisions p ON p.document = a.document AND p.position = a.provision" +
                 condition.sql() + " ORDER BY d.id, a.provision, a.position");
    rows.define_and_bind();
    rows.execute();
    const auto u32 = [](Integer value) { return static_cast<uint32_t>(value); };
    std::vector<DutyRow> out;
    while (rows.fetch()) {
      row.document = label.label();
      row.provision.name = provision_in_words(row.provision.id);
      row.provision.position = u32(std::max<Integer>(position, 0));
      row.agency_name = agency_display_name(row.agency, lexicon);
      row.level = static_cast<AdminLevel>(
          std::clamp<Integer>(level, 0, static_cast<Integer>(AdminLevel::kCommune)));
      row.role =
          static_cast<Role>(std::clamp<Integer>(role, 0, static_cast<Integer>(Role::kOther)));
      row.agent_span = {u32(agent_begin), u32(agent_end)};
      row.quote_span = {u32(begin), u32(end)};
      row.deadline.reset();
      if (present != 0) {
        row.deadline = Deadline{{u32(deadline_begin), u32(deadline_end)},
                                Date::from_iso(from),
                                Date::from_iso(to),
                                recurrence};
      }
      row.place.page = u32(page);
      row.place.line = u32(line);
      out.push_back(row);
    }
    return out;
  });
}

}  // namespace rasoat
