#include "store/held_in_store.h"

#include <algorithm>

#include "store/keys.h"

namespace rasoat::store_internal {

namespace {

using Candidate = HeldDocuments::Candidate;

// Answers about units are forgotten when there are this many, so that a run over a whole workspace
// stays in bounds.
constexpr size_t kMostProvisions = 200000;

struct CandidateRow {
  Candidate candidate;
  std::string key;
};

// The documents that a condition with at most one value selects, with the given column.
std::vector<CandidateRow> read_candidates(soci::session& sql, const std::string& column,
                                          const std::string& condition, const std::string* value) {
  CandidateRow row;
  Candidate& it = row.candidate;
  std::string date;
  soci::statement rows(sql);
  for (std::string* text : {&it.id, &it.number, &it.type, &it.issuer, &it.title, &date, &row.key}) {
    rows.exchange(soci::into(*text));
  }
  if (value != nullptr) rows.exchange(soci::use(*value));
  rows.alloc();
  rows.prepare("SELECT id, number, type, issuer, title, date, " + column +
               " FROM documents WHERE " + condition + " ORDER BY id");
  rows.define_and_bind();
  rows.execute();
  std::vector<CandidateRow> out;
  while (rows.fetch()) {
    it.date = Date::from_iso(date);
    out.push_back(row);
  }
  return out;
}

}  // namespace

std::vector<Candidate> HeldInStore::with_number(std::string_view number) const {
  const std::string key = number_key(number);
  const auto [at, is_new] = by_number_.try_emplace(key);
  if (is_new && !key.empty()) {
    for (CandidateRow& row : read_candidates(sql_, "number_key", "number_key = :k", &key)) {
      at->second.push_back(std::move(row.candidate));
    }
  }
  return at->second;
}

const std::unordered_map<std::string, std::vector<Candidate>>& HeldInStore::by_name() const {
  if (!by_name_) {
    by_name_.emplace();
    for (CandidateRow& row : read_candidates(sql_, "name_key", "name_key <> ''", nullptr)) {
      (*by_name_)[law_name_key(row.key)].push_back(std::move(row.candidate));
    }
  }
  return *by_name_;
}

std::vector<Candidate> HeldInStore::with_name(std::string_view name) const {
  const auto found = by_name().find(law_name_key(name));
  return found == by_name().end() ? std::vector<Candidate>() : found->second;
}

bool HeldInStore::has_provision(std::string_view document_id, std::string_view provision) const {
  if (provisions_.size() >= kMostProvisions) provisions_.clear();
  std::string key(document_id);
  key += '\n';
  key += provision;
  const auto [at, is_new] = provisions_.try_emplace(std::move(key));
  if (is_new) {
    const std::string document(document_id);
    const std::string unit(provision);
    Integer found = 0;
    sql_ << "SELECT COUNT(*) FROM provisions p JOIN documents d ON d.nr = p.document "
            "WHERE d.id = :d AND p.id = :p",
        soci::into(found), soci::use(document), soci::use(unit);
    at->second = found > 0;
  }
  return at->second;
}

std::vector<std::string> HeldInStore::below(std::string_view document_id,
                                            std::string_view provision) const {
  const std::string document(document_id);
  const std::string prefix = provision.empty() ? "" : std::string(provision) + "__";
  const auto length = static_cast<Integer>(prefix.size());
  std::string id;
  // Lengths in bytes: SQLite counts characters of text otherwise.
  soci::statement rows =
      (sql_.prepare << "SELECT p.id FROM provisions p JOIN documents d ON d.nr = p.document "
                       "WHERE d.id = :d AND substr(CAST(p.id AS BLOB), 1, :n) = CAST(:p AS BLOB) "
                       "AND instr(substr(CAST(p.id AS BLOB), :n2 + 1), CAST('__' AS BLOB)) = 0 "
                       "ORDER BY p.position",
       soci::into(id), soci::use(document), soci::use(length), soci::use(prefix),
       soci::use(length));
  rows.execute();
  std::vector<std::string> out;
  while (rows.fetch()) out.push_back(id);
  return out;
}

bool HeldInStore::is_unclear(std::string_view document_id) const {
  const std::string document(document_id);
  Integer found = 0;
  sql_ << "SELECT COUNT(*) FROM diagnostics g JOIN documents d ON d.nr = g.document "
          "WHERE d.id = :d AND g.code IN ('out-of-sequence', 'repeated-number', "
          "'unclosed-quotation', 'pages-without-text', 'updated-text', 'end-not-seen')",
      soci::into(found), soci::use(document);
  return found > 0;
}

std::vector<std::string> HeldInStore::target_keys(const std::string& document_id) const {
  std::string number;
  std::string by_number;
  std::string by_name;
  sql_ << "SELECT number, number_key, name_key FROM documents WHERE id = :i", soci::into(number),
      soci::into(by_number), soci::into(by_name), soci::use(document_id);
  std::vector<std::string> out;
  if (!sql_.got_data()) return out;
  if (!by_number.empty()) out.push_back(by_number);
  if (by_name.empty() && registry_.numbered(number) == nullptr) return out;
  if (!cited_names_) {
    cited_names_.emplace();
    std::string key;
    soci::statement rows = (sql_.prepare << "SELECT DISTINCT target_key FROM citations "
                                            "WHERE target_key >= 'name:' AND target_key < 'name;'",
                            soci::into(key));
    rows.execute();
    while (rows.fetch()) (*cited_names_)[law_name_key(key)].push_back(key);
  }
  std::vector<std::string> names = registry_.name_keys_of(number);
  if (!by_name.empty()) names.push_back(law_name_key(by_name));
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  for (const std::string& name : names) {
    if (const auto cited = cited_names_->find(name); cited != cited_names_->end()) {
      out.insert(out.end(), cited->second.begin(), cited->second.end());
    }
  }
  return out;
}

std::vector<HeldDocuments::Change> HeldInStore::changes_to(std::string_view document_id) const {
  const std::string document(document_id);
  const auto [at, is_new] = changes_.try_emplace(document);
  if (!is_new) return at->second;
  for (const std::string& key : target_keys(document)) {
    Change change;
    change.by_number = !key.starts_with("name:");
    Integer kind = 0;
    const auto first = static_cast<Integer>(ReferenceKind::kAmend);
    const auto last = static_cast<Integer>(ReferenceKind::kReplace);
    soci::statement rows =
        (sql_.prepare << "SELECT d.id, c.unit, c.kind FROM citations c JOIN documents d "
                         "ON d.nr = c.document WHERE c.target_key = :k AND c.quoted = 0 "
                         "AND c.kind BETWEEN :a AND :z AND d.id <> :d",
         soci::into(change.by), soci::into(change.unit), soci::into(kind), soci::use(key),
         soci::use(first), soci::use(last), soci::use(document));
    rows.execute();
    while (rows.fetch()) {
      change.inserts = kind == static_cast<Integer>(ReferenceKind::kInsert);
      at->second.push_back(change);
    }
  }
  return at->second;
}

std::vector<CitationRow> read_citations(soci::session& sql, Integer document) {
  Integer provision = 0, begin = 0, end = 0, kind = 0, quoted = 0, generic = 0, in_annex = 0;
  CitationRow row;
  Reference& reference = row.reference;
  soci::statement rows =
      (sql.prepare
           << "SELECT c.provision, c.span_begin, c.span_end, c.words, c.target, c.unit, c.kind, "
              "c.quoted, c.generic, c.type, c.date, c.issuer, c.page, c.line, "
              "COALESCE(p.id LIKE 'annex%', 0) FROM citations c LEFT JOIN provisions p "
              "ON p.document = c.document AND p.position = c.provision WHERE c.document = :d "
              "ORDER BY c.position",
       soci::into(provision), soci::into(begin), soci::into(end), soci::into(row.words),
       soci::into(reference.document), soci::into(reference.provision), soci::into(kind),
       soci::into(quoted), soci::into(generic), soci::into(reference.type),
       soci::into(reference.date), soci::into(reference.issuer), soci::into(row.page),
       soci::into(row.line), soci::into(in_annex), soci::use(document));
  std::vector<CitationRow> out;
  rows.execute();
  while (rows.fetch()) {
    reference.from = static_cast<int32_t>(provision);
    reference.span = {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
    reference.kind = static_cast<ReferenceKind>(
        std::clamp<Integer>(kind, 0, static_cast<Integer>(ReferenceKind::kCite)));
    reference.quoted = quoted != 0;
    const bool bare = reference.document == "this" && row.words.find("này") == std::string::npos;
    reference.loose = in_annex != 0 || bare;
    reference.outcome = generic != 0 ? Outcome::kGeneric : Outcome::kNotHeld;
    out.push_back(row);
  }
  return out;
}

}  // namespace rasoat::store_internal
