// Reading documents back.
#include <algorithm>

#include "store/held_in_store.h"
#include "store/keys.h"
#include "store/layout_codec.h"
#include "store/state.h"

namespace rasoat {
namespace {

using store_internal::DamagedRow;
using store_internal::Integer;
using store_internal::split;

struct KeyedRecord {
  Integer nr = 0;
  std::string counting_source;  // path
  DocumentRecord record;
};

// Fills in the sources of documents, with one statement for all.
void read_sources(soci::session& sql, std::vector<KeyedRecord>& records) {
  Integer document = 0;
  SourceRecord row;
  Integer bytes = 0;
  soci::statement rows =
      (sql.prepare << "SELECT path, format, sha256, bytes, added FROM sources WHERE document = :d "
                      "ORDER BY path",
       soci::into(row.path), soci::into(row.format), soci::into(row.sha256), soci::into(bytes),
       soci::into(row.added), soci::use(document));
  for (KeyedRecord& record : records) {
    document = record.nr;
    rows.execute();
    while (rows.fetch()) {
      row.bytes = static_cast<uint64_t>(bytes);
      row.counts = row.path == record.counting_source;
      record.record.sources.push_back(row);
    }
  }
}

// The documents that a condition on documents (as d) selects.
std::vector<KeyedRecord> read_records(soci::session& sql, const std::string& condition,
                                      const std::string* value) {
  const std::string query =
      "SELECT d.nr, d.id, d.type, d.number, d.issuer, d.date, d.title, d.place, d.signer, "
      "d.source, "
      "d.provisions, d.citations, d.assignments, d.tasks, d.diagnostics FROM documents d" +
      condition + " ORDER BY d.type, d.date, d.number, d.id";
  Integer nr = 0, provisions = 0, references = 0, assignments = 0, tasks = 0, diagnostics = 0;
  std::string date, source;
  DocumentRecord row;
  soci::statement rows(sql);
  for (Integer* column : {&nr}) rows.exchange(soci::into(*column));
  for (std::string* column : {&row.id, &row.type, &row.number, &row.issuer, &date, &row.title,
                              &row.place, &row.signer, &source}) {
    rows.exchange(soci::into(*column));
  }
  for (Integer* column : {&provisions, &references, &assignments, &tasks, &diagnostics}) {
    rows.exchange(soci::into(*column));
  }
  if (value != nullptr) rows.exchange(soci::use(*value));
  rows.alloc();
  rows.prepare(query);
  rows.define_and_bind();
  rows.execute();
  std::vector<KeyedRecord> out;
  while (rows.fetch()) {
    row.date = Date::from_iso(date);
    row.provisions = static_cast<uint32_t>(provisions);
    row.references = static_cast<uint32_t>(references);
    row.assignments = static_cast<uint32_t>(assignments);
    row.tasks = static_cast<uint32_t>(tasks);
    row.diagnostics = static_cast<uint32_t>(diagnostics);
    out.push_back({nr, source, row});
  }
  read_sources(sql, out);
  return out;
}

std::vector<DocumentRecord> records(soci::session& sql, const std::string& condition,
                                    const std::string* value) {
  std::vector<DocumentRecord> out;
  for (KeyedRecord& row : read_records(sql, condition, value)) {
    out.push_back(std::move(row.record));
  }
  return out;
}

// Spans of rows are checked against the text: what follows cuts strings with them.
Span checked_span(Integer begin, Integer end, std::string_view text) {
  if (begin < 0 || end < begin || static_cast<size_t>(end) > text.size()) {
    throw DamagedRow("span outside the text");
  }
  return {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
}

int32_t checked_provision(Integer provision, const Document& document) {
  if (provision < -1 || provision >= static_cast<Integer>(document.provisions.size())) {
    throw DamagedRow("provision outside the document");
  }
  return static_cast<int32_t>(provision);
}

void read_text(soci::session& sql, Integer nr, AnalyzedDocument& out) {
  soci::blob packed(sql);
  soci::blob layout(sql);
  sql << "SELECT text, layout FROM texts WHERE document = :d", soci::into(packed),
      soci::into(layout), soci::use(nr);
  if (!sql.got_data()) throw DamagedRow("document without text");
  std::optional<std::string> text = decompress(store_internal::read_blob(packed));
  if (!text) throw DamagedRow("text of a document");
  auto decoded = decode_layout(store_internal::read_blob(layout), std::move(*text));
  if (!decoded) throw DamagedRow("layout of a document");
  out.text = std::move(decoded->text);
  out.document = std::move(decoded->document);
}

struct DeadlineColumns {
  Integer present = 0, begin = 0, end = 0;
  std::string from, to, recurrence;

  std::optional<Deadline> value(std::string_view text) const {
    if (present == 0) return {};
    return Deadline{checked_span(begin, end, text), Date::from_iso(from), Date::from_iso(to),
                    recurrence};
  }
};

void read_assignments(soci::session& sql, Integer nr, AnalyzedDocument& out) {
  Integer provision = 0, role = 0, agent_begin = 0, agent_end = 0, quote_begin = 0, quote_end = 0,
          partner_begin = 0, partner_end = 0;
  std::string agency;
  DeadlineColumns deadline;
  soci::statement rows =
      (sql.prepare << "SELECT provision, agency, role, agent_begin, agent_end, quote_begin, "
                      "quote_end, deadline, deadline_begin, deadline_end, deadline_from, "
                      "deadline_to, recurrence, partner_begin, partner_end FROM assignments "
                      "WHERE document = :d ORDER BY position",
       soci::into(provision), soci::into(agency), soci::into(role), soci::into(agent_begin),
       soci::into(agent_end), soci::into(quote_begin), soci::into(quote_end),
       soci::into(deadline.present), soci::into(deadline.begin), soci::into(deadline.end),
       soci::into(deadline.from), soci::into(deadline.to), soci::into(deadline.recurrence),
       soci::into(partner_begin), soci::into(partner_end), soci::use(nr));
  const std::string_view text = out.text.text();
  rows.execute();
  while (rows.fetch()) {
    Assignment row;
    row.provision = checked_provision(provision, out.document);
    row.agency = agency;
    row.role = static_cast<Role>(std::clamp<Integer>(role, 0, static_cast<Integer>(Role::kOther)));
    row.agent = checked_span(agent_begin, agent_end, text);
    row.quote = checked_span(quote_begin, quote_end, text);
    row.also_partner = checked_span(partner_begin, partner_end, text);
    row.deadline = deadline.value(text);
    out.assignments.push_back(std::move(row));
  }
}

void read_tasks(soci::session& sql, Integer nr, AnalyzedDocument& out) {
  Integer provision = 0, begin = 0, end = 0, product_begin = 0, product_end = 0, unread_doer = 0;
  std::string lead, coordinate;
  DeadlineColumns deadline;
  soci::statement rows =
      (sql.prepare << "SELECT provision, text_begin, text_end, lead_agencies, coordinate_agencies, "
                      "deadline, deadline_begin, deadline_end, deadline_from, deadline_to, "
                      "recurrence, product_begin, product_end, unread_doer FROM tasks "
                      "WHERE document = :d ORDER BY position",
       soci::into(provision), soci::into(begin), soci::into(end), soci::into(lead),
       soci::into(coordinate), soci::into(deadline.present), soci::into(deadline.begin),
       soci::into(deadline.end), soci::into(deadline.from), soci::into(deadline.to),
       soci::into(deadline.recurrence), soci::into(product_begin), soci::into(product_end),
       soci::into(unread_doer), soci::use(nr));
  const std::string_view text = out.text.text();
  rows.execute();
  while (rows.fetch()) {
    PlanTask task;
    task.provision = checked_provision(provision, out.document);
    task.text = checked_span(begin, end, text);
    task.lead = split(lead);
    task.coordinate = split(coordinate);
    task.deadline = deadline.value(text);
    task.product = checked_span(product_begin, product_end, text);
    task.unread_doer = unread_doer != 0;
    out.tasks.push_back(std::move(task));
  }
}

void read_transfers(soci::session& sql, Integer nr, AnalyzedDocument& out) {
  Integer provision = 0, citation = 0, holder_begin = 0, holder_end = 0, quote_begin = 0,
          quote_end = 0;
  std::string from, to;
  soci::statement rows =
      (sql.prepare << "SELECT provision, from_agency, to_agency, citation, holder_begin, "
                      "holder_end, quote_begin, quote_end FROM transfers WHERE document = :d "
                      "ORDER BY position",
       soci::into(provision), soci::into(from), soci::into(to), soci::into(citation),
       soci::into(holder_begin), soci::into(holder_end), soci::into(quote_begin),
       soci::into(quote_end), soci::use(nr));
  const std::string_view text = out.text.text();
  rows.execute();
  while (rows.fetch()) {
    if (citation < 0 || citation >= static_cast<Integer>(out.references.size())) {
      throw DamagedRow("transfer without its reference");
    }
    out.transfers.push_back(
        {checked_provision(provision, out.document), from, to, static_cast<size_t>(citation),
         checked_span(holder_begin, holder_end, text), checked_span(quote_begin, quote_end, text)});
  }
}

void read_delegations(soci::session& sql, Integer nr, AnalyzedDocument& out) {
  Integer provision = 0, more_to = 0, matter_begin = 0, matter_end = 0, act_begin = 0, act_end = 0,
          quote_begin = 0, quote_end = 0;
  std::string kinds, from, to;
  soci::statement rows =
      (sql.prepare << "SELECT provision, kinds, from_agencies, to_agencies, more_to, matter_begin, "
                      "matter_end, act_begin, act_end, quote_begin, quote_end FROM delegations "
                      "WHERE document = :d ORDER BY position",
       soci::into(provision), soci::into(kinds), soci::into(from), soci::into(to),
       soci::into(more_to), soci::into(matter_begin), soci::into(matter_end), soci::into(act_begin),
       soci::into(act_end), soci::into(quote_begin), soci::into(quote_end), soci::use(nr));
  const std::string_view text = out.text.text();
  rows.execute();
  while (rows.fetch()) {
    out.delegations.push_back(
        {checked_provision(provision, out.document), store_internal::delegation_kinds(kinds),
         split(from), split(to), more_to != 0, checked_span(matter_begin, matter_end, text),
         checked_span(act_begin, act_end, text), checked_span(quote_begin, quote_end, text)});
  }
}

std::vector<Diagnostic> read_diagnostics(soci::session& sql, Integer nr) {
  Integer begin = 0, end = 0;
  Diagnostic row;
  soci::statement rows =
      (sql.prepare << "SELECT code, message, span_begin, span_end FROM diagnostics "
                      "WHERE document = :d ORDER BY position",
       soci::into(row.code), soci::into(row.message), soci::into(begin), soci::into(end),
       soci::use(nr));
  std::vector<Diagnostic> out;
  rows.execute();
  while (rows.fetch()) {
    row.span = {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
    out.push_back(row);
  }
  return out;
}

std::optional<NumberedDocument> read_numbered(soci::session& sql, Integer nr, HitParts parts) {
  NumberedDocument out;
  out.number = static_cast<uint32_t>(nr);
  AnalyzedDocument& analysis = out.analysis;
  std::string type, number, issuer, date, title;
  sql << "SELECT id, source, type, number, issuer, date, title FROM documents WHERE nr = :n",
      soci::into(analysis.id), soci::into(out.source), soci::into(type), soci::into(number),
      soci::into(issuer), soci::into(date), soci::into(title), soci::use(nr);
  if (!sql.got_data()) return {};
  read_text(sql, nr, analysis);
  DocumentHead& head = analysis.document.head;
  head.type = std::move(type);
  head.number = std::move(number);
  head.issuer = std::move(issuer);
  head.date = Date::from_iso(date);
  head.title = std::move(title);
  if (parts == HitParts::kTextAndDuties) read_assignments(sql, nr, analysis);
  return out;
}

}  // namespace

Result<std::map<std::string, std::string>> Store::source_hashes(
    const std::vector<std::filesystem::path>& paths) const {
  soci::session& sql = state_->sql;
  return state_->guarded([&] {
    std::string path;
    std::string hash;
    const Integer facts = store_internal::kFacts;
    soci::statement rows =
        (sql.prepare << "SELECT s.sha256 FROM sources s JOIN documents d ON d.nr = s.document "
                        "WHERE s.path = :p AND d.facts >= :f",
         soci::into(hash), soci::use(path), soci::use(facts));
    std::map<std::string, std::string> out;
    for (const std::filesystem::path& asked : paths) {
      path = asked.string();
      rows.execute();
      while (rows.fetch()) out.emplace(path, hash);
    }
    return out;
  });
}

Result<std::vector<std::string>> Store::sources_to_read_again() const {
  soci::session& sql = state_->sql;
  return state_->guarded([&] {
    std::string path;
    soci::statement rows =
        (sql.prepare << "SELECT (SELECT s.path FROM sources s WHERE s.document = d.nr "
                        "ORDER BY s.added DESC, s.path DESC LIMIT 1) FROM documents d "
                        "WHERE d.source = '' ORDER BY d.id",
         soci::into(path));
    std::vector<std::string> out;
    rows.execute();
    while (rows.fetch()) out.push_back(path);
    return out;
  });
}

Result<std::vector<DocumentRecord>> Store::list() const {
  return state_->guarded([&] { return records(state_->sql, "", nullptr); });
}

Result<std::optional<DocumentRecord>> Store::find_id(std::string_view id) const {
  return state_->guarded([&]() -> std::optional<DocumentRecord> {
    const std::string value(id);
    std::vector<DocumentRecord> found = records(state_->sql, " WHERE d.id = :i", &value);
    if (found.empty()) return {};
    return std::move(found.front());
  });
}

Result<std::vector<DocumentRecord>> Store::find_number(std::string_view number) const {
  const std::string key = number_key(number);
  if (key.empty()) return std::vector<DocumentRecord>();
  return state_->guarded([&] { return records(state_->sql, " WHERE d.number_key = :k", &key); });
}

Result<std::vector<DocumentRecord>> Store::find_name(std::string_view name) const {
  const std::string key = name_key(std::string("name:") += name);
  if (key.empty()) return std::vector<DocumentRecord>();
  return state_->guarded([&] { return records(state_->sql, " WHERE d.name_key = :k", &key); });
}

Result<std::vector<DocumentRecord>> Store::find_path(std::string_view path) const {
  const std::string value(path);
  if (value.empty()) return std::vector<DocumentRecord>();
  const bool whole = value.find('/') != std::string::npos;
  const std::string matches =
      whole ? "s.path = :p" : "substr(s.path, length(s.path) - length(:p)) = '/' || :p";
  return state_->guarded([&] {
    return records(state_->sql,
                   " WHERE d.nr IN (SELECT s.document FROM sources s WHERE " + matches + ")",
                   &value);
  });
}

Result<std::vector<HeldHead>> Store::heads() const {
  soci::session& sql = state_->sql;
  return state_->guarded([&] {
    Integer number = 0, provisions = 0;
    std::string id, type, issuer, date;
    soci::statement rows =
        (sql.prepare << "SELECT nr, id, type, issuer, date, provisions FROM documents ORDER BY nr",
         soci::into(number), soci::into(id), soci::into(type), soci::into(issuer), soci::into(date),
         soci::into(provisions));
    std::vector<HeldHead> out;
    rows.execute();
    while (rows.fetch()) {
      HeldHead& held = out.emplace_back();
      held.number = static_cast<uint32_t>(number);
      held.id = id;
      held.head.type = type;
      held.head.issuer = issuer;
      held.head.date = Date::from_iso(date);
      held.provisions = static_cast<uint64_t>(provisions);
    }
    return out;
  });
}

Result<std::optional<NumberedDocument>> Store::read_for_index(std::string_view id) const {
  soci::session& sql = state_->sql;
  return state_->guarded([&]() -> std::optional<NumberedDocument> {
    soci::transaction transaction(sql);
    const std::string value(id);
    Integer nr = 0;
    sql << "SELECT nr FROM documents WHERE id = :i", soci::into(nr), soci::use(value);
    std::optional<NumberedDocument> out;
    if (sql.got_data()) out = read_numbered(sql, nr, HitParts::kTextAndDuties);
    if (!out) return out;
    for (store_internal::CitationRow& row : store_internal::read_citations(sql, nr)) {
      row.reference.from = checked_provision(row.reference.from, out->analysis.document);
      out->analysis.references.push_back(std::move(row.reference));
    }
    return out;
  });
}

Result<std::optional<NumberedDocument>> Store::read_for_hit(uint32_t number, HitParts parts) const {
  return state_->guarded([&] {
    soci::transaction transaction(state_->sql);
    return read_numbered(state_->sql, number, parts);
  });
}

Result<std::optional<StoredDocument>> Store::read(std::string_view id,
                                                  const Lexicon& lexicon) const {
  soci::session& sql = state_->sql;
  return state_->guarded([&]() -> std::optional<StoredDocument> {
    // One transaction, so that a writer cannot change the document between two statements.
    soci::transaction transaction(sql);
    const std::string value(id);
    std::vector<KeyedRecord> found = read_records(sql, " WHERE d.id = :i", &value);
    if (found.empty()) return {};
    StoredDocument out;
    out.record = std::move(found.front().record);
    const Integer nr = found.front().nr;
    AnalyzedDocument& analysis = out.analysis;
    read_text(sql, nr, analysis);
    analysis.id = out.record.id;
    DocumentHead& head = analysis.document.head;
    head.type = out.record.type;
    head.number = out.record.number;
    head.issuer = out.record.issuer;
    head.date = out.record.date;
    head.title = out.record.title;
    head.place = out.record.place;
    head.signer = out.record.signer;
    const auto& registry = lexicon.derived<LawRegistry>();
    const store_internal::HeldInStore held(sql, registry);
    for (store_internal::CitationRow& row : store_internal::read_citations(sql, nr)) {
      row.reference.span =
          checked_span(row.reference.span.begin, row.reference.span.end, analysis.text.text());
      row.reference.from = checked_provision(row.reference.from, analysis.document);
      analysis.references.push_back(std::move(row.reference));
    }
    resolve(analysis.references, {analysis.id, head.issuer, head.date, head.number, head.type},
            held, registry);
    read_assignments(sql, nr, analysis);
    read_tasks(sql, nr, analysis);
    read_transfers(sql, nr, analysis);
    read_delegations(sql, nr, analysis);
    out.diagnostics = read_diagnostics(sql, nr);
    return out;
  });
}

}  // namespace rasoat
