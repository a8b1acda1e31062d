// Saved searches, and which provisions are new or changed for them.
#include "store/state.h"
#include "store/utc.h"

namespace rasoat {

using store_internal::Integer;

Result<std::optional<ChangedProvisions>> Store::changed_provisions(std::string_view id,
                                                                   uint64_t seq) const {
  soci::session& sql = state_->sql;
  return state_->guarded([&]() -> std::optional<ChangedProvisions> {
    soci::transaction transaction(sql);
    const std::string value(id);
    const auto after = static_cast<Integer>(seq);
    Integer nr = 0, provisions = 0;
    sql << "SELECT nr, provisions FROM documents WHERE id = :i", soci::into(nr),
        soci::into(provisions), soci::use(value);
    if (!sql.got_data()) return {};
    ChangedProvisions out;
    out.document = static_cast<uint32_t>(nr);
    out.provisions = static_cast<uint32_t>(provisions);
    Integer position = 0, added = 0;
    soci::statement rows =
        (sql.prepare << "SELECT position, added FROM provisions WHERE document = :d AND "
                        "changed > :s ORDER BY position",
         soci::into(position), soci::into(added), soci::use(nr), soci::use(after));
    rows.execute();
    while (rows.fetch()) out.rows.push_back({static_cast<uint32_t>(position), added > after});
    return out;
  });
}

Result<std::vector<Watch>> Store::watches() const {
  soci::session& sql = state_->sql;
  return state_->guarded([&] {
    Watch row;
    Integer seen = 0;
    soci::statement rows =
        (sql.prepare << "SELECT name, query, added, last_run, seen FROM watches ORDER BY name",
         soci::into(row.name), soci::into(row.query), soci::into(row.added),
         soci::into(row.last_run), soci::into(seen));
    std::vector<Watch> out;
    rows.execute();
    while (rows.fetch()) {
      row.seen = static_cast<uint64_t>(seen);
      out.push_back(row);
    }
    return out;
  });
}

Result<bool> Store::add_watch(const Watch& watch) {
  soci::session& sql = state_->sql;
  return state_->guarded([&] {
    soci::transaction transaction(sql);
    // Takes the write lock at once: a transaction that begins by reading could not wait for it.
    sql << "UPDATE meta SET value = value WHERE name = 'version'";
    Integer held = 0;
    sql << "SELECT COUNT(*) FROM watches WHERE name = :n", soci::into(held), soci::use(watch.name);
    if (held > 0) return false;
    const std::string now = store_internal::utc_now();
    const auto seen = static_cast<Integer>(watch.seen);
    sql << "INSERT INTO watches (name, query, added, last_run, seen) VALUES (:n, :q, :a, '', :s)",
        soci::use(watch.name), soci::use(watch.query), soci::use(now), soci::use(seen);
    transaction.commit();
    return true;
  });
}

Result<bool> Store::remove_watch(std::string_view name) {
  soci::session& sql = state_->sql;
  return state_->guarded([&] {
    const std::string value(name);
    soci::statement remove =
        (sql.prepare << "DELETE FROM watches WHERE name = :n", soci::use(value));
    remove.execute(true);
    return remove.get_affected_rows() > 0;
  });
}

Result<void> Store::watches_ran(const std::vector<Watch>& watches) {
  soci::session& sql = state_->sql;
  return state_->guarded([&] {
    soci::transaction transaction(sql);
    const std::string now = store_internal::utc_now();
    for (const Watch& watch : watches) {
      const auto seen = static_cast<Integer>(watch.seen);
      sql << "UPDATE watches SET seen = :s, last_run = :t WHERE name = :n AND query = :q",
          soci::use(seen), soci::use(now), soci::use(watch.name), soci::use(watch.query);
    }
    transaction.commit();
  });
}

}  // namespace rasoat
