#include "store/held_in_store.h"

#include <algorithm>

#include "store/keys.h"

namespace rasoat::store_internal {

const std::vector<HeldDocuments::Candidate>& HeldInStore::candidates(const std::string& column,
                                                                     const std::string& key) const {
  const auto [at, is_new] = candidates_.try_emplace(column + "=" + key);
  if (!is_new || key.empty()) return at->second;
  Candidate row;
  std::string date;
  soci::statement rows = (sql_.prepare << "SELECT id, type, issuer, title, date FROM documents "
                                          "WHERE " +
                                              column + " = :k ORDER BY id",
                          soci::into(row.id), soci::into(row.type), soci::into(row.issuer),
                          soci::into(row.title), soci::into(date), soci::use(key));
  rows.execute();
  while (rows.fetch()) {
    row.date = Date::from_iso(date);
    at->second.push_back(row);
  }
  return at->second;
}

std::vector<HeldDocuments::Candidate> HeldInStore::with_number(std::string_view number) const {
  return candidates("number_key", number_key(number));
}

std::vector<HeldDocuments::Candidate> HeldInStore::with_name(std::string_view name) const {
  return candidates("name_key", name_key(std::string("name:") += name));
}

bool HeldInStore::has_provision(std::string_view document_id, std::string_view provision) const {
  const auto [at, is_new] =
      provisions_.try_emplace({std::string(document_id), std::string(provision)});
  if (is_new) {
    Integer found = 0;
    sql_ << "SELECT COUNT(*) FROM provisions p JOIN documents d ON d.nr = p.document "
            "WHERE d.id = :d AND p.id = :p",
        soci::into(found), soci::use(at->first.first), soci::use(at->first.second);
    at->second = found > 0;
  }
  return at->second;
}

std::vector<CitationRow> read_citations(soci::session& sql, Integer document) {
  Integer provision = 0, begin = 0, end = 0, kind = 0, quoted = 0, generic = 0;
  CitationRow row;
  Reference& reference = row.reference;
  soci::statement rows =
      (sql.prepare
           << "SELECT provision, span_begin, span_end, words, target, unit, kind, quoted, generic, "
              "type, date, issuer, page, line FROM citations WHERE document = :d "
              "ORDER BY position",
       soci::into(provision), soci::into(begin), soci::into(end), soci::into(row.words),
       soci::into(reference.document), soci::into(reference.provision), soci::into(kind),
       soci::into(quoted), soci::into(generic), soci::into(reference.type),
       soci::into(reference.date), soci::into(reference.issuer), soci::into(row.page),
       soci::into(row.line), soci::use(document));
  std::vector<CitationRow> out;
  rows.execute();
  while (rows.fetch()) {
    reference.from = static_cast<int32_t>(provision);
    reference.span = {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
    reference.kind = static_cast<ReferenceKind>(
        std::clamp<Integer>(kind, 0, static_cast<Integer>(ReferenceKind::kCite)));
    reference.quoted = quoted != 0;
    reference.outcome = generic != 0 ? Outcome::kGeneric : Outcome::kNotHeld;
    out.push_back(row);
  }
  return out;
}

}  // namespace rasoat::store_internal
